"""A practice's own words count over those that came with the program, and go again without harm."""

from datetime import datetime

import pytest

from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from alliance_desktop.services import word_swaps
from alliance_desktop.services.word_swaps import WordMissing

pytestmark = pytest.mark.usefixtures("practice")


def instead(word: str) -> list[str]:
    return [swap.instead for swap in word_swaps.of("en") if swap.word.casefold() == word]


def test_one_s_own_wording_wins_and_goes_again(now: datetime) -> None:
    assert instead("trapezius") == ["muscle from neck to shoulder"]
    kept = word_swaps.keep(WordSwap(SwapKind.PLAINER, "en", " Trapezius ", "shoulder  muscle"), now)
    assert instead("trapezius") == ["shoulder muscle"]
    word_swaps.keep(WordSwap(SwapKind.PLAINER, "en", "trapezius", ""), now)
    assert instead("trapezius") == []
    assert len(word_swaps.own("en")) == 1
    word_swaps.remove(kept, now)
    assert instead("trapezius") == ["muscle from neck to shoulder"]


def test_a_language_without_a_list_has_only_one_s_own(now: datetime) -> None:
    assert word_swaps.of("fr") == ()
    word_swaps.keep(WordSwap(SwapKind.KINDER, "fr", "se plaint", "dit"), now)
    assert [swap.word for swap in word_swaps.of("fr")] == ["se plaint"]


def test_a_swap_without_a_word_is_refused(now: datetime) -> None:
    with pytest.raises(WordMissing):
        word_swaps.keep(WordSwap(SwapKind.KINDER, "en", "  ", "x"), now)
