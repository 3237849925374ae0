"""How sure somebody is: a tile for each number, for every finger, by the keys of every scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui.widgets.sure_tiles import SureTiles
from tests.ui.widgets.conftest import Dress


@pytest.fixture
def tiles(dress: Dress, qtbot: QtBot) -> SureTiles:
    made = SureTiles("sure", "How sure")
    qtbot.addWidget(made)
    made.resize(560, made.heightForWidth(560))
    made.show()
    return made


def press(tiles: SureTiles, number: int) -> None:
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=tiles.tile(number).center().toPoint())


def test_each_tile_is_pressed_where_it_lies_and_says_so_once(tiles: SureTiles, qtbot: QtBot) -> None:
    for number in (0, 6, 10):
        with qtbot.waitSignal(tiles.chosen):
            press(tiles, number)
        assert tiles.number() == number
    assert tiles.accessibleDescription() == "10 of 10"


def test_keys_set_ten_step_and_clear(tiles: SureTiles) -> None:
    tiles.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        QTest.keyClick(tiles, key)
    assert tiles.number() == 10
    QTest.keyClick(tiles, Qt.Key.Key_Left)
    assert tiles.number() == 9
    QTest.keyClick(tiles, Qt.Key.Key_Delete)
    assert tiles.number() is None


@pytest.mark.parametrize(("percent", "width"), [(100, 560), (130, 552), (130, 436), (200, 552), (200, 1100)])
def test_no_tile_is_smaller_than_a_finger_at_any_width(
    dress: Dress, tiles: SureTiles, percent: int, width: int
) -> None:
    dress(Theme.LIGHT, percent)
    tiles.resize(width, tiles.heightForWidth(width))
    places = [tiles.tile(number) for number in range(11)]
    assert min(min(place.width(), place.height()) for place in places) >= 44
    assert all(tiles.rect().toRectF().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_reading_from_the_right_begins_at_the_right(tiles: SureTiles) -> None:
    tiles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert tiles.tile(0).left() > tiles.tile(10).left()
    press(tiles, 3)
    assert tiles.number() == 3
