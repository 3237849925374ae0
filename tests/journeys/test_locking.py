"""Locked means gone: no draft is lost, no key stays, and whoever forgot the password has a spare key."""

import subprocess
import sys

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from alliance_desktop.services import clients, held_forms, plans, practice_file, sessions
from alliance_desktop.storage.database import database
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.journeys.conftest import PASSWORD, Hands


def locked(hands: Hands) -> bool:
    return isinstance(hands.window.centralWidget(), UnlockPage) and not practice_file.is_open()


def test_locking_while_typing_loses_nothing_and_leaves_no_key(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "To garden again")
    hands.window.lock()
    hands.until(lambda: locked(hands))
    assert "passphrase" not in str(database.connect_params)
    hands.unlock()
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert plan.draft.what_matters.words == "To garden again"


def test_locking_with_a_dialog_open_asks_nothing_and_the_words_wait_in_it(hands: Hands) -> None:
    hands.found()
    hands.workspace.new_client()
    hands.type("name_edit", "Half a na")
    hands.window.lock()
    hands.until(lambda: locked(hands))
    assert not [dialog for dialog in hands.window.findChildren(QDialog) if dialog.isVisible()]
    hands.unlock()
    assert clients.count() == 0
    hands.click(f"held_{held_forms.waiting()[0].id}_button")
    assert hands.find(QLineEdit, "name_edit").text() == "Half a na"
    hands.type("name_edit", "Half a name")
    hands.click("accept_button")
    hands.until(lambda: clients.count() == 1)
    assert held_forms.waiting() == ()


def test_a_wrong_password_is_said_calmly_and_the_right_one_still_opens(hands: Hands) -> None:
    hands.found()
    hands.window.lock()
    hands.until(lambda: locked(hands))
    hands.type("password_field", "moss lantern quiet harbor")
    hands.click("unlock_button")
    hands.until(lambda: "not the password" in hands.find(QWidget, "status").text())  # type: ignore[attr-defined]
    hands.unlock()


def test_whoever_forgot_the_password_opens_with_the_recovery_sheet(hands: Hands) -> None:
    hands.click("look_step_on_button")
    hands.click("new_practice_button")
    hands.type("therapist_edit", "Ana Brandl")
    hands.click("names_step_on_button")
    hands.type("password_field", PASSWORD)
    hands.type("again_field", PASSWORD)
    hands.click("password_step_on_button")
    code = hands.find(QWidget, "code_words").text()  # type: ignore[attr-defined]
    hands.type("typed_edit", "0000 0000")
    hands.click("sheet_step_on_button")
    assert hands.window.workspace is None
    hands.type("typed_edit", code)
    hands.click("sheet_step_on_button")
    hands.click("backups_step_on_button")
    hands.until(lambda: hands.window.workspace is not None)
    hands.window.lock()
    hands.until(lambda: locked(hands))
    hands.click("other_way_button")
    hands.type("code_edit", code.replace(" ", "-").lower())
    hands.click("unlock_button")
    hands.until(lambda: hands.window.workspace is not None)


def test_a_damaged_file_leads_to_the_rescue_page_and_stays_untouched(hands: Hands) -> None:
    hands.found()
    hands.window.lock()
    hands.until(lambda: locked(hands))
    for name in ("-wal", "-shm"):
        hands.folder.database.with_name(hands.folder.database.name + name).unlink(missing_ok=True)
    broken = b"\0" * 4096 + hands.folder.database.read_bytes()[4096:]
    hands.folder.database.write_bytes(broken)
    hands.type("password_field", PASSWORD)
    hands.click("unlock_button")
    hands.until(lambda: hands.window.findChildren(QWidget, "rescue_page"))
    assert "damaged" in hands.find(QWidget, "rescue_sentence").text()  # type: ignore[attr-defined]
    assert hands.folder.database.read_bytes() == broken


def test_keys_that_are_gone_lead_to_the_rescue_page_and_once_back_to_the_door(hands: Hands) -> None:
    hands.found()
    hands.window.lock()
    hands.until(lambda: locked(hands))
    kept = hands.folder.keys.read_bytes()
    hands.folder.keys.unlink()
    hands.folder.keys_copy.unlink()
    hands.window.close()
    hands.start()
    assert "missing" in hands.find(QWidget, "rescue_sentence").text()  # type: ignore[attr-defined]
    hands.click("again_button")
    assert "missing" in hands.find(QWidget, "rescue_sentence").text()  # type: ignore[attr-defined]
    hands.folder.keys.write_bytes(kept)
    hands.click("again_button")
    hands.unlock()


TYPING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui import theme
from alliance_desktop.ui.main_window import MainWindow

application = QApplication([])
theme.apply(application, Theme.LIGHT)
window = MainWindow(PracticeFolder(Path(sys.argv[1])), Settings())
window.show()
page = window.centralWidget()
page.password_field.field.setText(sys.argv[2])
page.unlock()

def type_on():
    workspace = window.workspace
    if workspace is None or not workspace.isVisible():
        QTimer.singleShot(50, type_on)
        return
    workspace.open_client(1, "plan")
    workspace.plan_tab.begin_button.click()
    workspace.desk.saved.connect(lambda _at: print("saved", flush=True))
    QTest.keyClicks(workspace.plan_tab.editor.matters_edit.text_edit, "To garden again")

QTimer.singleShot(50, type_on)
application.exec()
"""


def test_a_program_killed_while_typing_goes_on_where_it_said_saved(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.window.lock()
    hands.until(lambda: locked(hands))
    other = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(hands.folder.root), PASSWORD], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == "saved"
    other.kill()
    other.wait()
    other.stdout.close()
    hands.unlock()
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert plan.draft.what_matters.words == "To garden again"


def test_a_note_that_is_typed_is_stored_by_itself(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.click("note_button")
    hands.type("did_edit", "Slow strokes")
    hands.until(lambda: sessions.open_note(1) and sessions.open_note(1).note.fields)  # type: ignore[union-attr]
    assert "Saved" in hands.find(QWidget, "saved_words").text()  # type: ignore[attr-defined]
    assert isinstance(hands.find(QLineEdit, "find_edit"), QLineEdit)
