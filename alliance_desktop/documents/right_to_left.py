"""Words that run from the right: Arabic letters joined, and a line turned for the eye."""

import re
import unicodedata
from functools import lru_cache

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from bidi.mirror import MIRRORED

# Unseen, it takes the direction of the letter before it: whether it stands before or behind that letter tells the way.
_MARK = "\N{COMBINING GRAPHEME JOINER}"
_PAIRED = re.compile("[" + re.escape("".join(MIRRORED)) + "]")
_TURNED = re.compile(f"{_MARK}({_PAIRED.pattern})")


def needed(text: str) -> bool:
    """True when any letter of the text runs from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def starts_right(text: str) -> bool:
    """True when the first letter with a direction runs from the right."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way in ("R", "AL") for way in ways if way in ("L", "R", "AL")), False)


@lru_cache(4096)
def shaped(text: str) -> str:
    """Join Arabic letters to the forms they have beside each other; all other text stays as it is."""
    if not needed(text):
        return text
    return str(_reshaper().reshape(text))


def visual(text: str, from_right: bool = False) -> str:
    """One line as it is seen from left to right; brackets and their like open towards what they hold."""
    if not needed(text):
        return text
    marked = _PAIRED.sub(lambda each: each[0] + _MARK, shaped(text).replace(_MARK, ""))
    turned = str(get_display(marked, base_dir="R" if from_right else "L"))
    return _TURNED.sub(lambda each: MIRRORED[each[1]], turned).replace(_MARK, "")


@lru_cache
def _reshaper() -> ArabicReshaper:
    # Vowel marks are the writer's own and stay.
    return ArabicReshaper(configuration={"delete_harakat": False, "support_zwj": True})
