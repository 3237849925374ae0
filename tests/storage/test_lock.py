"""One program on one practice, even after the first was killed."""

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage.lock import FrontWatcher, PracticeInUse, PracticeLock, ask_to_front

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


def test_a_second_program_is_refused_until_the_first_is_gone_however_it_ends(folder: PracticeFolder) -> None:
    first = subprocess.Popen([sys.executable, "-c", HOLD, str(folder.root)], stdout=subprocess.PIPE)
    assert first.stdout is not None
    assert first.stdout.readline() == b"held\n"
    with pytest.raises(PracticeInUse):
        PracticeLock(folder).take()
    first.kill()
    first.wait()
    first.stdout.close()
    ours = PracticeLock(folder)
    ours.take()
    ours.release()


def test_the_second_program_calls_the_first_to_the_front(folder: PracticeFolder, qtbot: QtBot) -> None:
    watcher = FrontWatcher(folder)
    with qtbot.waitSignal(watcher.asked):
        ask_to_front(folder)
    assert not folder.front.exists()
