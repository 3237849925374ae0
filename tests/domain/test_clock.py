"""Times of day are read as people write them, and nothing else is taken for one."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.clock import NotATime, time_words, typed_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)), ("1030", time(10, 30)), ("930", time(9, 30)), ("10.30", time(10, 30)),
        ("9", time(9)), (" 14 uhr ", time(14)), ("14.15 Uhr", time(14, 15)), ("18h30", time(18, 30)),
        ("2 pm", time(14)), ("2:15 p.m.", time(14, 15)), ("12 am", time(0)), ("12 pm", time(12)), ("0:00", time(0)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(typed: str, meant: time) -> None:
    assert typed_time(typed) == meant


def test_nothing_typed_is_no_time() -> None:
    assert typed_time("  ") is None


@pytest.mark.parametrize("typed", ["24:00", "10:60", "soon", "13 pm", "0 am", "10:3", "1:2:3", "-1", "99", "10:30:00"])
def test_what_is_no_time_is_refused_in_words(typed: str) -> None:
    with pytest.raises(NotATime, match="like 10:30"):
        typed_time(typed)


@given(st.times())
def test_what_is_said_is_read_again(moment: time) -> None:
    whole = moment.replace(second=0, microsecond=0)
    assert typed_time(time_words(whole)) == whole
