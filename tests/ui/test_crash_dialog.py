"""A fault of the program is told once, calmly, and the program goes on."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme
from alliance_desktop.ui.crash_dialog import CrashDialog
from alliance_desktop.ui.widgets.words import Words


def shown() -> list[CrashDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[CrashDialog]:
    """The dialog after two faults in a row."""
    theme.apply(qapp, Theme.LIGHT)
    CrashDialog.show_once()
    CrashDialog.show_once()
    yield shown()[0]
    for left in shown():
        left.reject()


def test_two_faults_show_one_window(dialog: CrashDialog) -> None:
    assert shown() == [dialog]


def test_it_says_what_is_safe_and_frightens_nobody(dialog: CrashDialog) -> None:
    told = " ".join(words.text() for words in dialog.findChildren(Words)) + dialog.windowTitle()
    assert "is saved" in told
    assert "no names and no notes" in told
    assert not re.search(r"\b(error|fatal|exception|abort|null|SQL|Traceback)\b", told, re.IGNORECASE)


def test_one_button_goes_on_and_a_later_fault_is_told_again(dialog: CrashDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert shown() == []
    CrashDialog.show_once()
    assert len(shown()) == 1


def test_escape_goes_on_too(dialog: CrashDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown() == []
