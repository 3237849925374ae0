"""A signature keeps its shape through storage."""

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.strokes import Strokes, from_json, is_blank, to_json

points = st.tuples(st.floats(0, 1), st.floats(0, 1))
drawings = st.lists(st.lists(points, min_size=1, max_size=8).map(tuple), max_size=5).map(tuple)


@given(drawings)
def test_what_is_read_back_lies_where_it_was_drawn(strokes: Strokes) -> None:
    again = from_json(to_json(strokes))
    assert [len(stroke) for stroke in again] == [len(stroke) for stroke in strokes]
    for stroke, other in zip(strokes, again, strict=True):
        assert all(abs(a[i] - b[i]) <= 1 / 8192 for a, b in zip(stroke, other, strict=True) for i in (0, 1))
    assert to_json(again) == to_json(strokes)


def test_a_dot_is_no_signature() -> None:
    assert is_blank(())
    assert is_blank((((0.5, 0.5), (0.502, 0.5)),))
    assert not is_blank((((0.1, 0.5), (0.6, 0.4)),))
