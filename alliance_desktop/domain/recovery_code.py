"""The recovery code: 130 random bits as 26 characters that people can copy, and 2 that find a slip of the pen."""

import unicodedata
from enum import StrEnum

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _, counted

# Crockford's base 32: no I, L, O or U, so nothing on paper can be taken for something else.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 28
GROUP = 4
BITS = 130
RANDOM_BYTES = 17

# 1021 is the largest prime that two characters can hold. A change or swap of neighbours alters the value by
# d·32^k or 31·d·32^k (33·d where value and check meet), none of which a prime above 31 and 33 can divide.
_MODULUS = 1021
_CHECK = 2
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


class Slip(StrEnum):
    """What a code that does not fit looks like."""

    TYPO = "typo"
    TOO_SHORT = "too short"
    TOO_LONG = "too long"


class MistypedCode(AllianceError):
    """What was typed cannot be any recovery code; ``slip`` says what it looks like. Nothing was tried with it."""

    def __init__(self, sentence: str, slip: Slip) -> None:
        super().__init__(sentence)
        self.slip = slip


def make(value: int) -> str:
    """Return the 28 characters for a value of 130 bits, without hyphens; raises ``ValueError`` for other values."""
    if not 0 <= value < 1 << BITS:
        raise ValueError("a recovery code holds 130 bits")
    return _letters(value, LENGTH - _CHECK) + _letters(value % _MODULUS, _CHECK)


def new(random_bytes: bytes) -> str:
    """Return a code from 130 bits of 17 random bytes; raises ``ValueError`` for another number of bytes."""
    if len(random_bytes) != RANDOM_BYTES:
        raise ValueError("a recovery code is made from 17 random bytes")
    return make(int.from_bytes(random_bytes) >> (RANDOM_BYTES * 8 - BITS))


def read(text: str) -> str:
    """Return the 28 characters that somebody typed from paper.

    Lower case, spaces, hyphens, O for 0 and I or L for 1 are all understood. Every single wrong character and every
    swap of two neighbours is found and raises ``MistypedCode``, as does a code that is too short or too long.
    """
    code = _plain(text)
    if len(code) < LENGTH:
        missing = counted("one character is missing", "{n} characters are missing", LENGTH - len(code))
        raise MistypedCode(
            _("This is too short for a recovery code: {missing}.").format(missing=missing), Slip.TOO_SHORT
        )
    if len(code) > LENGTH:
        over = counted("there is one character too many", "there are {n} characters too many", len(code) - LENGTH)
        raise MistypedCode(_("This is too long for a recovery code: {over}.").format(over=over), Slip.TOO_LONG)
    strange = next((place for place, letter in enumerate(code) if letter not in ALPHABET), None)
    if strange is not None:
        sentence = _("There is a typing slip in group {group}: no recovery code has a “{letter}”.")
        raise MistypedCode(sentence.format(group=strange // GROUP + 1, letter=code[strange]), Slip.TYPO)
    if make(_value(code[:-_CHECK])) != code:
        sentence = _("There is a typing slip in this code: a character is wrong, or two have changed places.")
        raise MistypedCode(sentence, Slip.TYPO)
    return code


def groups(code: str) -> tuple[str, ...]:
    """Return a code's seven groups of four characters, as the sheet prints them."""
    plain = _plain(code)
    return tuple(plain[start : start + GROUP] for start in range(0, len(plain), GROUP))


def _plain(text: str) -> str:
    # Full-width characters, as a Japanese keyboard gives them, become plain ones.
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in wide if not _separates(letter)).translate(_MISREAD)


def _separates(letter: str) -> bool:
    # Dashes of every kind, and the unseen characters that come along with copied text.
    return letter == "." or letter.isspace() or unicodedata.category(letter) in ("Pd", "Cf", "Cc")


def _letters(value: int, count: int) -> str:
    return "".join(ALPHABET[value >> (5 * place) & 31] for place in reversed(range(count)))


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value << 5 | ALPHABET.index(letter)
    return value
