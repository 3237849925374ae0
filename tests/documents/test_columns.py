"""Columns, rows that line up, stacks and air."""

from reportlab.platypus import Flowable, Spacer

from alliance_desktop.documents.columns import Air, Columns, Rows, Stack, height_of, spread
from alliance_desktop.documents.edition import Edition


def box(height: float) -> Flowable:
    return Stack([Spacer(1, height)])


def test_air_takes_what_the_page_has_left_and_no_more_than_its_own() -> None:
    flow = [box(100), Air(10, 5), box(100), Air(10, 20), Air(10)]
    spread(flow, 100, 230 + 13)
    assert [air.height for air in flow if isinstance(air, Air)] == [15, 16, 10]
    tight = [box(100), Air(10, 5)]
    spread(tight, 100, 90)
    assert height_of(tight, 100) == 110


def test_columns_are_cut_cell_by_cell() -> None:
    edition = Edition()
    many = [edition.words("one two three four") for _n in range(10)]
    columns = Columns([many, [edition.words("beside")]], [200, 200], 20)
    _width, height = columns.wrap(420, 1000)
    upper, lower = columns.split(420, 100)
    assert upper.wrap(420, 1000)[1] <= 100
    assert upper.wrap(420, 1000)[1] + lower.wrap(420, 1000)[1] == height


def test_columns_move_on_whole_where_a_cell_could_not_begin() -> None:
    assert Columns([[box(60)], [box(10)]], [100, 100], 20).split(220, 50) == []


def test_parts_line_up_across_the_cells() -> None:
    rows = Rows([[box(10), None, box(5)], [box(30), None, None]], 100, 20, (4.0, 9.0, 0.0))
    assert rows.wrap(220, 1000)[1] == 30 + 4 + 5


def test_a_stack_is_cut_only_when_no_page_could_hold_it() -> None:
    edition = Edition()
    short = Stack([edition.words("word") for _n in range(5)])
    tall = Stack([edition.words("word") for _n in range(60)])
    assert short.split(200, 40) == []
    upper, lower = tall.split(200, 400)
    assert upper.wrap(200, 1000)[1] <= 400
    assert upper.wrap(200, 1000)[1] + lower.wrap(200, 1000)[1] == tall.wrap(200, 1000)[1]
