"""Words that are better said otherwise, each with what to say instead."""

from dataclasses import dataclass
from enum import StrEnum


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
