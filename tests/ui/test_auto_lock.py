"""Nobody there: a warning, then the door; whatever was half typed is still there afterwards."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import plans, practice_file, vault
from alliance_desktop.storage.keys import CHEAP
from alliance_desktop.ui import theme
from alliance_desktop.ui.auto_lock import AutoLock
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.journeys.conftest import Hands


class Clock:
    """A wall clock that goes as it is told."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def go(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class Quiet(Hands):
    """Hands whose program lives by a clock of its own; it locks after two quiet minutes."""

    def start(self) -> MainWindow:
        self.clock = Clock()
        self.window = MainWindow(self.folder, Settings(theme=Theme.LIGHT, lock_minutes=2), self.clock)
        self.qtbot.addWidget(self.window)
        self.window.show()
        return self.window

    def wait(self, seconds: int) -> None:
        """Let quiet seconds pass in steps that no sleep would take, each noticed by the program."""
        for _step in range(0, seconds, 10):
            if self.window.workspace is not None:
                self._wait_ten(self.window.workspace.auto_lock)

    def _wait_ten(self, lock: AutoLock) -> None:
        beats: list[bool] = []
        lock.looked.connect(lambda: beats.append(True))
        self.clock.go(10)
        self.until(lambda: beats or self.window.workspace is None)

    @property
    def locked(self) -> bool:
        return isinstance(self.window.centralWidget(), UnlockPage) and not practice_file.is_open()


@pytest.fixture
def quiet(qtbot: QtBot, tmp_path: Path, first_run_done: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Quiet]:
    """An open practice, and nobody there."""
    monkeypatch.setattr(vault, "COST", CHEAP)
    monkeypatch.setattr("alliance_desktop.ui.auto_lock.BEAT", 5)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, Theme.LIGHT)
    root = tmp_path / "practice"
    root.mkdir(mode=0o700)
    person = Quiet(qtbot, PracticeFolder(root), first_run_done)
    person.found()
    yield person
    person.window.close()
    if practice_file.is_open():
        practice_file.shut()


def test_quiet_minutes_are_warned_of_and_then_the_door_is_shut(quiet: Quiet) -> None:
    quiet.wait(80)
    assert not quiet.workspace.notice.isVisible()
    quiet.wait(10)
    assert "half a minute" in quiet.workspace.notice.sentence.text()
    quiet.wait(40)
    quiet.until(lambda: quiet.locked)


def key(window: QWidget) -> None:
    """Press a key as the system tells of it: to the window first."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)


def wheel(window: QWidget) -> None:
    handle, middle = window.windowHandle(), QPointF(window.rect().center())
    none = QPoint(0, 0)
    turned = QWheelEvent(
        middle, middle, none, QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(handle, turned)


def move(window: QWidget) -> None:
    QTest.mouseMove(window.windowHandle(), QPoint(40, 40))


@pytest.mark.parametrize("act", [key, wheel, move])
def test_any_key_and_any_move_start_the_time_again_and_take_the_warning_away(
    quiet: Quiet, act: Callable[[QWidget], None]
) -> None:
    quiet.wait(90)
    assert quiet.workspace.notice.isVisible()
    act(quiet.window)
    assert not quiet.workspace.notice.isVisible()
    quiet.wait(80)
    assert quiet.window.workspace is not None


def test_who_is_busy_in_a_dialog_is_here_too(quiet: Quiet) -> None:
    quiet.workspace.new_client()
    quiet.until(lambda: quiet.window.findChildren(QDialog, "client_dialog"))
    quiet.wait(90)
    assert quiet.workspace.notice.isVisible()
    key(quiet.window.findChildren(QDialog, "client_dialog")[0])
    assert not quiet.workspace.notice.isVisible()


def test_a_half_typed_plan_and_an_open_dialog_survive_a_quiet_lock(quiet: Quiet) -> None:
    quiet.welcome("Maria Feldner")
    quiet.tab("plan")
    quiet.click("begin_plan_button")
    quiet.type("matters_edit", "To garden again")
    quiet.workspace.new_client()
    quiet.until(lambda: quiet.window.findChildren(QDialog, "client_dialog"))
    quiet.wait(130)
    quiet.until(lambda: quiet.locked)
    assert not [dialog for dialog in quiet.window.findChildren(QDialog) if dialog.isVisible()]
    quiet.unlock()
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert plan.draft.what_matters.words == "To garden again"


def test_a_computer_that_slept_wakes_up_locked_however_short_the_sleep(quiet: Quiet) -> None:
    quiet.clock.go(45)
    quiet.until(lambda: quiet.locked)


def test_a_clock_that_was_set_back_counts_anew_and_still_locks(quiet: Quiet) -> None:
    quiet.clock.go(-86_400)
    quiet.wait(80)
    assert quiet.window.workspace is not None
    quiet.wait(60)
    quiet.until(lambda: quiet.locked)


def test_a_computer_that_tells_before_it_sleeps_is_locked_before(quiet: Quiet) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    quiet.until(lambda: quiet.locked)


def test_a_file_dialog_left_open_is_closed_and_the_practice_locked(quiet: Quiet) -> None:
    quiet.workspace.go("backup")
    seen: list[bool] = []

    def leave_it_open() -> None:
        seen.append(isinstance(QApplication.activeModalWidget(), QFileDialog))
        quiet.clock.go(45)

    QTimer.singleShot(50, leave_it_open)
    quiet.click("other_folder_button")
    quiet.until(lambda: quiet.locked)
    assert seen == [True]
