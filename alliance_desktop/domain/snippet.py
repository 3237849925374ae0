"""A word that stands for a longer text in notes, typed after a semicolon."""

import re
from dataclasses import dataclass

SIGN = ";"
LONGEST_WORD = 20
# Where a word begins: after nothing or a blank, so that a semicolon within a sentence stays one.
_TYPED = re.compile(r"(?:^|(?<=\s));(\w*)$")


@dataclass(frozen=True, slots=True)
class Snippet:
    """What ``;word`` becomes."""

    word: str
    words: str


def being_typed(before: str) -> str | None:
    """The word after a semicolon that ends here, perhaps still empty; None where no snippet is being typed."""
    found = _TYPED.search(before)
    return found.group(1) if found is not None else None
