"""Bold words and lists are shown as such, and whatever is not meant so stays as it was typed."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.light_marks import Marked, read


@pytest.mark.parametrize(
    ("typed", "shown", "strong"),
    [
        ("**Slow** strokes", "Slow strokes", ["Slow"]),
        ("Slow **and long** on **both**", "Slow and long on both", ["and long", "both"]),
        ("- neck\n- calves", "• neck\n• calves", []),
        ("Did:\n  - **neck**, long", "Did:\n  • neck, long", ["neck"]),
        ("2 ** 3 ** 4", "2 ** 3 ** 4", []),
        ("**open", "**open", []),
        ("****", "****", []),
        ("-neck\n5 - 3", "-neck\n5 - 3", []),
    ],
)
def test_what_is_typed_is_shown_as_it_was_meant(typed: str, shown: str, strong: list[str]) -> None:
    marked = read(typed)
    assert marked.words == shown
    assert [marked.words[first:last] for first, last in marked.strong] == strong


@given(st.text(alphabet="ab \n.", max_size=40))
def test_words_without_marks_stay_to_the_letter(typed: str) -> None:
    assert read(typed) == Marked(typed)


@given(st.text(alphabet="a*- \n", max_size=40))
def test_no_letter_is_lost_or_made(typed: str) -> None:
    marked = read(typed)
    assert marked.words.count("a") == typed.count("a")
    assert all(0 <= first < last <= len(marked.words) for first, last in marked.strong)


@pytest.mark.parametrize("typed", ["**a " * 5000, "\n" * 20000, "   \n" * 5000, "**" * 10000, "- \n" * 7000])
def test_however_much_is_typed_it_is_read_at_once(typed: str) -> None:
    began = process_time()
    read(typed)
    assert process_time() - began < 0.25
