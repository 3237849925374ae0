"""A little formatting in what is typed: **strong** words, and lines that begin with a hyphen as a list."""

import re
from dataclasses import dataclass

# Neither looks on past its own line, nor past the next mark: what is typed is long at times, and read often.
_STRONG = re.compile(r"\*\*(?=\S)((?:(?!\*\*).)+)(?<=\S)\*\*")
_ITEM = re.compile(r"^([^\S\n]*)[-*] (?=\S)", re.MULTILINE)
_DOT = "• "


@dataclass(frozen=True, slots=True)
class Marked:
    """The words as they are shown, and the places of those that are strong."""

    words: str
    strong: tuple[tuple[int, int], ...] = ()


def read(typed: str) -> Marked:
    """Read the formatting out of typed words; a mark that is not closed stays as it was typed."""
    listed = _ITEM.sub(rf"\g<1>{_DOT}", typed)
    shown, strong, at = "", [], 0
    for found in _STRONG.finditer(listed):
        shown += listed[at : found.start()]
        strong.append((len(shown), len(shown) + len(found.group(1))))
        shown += found.group(1)
        at = found.end()
    return Marked(shown + listed[at:], tuple(strong))
