"""Bad days while a client has the screen: what they said stays before them, and is stored as soon as it can be."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.alliance import Strand
from alliance_desktop.services import closing_checks, plans
from alliance_desktop.storage.database import database
from tests.journeys.conftest import PASSWORD, Hands, hands

__all__ = ["hands"]
LONG = "I want to garden again. " * 3000


@pytest.fixture
def practice(hands: Hands) -> Hands:
    hands.found()
    hands.welcome("Maria Feldner")
    return hands


def fill_the_disk() -> None:
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count={pages}")


def make_room() -> None:
    database.execute_sql("PRAGMA max_page_count=1000000")


def told(hands: Hands) -> str:
    """What the client's window says at its foot."""
    assert hands.window.handed is not None
    notice = hands.window.handed.notice
    return " ".join(label.text() for label in notice.findChildren(QLabel)) if notice.isVisible() else ""


def question(hands: Hands) -> str:
    return hands.find(QLabel, "question").text()


def set_words(hands: Hands, name: str, words: str) -> None:
    hands.find(QWidget, name).setPlainText(words)  # type: ignore[attr-defined]


def words_in(hands: Hands, name: str) -> str:
    return str(hands.find(QWidget, name).toPlainText())  # type: ignore[attr-defined]


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def test_a_step_of_the_talk_is_left_only_once_there_is_room_for_its_words(practice: Hands) -> None:
    practice.click("together_button")
    practice.until(lambda: practice.window.handed is not None)
    fill_the_disk()
    set_words(practice, "talk_matters_edit", LONG)
    practice.click("talk_next_button")
    assert question(practice) == "What matters most to you right now?"
    assert words_in(practice, "talk_matters_edit") == LONG
    assert told(practice).startswith("This could not be saved just now; it stays on the screen.")
    assert "disk" not in told(practice)
    make_room()
    practice.click("talk_next_button")
    assert question(practice) == "Where do you feel it?"
    assert plans.current(1).draft.what_matters.words == LONG.strip()  # type: ignore[union-attr]


def test_what_is_answered_on_a_full_disk_is_stored_by_itself_once_there_is_room(practice: Hands) -> None:
    practice.tab("progress")
    practice.click("closing_button")
    practice.until(lambda: practice.window.handed is not None)
    today = practice.workspace.desk.today()
    for strand in ("bond", "touch", "goals", "tasks"):
        practice.click(f"asked_{strand}_4_button")
    fill_the_disk()
    set_words(practice, "change_edit", LONG)
    practice.click("task_next_button")
    assert words_in(practice, "change_edit") == LONG
    assert told(practice).startswith("This could not be saved just now; it stays on the screen.")
    assert closing_checks.begun(1, today).change == ""
    make_room()
    practice.until(lambda: closing_checks.begun(1, today).change == LONG.strip())
    practice.click("task_next_button")
    practice.click("task_done_button")
    take_back(practice)
    waiting = closing_checks.waiting(1)
    assert waiting is not None
    assert waiting.check.answers == dict.fromkeys(Strand, 4)


BEFORE = """
import sys
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
window.centralWidget().password_field.field.setText(sys.argv[2])
window.centralWidget().unlock()

def go_on():
    workspace = window.workspace
    if workspace is None or not workspace.isVisible():
        QTimer.singleShot(50, go_on)
        return
    workspace.open_client(1, "plan")
    work(workspace)
    print("stored", flush=True)

QTimer.singleShot(50, go_on)
"""
TALKS = """
def work(workspace):
    workspace.hand_overs.talk(1)
    QTest.keyClicks(window.handed.page.steps[0].matters_edit.text_edit, "To garden again")
    window.handed.page.go_on()
application.exec()
"""
ANSWERS = """
def work(workspace):
    workspace.hand_overs.ask_how_it_was(1)
    page = window.handed.page
    for row in page.sentences:
        row.press(2)
application.exec()
"""


def killed(hands: Hands, work: str) -> None:
    """Another run of the program does the work, says that it is stored, and is killed at once."""
    hands.window.lock()
    hands.until(lambda: hands.window.workspace is None)
    command = [sys.executable, "-c", BEFORE + work, str(hands.folder.root), PASSWORD]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "stored"
        other.kill()
    hands.unlock()


def test_a_talk_that_was_killed_goes_on_at_the_next_step_behind_the_door(practice: Hands) -> None:
    killed(practice, TALKS)
    assert practice.window.handed is None
    practice.workspace.open_client(1, "plan")
    practice.click("together_button")
    practice.until(lambda: practice.window.handed is not None)
    assert question(practice) == "Where do you feel it?"
    assert plans.current(1).draft.what_matters.words == "To garden again"  # type: ignore[union-attr]


def test_a_closing_check_that_was_killed_keeps_every_answer(practice: Hands) -> None:
    killed(practice, ANSWERS)
    today = practice.workspace.desk.today()
    assert closing_checks.begun(1, today).answers == dict.fromkeys(Strand, 3)
    practice.workspace.open_client(1, "progress")
    practice.click("closing_button")
    practice.until(lambda: practice.window.handed is not None)
    assert practice.find(QWidget, "change_edit").isVisible()
