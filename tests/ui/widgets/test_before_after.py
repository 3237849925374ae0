"""The client's numbers are set by a digit, an arrow or a click, and by nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui.widgets.before_after import ZeroToTen, change_words

Dress = Callable[[Theme, int], None]


@pytest.fixture
def scale(qtbot: QtBot, dress: Dress) -> ZeroToTen:
    made = ZeroToTen("tension_before", "Tension, before")
    qtbot.addWidget(made)
    made.resize(330, 32)
    made.show()
    return made


def test_a_digit_sets_the_number(scale: ZeroToTen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scale.changed):
        QTest.keyClick(scale, Qt.Key.Key_7)

    assert scale.value() == 7


def test_one_then_nought_is_ten(scale: ZeroToTen) -> None:
    QTest.keyClick(scale, Qt.Key.Key_1)
    QTest.keyClick(scale, Qt.Key.Key_0)

    assert scale.value() == 10


def test_nought_long_after_one_is_nought(scale: ZeroToTen, qtbot: QtBot) -> None:
    QTest.keyClick(scale, Qt.Key.Key_1)
    qtbot.wait(1100)
    QTest.keyClick(scale, Qt.Key.Key_0)

    assert scale.value() == 0


def test_arrows_step_within_nought_and_ten_and_delete_clears(scale: ZeroToTen) -> None:
    scale.set_value(9)

    for _n in range(3):
        QTest.keyClick(scale, Qt.Key.Key_Right)
    assert scale.value() == 10
    QTest.keyClick(scale, Qt.Key.Key_Home)
    QTest.keyClick(scale, Qt.Key.Key_Left)
    assert scale.value() == 0
    QTest.keyClick(scale, Qt.Key.Key_Delete)
    assert scale.value() is None


def test_a_page_key_with_a_digit_is_no_number(scale: ZeroToTen) -> None:
    QTest.keyClick(scale, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert scale.value() is None


def test_a_click_sets_the_number_under_it(scale: ZeroToTen) -> None:
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(135, 16))

    assert scale.value() == 4


def test_right_to_left_counts_from_the_right(scale: ZeroToTen) -> None:
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(5, 16))
    assert scale.value() == 10
    QTest.keyClick(scale, Qt.Key.Key_Right)
    assert scale.value() == 9


def test_the_wheel_changes_nothing(scale: ZeroToTen) -> None:
    scale.set_value(5)
    scale.setFocus()
    place = QPointF(100, 16)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(place, place, QPoint(0, 0), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier, phase, False)

    QApplication.sendEvent(scale, turn)

    assert scale.value() == 5
    assert not turn.isAccepted()


def test_a_screen_reader_finds_a_slider_and_can_set_it(scale: ZeroToTen, qtbot: QtBot) -> None:
    heard = QAccessible.queryAccessibleInterface(scale)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Tension, before"
    assert heard.text(QAccessible.Text.Description) == "Not set"

    with qtbot.waitSignal(scale.changed):
        heard.valueInterface().setCurrentValue(6)

    assert scale.value() == 6
    assert heard.text(QAccessible.Text.Description) == "6 of 10"


def test_filling_in_a_stored_number_tells_nobody(scale: ZeroToTen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scale.changed):
        scale.set_value(8)
        scale.set_value(None)


@pytest.mark.parametrize(
    ("before", "after", "lower_is_better", "told"),
    [
        (7, 3, True, "7 → 3, eased by 4"),
        (7, 3, None, "7 → 3, down by 4"),
        (3, 7, True, "3 → 7, up by 4"),
        (4, 8, False, "4 → 8, better by 4"),
        (5, 5, None, "5 → 5, the same"),
        (None, 5, True, ""),
    ],
)
def test_a_change_is_said_in_words(
    before: int | None, after: int | None, lower_is_better: bool | None, told: str
) -> None:
    assert change_words(before, after, lower_is_better) == told
