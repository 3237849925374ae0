"""A signature keeps its shape through storage."""

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.strokes import Point, Strokes, from_json, is_blank, simplified, to_json

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


def test_a_straight_line_keeps_its_ends_alone() -> None:
    line = tuple((n / 100, 0.5) for n in range(101))

    assert simplified((line,)) == (((0.0, 0.5), (1.0, 0.5)),)


def test_the_dot_of_an_i_stays() -> None:
    assert simplified((((0.5, 0.5),),)) == (((0.5, 0.5),),)
    assert simplified(((),)) == ()


def _distance(point: Point, start: Point, end: Point) -> float:
    steps = [(start[0] + (end[0] - start[0]) * n / 200, start[1] + (end[1] - start[1]) * n / 200) for n in range(201)]
    return min(math.dist(point, step) for step in steps)


@given(drawings)
def test_a_simplified_stroke_never_leaves_the_drawn_one(strokes: Strokes) -> None:
    for stroke, other in zip(strokes, simplified(strokes, within=0.02), strict=True):
        assert (other[0], other[-1]) == (stroke[0], stroke[-1])
        assert set(other) <= set(stroke)
        stretches = list(pairwise(other)) or [(other[0], other[0])]
        assert all(min(_distance(p, a, b) for a, b in stretches) <= 0.02 + 0.01 for p in stroke)


def test_a_stroke_too_short_to_square_is_kept_like_a_dot() -> None:
    stroke = ((0.0, 3e-290), (0.0, 0.0), (0.0, 0.0))
    assert simplified((stroke,)) == ((stroke[0], stroke[-1]),)
