"""A practice is opened once, where it is safe; everybody else gets one calm window and no practice."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import keys

# Runs the real program; prints what its refusal window says and presses that window's only button.
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication
from alliance_desktop import app
from alliance_desktop.storage.drives import share

if sys.argv[2] == "lent":
    share._NETWORK.add(bytes(share.QStorageInfo(sys.argv[1]).fileSystemType().data()).decode())
application = QApplication([])

def look():
    for window in application.topLevelWidgets():
        if window.objectName() == "refusal_window" and window.isVisible():
            buttons = window.findChildren(QAbstractButton)
            print(len(buttons), window.sentence.text(), flush=True)
            buttons[0].click()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(app.run(Path(sys.argv[1]), [], []))
"""

# Runs the real program out of sight, says when it stands, and ends when it was called to the front.
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from alliance_desktop import app
from alliance_desktop.ui.main_window import MainWindow

application = QApplication([])
seen = []

def look():
    for window in application.topLevelWidgets():
        if not isinstance(window, MainWindow) or not window.isVisible():
            continue
        if not seen:
            window.showMinimized()
            seen.append(window)
            print("open", flush=True)
        elif not window.isMinimized():
            print("in front", flush=True)
            window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(app.run(Path(sys.argv[1]), [], []))
"""


def refused(root: Path, how: str = "") -> tuple[int, str, str]:
    """Start the program there and return its exit code, what its window said, and what the terminal said."""
    command = [sys.executable, "-c", SECOND, str(root), how]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    # The platform without a screen says what it cannot do; that is no sentence of ours.
    said = [line for line in told.stderr.splitlines() if not line.startswith("This plugin does not support")]
    return told.returncode, told.stdout.strip(), "\n".join(said)


@contextmanager
def first_program(folder: PracticeFolder) -> Iterator["subprocess.Popen[str]"]:
    """The program that has the practice open, minimised."""
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, str(folder.root)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield program
        program.kill()


@pytest.fixture
def sample(folder: PracticeFolder) -> PracticeFolder:
    """A folder with a practice that could be opened."""
    keys.create(folder, "sample", None, cost=keys.CHEAP, sample=True)
    return folder


def test_a_second_program_says_so_in_a_window_and_the_first_comes_to_the_front(sample: PracticeFolder) -> None:
    with first_program(sample) as first:
        code, window, terminal = refused(sample.root)
        assert (code, window) == (2, f"1 {terminal}")
        assert "already open in another window" in terminal
        assert first.stdout is not None
        assert first.stdout.readline() == "in front\n"
        assert first.wait() == 0


def test_a_folder_that_can_only_be_read_is_refused_in_a_window() -> None:
    code, window, terminal = refused(Path("/proc/self"))
    assert (code, window) == (2, f"1 {terminal}")
    assert "can only be read" in terminal


def test_a_folder_that_cannot_be_made_is_refused_in_a_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, window, terminal = refused(tmp_path / "file" / "practice")
    assert (code, window) == (2, f"1 {terminal}")
    assert "cannot be made or reached" in terminal


def test_a_folder_on_another_computer_is_refused_in_a_window_and_nothing_is_written(sample: PracticeFolder) -> None:
    before = {path.name: path.read_bytes() for path in sample.root.iterdir()}
    code, window, terminal = refused(sample.root, "lent")
    assert (code, window) == (2, f"1 {terminal}")
    assert "another computer" in terminal
    assert {path.name: path.read_bytes() for path in sample.root.iterdir()} == before
