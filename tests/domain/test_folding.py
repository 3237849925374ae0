"""Words are found however they are typed, and what is marked are the right letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.folding import MOST_WORDS, folded, folded_with_places, search_words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łukasz", "lukasz"),
        ("Großmann", "grossmann"),
        ("GROẞMANN", "grossmann"),
        ("Søren Ørsted", "soren orsted"),
        ("Đặng Thị", "dang thi"),
        ("Þórður", "thordur"),
        ("İpek Işık", "ipek isik"),
        ("Æsop Œuvre", "aesop oeuvre"),
        ("Ǆ ﬃ ① ᴭ", "dz ffi 1 ae"),
        ("Άννα Σοφός", "αννα σοφοσ"),
        ("Ёлка", "елка"),
        ("太郎", "太郎"),
    ],
)
def test_accents_and_case_are_folded_away(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=20))
def test_letter_by_letter_is_the_same_as_the_whole_and_places_point_back(text: str) -> None:
    plain, places = folded_with_places(text)
    assert plain == folded(text)
    assert len(places) == len(plain)
    assert list(places) == sorted(places)
    assert all(plain[i] in folded(text[place]) for i, place in enumerate(places))


@given(st.text())
def test_words_to_search_for_hold_nothing_but_letters_and_figures(text: str) -> None:
    words = search_words(text)
    assert len(words) <= MOST_WORDS
    assert all(word and word.isalnum() for word in words)


def test_composed_or_not_a_word_is_the_same() -> None:
    assert folded("Cafe\u0301") == folded("Café") == "cafe"
    assert search_words("O’Brien-Núñez, “Anna”") == ["o", "brien", "nunez", "anna"]
