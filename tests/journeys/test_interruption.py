"""Ctrl+C in the terminal ends the window or the tour in order: what was typed is stored, and the code is 130."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import clients, plans, practice_file, vault

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signal to one process")

WORDS = "I want to sing again"

# Opens the real program, types into a plan and says so; nobody touches anything from then on.
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from alliance_desktop import cli
from alliance_desktop.tour.person import Person
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.services import clients

application = QApplication([])

def type_now():
    window = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
    person = Person(window)
    if sys.argv[2] == "typing":
        person.click("unlock_button")
        person.until("the workspace", lambda: window.workspace is not None)
        window.workspace.new_client()
        person.type("name_edit", "Klara Testmann")
        person.click("accept_button")
        window.workspace.client_page.show_tab("plan")
        person.click("begin_plan_button")
        person.type("matters_edit", sys.argv[3])
    elif sys.argv[2] == "dialog":
        person.click("unlock_button")
        person.until("the workspace", lambda: window.workspace is not None)
        window.workspace.new_client()
    print("ready", flush=True)

QTimer.singleShot(100, type_now)
sys.exit(cli.run(["--practice", sys.argv[1]]))
"""


@pytest.fixture
def sample(folder: PracticeFolder) -> PracticeFolder:
    stage.write(folder, now=datetime.now(UTC), clients=2, sessions=4)
    return folder


@contextmanager
def running(*command: str) -> Iterator["subprocess.Popen[str]"]:
    whole = [sys.executable, *command]
    # Whoever runs the tests in the background has the signal ignored, and what is started would inherit that.
    with subprocess.Popen(
        whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_heard
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def _heard() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("where", ["door", "typing", "dialog"])
def test_an_interrupted_window_stores_what_was_typed_and_ends(sample: PracticeFolder, where: str) -> None:
    with running("-c", TYPING, str(sample.root), where, WORDS) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    said = [line for line in err.splitlines() if not line.startswith("This plugin does not support")]
    assert (program.returncode, out, said) == (130, "", [])
    if where == "typing":
        assert stored(sample) == WORDS


def stored(folder: PracticeFolder) -> str:
    now = datetime.now(UTC)
    practice_file.open_with(folder, vault.open_with_password(folder, vault.SAMPLE_PASSWORD, now), now)
    try:
        plan = plans.current(clients.lines("Klara Testmann")[0].id)
        assert plan is not None
        assert plan.draft is not None
        return plan.draft.what_matters.words
    finally:
        practice_file.shut()


def test_an_interrupted_tour_ends_with_130_and_no_word(tmp_path: Path) -> None:
    with running("-m", "alliance_desktop", "tour", str(tmp_path / "tour")) as program:
        while not list((tmp_path / "tour").glob("*first-run-look-light.png")):
            assert program.poll() is None
            # The program needs the core more than this does.
            time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    said = [line for line in err.splitlines() if not line.startswith("This plugin does not support")]
    assert (program.returncode, out, said) == (130, "", [])
