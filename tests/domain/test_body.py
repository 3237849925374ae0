"""The drawn body: every region can be read, has its own name, and every place of the figure belongs to one."""

import pytest

from alliance_desktop.domain import body
from alliance_desktop.domain.body import Region, View, region_words
from alliance_desktop.domain.body_path import Point, Polygon, area, clearance, contains, parse, within

VIEWS = [*body.WHOLE, *body.DETAILS]
SQUARE: Polygon = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def contours(view: View) -> list[Polygon]:
    """The shapes of the figure's contour, closed where a view ends at its edge."""
    shapes = [stroke.polygon for stroke in view.figure]
    if view.id in ("left", "right"):
        # The arm is drawn over the trunk.
        return [max(shapes, key=area)]
    if view.id in ("head_front", "head_back"):
        (shape,) = shapes
        foot = 478 / view.height
        return [(*shape, (shape[-1][0], foot), (shape[0][0], foot))]
    return shapes


def test_there_are_twelve_views_and_253_regions_each_with_an_id_and_words_of_its_own() -> None:
    regions = [region for view in body.views() for region in view.regions]

    assert len(body.views()) == 12
    assert len(regions) == 253
    assert len({region.id for region in regions}) == 253
    assert len({region_words(region) for region in regions}) == 253
    assert all(len(region.outline) == 1 and region.outline[0].closed for region in regions)


def holds(region: Region, place: Point) -> bool:
    left, top, right, bottom = region.bounds
    return left <= place[0] <= right and top <= place[1] <= bottom and contains(region.polygon, place)


@pytest.mark.parametrize("name", VIEWS)
def test_the_middle_of_every_region_is_found_to_be_that_region(name: str) -> None:
    view = body.view(name)

    assert [region.id for region in view.regions if view.region_at(region.centre) is not region] == []


@pytest.mark.parametrize("name", VIEWS)
def test_the_regions_of_a_view_are_as_large_as_its_figure(name: str) -> None:
    view = body.view(name)

    figure = sum(area(shape) for shape in contours(view))
    regions = sum(area(region.polygon) for region in view.regions)

    assert abs(regions / figure - 1) < 0.005


@pytest.mark.parametrize("name", VIEWS)
def test_every_place_of_a_figure_belongs_to_one_region_only(name: str) -> None:
    view = body.view(name)
    places = [((x + 0.5) / 24, (y + 0.5) / 36) for x in range(24) for y in range(36)]
    within_figure = [place for place in places if any(contains(shape, place) for shape in contours(view))]

    found = [sum(holds(region, place) for region in view.regions) for place in within_figure]

    assert max(found) == 1
    # A coarse grid counts the hair along the contour coarsely; how large the regions are is measured above.
    assert found.count(0) <= len(found) * 0.01


def test_left_and_right_are_the_clients_in_every_view() -> None:
    for view in body.views():
        first, last = view.ends
        for region in view.regions:
            if not first:
                continue
            side = "Left" if ".left." in region.id else "Right" if ".right." in region.id else ""
            assert side in ("", first if region.centre[0] < 0.5 else last), region.id


def test_a_finger_beside_a_region_means_the_nearest_one() -> None:
    view = body.view("front")
    beside = (0.98, 0.5478)

    assert view.region_at(beside) is None
    assert view.region_at(beside, reach=0.01) is None
    nearest = view.region_at(beside, reach=0.1)
    assert nearest is not None
    assert nearest.id == "front.left.hand"


def test_a_region_is_said_with_its_view_and_never_twice() -> None:
    words = {region.id: region_words(region) for view in body.views() for region in view.regions}

    assert words["front.left.shoulder"] == "Left shoulder, front"
    assert words["left.shoulder"] == "Left shoulder, left side"
    assert words["left.head"] == "Head, left side"


def test_a_path_is_read_into_strokes_of_the_unit_square() -> None:
    closed, opened = parse("M0 0C10 0 20 0 40 0C40 45 40 60 40 90Z M20 -9C20 0 20 0 20 9", 40, 90)

    assert closed.closed
    assert not opened.closed
    assert closed.start == (0, 0)
    assert [curve[-1] for curve in closed.curves] == [(1, 0), (1, 1)]
    assert opened.start == (0.5, -0.1)
    assert closed.polygon == ((0, 0), (1, 0), (1, 1))


def test_a_path_with_other_commands_is_refused() -> None:
    with pytest.raises(ValueError, match="L"):
        parse("M0 0L10 10", 40, 90)


def test_a_line_is_cut_at_a_shapes_edges() -> None:
    notched: Polygon = ((0, 0), (10, 0), (10, 10), (6, 10), (6, 4), (4, 4), (4, 10), (0, 10))

    assert within(SQUARE, (-5, 5), (15, 5)) == [((0, 5), (10, 5))]
    assert within(SQUARE, (-5, 20), (15, 20)) == []
    assert within(notched, (-2, 8), (12, 8)) == [((0, 8), (4, 8)), ((6, 8), (10, 8))]
    assert clearance(SQUARE, (5, 2)) == 2
