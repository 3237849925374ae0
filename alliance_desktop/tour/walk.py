"""One walk through the windows: opens them, does step after step, keeps a picture of each, light and dark."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.tour.person import NotInSight, Person, pause
from alliance_desktop.ui import theme
from alliance_desktop.ui.interruption import Interruption
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.ui.workspace import Workspace
from alliance_desktop.words import _

Act = Callable[[], tuple[bool, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour: what was looked at, whether it held, and what was found."""

    name: str
    held: bool
    words: str


class Walk:
    """Somebody at the windows of one practice after the other, and what came of each step."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.steps: list[Step] = []
        self._application = _application()
        self._window: MainWindow | None = None
        self._leaving = False
        theme.apply(self._application, Theme.LIGHT)

    @property
    def window(self) -> MainWindow:
        """The window that is open now."""
        if self._window is None:
            raise NotInSight(_("No window is open."))
        return self._window

    @property
    def workspace(self) -> Workspace:
        """What is open inside it."""
        if self.window.workspace is None:
            raise NotInSight(_("The practice is not open."))
        return self.window.workspace

    def open(self, folder: PracticeFolder) -> None:
        """Start the program on a folder, in place of what was open."""
        self.close()
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._window = MainWindow(folder, replace(Settings(), theme=Theme.LIGHT))
        self.person = Person(self._window)
        if self._leaving:
            self.person.leave()
        self._window.resize(1280, 800)
        self._window.show()
        pause(50)

    def close(self) -> None:
        """Close what is open; what is typed is stored."""
        if self._window is not None:
            self._window.close_now()
            pause(100)
            self._window.deleteLater()
            self._window = None

    def go(self, acts: Iterable[tuple[str, Act]]) -> list[Step]:
        """Do every step and return what came of each; the first that does not hold ends the walk."""
        try:
            with Interruption(self._leave):
                for name, act in acts:
                    self._step(name, act)
                    if not self.steps[-1].held:
                        break
                self.person.stay()
        finally:
            self.close()
        return self.steps

    def _leave(self) -> None:
        self._leaving = True
        self.person.leave()

    def _step(self, name: str, act: Act) -> None:
        try:
            held, words = act()
        except AllianceError as refusal:
            held, words = False, str(refusal)
        self.steps.append(Step(name, held, words))
        if self._window is not None:
            self._picture(f"{len(self.steps):02d}-{name}")

    def _picture(self, name: str) -> None:
        # First as it is shown just now: every change of look dresses the whole program anew.
        for look in sorted((Theme.DARK, Theme.LIGHT), key=lambda look: look != theme.current().name):
            if look != theme.current().name:
                theme.apply(self._application, look, theme.current().percent)
            pause(60)
            self._grabbed().save(str(self.target / f"{name}-{look}.png"))

    def _grabbed(self) -> QPixmap:
        """The window, with the dialog over its middle if one is open."""
        if self.window.handed is not None:
            return self.window.handed.grab()
        seen = self.window.grab()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                room = (self.window.size() - dialog.size()) / 2
                painter = QPainter(seen)
                painter.drawPixmap(QPoint(room.width(), room.height()), dialog.grab())
                painter.end()
        return seen


def _application() -> QApplication:
    existing = QApplication.instance()
    if existing is None and sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return existing if isinstance(existing, QApplication) else QApplication([])
