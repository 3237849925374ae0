"""Keys are changed at an open desk only by who knows the present password; a refusal changes nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.services import vault
from alliance_desktop.storage.keys import WrongCode, WrongPassword
from tests.journeys.conftest import PASSWORD, Hands, hands

__all__ = ["hands"]

OTHER = "copper willow seven tides"


@pytest.fixture
def at_settings(hands: Hands) -> Hands:  # the fixture of the journeys
    """Hands at the settings of a practice that was just set up."""
    hands.found()
    hands.workspace.go("settings")
    return hands


def words_of(hands: Hands, name: str) -> str:
    return str(hands.find(QWidget, name).text())  # type: ignore[attr-defined]


def complaint(hands: Hands) -> str:
    return hands.workspace.settings_page.password.present_box.problem.text()


def notice(hands: Hands) -> str:
    return hands.workspace.notice.sentence.text()


def opens(hands: Hands, password: str) -> bool:
    try:
        vault.open_with_password(hands.folder, password, datetime.now(UTC)).forget()
    except WrongPassword:
        return False
    return True


def test_a_new_password_holds_once_the_present_one_was_given(at_settings: Hands) -> None:
    at_settings.type("present_password_field", PASSWORD)
    at_settings.type("new_password_field", OTHER)
    assert words_of(at_settings, "new_strength")
    at_settings.click("change_password_button")
    at_settings.until(lambda: "new password holds" in notice(at_settings))
    assert words_of(at_settings, "present_password_field") == words_of(at_settings, "new_password_field") == ""
    assert opens(at_settings, OTHER)
    assert not opens(at_settings, PASSWORD)


def test_five_words_may_be_suggested_and_are_shown(at_settings: Hands) -> None:
    at_settings.type("present_password_field", PASSWORD)
    at_settings.click("new_phrase_button")
    suggested = words_of(at_settings, "new_password_field")
    assert len(suggested.split()) == 5
    at_settings.click("change_password_button")
    at_settings.until(lambda: "new password holds" in notice(at_settings))
    assert opens(at_settings, suggested)


def test_without_the_present_password_nothing_changes(at_settings: Hands) -> None:
    before = at_settings.folder.keys.read_bytes()
    at_settings.type("new_password_field", OTHER)
    at_settings.click("change_password_button")
    assert "present password first" in complaint(at_settings)
    at_settings.type("present_password_field", "moss lantern quiet harbor")
    at_settings.click("change_password_button")
    at_settings.until(lambda: "not the password" in complaint(at_settings))
    at_settings.until(lambda: at_settings.find(QWidget, "change_password_button").isEnabled())
    assert at_settings.folder.keys.read_bytes() == before
    assert words_of(at_settings, "new_password_field") == OTHER
    at_settings.type("present_password_field", PASSWORD)
    at_settings.click("change_password_button")
    at_settings.until(lambda: opens(at_settings, OTHER))


def test_a_weak_new_password_is_refused_in_words(at_settings: Hands) -> None:
    before = at_settings.folder.keys.read_bytes()
    at_settings.type("present_password_field", PASSWORD)
    at_settings.type("new_password_field", "password1")
    at_settings.click("change_password_button")
    assert "Guessed" in at_settings.workspace.settings_page.password.new_box.problem.text()
    assert at_settings.folder.keys.read_bytes() == before


def test_a_new_sheet_holds_once_it_was_typed_back_and_the_password_given(
    at_settings: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at_settings.click("new_sheet_button")
    assert "present password first" in complaint(at_settings)
    at_settings.type("present_password_field", "not it at all")
    at_settings.click("new_sheet_button")
    code = words_of(at_settings, "new_code_words")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "sheet.pdf"), ""))
    at_settings.click("save_sheet_button")
    at_settings.until(lambda: "not encrypted" in words_of(at_settings, "sheet_told"))
    assert code.split()[0] in PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    for typed, told in (("1234", "too short"), (vault.new_code(), "not the code on the new sheet")):
        at_settings.type("new_code_edit", typed)
        at_settings.click("use_sheet_button")
        assert told in at_settings.workspace.settings_page.password.code_box.problem.text()
    at_settings.type("new_code_edit", code.lower())
    at_settings.click("use_sheet_button")
    at_settings.until(lambda: "not the password" in complaint(at_settings))
    with pytest.raises(WrongCode):
        vault.open_with_code(at_settings.folder, code, datetime.now(UTC))
    at_settings.until(lambda: at_settings.find(QWidget, "use_sheet_button").isEnabled())
    at_settings.type("present_password_field", PASSWORD)
    at_settings.click("use_sheet_button")
    at_settings.until(lambda: "new recovery sheet holds" in notice(at_settings))
    assert vault.open_with_code(at_settings.folder, code, datetime.now(UTC)).secret
    assert not at_settings.workspace.settings_page.password.new_sheet.isVisible()
    assert at_settings.workspace.settings_page.password.code_words.text() == ""
