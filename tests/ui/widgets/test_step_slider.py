"""A slider over a few steps, for the hand, the keyboard and the ear."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.ui.widgets.step_slider import StepSlider
from tests.ui.widgets.conftest import Dress


@pytest.fixture
def slider(qtbot: QtBot, dress: Dress) -> StepSlider:
    made = StepSlider("visit_slider", "Visit")
    qtbot.addWidget(made)
    made.resize(300, 40)
    made.show_steps(4, 3)
    made.show()
    return made


def wheel(slider: StepSlider) -> None:
    where = QPointF(20, 20)
    event = QWheelEvent(
        where, slider.mapToGlobal(where), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)


def test_it_is_a_slider_whose_value_is_said_in_words(slider: StepSlider) -> None:
    slider.say("Visit 4, 12 November")
    heard = QAccessible.queryAccessibleInterface(slider)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Visit"
    assert heard.text(QAccessible.Text.Value) == "Visit 4, 12 November"


def test_arrows_and_ends_move_it_step_by_step(slider: StepSlider) -> None:
    for key, step in ((Qt.Key.Key_Left, 2), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(slider, key)
        assert slider.value() == step


def test_where_one_reads_from_the_right_the_first_step_is_at_the_right(slider: StepSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert slider.spot(0).x() > slider.spot(3).x()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 2


def test_a_click_goes_to_the_nearest_step_and_a_drag_follows(slider: StepSlider) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.spot(1).x()) + 8, 20))
    assert slider.value() == 1
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=slider.spot(1).toPoint())
    QTest.mouseMove(slider, slider.spot(2).toPoint())
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=slider.spot(2).toPoint())
    assert slider.value() == 2


def test_the_wheel_moves_it_only_while_it_has_the_keyboard(slider: StepSlider, qtbot: QtBot) -> None:
    slider.clearFocus()
    wheel(slider)
    assert slider.value() == 3
    slider.activateWindow()
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    wheel(slider)
    assert slider.value() < 3


def test_of_one_step_nothing_can_be_chosen(slider: StepSlider) -> None:
    slider.show_steps(1, 0)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 0
