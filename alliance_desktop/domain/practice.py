"""The practice itself: the names as printed, and how it likes its paper."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The sheets a plan is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Practice:
    """What stands on every sheet, and which sheet it is; ``sample`` practices say so on screen and paper."""

    therapist: str = ""
    title: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    paper: Paper = Paper.A4
    large_print: bool = False
    sample: bool = False

    @property
    def first_name(self) -> str:
        """How the therapist is named in "I will, Ana"."""
        return (self.therapist.split() or [""])[0]
