"""The first run: three minutes, no technical question, and nothing that cannot be taken back."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from alliance_desktop.app import Hold
from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.practice import Paper
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import appearance, practice, vault
from alliance_desktop.storage.database import StorageTrouble
from alliance_desktop.ui import theme
from alliance_desktop.ui.backup.restore_page import RestorePage
from alliance_desktop.ui.drive_choice import DriveChoice
from alliance_desktop.ui.main_window import this_moment
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
    hands.found()
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
