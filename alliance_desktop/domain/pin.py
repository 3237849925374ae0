"""The number with which the therapist takes the screen back from a client; it opens no file."""

import itertools

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

LEAST, MOST = 4, 12
TRIES = 5


class PinTooShort(AllianceError):
    """A number of fewer than four digits, or with something else than digits in it."""


def checked(typed: str) -> str:
    """Return the digits that were typed, without blanks between them; raises ``PinTooShort``."""
    digits = "".join(typed.split())
    if not digits.isascii() or not digits.isdigit() or not LEAST <= len(digits) <= MOST:
        raise PinTooShort(_("A PIN has four to twelve digits, and nothing else."))
    return digits


def is_easy(digits: str) -> bool:
    """True for a number that somebody tries first: one digit again and again, or digits in a row."""
    steps = {(int(second) - int(first)) % 10 for first, second in itertools.pairwise(digits)}
    return len(steps) == 1 and steps <= {0, 1, 9}
