"""Measures the program against references timed in the same run: python -m tests.benchmarks.measure [--small].

Prints the table for README and writes figures.json beside it where asked; milliseconds are of this machine, the ratios
are what counts.
"""

import argparse
import contextlib
import hashlib
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import backups, clients, plans, practice, practice_file, search, sessions
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database
from alliance_desktop.ui import theme

NOW = datetime.now(UTC)


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def p95(figures: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(figures, n=20)[18] if len(figures) > 1 else figures[0]


def best_of(runs: int, work: Callable[[], object]) -> float:
    """The quickest of some runs: what the work costs without the machine's other business."""
    return min(milliseconds(work) for _run in range(runs))


@contextlib.contextmanager
def opened(home: Path, people: int, visits: int) -> Iterator[PracticeFolder]:
    """A sample practice of this size, open."""
    root = home / f"practice-{people}"
    root.mkdir(mode=0o700)
    folder = PracticeFolder(root)
    stage.write(folder, now=NOW, clients=people, sessions=visits)
    key = keys.open_with_password(folder, keys.SAMPLE_PASSWORD)
    practice_file.open_with(folder, key, NOW)
    yield folder
    practice_file.shut()


BARE = """
import time; t = time.perf_counter()
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
a = QApplication([]); w = QMainWindow(); w.setCentralWidget(QLabel("Alliance Desktop")); w.resize(1280, 800); w.show()
a.processEvents()
"""
DOOR = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import appearance
from alliance_desktop.ui import theme
from alliance_desktop.ui.main_window import MainWindow
f = PracticeFolder(Path(sys.argv[1])); s = appearance.current(f)
a = QApplication([]); theme.apply(a, s.theme, s.text_percent, s.system_font); w = MainWindow(f, s); w.show()
a.processEvents()
import os; os._exit(0)
"""


def start_up(folder: PracticeFolder) -> tuple[float, float]:
    """Process start to the unlock window, and to a bare window with one label."""
    door, bare = [], []
    for _run in range(5):
        bare.append(milliseconds(lambda: subprocess.run([sys.executable, "-c", BARE], check=True)))
        command = [sys.executable, "-c", DOOR, str(folder.root)]
        door.append(milliseconds(lambda command=command: subprocess.run(command, check=True)))
    return statistics.median(door), statistics.median(bare)


def to_today(folder: PracticeFolder) -> float:
    """The key in hand to Today painted, pages already imported."""
    from alliance_desktop.ui.workspace import Workspace

    figures = []
    for _run in range(3):
        practice_file.shut()
        key = keys.open_with_password(folder, keys.SAMPLE_PASSWORD)
        start = time.perf_counter()
        practice_file.open_with(folder, key, NOW)
        workspace = Workspace(folder, Settings(theme=Theme.LIGHT), lambda: NOW)
        workspace.resize(1280, 800)
        workspace.show()
        workspace.grab()
        figures.append((time.perf_counter() - start) * 1000)
        workspace.deleteLater()
        _spin(50)
    return min(figures)


def searching(folder: PracticeFolder) -> tuple[float, float, float]:
    """One keystroke to painted results p95; the service alone p95; the raw FTS5 query p95."""
    from alliance_desktop.ui.workspace import Workspace

    workspace = Workspace(folder, Settings(theme=Theme.LIGHT), lambda: NOW)
    workspace.resize(1280, 800)
    workspace.show()
    typed = [word[:length] for word in ("shoulder", "neck", "maria", "garden", "breath") for length in (2, 3, 4, 5)]
    painted, service, raw = [], [], []
    query = (
        "SELECT s.id, s.client_id, s.day FROM session_words w JOIN session s ON s.id = w.rowid "
        "WHERE session_words MATCH ? ORDER BY w.rowid DESC LIMIT 8"
    )
    for words in typed * 3:
        service.append(milliseconds(lambda words=words: search.find(words)))
        raw.append(milliseconds(lambda words=words: database.execute_sql(query, (f'"{words}"*',)).fetchall()))
        page = workspace.found_page
        start = time.perf_counter()
        workspace.sidebar.find_edit.setText(words)
        page.refresh()
        page.grab()
        painted.append((time.perf_counter() - start) * 1000)
    workspace.deleteLater()
    _spin(50)
    return p95(painted), p95(service), p95(raw)


def a_long_history(folder: PracticeFolder) -> float:
    """Opening a client with the longest history, p95."""
    from alliance_desktop.ui.workspace import Workspace

    workspace = Workspace(folder, Settings(theme=Theme.LIGHT), lambda: NOW)
    workspace.resize(1280, 800)
    workspace.show()
    longest = database.execute_sql("SELECT id FROM client ORDER BY visits DESC LIMIT 20").fetchall()

    def open_one(client_id: int) -> None:
        workspace.open_client(client_id)
        workspace.grab()

    figures = [milliseconds(lambda row=row: open_one(row[0])) for row in longest]
    workspace.deleteLater()
    _spin(50)
    return p95(figures)


def autosaving() -> tuple[float, float]:
    """One autosave of a note as the GUI thread sees it, p95, and a bare commit of one row."""
    client_id = clients.lines(limit=1)[0].id
    note = NoteDraft(NOW.date(), fields=(NoteField(NoteKey.DID, "Slow strokes on the neck " * 20),))
    session = sessions.begin(client_id, now=NOW)
    kept = [milliseconds(lambda: sessions.keep(session.id, note, now=NOW)) for _run in range(60)]
    touch = "UPDATE client SET visits = visits WHERE id = ?"
    bare = [milliseconds(lambda: database.execute_sql(touch, (client_id,))) for _run in range(60)]
    sessions.discard(session.id, now=NOW)
    return p95(kept), p95(bare)


def the_paper() -> float:
    """The plan's two pages, warm."""
    from alliance_desktop.documents import plan_sheet

    client = clients.lines("Maria Feldner")[0]
    plan = plans.current(client.id)
    assert plan is not None
    assert plan.agreed is not None
    paper = plan_sheet.PlanPaper(
        plan.agreed, practice.current(), client.called, plan.done, plans.change_lines(plan.agreed)
    )
    plan_sheet.pdf(paper, Paper.A4)
    return best_of(5, lambda: plan_sheet.pdf(paper, Paper.A4))


def backing_up(folder: PracticeFolder, home: Path) -> tuple[float, float, float]:
    """A proven backup, against cp + fsync + two SHA-256 of the same bytes; and the megabytes backed up."""
    drive = home / "drive"
    drive.mkdir(exist_ok=True)
    made = []
    proven = milliseconds(lambda: made.append(backups.make(backups.order(folder, NOW), drive, lambda *_told: None)))
    copy = home / "copy"

    def plain() -> None:
        shutil.copyfile(folder.database, copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        for _sum in range(2):
            with copy.open("rb") as file:
                hashlib.file_digest(file, "sha256")

    reference = milliseconds(plain)
    return proven, reference, made[0].size / 1e6


def _spin(wait: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(wait, loop.quit)
    loop.exec()


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="500 clients and 10,000 sessions only")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    application = QApplication([])
    theme.apply(application, Theme.LIGHT)
    sizes = [(500, 10_000)] if asked.small else [(500, 10_000), (5_000, 100_000)]
    rows: list[tuple[str, str, str]] = []
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        todays = []
        for people, visits in sizes:
            start = time.perf_counter()
            with opened(home, people, visits) as folder:
                figures["sample sessions a second"] = visits / (time.perf_counter() - start)
                todays.append(to_today(folder))
                if (people, visits) == sizes[-1]:
                    measure(folder, home, rows, figures)
        figures["today ms"], figures["today ratio"] = todays[-1], todays[-1] / todays[0]
    rows.insert(
        1,
        (
            "key in hand → Today painted",
            f"{todays[-1]:.0f} ms, {todays[-1] / todays[0]:.2f} × the small practice",
            "300 ms, 1.3 ×",
        ),
    )
    rows.append(("writing a sample", f"{figures['sample sessions a second']:,.0f} sessions a second", "≥ 5,000"))
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    told = f"{machine}; {sizes[-1][0]:,} clients, {sizes[-1][1]:,} sessions"
    sys.stdout.write(f"Measured on {told}.\n\n| measure | figure | at most |\n|---|---|---|\n")
    for row in rows:
        sys.stdout.write("| " + " | ".join(row) + " |\n")
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1))


