"""What a search finds, and where its words stand in the text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HitKind(StrEnum):
    """What sort of thing was found."""

    CLIENT = "client"
    PLAN = "plan"
    NOTE = "note"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found; ``spans`` are the places (start, end) of the searched words in ``text``."""

    kind: HitKind
    id: int
    client_id: int
    client_name: str
    day: date | None
    text: str
    spans: tuple[tuple[int, int], ...] = ()
