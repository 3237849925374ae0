"""The printed spare key: 26 characters that say a number, and two that find every slip of the pen."""

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
BITS = 130
LETTERS = 26
LENGTH = LETTERS + 2
_PRIME = 1021
_GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


class MistypedCode(AllianceError):
    """The code cannot be right as it was typed."""


def code_of(value: int) -> str:
    """Return the code (28 characters, no gaps) of a number below 2**130; raises ``ValueError`` for others."""
    if not 0 <= value < 1 << BITS:
        raise ValueError("a recovery code holds 130 bits")
    return _digits(value, LETTERS) + _digits(value % _PRIME, 2)


def grouped(code: str) -> tuple[str, ...]:
    """Return the code in its seven groups of four."""
    return tuple(code[i : i + _GROUP] for i in range(0, LENGTH, _GROUP))


def read(typed: str) -> str:
    """Return the code as it was meant: small letters, gaps, dashes, O for 0 and I or L for 1 do not matter.

    Raises ``MistypedCode`` for a missing or strange character, and for every single slip or swap.
    """
    letters = [letter for letter in typed.upper().translate(_READ_AS) if not (letter.isspace() or letter in "-–—.")]
    strange = [letter for letter in letters if letter not in ALPHABET]
    if strange:
        raise MistypedCode(_("“{letter}” is not used in these codes. Please look again.").format(letter=strange[0]))
    if len(letters) != LENGTH:
        raise MistypedCode(
            _("The code has {length} characters; {typed} are typed so far.").format(length=LENGTH, typed=len(letters))
        )
    code = "".join(letters)
    if code_of(_value(code[:LETTERS])) != code:
        raise MistypedCode(_("One character is off. Please compare the groups with the sheet."))
    return code


def _digits(value: int, length: int) -> str:
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(length)))


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 32 + ALPHABET.index(letter)
    return value
