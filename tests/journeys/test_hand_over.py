"""The handed-over screen stays in front whatever happens, and the therapist takes it back."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, pins, practice_file
from alliance_desktop.storage.wrapping import CHEAP
from alliance_desktop.ui import theme
from alliance_desktop.ui.together.hand_over import HandOver
from tests.journeys.conftest import PASSWORD, Hands

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "COST", CHEAP)


@pytest.fixture
def handed(hands: Hands) -> HandOver:
    hands.found()
    hands.workspace.go("settings")
    hands.type("pin_field", "2580")
    hands.click("choose_pin_button")
    hands.until(lambda: pins.seal() is not None)
    hands.welcome("Maria Feldner")
    hands.click("together_button")
    hands.until(lambda: hands.window.handed is not None and QApplication.activeWindow() is hands.window.handed)
    assert hands.window.handed is not None
    return hands.window.handed


def said(hands: Hands) -> str:
    return hands.find(QLabel, "take_back_words").text()


def says(hands: Hands, words: str) -> bool:
    return words in said(hands)


def pin(hands: Hands, digits: str) -> None:
    for digit in digits:
        hands.click(f"digit_{digit}_button")
    hands.click("enter_pin_button")


def in_front(hands: Hands, handed: HandOver) -> bool:
    """Only the client's window is there, and the practice behind it is out of reach."""
    tops = [window for window in QApplication.topLevelWidgets() if window.isVisible() and window is not handed]
    return hands.window.handed is handed and handed.isVisible() and tops == [] and not hands.window.isVisible()


def test_closing_it_does_not_close_it(hands: Hands, handed: HandOver) -> None:
    assert not handed.close()
    QApplication.closeAllWindows()
    assert in_front(hands, handed)


def test_it_comes_back_when_it_loses_its_place(hands: Hands, handed: HandOver) -> None:
    handed.showMinimized()
    hands.until(lambda: not handed.isMinimized() and handed.isFullScreen())
    other = QWidget()
    hands.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    hands.until(lambda: QApplication.activeWindow() is handed)
    other.close()
    assert in_front(hands, handed)


def test_it_appears_anew_where_asking_to_be_in_front_is_not_enough(
    hands: Hands, handed: HandOver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "activateWindow", lambda: None)
    other = QWidget()
    hands.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    hands.until(lambda: QApplication.activeWindow() is other)
    hands.until(lambda: QApplication.activeWindow() is handed)
    other.close()
    assert in_front(hands, handed)


def test_a_second_start_shows_the_client_s_window_and_not_the_practice(hands: Hands, handed: HandOver) -> None:
    hands.window.to_front()
    assert in_front(hands, handed)


def test_its_title_names_nobody(hands: Hands, handed: HandOver) -> None:
    assert "Maria" not in handed.windowTitle()


def test_the_pin_takes_it_back_to_the_page_as_it_was(hands: Hands, handed: HandOver) -> None:
    hands.click("take_back_lock_button")
    pin(hands, "2581")
    hands.until(lambda: "4 more tries" in said(hands))
    assert in_front(hands, handed)
    pin(hands, "2580")
    hands.until(lambda: hands.window.handed is None)
    assert hands.window.isVisible()
    assert hands.workspace.client_page.isVisible()
    assert theme.current().percent == 100
    assert pins.tries_left() == 5


def test_digits_may_be_typed_and_esc_goes_back_to_the_client(hands: Hands, handed: HandOver) -> None:
    hands.click("take_back_lock_button")
    pad = hands.find(QWidget, "digit_pad")
    QTest.keyClicks(pad, "25")
    QTest.keyClick(pad, Qt.Key.Key_Escape)
    assert handed.page.isVisible()
    hands.click("take_back_lock_button")
    QTest.keyClicks(hands.find(QWidget, "digit_pad"), "2580")
    QTest.keyClick(hands.find(QWidget, "digit_pad"), Qt.Key.Key_Return)
    hands.until(lambda: hands.window.handed is None)


