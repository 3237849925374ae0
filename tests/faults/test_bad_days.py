"""Bad days in the windows: each gets one calm sentence, keeps what was typed, and loses nothing."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.services import clients, plans, practice_file, snippets
from alliance_desktop.storage import cipher, upgrade
from alliance_desktop.storage.database import database
from tests.journeys.conftest import PASSWORD, Hands, hands

__all__ = ["hands"]


def words_of(hands: Hands, name: str) -> str:
    return str(hands.find(QWidget, name).text())  # type: ignore[attr-defined]


def test_a_full_disk_is_said_loudly_and_the_words_are_saved_once_there_is_room(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("plan")
    hands.click("begin_plan_button")
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count={pages}")
    hands.find(QWidget, "matters_edit").setPlainText("I want to garden again. " * 3000)  # type: ignore[attr-defined]
    hands.until(lambda: hands.workspace.problem.isVisible())
    assert "disk is full" in hands.workspace.problem.sentence.text()
    assert words_of(hands, "saved_words") == "Not saved"
    assert plans.current(1).draft.what_matters.words == ""  # type: ignore[union-attr]
    database.execute_sql("PRAGMA max_page_count=1000000")
    hands.until(lambda: not hands.workspace.problem.isVisible())
    assert plans.current(1).draft.what_matters.words.startswith("I want to garden")  # type: ignore[union-attr]


def test_a_snippet_that_a_full_disk_does_not_take_stays_in_its_fields(hands: Hands) -> None:
    hands.found()
    hands.workspace.go("settings")
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count={pages}")
    words = "Warm pack on the low back. " * 3000
    hands.type("snippet_word_edit", "wp")
    hands.find(QPlainTextEdit, "snippet_text_edit").setPlainText(words)
    hands.click("keep_snippet_button")
    assert snippets.every() == ()
    assert hands.find(QPlainTextEdit, "snippet_text_edit").toPlainText() == words
    database.execute_sql("PRAGMA max_page_count=1000000")
    hands.click("keep_snippet_button")
    assert [snippet.words for snippet in snippets.every()] == [words.strip()]


def test_another_programs_write_is_waited_for(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("profile")
    other = _second_connection(hands)
    other.execute("BEGIN IMMEDIATE")
    hands.type("phone_edit", "0664 1")
    hands.until(lambda: hands.workspace.problem.isVisible())
    other.execute("ROLLBACK")
    hands.until(lambda: clients.one(1).profile.phone == "0664 1")
    other.close()


def _second_connection(hands: Hands):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return cipher.connect(hands.folder.database, database.key.sqlcipher)


def test_a_birth_date_in_the_future_is_kept_in_its_field_and_not_stored(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("profile")
    tomorrow = hands.workspace.desk.today() + timedelta(days=400)
    hands.type("birth_day_edit", tomorrow.isoformat())
    hands.until(lambda: "future" in hands.workspace.problem.sentence.text())
    assert clients.one(1).profile.birth_day is None
    assert hands.find(QLineEdit, "birth_day_edit").text()
    hands.type("birth_day_edit", "4 March 1962")
    hands.until(lambda: clients.one(1).profile.birth_day is not None)


def test_an_empty_name_is_asked_for_and_nothing_is_added(hands: Hands) -> None:
    hands.found()
    hands.workspace.new_client()
    hands.click("accept_button")
    assert clients.count() == 0
    hands.type("name_edit", "Ж" * 80)
    hands.click("accept_button")
    hands.until(lambda: clients.count() == 1)
    assert clients.one(1).full_name == "Ж" * 80


def a_plan_saying(hands: Hands, words: str) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", words)
    hands.click("ready_button")
    hands.click("later_button")
    hands.tab("documents")
    hands.until(lambda: hands.workspace.documents_tab.view.pages)


def test_no_printer_offers_to_save_instead(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "no" / "folder.pdf"), ""))
    a_plan_saying(hands, "To sleep past three")
    hands.click("print_paper_button")
    assert "could not be saved there" in hands.workspace.notice.sentence.text()


def test_letters_that_no_font_has_are_named_before_printing(hands: Hands) -> None:
    a_plan_saying(hands, "To sleep past three, 山田")
    assert "山田" in words_of(hands, "amber_words")


@pytest.mark.parametrize("name", ["Ж" * 80, "山" * 80, "م" * 80, "á̧" * 40, "O’Brien-Núñez y García " * 3 + "Ωμέγα ß"])
def test_a_long_name_in_any_script_is_kept_to_the_letter(hands: Hands, name: str) -> None:
    hands.found()
    hands.welcome(name)
    hands.tab("profile")
    assert clients.one(1).full_name == " ".join(name.split())
    hands.workspace.go("clients")
    hands.workspace.sidebar.find_edit.setText(name.split()[0][:6])
    hands.until(lambda: hands.workspace.found_page.hits)


def test_a_file_of_a_newer_program_is_refused_calmly_and_stays_untouched(hands: Hands) -> None:
    hands.found()
    key = database.key.sqlcipher
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    with cipher.opened(hands.folder.database, key) as connection:
        connection.execute(f"PRAGMA user_version={upgrade.NEWEST + 1}")
    hands.type("password_field", PASSWORD)
    hands.click("unlock_button")
    hands.until(lambda: hands.window.findChildren(QWidget, "rescue_page"))
    assert "newer version" in words_of(hands, "rescue_sentence")


@pytest.mark.parametrize("damage", [b"", b"{", b'{"format": 99}', bytes(500), b"[" * 60_000])
def test_damaged_keys_lead_to_the_way_back_from_the_first_moment(hands: Hands, damage: bytes) -> None:
    hands.found()
    hands.window.lock()
    hands.until(lambda: not practice_file.is_open())
    for path in (hands.folder.keys, hands.folder.keys_copy):
        path.write_bytes(damage)
    window = hands.start()
    assert window.findChildren(QWidget, "rescue_page")
    assert words_of(hands, "rescue_sentence")
    assert hands.folder.keys.read_bytes() == damage


def test_a_form_with_nothing_in_it_asks_for_one_word(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("profile")
    hands.click("health_button")
    hands.click("accept_button")
    assert "in a word or two" in hands.find(QWidget, "name_edit").parentWidget().problem.text()  # type: ignore[union-attr]
    hands.click("cancel_button")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.click("ready_button")
    assert "nothing to sign yet" in hands.workspace.notice.sentence.text()
    hands.click("note_button")
    hands.click("finish_button")
    assert "still empty" in hands.workspace.notice.sentence.text()


def test_quitting_with_a_drive_and_no_backup_offers_one_once(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drive = tmp_path / "STICK"
    drive.mkdir()
    monkeypatch.setenv("ALLIANCE_DRIVES", str(drive))
    hands.found()
    hands.until(lambda: hands.workspace.backup_page.drive_choice.seen)
    hands.window.close()
    safe = hands.find(QWidget, "quit_backup_button")
    assert safe.window().focusWidget() is safe
    hands.click("quit_backup_button")
    hands.until(lambda: hands.workspace.backup_page.result.isVisible())
    hands.window.close()
    hands.until(lambda: not hands.window.isVisible())
    assert len(list(drive.glob("*.alliance"))) == 1


def test_a_file_that_rots_while_it_is_open_leads_to_the_way_back(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    size = hands.folder.database.stat().st_size
    with hands.folder.database.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    database.execute_sql("PRAGMA shrink_memory")
    for tab in ("brief", "profile", "plan", "sessions", "documents"):
        if hands.window.workspace is not None:
            hands.workspace.open_client(1, tab)
            QTest.qWait(20)
    hands.until(lambda: hands.window.findChildren(QWidget, "rescue_page"))
    assert "damaged" in words_of(hands, "rescue_sentence")
    assert not practice_file.is_open()
