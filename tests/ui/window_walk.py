"""How windows are brought on the screen one after the other, and what a hand does in them."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import practice_file
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
PATIENCE = 20_000


def pause(milliseconds: int = 20) -> None:
    """Let the program go on for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(true: Callable[[], object], what: str = "") -> None:
    """Wait for something that will be in sight."""
    clock = QElapsedTimer()
    clock.start()
    while not true():
        assert clock.elapsed() < PATIENCE, f"{what} did not come"
        pause()


def type_into(field: QWidget, words: str) -> None:
    """Type words into a field, letter by letter, at the end of what stands there."""
    field.setFocus()
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class WindowWalk(ABC):
    """``show`` brings a window on screen and returns it; each window is a method ``_name`` of a part of the walk."""

    maria: int

    def __init__(self, home: Path) -> None:
        self.home = home
        self.look = Settings(theme=Theme.LIGHT)
        self._loose: list[QWidget] = []
        self._window: MainWindow | None = None
        self._opened = self._shown = ""
        self._size = (1280, 800)
        self.folders = {place: PracticeFolder(home / place) for place in ("outside", "inside", "empty")}
        for folder in self.folders.values():
            folder.root.mkdir(mode=0o700)
        stage.write(self.folders["inside"], now=datetime.now(UTC))

    @abstractmethod
    def place_of(self, name: str) -> str:
        """The practice that a window belongs to: a key of ``folders``."""

    @abstractmethod
    def _enter(self, place: str) -> None:
        """Come from the door of a practice to where its windows are."""

    def show(self, name: str, width: int = 1280, height: int = 800) -> QWidget:
        """Bring a window on screen at a size and return it."""
        place = self.place_of(name)
        if not self._goes_on_to(name):
            self._close_loose()
        if place != self._opened or place == "outside":
            self._open(place)
        self._size = (width, height)
        self.window.resize(width, height)
        pause()
        shown: QWidget = getattr(self, f"_{name}")() or self.window
        self._to_front(shown)
        self._shown = name
        return shown

    def _goes_on_to(self, name: str) -> bool:
        """True where what was shown last stays open, because this one lies in the same window."""
        return False

    @property
    def window(self) -> MainWindow:
        """The window that is open now."""
        assert self._window is not None
        return self._window

    @property
    def workspace(self) -> Workspace:
        """What is open inside it."""
        assert self.window.workspace is not None
        return self.window.workspace

    def close(self) -> None:
        """Close everything; what is typed goes with its practice."""
        self._close_loose()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            pause()
            self._window = None
        if practice_file.is_open():
            practice_file.shut()
        self._opened = self._shown = ""

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget with this name."""
        found: list[W] = []

        def in_sight() -> bool:
            tops = [self.window, *([self.window.handed] if self.window.handed else []), *self._loose]
            found[:] = [w for top in tops for w in top.findChildren(kind, name) if w.isVisible()]
            return bool(found)

        until(in_sight, name)
        return found[-1]

    def click(self, name: str) -> None:
        """Press the button with this name."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), name
        button.click()
        pause()

    def _to_front(self, shown: QWidget) -> None:
        top = shown.window()
        top.activateWindow()
        until(lambda: QApplication.activeWindow() is top, "the window in front")
        pause(60)
        for area in top.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _close_loose(self) -> None:
        for widget in self._loose:
            if widget is not self._window:
                widget.close()
        self._loose = []
        if self._window is not None and self._window.handed is not None:
            self._window.handed.page.leave()
            self._window.handed.returned.emit()
            pause()
        if self._window is not None:
            for dialog in self._window.findChildren(QDialog):
                dialog.reject()
        pause()

    def _open(self, place: str) -> None:
        self.close()
        folder = self.folders[place]
        self._window = MainWindow(folder, self.look)
        self._window.show()
        self._opened = place
        self._enter(place)

    def _dialog(self, name: str) -> QDialog:
        return self.find(QDialog, name)

    def _keep(self, widget: W) -> W:
        self._loose.append(widget)
        return widget
