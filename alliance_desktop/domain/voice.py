"""Whose words something is in: the client's, the therapist's, or what both agreed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alliance_desktop.words import _


class Whose(StrEnum):
    """The voice of a stored text; the client's is kept to the letter and never rewritten."""

    CLIENT = "client"
    THERAPIST = "therapist"
    BOTH = "both"


def quoted(words: str) -> str:
    """The client's words between real quotation marks; the marks are never stored."""
    return _("“{words}”").format(words=words)


@dataclass(frozen=True, slots=True)
class Said:
    """The client's words as they stand in a record, with the day they were said and the Voice they rest on.

    ``voice`` is the uid of an insert-only Voice row; it is empty while the words are still being typed.
    """

    words: str = ""
    day: date | None = None
    voice: str = ""

    def __bool__(self) -> bool:
        return bool(self.words.strip())


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing that was said: exact words, whose they are, the day, and where it was said. Never changed later."""

    uid: str
    client_id: int
    whose: Whose
    words: str
    day: date
    where_said: str
