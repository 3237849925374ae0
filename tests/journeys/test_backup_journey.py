"""A lost laptop: back up to a drive, start on an empty machine, restore with the recovery code."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import backups, clients, practice_file
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
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


def restore(hands: Hands, copy: Path, code: str) -> None:
    hands.find(QWidget, "restore_page").look_at(copy)  # type: ignore[attr-defined]
    hands.until(lambda: "Complete" in words_of(hands, "seen_words"))
    hands.type("backup_code_edit", code.lower())
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
    hands.click("restore_now_button")
    hands.until(lambda: "not the password" in words_of(hands, "restore_problem"))
    hands.click("restore_back_button")
    hands.unlock()
