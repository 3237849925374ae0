"""The ladder: five steps rising, today's set by a digit, an arrow or a click; said in words as well."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.ladder import Ladder, Start

WORDS = ("Ten minutes", "Half an hour", "One hour", "Two hours", "A whole Saturday outside with the children")


@pytest.fixture
def ladder(qtbot: QtBot, qapp: QApplication) -> Ladder:
    theme.apply(qapp, Theme.LIGHT)
    made = Ladder("goal_1_step", "Goal 1, today’s step")
    qtbot.addWidget(made)
    made.show_ladder(WORDS, None)
    made.resize(640, made.heightForWidth(640))
    made.show()
    return made


def test_digits_arrows_and_clicks_set_the_step_and_delete_clears_it(ladder: Ladder, qtbot: QtBot) -> None:
    for key, step in (
        (Qt.Key.Key_2, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Up, 5),
        (Qt.Key.Key_Delete, None),
        (Qt.Key.Key_Up, 1),
    ):
        qtbot.keyClick(ladder, key)
        assert ladder.step() == step
    qtbot.mouseClick(ladder, Qt.MouseButton.LeftButton, pos=QPoint(450, 60))
    assert ladder.step() == 4


def test_it_tells_once_when_the_step_changes_and_not_while_it_is_shown(ladder: Ladder, qtbot: QtBot) -> None:
    told: list[int | None] = []
    ladder.changed.connect(lambda: told.append(ladder.step()))
    ladder.show_ladder(WORDS, 2)
    qtbot.keyClick(ladder, Qt.Key.Key_3)
    qtbot.keyClick(ladder, Qt.Key.Key_3)
    assert told == [3]


def test_an_ear_hears_the_step_and_the_goal_and_can_set_it(ladder: Ladder) -> None:
    ladder.show_ladder(WORDS, 2)
    heard = QAccessible.queryAccessibleInterface(ladder)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Goal 1, today’s step"
    assert heard.text(QAccessible.Text.Description) == "step 2 of 5, Half an hour, our goal: One hour"
    heard.valueInterface().setCurrentValue(4)
    assert ladder.step() == 4


def test_the_wheel_changes_nothing(ladder: Ladder) -> None:
    ladder.show_ladder(WORDS, 2)
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(ladder, turned)
    assert ladder.step() == 2


def test_a_fixed_one_takes_neither_the_keyboard_nor_a_click(ladder: Ladder, qtbot: QtBot) -> None:
    fixed = Ladder("ladder_1", "Goal 1", fixed=True)
    qtbot.addWidget(fixed)
    fixed.show_ladder(WORDS, 2, Start(1, "1 October"))
    fixed.resize(640, fixed.heightForWidth(640))
    fixed.show()
    qtbot.mouseClick(fixed, Qt.MouseButton.LeftButton, pos=QPoint(600, 60))
    qtbot.keyClick(fixed, Qt.Key.Key_5)
    assert fixed.step() == 2
    assert fixed.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_where_there_is_no_room_the_steps_stand_below_each_other(ladder: Ladder, qtbot: QtBot) -> None:
    beside = ladder.heightForWidth(640)
    ladder.resize(320, ladder.heightForWidth(320))
    assert ladder.height() > beside
    qtbot.mouseClick(ladder, Qt.MouseButton.LeftButton, pos=QPoint(20, ladder.height() - 12))
    assert ladder.step() == 5
