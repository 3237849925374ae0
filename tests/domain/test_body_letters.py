"""Letters and patterns: none over another, none out of sight, none outside its region."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_desktop.domain import body
from alliance_desktop.domain.body_letters import laid_out, width_for
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.body_path import around, clearance, contains, stretched
from alliance_desktop.domain.body_pattern import pattern
from alliance_desktop.domain.voice import Whose
from tests.domain.bodies import REGIONS, marks, shoulder

CENTRE = (50.0, 50.0)


@given(st.data(), st.sampled_from([*body.WHOLE, *body.DETAILS]), st.sampled_from([160.0, 700.0]))
@settings(max_examples=40)
def test_letters_never_overlap_and_never_leave_the_room(data: st.DataObject, view_id: str, width: float) -> None:
    view = body.view(view_id)
    made = data.draw(st.lists(marks(view_id), max_size=30, unique_by=lambda mark: mark.uid))

    layout = laid_out(view, made, (width, width / view.aspect), 15)

    assert sorted(letter.mark.uid for letter in layout.letters) == sorted(mark.uid for mark in made)
    assert [pair for pair in combinations(layout.letters, 2) if pair[0].overlaps(pair[1])] == []
    if layout.width > 40:
        sides = [
            (letter.centre[0] - letter.width / 2, letter.centre[0] + letter.width / 2) for letter in layout.letters
        ]
        tops = [letter.centre[1] - letter.height / 2 - layout.top for letter in layout.letters]
        assert all(-0.01 < top < layout.height - 15 + 0.01 for top in tops)
        assert all(left > -0.01 and right < width + 0.01 for left, right in sides)


def test_a_letter_stands_in_a_large_region_and_beside_the_figure_when_it_is_small() -> None:
    mark = shoulder(MarkKind.STIFF)
    view = body.view("front")

    (large,) = laid_out(view, [mark], (900, 1500), 20).letters
    (small,) = laid_out(view, [mark], (160, 360), 15).letters

    assert large.leader is None
    assert large.centre == laid_out(view, [mark], (900, 1500), 20).out(mark.place)
    assert small.leader is not None


def test_the_letter_of_a_trigger_point_leaves_its_cross_in_sight() -> None:
    layout = laid_out(body.view("front"), [shoulder(MarkKind.TRIGGER)], (900, 1500), 20)

    assert not layout.letters[0].holds(layout.out(shoulder(MarkKind.TRIGGER).place))


def test_the_figure_stays_where_it_is_while_marks_come_and_go() -> None:
    view = body.view("back")
    few = [on_region(region.id, Whose.CLIENT, MarkKind.ACHE, region) for region in view.regions[:4]]
    bare, marked = laid_out(view, [], (300, 600), 18), laid_out(view, few, (300, 600), 18)

    assert (bare.left, bare.top, bare.width) == (marked.left, marked.top, marked.width)


def test_a_room_as_wide_as_asked_for_leaves_the_figure_its_height() -> None:
    view = body.view("back")
    all_of_it = [on_region(region.id, Whose.CLIENT, MarkKind.ACHE, region) for region in view.regions]

    layout = laid_out(view, all_of_it, (width_for(view, all_of_it, 130, 17), 130), 17)

    assert layout.height == pytest.approx(130)


@pytest.mark.parametrize("kind", MarkKind)
def test_a_pattern_never_leaves_its_region_and_never_leaves_it_empty(kind: MarkKind) -> None:
    for region in REGIONS[::3]:
        view = body.view(region.view)
        shape = stretched(region.polygon, 160, 160 / view.aspect)
        (centre,) = stretched((region.centre,), 160, 160 / view.aspect)
        made = pattern(kind, shape, centre, 1.0)
        points = [*made.dots, *made.rings, *[point for line in made.lines for point in line]]
        assert made.edge > 0
        assert points or made.dashes
        astray = [point for point in points if not contains(shape, point) and clearance(shape, point) > 0.01]
        assert astray == [], region.id


def test_no_two_kinds_look_alike() -> None:
    shape = around(CENTRE, 30)

    assert len({pattern(kind, shape, CENTRE, 1.0) for kind in MarkKind}) == 10


def test_the_ten_kinds_have_their_own_directions() -> None:
    shape = around(CENTRE, 30)
    stiff, holding = pattern(MarkKind.STIFF, shape, CENTRE, 1.0), pattern(MarkKind.HOLDING, shape, CENTRE, 1.0)

    assert all(abs(line[0][0] - line[1][0]) < 1e-6 for line in stiff.lines)
    assert all(abs(line[0][1] - line[1][1]) < 1e-6 for line in holding.lines)
    assert len(pattern(MarkKind.TRIGGER, shape, CENTRE, 1.0).lines) == 2
    assert len(pattern(MarkKind.TINGLING, shape, CENTRE, 1.0).lines) > 20


def test_a_free_point_has_a_shape_around_it() -> None:
    mark = Mark("p", Whose.CLIENT, MarkKind.ACHE, "front", "", (0.5, 0.4))
    layout = laid_out(body.view("front"), [mark], (400, 900), 20)

    assert contains(layout.shape(mark), layout.out(mark.place))
    assert layout.letters[0].leader is not None
