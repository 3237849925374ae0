"""A lost laptop: back up to a drive, start on an empty machine, restore with the recovery code."""

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import backups, clients, practice_file
from alliance_desktop.storage import exchange
from alliance_desktop.ui.backup.restore_page import RestorePage
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from alliance_desktop.ui.widgets.words import Words
from tests.journeys.conftest import PASSWORD, Hands


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "BLUE STICK"
    target.mkdir()
    monkeypatch.setenv("ALLIANCE_DRIVES", str(target))
    return target


def words_of(hands: Hands, name: str) -> str:
    return str(hands.find(QWidget, name).text())  # type: ignore[attr-defined]


def back_up(hands: Hands) -> None:
    hands.workspace.go("backup")
    hands.click("make_backup_button")
    hands.until(lambda: hands.workspace.backup_page.result.isVisible())


def code_of(hands: Hands) -> str:
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    hands.type("password_field", PASSWORD)
    hands.type("again_field", PASSWORD)
    hands.click("password_step_on_button")
    code = words_of(hands, "code_words")
    hands.type("typed_edit", code)
    hands.click("sheet_step_on_button")
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    return code


def test_a_lost_laptop_comes_back_on_an_empty_machine_with_the_recovery_sheet(
    hands: Hands, drive: Path, tmp_path: Path
) -> None:
    code = code_of(hands)
    hands.welcome("Maria Feldner")
    back_up(hands)
    assert words_of(hands, "backup_result") == "1 client, 0 notes came back."
    assert "Backup today" in words_of(hands, "backup_words")
    hands.window.close()
    hands.folder = PracticeFolder(tmp_path / "new laptop")
    hands.folder.root.mkdir()
    hands.start()
    hands.click("look_step_on_button")
    hands.click("restore_practice_button")
    restore(hands, next(drive.glob("*.alliance")), code)
    hands.unlock()
    assert [line.full_name for line in clients.lines()] == ["Maria Feldner"]


def open_it(hands: Hands) -> None:
    assert not hands.find(QWidget, "restore_now_button").isEnabled()
    hands.click("open_backup_button")
    hands.until(hands.find(QWidget, "restore_now_button").isEnabled)


def restore(hands: Hands, copy: Path, code: str) -> None:
    hands.find(QWidget, "restore_page").look_at(copy)  # type: ignore[attr-defined]
    hands.until(lambda: "Complete" in words_of(hands, "seen_words"))
    hands.type("backup_code_edit", code.lower())
    open_it(hands)
    hands.click("restore_now_button")
    hands.until(lambda: isinstance(hands.window.centralWidget(), UnlockPage))


def test_two_restores_in_a_row_from_the_backup_page(hands: Hands, drive: Path) -> None:
    code = code_of(hands)
    hands.welcome("Maria Feldner")
    back_up(hands)
    copy = next(drive.glob("*.alliance"))
    hands.welcome("Jonas Wehrling")
    for _time in range(2):
        hands.workspace.go("backup")
        hands.click("restore_button")
        restore(hands, copy, code)
        hands.unlock()
        assert clients.count() == 1
    assert len(list(hands.folder.root.glob("replaced-*"))) >= 1
    assert all(check.held for check in practice_file.check())


def test_the_page_begins_and_ends_at_its_button_and_says_when_each_step_was_done(hands: Hands, drive: Path) -> None:
    hands.found()
    hands.workspace.go("backup")
    page = hands.workspace.backup_page
    hands.until(page.make_button.hasFocus)
    assert not [words for words in page.steps.findChildren(Words) if words.text() == "to come"]
    back_up(hands)
    assert page.make_button.hasFocus()
    told = [words.text() for words in page.steps.findChildren(Words) if re.match(r"\d\d:\d\d:\d\d", words.text())]
    assert len(told) == 4
    assert told[1].endswith(" MB")
    hands.until(lambda: page.where_box.y() > page.steps.y() > page.result.y())


def test_a_drive_that_went_away_is_a_calm_sentence(hands: Hands, drive: Path) -> None:
    hands.found()
    hands.workspace.go("backup")
    hands.until(hands.find(QWidget, "make_backup_button").isEnabled)
    drive.rmdir()
    hands.click("make_backup_button")
    hands.until(lambda: "not there" in hands.workspace.notice.sentence.text())
    assert backups.lines() == ()


def test_a_wrong_code_touches_nothing(hands: Hands, drive: Path) -> None:
    code_of(hands)
    back_up(hands)
    hands.click("restore_button")
    hands.find(QWidget, "restore_page").look_at(next(drive.glob("*.alliance")))  # type: ignore[attr-defined]
    hands.until(lambda: "Complete" in words_of(hands, "seen_words"))
    hands.type("backup_password_field", "not the password")
    hands.click("open_backup_button")
    hands.until(lambda: "not the password" in words_of(hands, "restore_problem"))
    hands.click("restore_back_button")
    hands.unlock()


