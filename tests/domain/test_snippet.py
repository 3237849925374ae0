"""A semicolon begins a snippet only where a word could begin."""

import pytest

from alliance_desktop.domain.snippet import being_typed


@pytest.mark.parametrize(
    ("before", "word"),
    [
        (";", ""), (";ww", "ww"), ("Neck ;w", "w"), ("\n;Wärme", "Wärme"), ("Neck; warm", None), ("Neck;w", None),
        (";ww ", None), ("", None), (";w;", None),
    ],
)  # fmt: skip
def test_a_snippet_is_typed_behind_a_blank(before: str, word: str | None) -> None:
    assert being_typed(before) == word
