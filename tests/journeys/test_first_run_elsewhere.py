"""From the first run to somewhere else: a practice that is there, the sample, a set-up that was cut off."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.app import Hold
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui.backup.restore_page import RestorePage
from alliance_desktop.ui.main_window import this_moment
from alliance_desktop.ui.unlock.first_run import FirstRun
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.journeys.conftest import PASSWORD, Hands
from tests.journeys.test_first_run import words_of


def test_a_folder_without_a_practice_is_said_and_one_with_is_opened(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    hands.click("look_step_on_button")
    hands.click("open_practice_button")
    assert "no practice in this folder" in words_of(hands, "begin_step_problem")
    vault.make(PracticeFolder(tmp_path), PASSWORD, None).forget()
    hands.click("open_practice_button")
    hands.until(lambda: isinstance(hands.window.centralWidget(), UnlockPage))
    assert hands.window.folder.root == tmp_path


def test_restoring_can_be_left_again(hands: Hands) -> None:
    hands.click("look_step_on_button")
    hands.click("restore_practice_button")
    hands.until(lambda: isinstance(hands.window.centralWidget(), RestorePage))
    hands.click("restore_back_button")
    hands.until(lambda: isinstance(hands.window.centralWidget(), FirstRun))


SAMPLE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from alliance_desktop import cli
from alliance_desktop.tour.person import Person, pause
from alliance_desktop.ui.main_window import MainWindow
from PySide6.QtCore import QTimer

application = QApplication([])
temporary = Path(sys.argv[2])

def shown():
    return [w for w in application.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]

def walk():
    first = shown()[0]
    hands = Person(first)
    hands.click("look_step_on_button")
    hands.click("sample_practice_button")
    print("asked", hands.find("sample_practice_button").isEnabled(), flush=True)
    hands.until("the sample", lambda: shown() and shown()[0] is not first)
    sample = shown()[0]
    print("homes", len(list(temporary.glob("alliance-sample-*"))), flush=True)
    inside = Person(sample)
    inside.click("unlock_button")
    inside.until("the sample's workspace", lambda: sample.workspace is not None)
    sample.workspace.go("clients")
    records = sample.workspace.clients_page.client_list.records
    inside.until("the clients", lambda: records.rowCount() > 5)
    print("clients", flush=True)
    sample.close()
    hands.until("the first run", lambda: shown() == [first])
    print("back", hands.find("new_practice_button").isEnabled(), flush=True)
    print("homes", len(list(temporary.glob("alliance-sample-*"))), flush=True)
    pause(300)
    first.close()

QTimer.singleShot(300, walk)
sys.exit(cli.run(["--practice", sys.argv[1]]))
"""


def test_the_sample_is_looked_at_and_thrown_away_and_the_first_run_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, root = tmp_path / "temporary", tmp_path / "practice"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    command = [sys.executable, "-c", SAMPLE, str(root), str(temporary)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert told.stdout.splitlines() == [
        "asked False", "homes 1", "clients", "back True", "homes 0"
    ], told.stderr  # fmt: skip
    assert told.returncode == 0
    assert {path.name for path in root.iterdir()} <= {"settings.json", "log"}


SWAMPED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from alliance_desktop import app
from alliance_desktop.storage.database import database
from alliance_desktop.tour.person import Person
from alliance_desktop.ui.main_window import MainWindow

application = QApplication([])

def walk():
    first = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
    hands = Person(first)
    hands.click("look_step_on_button")
    hands.click("sample_practice_button")
    if sys.argv[2] == "slow":
        hands.until("the writer", lambda: list(Path(sys.argv[3]).glob("alliance-sample-*")))
        print("touched", database.deferred, flush=True)
    else:
        hands.until("a sentence", lambda: hands.find("begin_step_problem").text())
        print(hands.find("begin_step_problem").text(), hands.find("sample_practice_button").isEnabled(), flush=True)
    first.close()

QTimer.singleShot(300, walk)
ways = {"gone": ["/nowhere/at/all"], "fails": [sys.executable, "-c", "raise SystemExit(3)"],
        "slow": [sys.executable, "-c", "import time; time.sleep(600)"]}
sys.exit(app.run(Path(sys.argv[1]), [], ways[sys.argv[2]]))
"""


@pytest.mark.parametrize("way", ["gone", "fails", "slow"])
def test_a_sample_that_cannot_be_made_is_said_and_one_that_is_being_made_ends_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    command = [sys.executable, "-c", SWAMPED, str(tmp_path / "practice"), way, str(temporary)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert told.returncode == 0, told.stderr
    calm = "The sample could not be made here. Is the disk full? Nothing was changed. True\n"
    assert told.stdout == ("touched True\n" if way == "slow" else calm)
    assert list(temporary.glob("alliance-sample-*")) == []


def test_a_practice_that_another_program_has_open_is_not_opened_from_here(hands: Hands, tmp_path: Path) -> None:
    elsewhere = PracticeFolder(tmp_path / "elsewhere")
    first, second = Hold(), Hold()
    first.take(elsewhere)
    vault.make(elsewhere, PASSWORD, None).forget()
    second.take(hands.folder)
    hands.window.move_to = second.take
    hands.click("look_step_on_button")
    hands.find(QWidget, "begin_step").open_folder(elsewhere.root)  # type: ignore[attr-defined]
    assert "already open" in words_of(hands, "begin_step_problem")
    assert elsewhere.front.exists()
    first.release()
    hands.find(QWidget, "begin_step").open_folder(elsewhere.root)  # type: ignore[attr-defined]
    hands.until(lambda: isinstance(hands.window.centralWidget(), UnlockPage))
    first.take(hands.folder)
    first.release()
    second.release()


def test_a_set_up_that_was_cut_off_is_begun_anew_and_its_keys_are_kept(hands: Hands) -> None:
    vault.make(hands.folder, PASSWORD, None).forget()
    before = hands.folder.keys.read_bytes()
    hands.start()
    assert "no records" in words_of(hands, "rescue_sentence")
    hands.click("begin_anew_button")
    hands.first_run()
    assert (next(hands.folder.root.glob("unused-*")) / "practice.keys").read_bytes() == before


@pytest.mark.parametrize("sign", ["practice.db", "replaced-20260519T101407Z", "practice-before-schema-1.db"])
def test_where_there_ever_were_records_nobody_is_asked_to_begin_anew(hands: Hands, sign: str) -> None:
    vault.make(hands.folder, PASSWORD, None).forget()
    (hands.folder.root / sign).write_bytes(b"records")
    hands.start()
    assert isinstance(hands.window.centralWidget(), UnlockPage)
    with pytest.raises(vault.FolderKept):
        vault.begin_anew(hands.folder, this_moment())
    assert hands.folder.keys.exists()
