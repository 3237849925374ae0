"""The first run: three minutes, no technical question, and nothing that cannot be taken back."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.practice import Paper
from alliance_desktop.services import appearance, practice, vault
from alliance_desktop.storage.database import StorageTrouble
from alliance_desktop.ui import theme
from alliance_desktop.ui.drive_choice import DriveChoice
from alliance_desktop.ui.unlock.first_run import FirstRun
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.journeys.conftest import PASSWORD, Hands


def words_of(hands: Hands, name: str) -> str:
    return str(hands.find(QWidget, name).text())  # type: ignore[attr-defined]


def step(hands: Hands) -> str:
    page = hands.window.centralWidget()
    assert isinstance(page, FirstRun)
    shown = page.steps.currentWidget()
    assert shown is not None
    return shown.objectName()


def to_the_sheet(hands: Hands) -> None:
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    hands.type("password_field", PASSWORD)
    hands.type("again_field", PASSWORD)
    hands.click("password_step_on_button")


def to_the_backups(hands: Hands) -> None:
    to_the_sheet(hands)
    hands.type("typed_edit", words_of(hands, "code_words"))
    hands.click("sheet_step_on_button")


def test_what_is_easy_on_the_eyes_is_worn_at_once_and_kept(hands: Hands) -> None:
    hands.click("look_dark_chip")
    assert theme.current().name == "dark"
    choice = hands.find(QWidget, "text_choice")
    choice.set_value(150)  # type: ignore[attr-defined]
    choice.activated.emit(0)  # type: ignore[attr-defined]
    assert theme.current().percent == 150
    kept = appearance.current(hands.folder)
    assert (kept.theme, kept.text_percent) == (Theme.DARK, 150)


def test_a_name_is_asked_for_and_everything_else_can_wait(hands: Hands) -> None:
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.click("names_step_on_button")
    assert step(hands) == "names_step"
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    assert step(hands) == "password_step"
    hands.click("password_step_back_button")
    assert words_of(hands, "therapist_edit") == "Ana Brandl"


def test_a_weak_password_is_said_while_it_is_typed_and_two_must_be_the_same(hands: Hands) -> None:
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    hands.click("password_step_on_button")
    assert "needed" in words_of(hands, "password_step_problem")
    hands.type("password_field", "password1")
    assert "Guessed at once" in words_of(hands, "strength")
    hands.click("password_step_on_button")
    assert step(hands) == "password_step"
    hands.type("password_field", PASSWORD)
    assert "ood" in words_of(hands, "strength")
    hands.type("again_field", PASSWORD + "s")
    hands.click("password_step_on_button")
    assert "not the same" in words_of(hands, "password_step_problem")
    hands.type("again_field", PASSWORD)
    assert words_of(hands, "same") == "Both are the same."
    hands.click("password_step_on_button")
    assert step(hands) == "sheet_step"


def test_five_words_are_suggested_shown_and_typed_once_more(hands: Hands) -> None:
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    hands.click("phrase_button")
    field = hands.find(QLineEdit, "password_field")
    suggested = field.text()
    assert len(suggested.split()) == 5
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert vault.strength(suggested).enough
    hands.click("password_step_on_button")
    assert "not the same" in words_of(hands, "password_step_problem")
    hands.type("again_field", suggested)
    hands.click("password_step_on_button")
    assert step(hands) == "sheet_step"


def test_the_saved_sheet_bears_the_code_and_the_vault_that_will_be(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    to_the_sheet(hands)
    code = words_of(hands, "code_words")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "sheet.pdf"), ""))
    hands.click("save_sheet_button")
    hands.until(lambda: "not encrypted" in words_of(hands, "sheet_told"))
    text = PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert all(group in text for group in code.split())
    hands.type("typed_edit", "0" + code[1:] if code[0] != "0" else "1" + code[1:])
    hands.click("sheet_step_on_button")
    assert "typing slip" in words_of(hands, "sheet_step_problem")
    hands.type("typed_edit", vault.new_code())
    hands.click("sheet_step_on_button")
    assert "another code" in words_of(hands, "sheet_step_problem")
    hands.type("typed_edit", code)
    hands.click("sheet_step_on_button")
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    name = vault.vault_id(hands.folder).upper()
    assert f"{name[:4]}-{name[4:8]}" in text


def test_without_a_printer_the_sheet_can_be_saved_or_written_down(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "no" / "sheet.pdf"), ""))
    to_the_sheet(hands)
    hands.click("print_sheet_button")
    hands.until(lambda: "No printer" in words_of(hands, "sheet_told"))
    hands.click("save_sheet_button")
    hands.until(lambda: "another place" in words_of(hands, "sheet_told"))


def test_the_spare_key_is_declined_in_words_only(hands: Hands) -> None:
    to_the_sheet(hands)
    hands.click("sheet_step_on_button")
    assert step(hands) == "sheet_step"
    hands.click("decline_box")
    hands.click("sheet_step_on_button")
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    hands.window.lock()
    hands.until(lambda: isinstance(hands.window.centralWidget(), UnlockPage))
    hands.click("other_way_button")
    hands.type("code_edit", vault.new_code())
    hands.click("unlock_button")
    hands.until(lambda: "no recovery code" in words_of(hands, "status"))


def test_backups_go_to_the_drive_that_was_found(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    drive = tmp_path / "BLUE STICK"
    drive.mkdir()
    monkeypatch.setenv("ALLIANCE_DRIVES", str(drive))
    to_the_backups(hands)
    hands.until(lambda: hands.find(QWidget, "drive_0_chip").isChecked())  # type: ignore[attr-defined]
    assert "BLUE STICK" in words_of(hands, "drive_0_chip")
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    assert practice.backup_folder() == drive


def test_backups_go_to_a_folder_of_ones_own_choice_with_a_caution(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "Dropbox"
    own.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(own))
    to_the_backups(hands)
    hands.until(lambda: not hands.find(DriveChoice, "drive_choice").looking)
    hands.click("other_folder_button")
    assert "copied to a service" in words_of(hands, "drives_caution")
    hands.click("look_again_button")
    hands.until(lambda: not hands.find(DriveChoice, "drive_choice").looking)
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    assert practice.backup_folder() == own


def test_where_backups_go_can_wait(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    drive = tmp_path / "BLUE STICK"
    drive.mkdir()
    monkeypatch.setenv("ALLIANCE_DRIVES", str(drive))
    to_the_backups(hands)
    hands.until(lambda: hands.find(QWidget, "drive_0_chip").isChecked())  # type: ignore[attr-defined]
    hands.click("later_chip")
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    assert practice.backup_folder() is None
    assert practice.current().paper is Paper.A4


def test_a_disk_that_takes_no_keys_is_said_and_tried_again(hands: Hands) -> None:
    to_the_backups(hands)
    in_the_way = hands.folder.keys.with_name(hands.folder.keys.name + ".new")
    in_the_way.mkdir()
    (in_the_way / "full").touch()
    hands.click("backups_step_on_button")
    hands.until(lambda: words_of(hands, "backups_step_problem"))
    (in_the_way / "full").unlink()
    in_the_way.rmdir()
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)


def test_a_disk_that_takes_keys_but_no_records_is_said_and_the_sheet_stays_right(hands: Hands) -> None:
    to_the_backups(hands)
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, usual[1]))
    try:
        hands.click("backups_step_on_button")
        hands.until(lambda: words_of(hands, "backups_step_problem"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert "could not be made here" in words_of(hands, "backups_step_problem")
    assert not hands.find(QWidget, "backups_step_back_button").isEnabled()
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    assert practice.current().therapist == "Ana Brandl"


def test_a_backup_folder_that_could_not_be_noted_is_said_and_the_second_try_goes_on(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_asked: object) -> None:
        raise StorageTrouble("The disk is full.")

    to_the_backups(hands)
    hands.find(FirstRun, "first_run").backups_step.use_folder(tmp_path)
    with monkeypatch.context() as bad:
        bad.setattr(practice, "choose_backup_folder", full)
        hands.click("backups_step_on_button")
        hands.until(lambda: "disk is full" in words_of(hands, "backups_step_problem"))
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    assert practice.backup_folder() == tmp_path
