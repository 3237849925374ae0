"""The real windows on a real encrypted file, driven as a person would."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice_file, vault
from alliance_desktop.storage import keys
from alliance_desktop.ui import printing, theme
from alliance_desktop.ui.main_window import MainWindow, this_moment
from alliance_desktop.ui.workspace import Workspace
from tests.conftest import PASSWORD as PASSWORD

W = TypeVar("W", bound=QWidget)


class Hands:
    """What a person does at the window: find a thing by its name, type, click, sign, wait for what comes."""

    def __init__(self, qtbot: QtBot, folder: PracticeFolder, founded: Path) -> None:
        self.qtbot, self.folder, self._founded = qtbot, folder, founded
        self._now = this_moment
        self.window = self.start()

    def start(self) -> MainWindow:
        """Start the program on the folder, as after a restart."""
        self.window = MainWindow(self.folder, Settings(theme=Theme.LIGHT), self._now)
        self.qtbot.addWidget(self.window)
        self.window.show()
        return self.window

    def weeks_later(self, weeks: int = 1) -> None:
        """Close the program and open it again some weeks on; from then on its clock says so."""
        self.window.close()
        before, ahead = self._now, timedelta(weeks=weeks)
        self._now = lambda: before() + ahead
        self.start()
        self.unlock()

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def front(self) -> QWidget:
        """The window that is before a person: a client's, while the screen is handed over."""
        return self.window.handed or self.window

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget with this name, in the window in front or the dialog over it."""
        found: list[W] = []

        def in_sight() -> None:
            found[:] = [w for w in self.front.findChildren(kind, name) if w.isVisible()]
            assert found, f"no {name} in sight"

        self.qtbot.waitUntil(in_sight, timeout=5000)
        return found[-1]

    def type(self, name: str, words: str) -> None:
        """Type words into a field, key by key, over what stood there."""
        field = self.find(QWidget, name)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]  # every field has it
        for letter in words:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def click(self, name: str) -> None:
        """Click the thing with this name."""
        widget = self.find(QWidget, name)
        assert widget.isEnabled(), f"{name} is off"
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def sign(self, name: str) -> None:
        """Draw something like a signature into a pad, once the page to sign is there."""
        pad = self.find(QWidget, name)
        self.until(pad.isEnabled)
        middle = pad.height() // 2
        self.qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, middle))
        for step in range(1, 9):
            self.qtbot.mouseMove(pad, QPoint(30 + 15 * step, middle + (12 if step % 2 else -12)))
        self.qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(150, middle))

    def until(self, true: Callable[[], object]) -> None:
        """Wait for something that will be in sight."""

        def held() -> None:
            assert true()

        self.qtbot.waitUntil(held, timeout=20_000)

    def unlock(self, password: str = PASSWORD) -> None:
        """Type the password and wait for the workspace."""
        self.until(lambda: [w for w in self.window.findChildren(QWidget, "password_field") if w.isVisible()])
        self.type("password_field", password)
        self.click("unlock_button")
        # It has keys of its own only once it is shown.
        self.until(lambda: self.window.workspace is not None and self.window.workspace.isVisible())

    def found(self) -> None:
        """Be at work in a practice that a first run made; the run itself takes a while and has its own journeys."""
        self.window.close()
        shutil.copytree(self._founded, self.folder.root, dirs_exist_ok=True)
        self.start()
        self.unlock()

    def first_run(self) -> None:
        """Go through the first run to an open practice."""
        self.click("look_step_on_button")
        self.click("new_practice_button")
        self.type("therapist_edit", "Ana Brandl")
        self.type("title_edit", "Bodywork")
        self.click("names_step_on_button")
        self.type("password_field", PASSWORD)
        self.type("again_field", PASSWORD)
        self.click("password_step_on_button")
        code = self.find(QWidget, "code_words").text()  # type: ignore[attr-defined]
        self.type("typed_edit", code.lower())
        self.click("sheet_step_on_button")
        self.click("backups_step_on_button")
        self.until(lambda: self.window.workspace is not None)

    def welcome(self, name: str) -> None:
        """Add a client by name."""
        self.workspace.new_client()
        self.until(lambda: self.window.findChildren(QWidget, "client_dialog"))
        self.type("name_edit", name)
        self.click("accept_button")
        self.until(lambda: self.workspace.client_page.isVisible())

    def tab(self, name: str) -> None:
        """Go to a tab of the client page."""
        self.workspace.client_page.show_tab(name)
        page = self.workspace.client_page.stack.currentWidget()
        self.until(lambda: page is not None and page.isVisible())


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """A printer that keeps what was sent to it."""
    sent: list[bytes] = []

    def send(_parent: QWidget, pdf: bytes) -> bool:
        sent.append(pdf)
        return True

    monkeypatch.setattr(printing, "print_pdf", send)
    return sent


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, first_run_done: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Hands at a program that was started for the first time."""
    monkeypatch.setattr(vault, "COST", keys.CHEAP)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, Theme.LIGHT)
    root = tmp_path / "practice"
    root.mkdir(mode=0o700)
    person = Hands(qtbot, PracticeFolder(root), first_run_done)
    yield person
    person.window.close()
    if practice_file.is_open():
        practice_file.shut()