def test_after_five_wrong_ones_only_the_password_serves(hands: Hands, handed: HandOver) -> None:
    hands.click("take_back_lock_button")
    for left in ("4 more tries", "3 more tries", "2 more tries", "1 more try", "wrong five times"):
        pin(hands, "0000")
        hands.until(partial(says, hands, left))
    handed.take_back.left.emit()
    hands.click("take_back_lock_button")
    assert "wrong five times" in said(hands)
    hands.type("take_back_password_field", "moss lantern quiet harbor")
    hands.click("take_back_button")
    hands.until(lambda: "not the password" in said(hands))
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)
    assert pins.tries_left() == 5
    assert [line.action for line in audit.lines()].count("wrong pin") == 5


def test_wrong_ones_count_where_nothing_can_be_written(
    hands: Hands, handed: HandOver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_told: object, **_more: object) -> None:
        raise AllianceError("There is no room left on the disk.")

    monkeypatch.setattr(pins, "count_wrong", refuse)
    hands.click("take_back_lock_button")
    for left in ("4 more tries", "3 more tries", "2 more tries", "1 more try", "wrong five times"):
        pin(hands, "0000")
        hands.until(partial(says, hands, left))


def test_it_blanks_when_nobody_is_there_and_a_touch_brings_it_back_pressing_nothing(
    hands: Hands, handed: HandOver
) -> None:
    hands.type("talk_matters_edit", "I want my garden back")
    handed.go_blank()
    assert not handed.page.isVisible()
    words = " ".join(label.text() for label in handed.findChildren(QLabel) if label.isVisible())
    assert "Maria" not in words
    assert "garden" not in words
    pressed = QMouseEvent(
        QEvent.Type.MouseButtonPress, QPointF(5, 5), QPointF(5, 5), Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton, PLAIN,
    )  # fmt: skip
    QApplication.sendEvent(handed, pressed)
    assert handed.page.isVisible()
    assert in_front(hands, handed)


def test_a_lock_leads_to_the_door_and_never_to_the_practice(hands: Hands, handed: HandOver) -> None:
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    assert hands.window.workspace is None
    assert not practice_file.is_open()
    assert theme.current().percent == 100


def test_a_restart_ends_at_the_door(hands: Hands, handed: HandOver) -> None:
    hands.window.close_now()
    hands.until(lambda: not handed.isVisible())
    assert not practice_file.is_open()
    hands.start()
    hands.until(lambda: [w for w in hands.window.findChildren(QWidget, "password_field") if w.isVisible()])
    assert hands.window.handed is None


def test_words_get_larger_and_never_smaller_than_a_client_s(hands: Hands, handed: HandOver) -> None:
    before = theme.current().percent
    hands.click("larger_button")
    assert theme.current().percent == before + 10
    for _time in range(5):
        handed.smaller()
    assert theme.current().percent == before == 130
    small = [
        (widget.objectName(), widget.size())
        for widget in handed.findChildren(QWidget)
        if widget.isVisible() and widget.inherits("QAbstractButton") and min(widget.height(), widget.width()) < 44
    ]
    assert small == []


def test_what_is_said_about_other_work_is_not_told_to_a_client(hands: Hands, handed: HandOver) -> None:
    hands.until(lambda: not handed._acting)  # noqa: SLF001  # nobody does anything on it just now
    hands.workspace.desk.say("Jonas Wehrling is archived; nothing is lost.")
    hands.workspace.desk.offer_undo("Jonas Wehrling is deleted.", lambda: None)
    assert not handed.notice.isVisible()


def test_what_was_copied_before_cannot_be_pasted_by_a_client(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    QGuiApplication.clipboard().setText("Jonas Wehrling, 0664 12 34 56")
    hands.click("together_button")
    hands.until(lambda: hands.window.handed is not None)
    assert QGuiApplication.clipboard().text() == ""
