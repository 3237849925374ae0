"""Better words: those that came with the program, and the practice's own over them."""

from datetime import datetime

from alliance_desktop import resources
from alliance_desktop.domain import word_swap
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import OwnSwapRow
from alliance_desktop.words import _


class WordMissing(AllianceError):
    """A swap says which word it is about."""


def of(language: str) -> tuple[WordSwap, ...]:
    """What counts in a language, kinder words first."""
    return word_swap.overlaid((swap for kind in reversed(SwapKind) for swap in shipped(kind, language)), own(language))


def shipped(kind: SwapKind, language: str) -> tuple[WordSwap, ...]:
    """What came with the program; nothing for a language without a list."""
    path = resources.path("words", f"{kind}.{language}.txt")
    return word_swap.read(path.read_text(encoding="utf-8"), kind, language) if path.is_file() else ()


def own(language: str) -> tuple[WordSwap, ...]:
    """The practice's own, by word; one that says nothing instead hides a word."""
    rows = OwnSwapRow.select().where(OwnSwapRow.language == language).order_by(OwnSwapRow.word)
    return tuple(WordSwap(row.kind, row.language, row.word, row.instead) for row in rows)


@transaction
def keep(swap: WordSwap, now: datetime) -> WordSwap:
    """Keep one of the practice's own, in place of one for the same word; raises ``WordMissing``."""
    word, instead = " ".join(swap.word.split()), " ".join(swap.instead.split())
    if not word:
        raise WordMissing(_("Please type the word that is better said otherwise."))
    _forget(swap.kind, swap.language, word)
    OwnSwapRow.insert(kind=swap.kind, language=swap.language, word=word, instead=instead).execute()
    audit.record("kept", "word", 1, now, str(swap.kind))
    return WordSwap(swap.kind, swap.language, word, instead)


@transaction
def remove(swap: WordSwap, now: datetime) -> WordSwap:
    """Let one of the practice's own go; what came with the program counts again."""
    _forget(swap.kind, swap.language, swap.word)
    audit.record("removed", "word", 1, now, str(swap.kind))
    return swap


def _forget(kind: SwapKind, language: str, word: str) -> None:
    same = [
        row.id
        for row in OwnSwapRow.select().where(OwnSwapRow.kind == kind, OwnSwapRow.language == language)
        if row.word.casefold() == word.casefold()
    ]
    OwnSwapRow.delete().where(OwnSwapRow.id.in_(same)).execute()
