"""Professional words and what they mean, and which of them occur in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 6


@dataclass(frozen=True, slots=True)
class Explained:
    """One professional word or phrase and its meaning in plain words."""

    word: str
    meaning: str


def entries(text: str) -> tuple[Explained, ...]:
    """Read a list of lines "word: meaning"; other lines and those after a hash say nothing."""
    pairs = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return tuple(Explained(word.strip(), meaning.strip()) for word, _colon, meaning in pairs if meaning.strip())


def occurring(known: Iterable[Explained], texts: Iterable[str]) -> tuple[Explained, ...]:
    """The words that stand in the texts as whole words, in the order in which they are met; six at the most."""
    whole = "\n".join(texts).casefold()
    found = []
    for each in known:
        place = re.search(rf"(?<!\w){re.escape(each.word.casefold())}(?!\w)", whole)
        if place is not None:
            found.append((place.start(), each))
    return tuple(each for _place, each in sorted(found, key=lambda pair: pair[0]))[:MOST]
