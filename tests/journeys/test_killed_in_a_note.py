"""A program that dies in the middle of a note has lost nothing of which it said that it was saved."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import clients, practice_file, sessions, vault
from alliance_desktop.ui import theme
from tests.journeys.conftest import Hands

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signal to one process")

FIELDS = {"found_edit": "Both shoulders held high", "home_edit": "Door-frame stretch"}
MARKED = "front.left.shoulder"

# Opens the real program and writes a note that never ends; tells what stood in it each time "Saved" was said.
TYPING = """
import json, sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from alliance_desktop import cli
from alliance_desktop.tour.person import Person, pause
from alliance_desktop.ui.main_window import MainWindow

application = QApplication([])
fields = json.loads(sys.argv[2])

def write():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
    person = Person(window)
    person.click("unlock_button")
    person.until("the workspace", lambda: window.workspace is not None)
    workspace = window.workspace
    workspace.new_client()
    person.type("name_edit", "Klara Testmann")
    person.click("accept_button")
    person.click("note_button")
    person.find("did_edit")
    editor = workspace.sessions_tab.editor

    def saved():
        if not editor.autosave.waiting and person.find("saved_words").text().startswith("Saved"):
            told = {name: person.find(name).toPlainText() for name in (*fields, "did_edit")}
            print(json.dumps(told), flush=True)

    workspace.desk.saved.connect(saved)
    person.click("add_note_body_button")
    figure = person.find("body_chart_figure")
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.spot(sys.argv[3]))
    for name, words in fields.items():
        person.type(name, words)
    did = person.find("did_edit")
    did.setFocus()
    for number in range(100_000):
        QTest.keyClicks(did, f"stroke{number} ")
        pause(20)

QTimer.singleShot(100, write)
sys.exit(cli.run(["--practice", sys.argv[1]]))
"""


def killed_while_typing(folder: PracticeFolder) -> dict[str, str]:
    """Let the program write until it was saved several times, and kill it; what it had said last was saved."""
    command = [sys.executable, "-c", TYPING, str(folder.root), json.dumps(FIELDS), MARKED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout is not None
        told: list[dict[str, str]] = []
        try:
            while len({each["did_edit"] for each in told if each["did_edit"]}) < 3:
                told.append(json.loads(program.stdout.readline()))
        finally:
            program.send_signal(signal.SIGKILL)
        told += [json.loads(line) for line in program.stdout if line.endswith("\n")]
    assert program.returncode == -signal.SIGKILL
    return told[-1]


def test_a_program_killed_in_a_note_has_every_word_it_called_saved_and_the_note_is_gone_on_with(
    folder: PracticeFolder, qtbot: QtBot
) -> None:
    stage.write(folder, now=datetime.now(UTC), clients=2, sessions=4)
    saved = killed_while_typing(folder)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, Theme.LIGHT)
    hands = Hands(qtbot, folder, folder.root)
    try:
        hands.unlock(vault.SAMPLE_PASSWORD)
        assert all(check.held for check in practice_file.check())
        (klara,) = (line.id for line in clients.lines("Klara Testmann"))
        draft = sessions.open_note(klara)
        assert draft is not None
        hands.click(f"unfinished_note_{draft.id}_button")
        for name, words in saved.items():
            assert hands.find(QPlainTextEdit, name).toPlainText().startswith(words.strip())
        assert [mark.region for mark in draft.note.marks] == [MARKED]

        after = "Rested at the end"
        hands.type("response_edit", after)
        hands.click("finish_button")
        hands.until(lambda: sessions.one(draft.id).signed_at is not None)
        note = sessions.one(draft.id).note
        assert note.words(NoteKey.FOUND) == FIELDS["found_edit"]
        assert note.words(NoteKey.DID).startswith(saved["did_edit"].strip())
        assert note.words(NoteKey.RESPONSE) == after
        assert [mark.region for mark in note.marks] == [MARKED]
        hands.workspace.go("today")
        assert not [
            w for w in hands.window.findChildren(QWidget, f"unfinished_note_{draft.id}_button") if w.isVisible()
        ]
        assert all(check.held for check in practice_file.check())
    finally:
        hands.window.close()
        if practice_file.is_open():
            practice_file.shut()