def test_a_restore_cannot_be_walked_away_from_and_wants_a_password_or_a_code(
    hands: Hands, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code_of(hands)
    back_up(hands)
    hands.click("restore_button")
    page = hands.find(RestorePage, "restore_page")
    page.look_at(next(drive.glob("*.alliance")))
    assert not page.back_button.isEnabled()
    hands.until(lambda: "Complete" in words_of(hands, "seen_words"))
    assert "number" not in words_of(hands, "seen_words")
    assert page.back_button.isEnabled()
    assert not page.open_button.isEnabled()
    hands.type("backup_password_field", PASSWORD)
    open_it(hands)
    hands.type("backup_password_field", PASSWORD + "r")
    assert not page.restore_button.isEnabled()
    hands.type("backup_password_field", PASSWORD)
    open_it(hands)
    begun, go_on = threading.Event(), threading.Event()
    honest = exchange.begin

    def slow(*asked: Any) -> None:
        begun.set()
        go_on.wait(20)
        honest(*asked)

    monkeypatch.setattr(exchange, "begin", slow)
    hands.click("restore_now_button")
    hands.until(begun.is_set)
    assert [button.isEnabled() for button in (page.back_button, page.file_button, page.restore_button)] == [False] * 3
    go_on.set()
    hands.unlock()


def test_another_drive_in_the_place_of_the_last_one_is_asked_about_with_a_way_on(hands: Hands, drive: Path) -> None:
    hands.found()
    back_up(hands)
    for path in drive.iterdir():
        path.unlink()
    hands.click("make_backup_button")
    assert "drive of the last backup" in hands.find(Words, "question_words").text()
    page = hands.workspace.backup_page
    hands.until(page.question.no_button.hasFocus)
    hands.click("question_no_button")
    assert not page.question.isVisible()
    assert not list(drive.iterdir())
    hands.click("make_backup_button")
    hands.click("question_yes_button")
    hands.until(page.result.isVisible)
    assert len(list(drive.glob("*.alliance"))) == 1


def test_a_backup_that_was_made_while_the_program_ended_is_listed_at_the_next_visit(hands: Hands, drive: Path) -> None:
    hands.found()
    back_up(hands)
    now = hands.workspace.desk.now()
    backups.make(backups.order(hands.folder, now), drive, lambda *_told: None)
    assert len(backups.lines()) == 1
    hands.workspace.lock_wanted.emit()
    hands.unlock()
    hands.workspace.go("backup")
    hands.until(lambda: len(backups.lines()) == 2)
    hands.until(lambda: hands.workspace.backup_page.earlier.model().rowCount() == 2)


def test_a_restore_is_undone_from_the_backup_page(hands: Hands, drive: Path) -> None:
    code = code_of(hands)
    back_up(hands)
    assert not hands.workspace.backup_page.undo_button.isVisible()
    hands.welcome("Maria Feldner")
    hands.workspace.go("backup")
    hands.click("restore_button")
    restore(hands, next(drive.glob("*.alliance")), code)
    hands.unlock()
    assert clients.count() == 0
    hands.workspace.go("backup")
    hands.click("undo_restore_button")
    hands.click("question_yes_button")
    hands.until(lambda: isinstance(hands.window.centralWidget(), UnlockPage))
    hands.unlock()
    assert clients.count() == 1
    hands.workspace.go("backup")
    assert not hands.workspace.backup_page.undo_button.isVisible()


def test_what_a_backup_holds_and_what_is_newer_here_is_said_before_it_is_restored(hands: Hands, drive: Path) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    back_up(hands)
    hands.welcome("Jonas Wehrling")
    hands.workspace.go("backup")
    hands.click("restore_button")
    page = hands.find(RestorePage, "restore_page")
    page.look_at(next(drive.glob("*.alliance")))
    hands.until(lambda: "Complete" in words_of(hands, "seen_words"))
    before = (hands.folder.root / "practice.db").read_bytes()
    hands.type("backup_password_field", PASSWORD)
    open_it(hands)
    assert "Ana Brandl" in words_of(hands, "seen_words")
    told = words_of(hands, "here_words")
    assert "1 client, 0 signed notes came back." in told
    assert "1 client and 0 signed notes here are newer than this backup." in told
    assert (hands.folder.root / "practice.db").read_bytes() == before
    assert list(hands.folder.aside.iterdir()) == []


def test_a_practice_that_cannot_be_opened_offers_the_backups_on_the_drives(hands: Hands, drive: Path) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    back_up(hands)
    (drive / "alliance-00000000-20260519T101407Z-0001.alliance").write_bytes(b"of another practice")
    hands.window.close()
    hands.folder.database.write_bytes(b"rotten")
    hands.start()
    hands.type("password_field", PASSWORD)
    hands.click("unlock_button")
    hands.find(QWidget, "rescue_page")
    assert "BLUE STICK" in words_of(hands, "copy_0_button")
    assert not hands.window.findChildren(QWidget, "copy_1_button")
    assert "read back, opened and counted" in words_of(hands, "copies_told")
    hands.click("copy_0_button")
    hands.until(lambda: "Complete" in words_of(hands, "seen_words"))
    hands.type("backup_password_field", PASSWORD)
    open_it(hands)
    hands.click("restore_now_button")
    hands.unlock()
    assert clients.count() == 1
