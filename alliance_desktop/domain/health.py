"""What the therapist must know of a client's health, and what it means for the hands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alliance_desktop.words import _


class HealthKind(StrEnum):
    """What sort of thing a health item is."""

    CONDITION = "condition"
    MEDICINE = "medicine"
    ALLERGY = "allergy"
    SURGERY = "surgery"
    IMPLANT = "implant"
    PREGNANCY = "pregnancy"


class Caution(StrEnum):
    """What it asks of the therapist, gravest first."""

    STOP = "stop"
    AVOID = "avoid"
    MODIFY = "modify"
    ASK = "ask"
    NONE = "none"


GRAVITY = {caution: place for place, caution in enumerate(Caution)}


@dataclass(frozen=True, slots=True)
class HealthDraft:
    """What the health form yields; ``advice`` is what to do about it, ``area`` where."""

    kind: HealthKind = HealthKind.CONDITION
    name: str = ""
    caution: Caution = Caution.NONE
    area: str = ""
    advice: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class HealthItem:
    """One health item as stored."""

    id: int
    client_id: int
    item: HealthDraft

    def holds(self, day: date) -> bool:
        """True unless the item had ended before the day."""
        return self.item.until is None or self.item.until >= day


def health_words(kind: HealthKind) -> str:
    """Name a kind of health item."""
    return {
        HealthKind.CONDITION: _("Condition"),
        HealthKind.MEDICINE: _("Medicine"),
        HealthKind.ALLERGY: _("Allergy"),
        HealthKind.SURGERY: _("Surgery"),
        HealthKind.IMPLANT: _("Implant"),
        HealthKind.PREGNANCY: _("Pregnancy"),
    }[kind]


def caution_words(caution: Caution) -> str:
    """Name a level of caution as the safety strip does."""
    return {
        Caution.STOP: _("Do not treat"),
        Caution.AVOID: _("Avoid"),
        Caution.MODIFY: _("Modify"),
        Caution.ASK: _("Ask first"),
        Caution.NONE: _("Good to know"),
    }[caution]


@dataclass(frozen=True, slots=True)
class Safety:
    """What the safety strip says: the gravest level and one line for each item that asks for care."""

    level: Caution
    lines: tuple[str, ...]


def safety(items: Iterable[HealthItem], today: date) -> Safety:
    """Return what must be in sight today, gravest first; ``Caution.NONE`` and no lines when nothing asks for care."""
    held = [i.item for i in items if i.holds(today) and i.item.caution is not Caution.NONE]
    held.sort(key=lambda item: GRAVITY[item.caution])
    return Safety(held[0].caution if held else Caution.NONE, tuple(item_words(item) for item in held))


def item_words(item: HealthDraft) -> str:
    """Say one item in a line: "Blood thinner: light on the legs (legs)"."""
    words = item.name
    if item.advice:
        words = _("{name}: {advice}").format(name=item.name, advice=item.advice)
    if item.area and item.area.casefold() not in words.casefold():
        words = _("{words} ({area})").format(words=words, area=item.area)
    return words
