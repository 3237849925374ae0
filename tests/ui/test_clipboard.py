"""What is copied here is marked as secret, and does not stay."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from alliance_desktop.ui.clipboard import KEPT_FOR, ClipboardGuard


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[QClipboard]:
    """The clipboard, empty before and after."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


def copied(board: QClipboard, qtbot: QtBot) -> QMimeData:
    """Copy a sentence out of a note, as Ctrl+C does."""
    note = QPlainTextEdit("Slow strokes")
    qtbot.addWidget(note)
    note.selectAll()
    note.copy()
    data = board.mimeData()
    assert data is not None
    return data


def test_it_stays_for_half_a_minute() -> None:
    assert KEPT_FOR == 30_000


def test_what_is_copied_anywhere_is_words_alone_and_marked_as_secret(board: QClipboard, qtbot: QtBot) -> None:
    owner = QObject()
    ClipboardGuard(owner)
    data = copied(board, qtbot)
    assert data.text() == "Slow strokes"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert any("ExcludeClipboardContentFromMonitorProcessing" in name for name in data.formats())
    assert not data.hasHtml()


def test_it_is_gone_after_its_time(board: QClipboard, qtbot: QtBot) -> None:
    owner = QObject()
    ClipboardGuard(owner, kept_for=40)
    copied(board, qtbot)
    qtbot.waitUntil(lambda: board.text() == "", timeout=10_000)


def test_it_is_gone_when_the_practice_locks(board: QClipboard, qtbot: QtBot) -> None:
    owner = QObject()
    guard = ClipboardGuard(owner)
    copied(board, qtbot)
    guard.forget()
    assert board.text() == ""


def test_what_another_program_copied_is_left_alone(
    board: QClipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    guard = ClipboardGuard(owner, kept_for=1)
    copied(board, qtbot)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    board.setText("somebody else's")
    qtbot.wait(30)
    guard.forget()
    assert board.text() == "somebody else's"
    assert board.mimeData().formats() == ["text/plain"]
