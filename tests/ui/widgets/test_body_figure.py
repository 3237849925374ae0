"""The body is marked by a click, a finger or the keyboard alone, and says where one is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alliance_desktop.domain import body
from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.widgets.body_figure import BodyFigure

Dress = Callable[[Theme, int], None]


class Keeper:
    """Keeps the marks of a figure, as whoever uses one does."""

    def __init__(self, figure: BodyFigure) -> None:
        self.figure = figure
        self.marks: list[Mark] = []
        self.strengths: list[tuple[str, int | None]] = []
        figure.marked.connect(self._add)
        figure.removed.connect(self._remove)
        figure.strength_set.connect(self._set)

    def _add(self, mark: Mark) -> None:
        self._show([*self.marks, mark])

    def _remove(self, uid: str) -> None:
        self._show([mark for mark in self.marks if mark.uid != uid])

    def _set(self, uid: str, strength: int | None) -> None:
        self.strengths.append((uid, strength))
        kept = [
            Mark(m.uid, m.whose, m.kind, m.view, m.region, m.place, strength if m.uid == uid else m.strength)
            for m in self.marks
        ]
        self._show(kept)

    def _show(self, marks: list[Mark]) -> None:
        self.marks = marks
        self.figure.show_marks(marks)


@pytest.fixture
def keeper(qtbot: QtBot, dress: Dress) -> Keeper:
    figure = BodyFigure("figure", "Where it is")
    qtbot.addWidget(figure)
    figure.call("Maria", "Ana")
    figure.resize(500, 900)
    figure.show()
    return Keeper(figure)


def press(figure: BodyFigure, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(figure, key)


def click(figure: BodyFigure, place: QPoint) -> None:
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("view_id", [*body.WHOLE, *body.DETAILS])
def test_a_click_in_the_middle_of_any_region_marks_that_region(keeper: Keeper, view_id: str) -> None:
    keeper.figure.show_view(view_id)

    for region in body.view(view_id).regions:
        keeper.figure.show_marks([])
        click(keeper.figure, keeper.figure.spot(region.id))

    assert [mark.region for mark in keeper.marks] == [region.id for region in body.view(view_id).regions]


def test_a_click_marks_with_the_chosen_kind_and_a_second_one_takes_the_mark_away(keeper: Keeper) -> None:
    keeper.figure.choose(MarkKind.HOLDING, Whose.THERAPIST)
    place = keeper.figure.spot("front.left.chest")

    click(keeper.figure, place)
    (mark,) = keeper.marks
    assert (mark.kind, mark.whose, mark.region) == (MarkKind.HOLDING, Whose.THERAPIST, "front.left.chest")
    click(keeper.figure, place)
    assert keeper.marks == []


def test_the_figure_does_not_move_under_the_pointer_while_marks_are_made(keeper: Keeper) -> None:
    place = keeper.figure.spot("front.left.knee")
    for kind in (MarkKind.ACHE, MarkKind.NUMB, MarkKind.STIFF):
        keeper.figure.choose(kind, Whose.CLIENT)
        click(keeper.figure, place)

    assert keeper.figure.spot("front.left.knee") == place


def test_a_double_click_does_not_take_back_what_it_marked(keeper: Keeper) -> None:
    place = keeper.figure.spot("front.left.chest")

    click(keeper.figure, place)
    QTest.mouseDClick(keeper.figure, Qt.MouseButton.LeftButton, pos=place)

    assert len(keeper.marks) == 1


def test_two_kinds_stand_on_one_region(keeper: Keeper) -> None:
    place = keeper.figure.spot("front.left.chest")
    click(keeper.figure, place)
    keeper.figure.choose(MarkKind.STIFF, Whose.CLIENT)
    click(keeper.figure, place)

    assert [mark.kind for mark in keeper.marks] == [MarkKind.ACHE, MarkKind.STIFF]


def test_a_click_far_beside_the_figure_marks_nothing(keeper: Keeper) -> None:
    click(keeper.figure, QPoint(4, 60))

    assert keeper.marks == []


def test_a_finger_a_little_beside_the_figure_marks_the_nearest_region(keeper: Keeper) -> None:
    shin = body.view("front").region("front.left.shin")
    assert shin is not None
    spot, other = keeper.figure.spot("front.left.shin"), keeper.figure.spot("front.right.shin")
    # The two lie mirrored, so their distance tells how large the view is drawn.
    scale = (spot.x() - other.x()) / (2 * shin.centre[0] - 1)
    edge = round((shin.bounds[2] - shin.centre[0]) * scale)

    click(keeper.figure, spot + QPoint(edge + 40, 0))
    assert keeper.marks == []
    click(keeper.figure, spot + QPoint(edge + 15, 0))

    assert [mark.region for mark in keeper.marks] == ["front.left.shin"]


def test_single_points_are_marked_only_when_that_is_asked_for(keeper: Keeper) -> None:
    place = keeper.figure.spot("front.upper_belly") + QPoint(9, 5)
    keeper.figure.set_pointing(True)
    click(keeper.figure, place)
    (mark,) = keeper.marks

    assert mark.region == ""
    assert mark.place != body.view("front").regions[0].centre
    click(keeper.figure, place)
    assert keeper.marks == []
    keeper.figure.set_pointing(False)
    click(keeper.figure, place)
    assert keeper.marks[0].region == "front.upper_belly"


def test_the_keyboard_alone_marks_sets_how_strong_and_unmarks(keeper: Keeper) -> None:
    press(keeper.figure, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_7)
    (mark,) = keeper.marks
    assert mark.region == keeper.figure.stops()[1].id  # type: ignore[union-attr]  # the second region
    assert mark.strength == 7

    press(keeper.figure, Qt.Key.Key_1, Qt.Key.Key_0)
    assert keeper.marks[0].strength == 10

    press(keeper.figure, Qt.Key.Key_Delete)
    assert keeper.marks == []
    press(keeper.figure, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert keeper.marks == []


def test_a_digit_on_an_unmarked_region_does_nothing(keeper: Keeper) -> None:
    press(keeper.figure, Qt.Key.Key_5)

    assert keeper.strengths == []


def test_arrows_reach_every_region_and_every_point_in_reading_order_and_stop_at_the_ends(keeper: Keeper) -> None:
    keeper.figure.set_pointing(True)
    click(keeper.figure, keeper.figure.spot("front.left.chest") + QPoint(6, 6))
    press(keeper.figure, Qt.Key.Key_Home)
    heard = []
    for _step in keeper.figure.stops():
        heard.append(keeper.figure.spoken())
        press(keeper.figure, Qt.Key.Key_Right)

    assert len(set(heard)) == 31
    assert heard[0] == "Face, front: not marked"
    assert "Left chest, front, one point: aches, said by Maria" in heard
    assert keeper.figure.spoken() == heard[-1]
    press(keeper.figure, Qt.Key.Key_Left)
    assert keeper.figure.spoken() == heard[-2]


def test_a_page_key_with_a_digit_is_left_to_the_page(keeper: Keeper) -> None:
    press(keeper.figure, Qt.Key.Key_Return)
    QTest.keyClick(keeper.figure, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert keeper.strengths == []


def test_a_screen_reader_hears_the_name_the_region_and_its_mark(keeper: Keeper) -> None:
    heard = QAccessible.queryAccessibleInterface(keeper.figure)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Where it is"
    assert heard.text(QAccessible.Text.Value) == "Face, front: not marked"

    press(keeper.figure, Qt.Key.Key_Return, Qt.Key.Key_6)

    assert heard.text(QAccessible.Text.Value) == "Face, front: aches, 6 of 10, said by Maria"


def test_a_letter_beside_the_figure_leads_to_its_mark_and_marks_nothing(keeper: Keeper) -> None:
    click(keeper.figure, keeper.figure.spot("front.left.neck"))
    press(keeper.figure, Qt.Key.Key_Home)
    marks = list(keeper.marks)
    found = [
        QPoint(x, y)
        for y in range(40, 860, 6)
        for x in range(380, 496, 6)
        if keeper.figure.letter_at(QPoint(x, y)) is not None
    ]

    click(keeper.figure, found[0])

    assert keeper.marks == marks
    assert keeper.figure.spoken().startswith("Front of neck, left side")


def test_what_is_only_shown_can_be_read_by_arrows_and_not_changed(qtbot: QtBot, dress: Dress) -> None:
    figure = BodyFigure("figure", "Where it is", editable=False)
    qtbot.addWidget(figure)
    figure.resize(400, 800)
    keeper = Keeper(figure)

    click(figure, figure.spot("front.left.chest"))
    press(figure, Qt.Key.Key_Return)
    press(figure, Qt.Key.Key_Home, Qt.Key.Key_Right)

    assert keeper.marks == []
    assert figure.spoken() != "Face, front: not marked"


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_marks_can_be_seen_in_every_look(keeper: Keeper, dress: Dress, look: Theme) -> None:
    dress(look, 100)
    seen = {pixels(keeper.figure)}
    for kind in MarkKind:
        keeper.figure.choose(kind, Whose.CLIENT)
        click(keeper.figure, keeper.figure.spot("front.left.chest"))
        seen.add(pixels(keeper.figure))
        click(keeper.figure, keeper.figure.spot("front.left.chest"))

    assert keeper.marks == []
    assert len(seen) == 11


def pixels(figure: BodyFigure) -> bytes:
    """What is drawn around the chest, without letters and words beside the figure."""
    image = figure.grab(QRect(figure.spot("front.left.chest") - QPoint(40, 40), QSize(80, 80))).toImage()
    return bytes(image.constBits())
