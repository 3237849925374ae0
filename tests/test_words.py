"""Numbers have the marks of the language that the program speaks, whatever the computer is set to."""

import locale
from collections.abc import Iterator

import pytest

from alliance_desktop import words
from alliance_desktop.words import number_words


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    words.speak("en")


@pytest.mark.parametrize(
    ("language", "tenths", "thousands", "both"),
    [("en", "61.3", "12,000", "1,234.50"), ("de", "61,3", "12.000", "1.234,50"), ("es", "61,3", "12.000", "1.234,50")],
)
def test_a_number_is_written_as_its_language_does(language: str, tenths: str, thousands: str, both: str) -> None:
    words.speak(language)
    assert number_words(61.34, 1) == tenths
    assert number_words(61.34) == tenths
    assert number_words(12_000) == thousands
    assert number_words(1234.5, 2) == both
    assert number_words(7) == number_words(7.04) == "7"


def test_a_language_for_a_while_changes_the_marks_for_as_long() -> None:
    with words.speaking("de"):
        assert number_words(0.5, 1) == "0,5"
    assert number_words(0.5, 1) == "0.5"


def test_what_rounds_to_nothing_has_no_sign_and_less_than_nothing_has_one() -> None:
    assert number_words(-0.04, 1) == "0.0"
    assert number_words(-0.06, 1) == "-0.1"


def test_halves_are_rounded_up_as_one_learns_it_at_school() -> None:
    assert (number_words(6.25), number_words(6.5, 0), number_words(50, 1)) == ("6.3", "7", "50.0")


def test_the_computer_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setattr(locale, "localeconv", lambda: {"decimal_point": ",", "thousands_sep": "."})
    assert number_words(1234.5, 1) == "1,234.5"
