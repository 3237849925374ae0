"""Going from page to page by keyboard: back, find and leave, print at once, close while a backup is made."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from alliance_desktop.services import backups, sessions
from alliance_desktop.ui import printing
from tests.journeys.conftest import Hands


def press(hands: Hands, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    # A shortcut is heard only in the window that is in front.
    hands.window.activateWindow()
    hands.until(hands.window.isActiveWindow)
    QTest.keyClick(hands.window.focusWidget() or hands.window, key, modifiers)


def back(hands: Hands) -> None:
    press(hands, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def place(hands: Hands) -> tuple[str, str]:
    page = hands.workspace.client_page
    return page.name.text(), page.place().tab


def two_people(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.welcome("Jonas Wehrling")


def test_back_finds_the_client_and_the_tab_that_were_open(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "brief")
    hands.tab("profile")
    hands.workspace.open_client(2, "sessions")
    hands.workspace.go("backup")
    back(hands)
    assert place(hands) == ("Jonas Wehrling", "sessions")
    back(hands)
    assert place(hands) == ("Maria Feldner", "profile")


def test_leaving_the_search_returns_to_where_it_began(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.go("settings")
    hands.workspace.open_client(1, "profile")
    press(hands, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.type("find_edit", "jonas")
    hands.until(lambda: hands.workspace.found_page.isVisible())
    QTest.keyClick(hands.find(QWidget, "find_edit"), Qt.Key.Key_Escape)
    hands.until(hands.workspace.client_page.isVisible)
    assert place(hands) == ("Maria Feldner", "profile")


def test_print_is_one_key_even_before_the_paper_is_drawn(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.click("ready_button")
    hands.click("later_button")
    printed: list[bytes] = []

    def send(_parent: QWidget, pdf: bytes) -> bool:
        printed.append(pdf)
        return True

    monkeypatch.setattr(printing, "print_pdf", send)
    press(hands, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hands.until(lambda: printed)
    assert printed[0].startswith(b"%PDF")


def test_a_number_without_a_name_is_asked_for_and_never_dropped(hands: Hands) -> None:
    two_people(hands)
    hands.workspace.open_client(1, "sessions")
    hands.click("note_button")
    hands.find(QWidget, "rating_1_before").setFocus()
    QTest.keyClick(hands.find(QWidget, "rating_1_before"), Qt.Key.Key_7)
    hands.type("did_edit", "Slow strokes")
    hands.click("finish_button")
    assert "what it measures" in hands.workspace.notice.sentence.text()
    hands.type("measure_1_edit", "Ache")
    hands.click("finish_button")
    hands.until(lambda: sessions.lines(1)[0].signed)
    assert [(r.measure, r.before) for r in sessions.one(1).note.ratings] == [("Ache", 7)]


def test_the_window_closes_once_the_backup_is_done(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive, go_on = tmp_path / "drive", threading.Event()
    drive.mkdir()
    make = backups.make

    def slowly(*asked: object) -> object:
        go_on.wait(20)
        return make(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "make", slowly)
    two_people(hands)
    hands.workspace.go("backup")
    hands.workspace.backup_page.use_folder(drive)
    hands.click("make_backup_button")
    hands.window.close()
    assert hands.window.isVisible()
    assert "closes as soon as" in hands.workspace.notice.sentence.text()
    go_on.set()
    hands.until(lambda: not hands.window.isVisible())
    assert len(list(drive.glob("*.alliance"))) == 1
