"""What a person waits for: the door, Today, a search, a client, paper on screen, and whether the window stays awake."""

import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, practice_file, search, vault
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.progress.chart_view import ChartView
from alliance_desktop.ui.workspace import Workspace
from tests.benchmarks.timing import Gaps, in_a_process, milliseconds, p95, process_time, spin, spin_until

NOW = datetime.now(UTC)

BARE = """
import os
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
a = QApplication([]); w = QMainWindow(); w.setCentralWidget(QLabel("Alliance Desktop")); w.resize(1280, 800); w.show()
a.processEvents()
"""
# The program's own first modules come before Qt, as they do when it is started.
DOOR = """
import os, sys
from alliance_desktop.__main__ import main
from PySide6.QtWidgets import QApplication
def shown(*_any):
    QApplication.instance().processEvents()
    os._exit(0)
QApplication.exec = shown
sys.argv[:] = ["alliance-desktop", "--practice", sys.argv[1]]
main()
"""
LEAVE = "os._exit(0)\n"
PSS = """
def pss():
    with open("/proc/self/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
"""
TODAY = """
import json, os, sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice_file
from alliance_desktop.storage import keys
from alliance_desktop.ui import theme
from alliance_desktop.ui.workspace import Workspace
a = QApplication([]); theme.apply(a, Theme.LIGHT)
folder = PracticeFolder(Path(sys.argv[1]))
practice_file.open_with(folder, keys.open_with_password(folder, keys.SAMPLE_PASSWORD), datetime.now(UTC))
w = Workspace(folder, Settings(theme=Theme.LIGHT), lambda: datetime.now(UTC)); w.resize(1280, 800); w.show(); w.grab()
"""


def start_up(folder: PracticeFolder, runs: int = 9) -> tuple[float, float]:
    """Process start to the unlock window on screen, and to a bare window with one label: medians of runs in turn."""
    door, bare = [], []
    # The lock is written through to the disk; it shall not wait for a practice that was made a moment ago.
    os.sync()
    for _run in range(runs):
        bare.append(process_time(BARE + LEAVE))
        door.append(process_time(DOOR, folder.root))
    return statistics.median(door), statistics.median(bare)


def memory(folder: PracticeFolder) -> tuple[float, float]:
    """Memory of its own (PSS, MB) with Today open, and of a bare window; Linux only."""
    say = "print(json.dumps({'pss': pss()}), flush=True)\n" + LEAVE
    today = in_a_process(PSS + TODAY + say, folder.root)["pss"]
    return today, in_a_process("import json\n" + PSS + BARE + say)["pss"]


def workspace_on(folder: PracticeFolder) -> Workspace:
    """The whole window's inside, shown, with the pages made that are made while nobody types."""
    workspace = Workspace(folder, Settings(theme=Theme.LIGHT), lambda: NOW)
    workspace.resize(1280, 800)
    workspace.show()
    spin(1500)
    return workspace


def leave(workspace: Workspace) -> None:
    """Take a workspace away."""
    workspace.desk.close()
    workspace.deleteLater()
    spin(50)


def open_again(folder: PracticeFolder) -> None:
    """Have this practice open, whatever was open before."""
    practice_file.shut()
    practice_file.open_with(folder, keys.open_with_password(folder, keys.SAMPLE_PASSWORD), NOW)


def to_today(folder: PracticeFolder) -> float:
    """The key in hand to Today painted, pages already imported: the quickest of some."""
    figures = []
    for _run in range(5):
        practice_file.shut()
        key = keys.open_with_password(folder, keys.SAMPLE_PASSWORD)
        start = time.perf_counter()
        practice_file.open_with(folder, key, NOW)
        workspace = Workspace(folder, Settings(theme=Theme.LIGHT), lambda: NOW)
        workspace.resize(1280, 800)
        workspace.show()
        workspace.grab()
        figures.append((time.perf_counter() - start) * 1000)
        leave(workspace)
    return min(figures)


def searching(folder: PracticeFolder, figure: Callable[[list[float]], float] = p95) -> tuple[float, float, float]:
    """One keystroke to painted results; the service alone and the raw FTS5 query over the same words: p95 of each."""
    workspace = workspace_on(folder)
    typed = [word[:length] for word in ("shoulder", "neck", "maria", "garden", "breath") for length in (2, 3, 4, 5)]
    painted, service, raw = [], [], []
    query = (
        "SELECT s.id, s.client_id, s.day FROM session_words w JOIN session s ON s.id = w.rowid "
        "WHERE session_words MATCH ? ORDER BY w.rowid DESC LIMIT 8"
    )
    for words in typed * 3:
        raw.append(milliseconds(partial(_fetched, query, f'"{words}"*')))
        service.append(milliseconds(partial(search.find, words)))
        page = workspace.found_page
        start = time.perf_counter()
        workspace.sidebar.find_edit.setText(words)
        page.refresh()
        page.grab()
        painted.append((time.perf_counter() - start) * 1000)
    leave(workspace)
    return figure(painted), figure(service), figure(raw)


