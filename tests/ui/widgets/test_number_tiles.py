"""Numbers of a scale are set by digits, arrows and presses, and one that is not on it is never set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets import number_tiles
from alliance_desktop.ui.widgets.number_line import NoAnswer, NumberLine, number_answer
from alliance_desktop.ui.widgets.number_tiles import NumberTiles

FINGER = 44


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)


def tiles(qtbot: QtBot, low: int = 0, high: int = 10, width: int = 600) -> NumberTiles:
    made = number_answer("any", "How easily?", low, high)
    assert isinstance(made, NumberTiles)
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    made.setFocus()
    return made


def press(widget: NumberTiles, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def test_a_second_digit_makes_a_number_of_two_where_the_scale_has_it(qtbot: QtBot) -> None:
    ten = tiles(qtbot)
    press(ten, Qt.Key.Key_1, Qt.Key.Key_0)
    assert ten.answer() == 10
    press(ten, Qt.Key.Key_4, Qt.Key.Key_7)
    assert ten.answer() == 7
    press(ten, Qt.Key.Key_Delete)
    assert ten.answer() is None
    twelve = tiles(qtbot, 5, 14)
    press(twelve, Qt.Key.Key_3)
    assert twelve.answer() is None


def test_a_digit_goes_on_where_no_number_has_two_and_enter_always_does(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for high, times in ((5, 1), (10, 0)):
        asked = tiles(qtbot, 1, high)
        went: list[bool] = []
        asked.went_on.connect(lambda: went.append(True))  # noqa: B023  # gone before the next one
        press(asked, Qt.Key.Key_3)
        assert len(went) == times
        press(asked, Qt.Key.Key_Return)
        assert len(went) == times + 1
    monkeypatch.setattr(number_tiles, "_SECOND_DIGIT_WITHIN", -1.0)
    slow = tiles(qtbot)
    press(slow, Qt.Key.Key_1, Qt.Key.Key_0)
    assert slow.answer() == 0


def test_arrows_step_within_the_range_and_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    five = tiles(qtbot, 1, 5)
    press(five, Qt.Key.Key_Right)
    assert five.answer() == 1
    press(five, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert five.answer() == 5
    press(five, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert five.answer() == 1


@pytest.mark.parametrize("width", [320, 600])
def test_every_tile_is_as_large_as_a_finger_and_is_set_by_a_press(qtbot: QtBot, width: int) -> None:
    ten = tiles(qtbot, width=width)
    for number in range(11):
        tile = ten.tile(number)
        assert tile.height() >= FINGER - 1
        assert tile.width() >= FINGER - 1
        qtbot.mouseClick(ten, Qt.MouseButton.LeftButton, pos=tile.center().toPoint())
        assert ten.answer() == number


def test_ears_hear_the_number_or_that_there_is_none(qtbot: QtBot) -> None:
    ten = tiles(qtbot)
    assert ten.accessibleDescription() == "Not answered"
    press(ten, Qt.Key.Key_7)
    heard = QAccessible.queryAccessibleInterface(ten)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.valueInterface().currentValue() == 7
    assert ten.accessibleDescription() == "7"


def test_where_there_are_many_numbers_one_is_typed_and_what_is_none_is_said(qtbot: QtBot) -> None:
    line = number_answer("any", "How far?", 0, 100)
    assert isinstance(line, NumberLine)
    qtbot.addWidget(line)
    assert line.answer() is None
    line.set_words("64")
    assert line.answer() == 64
    for words in ("101", "-3", "six"):
        line.set_words(words)
        with pytest.raises(NoAnswer, match="from 0 to 100"):
            line.answer()
