"""Folds words for searching: no accents, no case, so that "lukasz" finds "Łukasz" and "grossmann" finds "Großmann"."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Letters that NFKD leaves whole although people type them without the stroke.
_STROKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ŋ": "n"}
)


# More words than anybody means; a page of text that was pasted would be too much for one query.
MOST_WORDS = 12


def folded(text: str) -> str:
    """Return the text in lower case without accents; other scripts keep their letters."""
    # Taking letters apart uncovers capitals once more (ᴭ is Æ), so the case goes twice.
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_STROKED)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def search_words(text: str) -> list[str]:
    """Return the folded words to search for, at most twelve."""
    return folded_words(text)[:MOST_WORDS]


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text: what is neither letter nor figure only parts them."""
    return "".join(letter if letter.isalnum() else " " for letter in folded(text)).split()


# A text has few different letters, and a search folds thousands of them while somebody types.
_folded_letter = lru_cache(maxsize=4096)(folded)
_PLAIN_OR_ONE = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text and, for each of its letters, the place in ``text`` that it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for found in _PLAIN_OR_ONE.finditer(text):
        part, place = found.group(), found.start()
        if part.isascii():
            letters.append(part.lower())
            places.extend(range(place, found.end()))
        else:
            plain = _folded_letter(part)
            letters.append(plain)
            places.extend([place] * len(plain))
    return "".join(letters), places
