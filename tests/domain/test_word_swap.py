"""Better words are found in every form they take, put into the sentence as it stands, and never inside other words."""

import pytest

from alliance_desktop import resources
from alliance_desktop.domain import word_swap
from alliance_desktop.domain.word_swap import SwapKind, WordSwap, overlaid, read, swaps_in

LISTS = [(kind, language) for kind in SwapKind for language in ("en", "de", "es")]
EN = read(
    "# a note\nrange of motion = how far it moves\nmotion = moving\ntendon = cord\nno instead\n", SwapKind.PLAINER, "en"
)


def found(text: str, swaps: tuple[WordSwap, ...] = EN) -> list[tuple[str, str]]:
    return [(place.found, place.instead) for place in swaps_in(text, swaps)]


def test_a_list_is_read_line_by_line() -> None:
    assert [(swap.word, swap.instead) for swap in EN] == [
        ("range of motion", "how far it moves"), ("motion", "moving"), ("tendon", "cord"),
    ]  # fmt: skip


def test_the_longer_phrase_wins_and_forms_of_a_word_count() -> None:
    assert found("Range of motion; the tendons, a tendon’s motion") == [
        ("Range of motion", "How far it moves"), ("tendons", "cord"), ("tendon’s", "cord"), ("motion", "moving"),
    ]  # fmt: skip


def test_a_word_inside_another_is_none() -> None:
    assert found("The tendonless emotion of commotion") == []


def test_a_phrase_is_found_over_a_line_s_end() -> None:
    assert found("range of\nmotion") == [("range of\nmotion", "how far it moves")]


def test_letters_that_fold_to_two_are_found() -> None:
    assert found("Der Verschleiß ist alt", read("Verschleiß = Alter", SwapKind.KINDER, "de")) == [
        ("Verschleiß", "Alter")
    ]


def test_one_s_own_word_wins_and_an_empty_one_hides() -> None:
    own = (WordSwap(SwapKind.PLAINER, "en", "Tendon", "string"), WordSwap(SwapKind.PLAINER, "en", "motion", ""))
    assert found("tendon in motion", overlaid(EN, own)) == [("tendon", "string")]


@pytest.mark.parametrize(("kind", "language"), LISTS)
def test_the_lists_that_come_with_the_program_are_sound(kind: SwapKind, language: str) -> None:
    swaps = read(resources.text("words", f"{kind}.{language}.txt"), kind, language)
    words = [swap.word.casefold() for swap in swaps]
    assert len(swaps) >= (35 if kind is SwapKind.KINDER else 75)
    assert [word for word in words if words.count(word) > 1] == []
    kinder = read(resources.text("words", f"kinder.{language}.txt"), SwapKind.KINDER, language)
    # What is said instead must not be asked about again.
    both = (*read(resources.text("words", f"plainer.{language}.txt"), SwapKind.PLAINER, language), *kinder)
    assert [(swap.word, place.found) for swap in swaps for place in swaps_in(swap.instead, both)] == []
    assert word_swap.read("", kind, language) == ()