def measure(folder: PracticeFolder, home: Path, rows: list[tuple[str, str, str]], figures: dict[str, float]) -> None:
    """Everything that is measured on the largest practice."""
    door, bare = start_up(folder)
    rows.append(("process start → unlock window", f"{door:.0f} ms, {door / bare:.2f} × a bare window", "1.4 ×"))
    painted, service, raw = searching(folder)
    rows.append(("search keystroke → painted, p95", f"{painted:.1f} ms", "20 ms"))
    rows.append(("search service alone, p95", f"{service:.1f} ms; raw query {raw:.2f} ms", f"{3 * raw + 2:.1f} ms"))
    rows.append(("open a client, longest histories, p95", f"{a_long_history(folder):.0f} ms", "60 ms"))
    kept, commit = autosaving()
    rows.append(("autosave commit on the GUI thread, p95", f"{kept:.1f} ms; bare commit {commit:.1f} ms", "16 ms"))
    rows.append(("plan PDF, two pages, warm", f"{the_paper():.0f} ms", "150 ms"))
    proven, reference, size = backing_up(folder, home)
    told = f"{proven / reference:.1f} × cp + fsync + 2 sha256 ({size:.0f} MB in {proven / 1000:.1f} s)"
    rows.append(("backup, re-read and rehearsed", told, "5 ×"))
    figures |= {
        "door ratio": door / bare, "search painted ms": painted, "search service ms": service, "raw query ms": raw,
        "autosave ms": kept, "backup ratio": proven / reference,
    }  # fmt: skip


if __name__ == "__main__":
    main()
