"""What a search finds, and where its words stand in the text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alliance_desktop.domain.voice import Whose


class HitKind(StrEnum):
    """What sort of thing was found."""

    CLIENT = "client"
    PLAN = "plan"
    NOTE = "note"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: one voice's words, ``spans`` the places (start, end) of the searched words in them."""

    kind: HitKind
    id: int
    client_id: int
    client_name: str
    day: date | None
    text: str
    spans: tuple[tuple[int, int], ...] = ()
    whose: Whose = Whose.THERAPIST
    archived: bool = False
