"""Somebody at the window: finds things by name, types, clicks, draws a signature, and waits for what comes."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.errors import AllianceError
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.words import _

PATIENCE = 30_000


class NotInSight(AllianceError):
    """Something that should be on the screen is not."""


def pause(milliseconds: int) -> None:
    """Let the program go on for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Person:
    """Works on one window as a therapist would."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._leaving = False

    def leave(self) -> None:
        """Do nothing more: whatever is asked for next raises ``KeyboardInterrupt``."""
        self._leaving = True

    def stay(self) -> None:
        """Raise ``KeyboardInterrupt`` for whoever was asked to leave: not from within an event, where none may be."""
        if self._leaving:
            raise KeyboardInterrupt

    def until(self, what: str, true: Callable[[], object]) -> None:
        """Wait for something; raises ``NotInSight`` with its name after half a minute."""
        clock = QElapsedTimer()
        clock.start()
        self.stay()
        while not true():
            self.stay()
            if clock.elapsed() > PATIENCE:
                raise NotInSight(_("{what} did not come.").format(what=what))
            pause(20)

    def find(self, name: str) -> QWidget:
        """The visible widget with this name."""
        found: list[QWidget] = []

        def in_sight() -> bool:
            front = self.window.handed or self.window
            found[:] = [w for w in front.findChildren(QWidget, name) if w.isVisible()]
            return bool(found)

        self.until(name, in_sight)
        return found[-1]

    def type(self, name: str, words: str) -> None:
        """Type words into a field, over what stood there."""
        field = self.find(name)
        field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        for letter in words:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def click(self, name: str) -> None:
        """Press a button; raises ``NotInSight`` when it is off."""
        button = self.find(name)
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            raise NotInSight(_("{what} cannot be pressed.").format(what=name))
        button.click()
        pause(30)

    def digit(self, name: str, digit: int) -> None:
        """Set a number by its key."""
        key = Qt.Key.Key_0.value + digit
        QApplication.sendEvent(
            self.find(name), QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, str(digit))
        )

    def press(self, name: str, key: Qt.Key) -> None:
        """Press a key of the keyboard at something."""
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.find(name), QKeyEvent(QKeyEvent.Type.KeyPress, key, none))

    def sign(self, name: str) -> None:
        """Draw something like a signature."""
        pad = self.find(name)
        height = pad.height()
        places = [
            QPoint(30 + 9 * n, round(height * (0.5 + (0.16 if n % 2 else -0.2) * (1 - n / 20)))) for n in range(15)
        ]
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        kinds = [QMouseEvent.Type.MouseButtonPress] + [QMouseEvent.Type.MouseMove] * 13
        for kind, place in zip([*kinds, QMouseEvent.Type.MouseButtonRelease], places, strict=True):
            button = none if kind == QMouseEvent.Type.MouseMove else left
            held = none if kind == QMouseEvent.Type.MouseButtonRelease else left
            at, there = QPointF(place), QPointF(pad.mapToGlobal(place))
            event = QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(pad, event)
