"""A day is read back as it was shown, in every language of the program."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.days import NotADay, day_of, typed_day
from alliance_desktop.words import LANGUAGES, speaking


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(date(1000, 1, 1)))
def test_a_day_that_a_field_shows_is_read_as_the_same_day(language: str, day: date) -> None:
    with speaking(language):
        assert typed_day(day_of(day)) == day


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "24 Nov 1980"),
        ("en", "November 24, 1980"),
        ("de", "24. Nov. 1980"),
        ("de", "24.11.1980"),
        ("es", "24 de noviembre de 1980"),
        ("es", "24 DE NOV 1980"),
        ("es", "1980-11-24"),
    ],
)
def test_a_day_is_read_as_people_type_it(language: str, typed: str) -> None:
    with speaking(language):
        assert typed_day(typed) == date(1980, 11, 24)


@pytest.mark.parametrize(("language", "typed"), [("en", "24 de March 1980"), ("es", "24 de 1980"), ("es", "de")])
def test_what_is_no_day_is_refused(language: str, typed: str) -> None:
    with speaking(language), pytest.raises(NotADay):
        typed_day(typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_typed_is_no_day_and_no_trouble(language: str) -> None:
    with speaking(language):
        assert typed_day("  ") is None
