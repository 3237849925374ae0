"""Words that are better said otherwise, each with what to say instead."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

# What a form of the same word may end in, after the word as it is listed.
_ENDINGS = {"en": "(?:'s|’s|es|s)?", "de": "(?:en|er|es|em|e|n|s)?", "es": "(?:es|s)?"}


class SwapKind(StrEnum):
    """Why another word is better: the client may not know it, or it may hurt or frighten."""

    PLAINER = "plainer"
    KINDER = "kinder"


@dataclass(frozen=True, slots=True)
class WordSwap:
    """One word or phrase and what to say instead; in one language (ISO code)."""

    kind: SwapKind
    language: str
    word: str
    instead: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """A place where a word stands that has a better one: what stands there, from where to where, and the swap."""

    found: str
    start: int
    end: int
    swap: WordSwap

    @property
    def instead(self) -> str:
        """What to say instead, with a capital where the word had one at the start of a sentence."""
        words = self.swap.instead
        lowered = self.swap.word[:1].islower() and self.found[:1].isupper()
        return words[:1].upper() + words[1:] if lowered else words


def read(text: str, kind: SwapKind, language: str) -> tuple[WordSwap, ...]:
    """Read a list: ``word = instead`` a line, ``#`` begins a note; a line without both is left out."""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    parted = ((word.strip(), instead.strip()) for word, instead in pairs)
    return tuple(WordSwap(kind, language, word, instead) for word, instead in parted if word and instead)


def overlaid(shipped: Iterable[WordSwap], own: Iterable[WordSwap]) -> tuple[WordSwap, ...]:
    """Put one's own swaps over those that came with the program; one that says nothing instead hides its word."""
    by_word = {(swap.kind, swap.word.casefold()): swap for swap in shipped}
    by_word |= {(swap.kind, swap.word.casefold()): swap for swap in own}
    return tuple(swap for swap in by_word.values() if swap.instead)


def swaps_in(text: str, swaps: Sequence[WordSwap]) -> Iterator[Swapped]:
    """Yield each place in a text where a listed word or one of its forms stands, in order; longer phrases win."""
    if not swaps:
        return
    pattern, by_word = _compiled(tuple(swaps))
    for match in pattern.finditer(text):
        swap = by_word.get(" ".join(match[1].casefold().split()))
        if swap is not None:
            yield Swapped(match[0], match.start(), match.end(), swap)


@lru_cache(maxsize=8)
def _compiled(swaps: tuple[WordSwap, ...]) -> tuple[re.Pattern[str], dict[str, WordSwap]]:
    by_word = {swap.word.casefold(): swap for swap in swaps}
    endings = _ENDINGS.get(swaps[0].language, "")
    # As they are listed: folding makes two letters of one in some scripts, and a text is not folded.
    longest = sorted({swap.word for swap in swaps}, key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    return re.compile(rf"(?<!\w)({words}){endings}(?!\w)", re.IGNORECASE), by_word
