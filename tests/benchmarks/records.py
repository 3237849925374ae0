"""What the records cost: an autosave, a plan's paper, a backup that is proven, a sample practice."""

import contextlib
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from alliance_desktop.documents import plan_sheet
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.domain.plan import Agreement, Commitment, Goal, PlanContent
from alliance_desktop.domain.practice import Paper
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import backups, clients, documents, plans, practice, practice_file
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database
from tests.benchmarks import study
from tests.benchmarks.timing import best_of, milliseconds, p95

NOW = datetime.now(UTC)


@contextlib.contextmanager
def opened(home: Path, people: int, visits: int) -> Iterator[tuple[PracticeFolder, float]]:
    """A sample practice of this size, open, and how many sessions a second it was written with."""
    folder = PracticeFolder(home / f"practice-{people}")
    folder.root.mkdir(mode=0o700)
    start = time.perf_counter()
    stage.write(folder, now=NOW, clients=people, sessions=visits)
    speed = visits / (time.perf_counter() - start)
    practice_file.open_with(folder, keys.open_with_password(folder, keys.SAMPLE_PASSWORD), NOW)
    yield folder, speed
    practice_file.shut()


def bare_commit() -> float:
    """A commit of one row, p95."""
    client_id = clients.lines(limit=1)[0].id
    # One more and one less in turn: what does not change is not written.
    touch = "UPDATE client SET visits = visits + ? WHERE id = ?"
    return p95([milliseconds(partial(database.execute_sql, touch, (step, client_id))) for step in (1, -1) * 30])


def the_paper() -> tuple[float, float | None]:
    """The plan's two pages, warm, and the study drawing the same plan; None where the study is not there."""
    client = clients.lines("Maria Feldner")[0]
    plan = plans.current(client.id)
    assert plan is not None
    assert plan.agreed is not None
    version = replace(plan.agreed, content=_as_the_study_knows_it(plan.agreed.content))
    # The kit has no figure, so nothing is told of its marks.
    changes = tuple(line for line in plans.change_lines(plan.agreed) if line.about != "marks")
    paper = plan_sheet.PlanPaper(version, practice.current(), client.called, plan.done, changes)
    _pdf, pages = plan_sheet.pdf(paper, Paper.A4)
    assert pages == 2
    return best_of(7, lambda: plan_sheet.pdf(paper, Paper.A4)), study.milliseconds_of(paper, 7)


def _as_the_study_knows_it(content: PlanContent) -> PlanContent:
    """The plan without the parts that the study's kit has no piece for."""
    agreed = content.agreement
    return PlanContent(
        content.what_matters,
        tuple(Goal(g.uid, g.said, g.professional, g.activity, g.now, g.hoped, g.by) for g in content.goals),
        Agreement(agreed.visits, agreed.rhythm, agreed.minutes, agreed.areas_yes, agreed.areas_no),
        tuple(Commitment(c.uid, c.whose, c.what, c.how, c.due) for c in content.commitments),
        content.reservations,
        content.reservations_asked,
        content.review_on,
    )


def hand_out(megabytes: float) -> None:
    """Fill the practice with papers that were handed out, 500 KB each, until its file has about this size."""
    client_id = clients.lines(limit=1)[0].id
    size = practice_bytes()
    while size < megabytes * 1e6:
        documents.keep(client_id, DocumentKind.PLAN, Given.SAVED, 1, 2, os.urandom(500_000), now=NOW)
        size += 505_000


def practice_bytes() -> int:
    """How large the file with the records is."""
    pages, page = (int(database.execute_sql(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * page


def backing_up(folder: PracticeFolder, home: Path) -> tuple[float, float, float, float]:
    """Seconds of a proven backup; of cp, sync and two sha256sum; MB backed up; MB by which the memory grew."""
    drive = home / "drive"
    drive.mkdir(exist_ok=True)
    with watched_memory() as grown:
        start = time.perf_counter()
        made = backups.make(backups.order(folder, NOW), drive, lambda *_told: None)
        proven = time.perf_counter() - start
    copy = home / "copy"
    start = time.perf_counter()
    name = str(copy)
    for command in (["cp", str(folder.database), name], ["sync", name], ["sha256sum", name], ["sha256sum", name]):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    reference = time.perf_counter() - start
    copy.unlink()
    shutil.rmtree(drive)
    return proven, reference, made.size / 1e6, grown[0]


@contextlib.contextmanager
def watched_memory() -> Iterator[list[float]]:
    """Watch how far this process's own memory (anonymous pages) grows, in MB; Linux only."""
    before, ended, grown = _memory(), threading.Event(), [0.0]

    def watch() -> None:
        while not ended.wait(0.01):
            grown[0] = max(grown[0], _memory() - before)

    watcher = threading.Thread(target=watch)
    watcher.start()
    yield grown
    ended.set()
    watcher.join()


def _memory() -> float:
    told = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("RssAnon"))) / 1024
