"""Equal values are equal bytes, whatever order or composition they came in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.canonical import canonical

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=8,
)


@given(values)
def test_writing_what_was_read_gives_the_same_bytes(value: object) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_order_and_composition_make_no_difference() -> None:
    assert canonical({"b": 1, "a": ("é", None)}) == canonical({"a": ["e\u0301", None], "b": 1})
    assert canonical({"b": 1, "a": "ß“"}) == '{"a":"ß“","b":1}'.encode()


def test_what_has_no_one_way_to_be_written_is_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValueError):
            canonical({"a": value})
