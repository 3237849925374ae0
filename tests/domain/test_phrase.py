"""Five words from a list of 1,024: as many as there are words, none twice, none that is hard to type."""

import re

import pytest

from alliance_desktop import resources
from alliance_desktop.domain import phrase

LANGUAGES = ("en", "de", "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_holds_as_many_words_as_ten_bits_can_draw(language: str) -> None:
    listed = resources.text("words", f"phrase.{language}.txt").split()
    assert len(listed) == len(set(listed)) == phrase.LISTED
    assert [word for word in listed if not re.fullmatch("[a-z]{2,14}", word)] == []


def test_each_word_is_drawn_by_two_bytes_of_its_own() -> None:
    listed = [f"w{number}" for number in range(1024)]
    assert phrase.phrase(listed, bytes((0, 0, 0, 1, 3, 255, 4, 0, 255, 254))) == "w0 w1 w1023 w0 w1022"


def test_a_short_list_or_too_few_bytes_make_no_phrase() -> None:
    with pytest.raises(ValueError):
        phrase.phrase(["w"] * 1023, bytes(10))
    with pytest.raises(ValueError):
        phrase.phrase(["w"] * 1024, bytes(9))
