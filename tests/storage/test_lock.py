"""One program on one practice, even after the first was killed."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage.drives import share
from alliance_desktop.storage.lock import (
    FolderNotWritable,
    FolderOnNetwork,
    FrontWatcher,
    PracticeInUse,
    PracticeLock,
    ask_to_front,
)

HOLD = """
import sys, time
from pathlib import Path
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage.lock import PracticeLock
lock = PracticeLock(PracticeFolder(Path(sys.argv[1])))
lock.take()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(folder: PracticeFolder) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that holds the practice."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(folder.root)], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        yield program
        program.kill()


def test_a_second_program_is_refused_until_the_first_is_gone_however_it_ends(
    folder: PracticeFolder, holder: subprocess.Popen[bytes]
) -> None:
    with pytest.raises(PracticeInUse):
        PracticeLock(folder).take()
    holder.kill()
    holder.wait()
    ours = PracticeLock(folder)
    ours.take()
    ours.release()


def test_the_second_program_calls_the_first_to_the_front(folder: PracticeFolder, qtbot: QtBot) -> None:
    watcher = FrontWatcher(folder)
    with qtbot.waitSignal(watcher.asked):
        ask_to_front(folder)
    assert not folder.front.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows gives a user's folders to that user alone")
def test_a_practice_that_others_could_read_is_closed_to_them_once_it_is_taken(folder: PracticeFolder) -> None:
    folder.root.chmod(0o755)
    files = (folder.database, folder.keys, folder.keys_copy, folder.settings, folder.attempts)
    for file in files:
        file.touch()
        file.chmod(0o644)
    ours = PracticeLock(folder)
    ours.take()
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (*files, folder.lock)} == {0o600}
    ours.release()


def test_a_program_that_is_open_for_days_keeps_its_practice(folder: PracticeFolder) -> None:
    first = PracticeLock(folder)
    first.take()
    os.utime(folder.lock, (0, 0))

    with pytest.raises(PracticeInUse):
        PracticeLock(folder).take()

    first.release()
    PracticeLock(folder).take()


@pytest.mark.parametrize("left", ["", "4242\npython\nanother-computer\nother-id\nother-boot\n"])
def test_a_lock_left_by_a_power_cut_or_another_computer_locks_nobody_out(folder: PracticeFolder, left: str) -> None:
    folder.lock.write_text(left)

    PracticeLock(folder).take()


@pytest.mark.skipif(sys.platform == "win32", reason="there a held lock file cannot be written by others")
def test_a_held_practice_is_not_taken_even_if_its_lock_file_names_another_computer(
    folder: PracticeFolder, holder: subprocess.Popen[bytes]
) -> None:
    folder.lock.write_text("4242\npython\nanother-computer\nother-id\nother-boot\n")

    with pytest.raises(PracticeInUse):
        PracticeLock(folder).take()


@pytest.mark.parametrize("place", ["gone", "/proc/self"])
def test_a_folder_that_takes_no_writing_is_refused_in_a_sentence(tmp_path: Path, place: str) -> None:
    with pytest.raises(FolderNotWritable):
        PracticeLock(PracticeFolder(tmp_path / place)).take()
    ask_to_front(PracticeFolder(tmp_path / place))


class MountedShare:
    """What Qt tells of a folder that another computer lends."""

    def __init__(self, path: str) -> None:
        self.path = path

    def fileSystemType(self) -> QByteArray:
        return QByteArray(b"cifs" if "lent" in self.path else b"ext4")


def test_a_folder_of_another_computer_is_refused_before_anything_is_written(
    folder: PracticeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share, "QStorageInfo", MountedShare)
    lent = folder.root / "lent"
    lent.mkdir()
    for root in (lent, lent / "not" / "made yet"):
        with pytest.raises(FolderOnNetwork) as refusal:
            PracticeLock(PracticeFolder(root)).take()
        assert "another computer" in str(refusal.value)
    assert list(lent.iterdir()) == []
    PracticeLock(folder).take()


def test_a_folder_of_this_computer_is_no_share(tmp_path: Path) -> None:
    assert not share.is_network_share(tmp_path / "not" / "made yet")


def test_a_question_from_before_is_not_answered_now(folder: PracticeFolder, qtbot: QtBot) -> None:
    ask_to_front(folder)
    watcher = FrontWatcher(folder)
    assert not folder.front.exists()
    with qtbot.assertNotEmitted(watcher.asked, wait=100):
        folder.settings.touch()


def test_the_first_program_answers_every_time_it_is_called(folder: PracticeFolder, qtbot: QtBot) -> None:
    watcher = FrontWatcher(folder)
    for _ in range(3):
        with qtbot.waitSignal(watcher.asked):
            ask_to_front(folder)
