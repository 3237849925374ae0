"""Comfort and touch: how this client likes to be worked with, and the word that stops everything."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _


class ComfortKind(StrEnum):
    """What a comfort item is about."""

    PRESSURE = "pressure"
    PACE = "pace"
    POSITION = "position"
    TALK = "talk"
    OIL = "oil"
    WARMTH = "warmth"
    AREAS_YES = "areas_yes"
    AREAS_NO = "areas_no"
    STOP_WORD = "stop_word"


@dataclass(frozen=True, slots=True)
class ComfortItem:
    """One thing known about comfort, in whose words, since when."""

    kind: ComfortKind
    words: str
    whose: Whose
    since: date


def kind_words(kind: ComfortKind) -> str:
    """Name a kind as the card does: "Pressure", "Not welcome"."""
    return {
        ComfortKind.PRESSURE: _("Pressure"),
        ComfortKind.PACE: _("Pace"),
        ComfortKind.POSITION: _("Position"),
        ComfortKind.TALK: _("Talk"),
        ComfortKind.OIL: _("Oil"),
        ComfortKind.WARMTH: _("Warmth"),
        ComfortKind.AREAS_YES: _("Welcome"),
        ComfortKind.AREAS_NO: _("Not welcome"),
        ComfortKind.STOP_WORD: _("Stop word"),
    }[kind]