def _fetched(query: str, match: str) -> list[object]:
    found: list[object] = database.execute_sql(query, (match,)).fetchall()
    return found


def a_long_history(folder: PracticeFolder) -> tuple[float, int]:
    """Opening the client with the longest history, in turn with another, p95; and how many visits that is."""
    workspace = workspace_on(folder)
    (longest, visits), (other, _few) = database.execute_sql(
        "SELECT id, visits FROM client ORDER BY visits DESC LIMIT 2"
    ).fetchall()
    figures = []
    for _run in range(20):
        workspace.open_client(other)
        start = time.perf_counter()
        workspace.open_client(longest)
        workspace.grab()
        figures.append((time.perf_counter() - start) * 1000)
    leave(workspace)
    return p95(figures), visits


def painting_the_chart(folder: PracticeFolder) -> float:
    """The numbers of the client with the longest history painted again: p95."""
    workspace = workspace_on(folder)
    (longest,) = database.execute_sql("SELECT id FROM client ORDER BY visits DESC LIMIT 1").fetchone()
    workspace.open_client(longest, "progress")
    spin(50)
    chart = workspace.progress_tab.numbers.findChildren(ChartView)[-1]
    figures = [milliseconds(chart.grab) for _run in range(40)]
    leave(workspace)
    return p95(figures)


def autosaving(folder: PracticeFolder, runs: int = 60) -> float:
    """A key typed into a note in the whole window, until its commit came back and the window said so: p95."""
    workspace = workspace_on(folder)
    workspace.open_client(clients.lines(limit=1)[0].id, "sessions")
    workspace.sessions_tab.start_note()
    editor = workspace.sessions_tab.editor
    field = editor.edits[NoteKey.DID].text_edit
    field.setPlainText("Slow strokes on the neck " * 20)
    figures = []
    for _run in range(runs):
        field.insertPlainText("a")
        spin(5)
        figures.append(milliseconds(editor.flush))
    editor.discarded.emit(editor.session_id)
    leave(workspace)
    return p95(figures)


def preview(folder: PracticeFolder) -> tuple[float, float]:
    """From asking for a plan's paper to its pages on screen, warm; and the longest gap of the event loop meanwhile."""
    workspace = workspace_on(folder)
    workspace.open_client(clients.lines("Maria Feldner")[0].id)
    tab, figures, gaps = workspace.documents_tab, [], []
    for run in range(4):
        watch = Gaps()
        tab.view.pages = []
        start = time.perf_counter()
        workspace.client_page.show_tab("documents")
        tab.large_box.setChecked(bool(run % 2))
        tab.large_box.clicked.emit()
        spin_until(lambda: bool(tab.view.pages))
        workspace.grab()
        figures.append((time.perf_counter() - start) * 1000)
        gaps.append(watch.stop())
        workspace.client_page.show_tab("brief")
    leave(workspace)
    return min(figures[1:]), min(gaps[1:])


def gap_while_unlocking(home: Path) -> float:
    """The longest gap of the event loop while a real key (256 MiB, three passes) is worked out in a job."""
    folder = PracticeFolder(home / "door")
    folder.root.mkdir(mode=0o700)
    vault.make(folder, "five calm words of mine", None)
    ended: list[object] = []
    job = Job("Opening", lambda _job: vault.open_with_password(folder, "five calm words of mine", NOW))
    job.done.connect(ended.append)
    watch = Gaps()
    job.begin()
    spin_until(lambda: bool(ended))
    return watch.stop()


def gap_while_backing_up(folder: PracticeFolder, drive: Path) -> float:
    """The longest gap of the event loop during a backup that the Backup page makes."""
    workspace = workspace_on(folder)
    workspace.go("backup")
    page = workspace.backup_page
    page.use_folder(drive)
    spin(100)
    before = len(list(drive.iterdir()))
    watch = Gaps()
    page.make()
    spin_until(lambda: len([path for path in drive.iterdir() if path.suffix == ".alliance"]) > before)
    longest = watch.stop()
    spin(500)
    leave(workspace)
    return longest
