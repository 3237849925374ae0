"""Measures the program against references timed in the same run: python -m tests.benchmarks.measure [--small].

Prints the table for README and writes the figures as JSON where asked. Milliseconds are of the machine it runs on; the
ratios are what counts, and the run ends with code 1 when one is above its bound.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui import theme
from tests.benchmarks import records, windows

SMALL, LARGE = (500, 10_000), (5_000, 100_000)


@dataclass(frozen=True)
class Measure:
    """One line of the table: a ratio with its bound, where there is one, and words for people."""

    name: str
    figure: str
    wanted: str
    ratio: float = 0.0
    bound: float | None = None

    @property
    def kept(self) -> bool:
        """True when the ratio is within its bound."""
        return self.bound is None or self.ratio <= self.bound


def doors(folder: PracticeFolder) -> list[Measure]:
    """What happens before the first record is read, and the memory afterwards."""
    door, bare = windows.start_up(folder)
    today, plain = windows.memory(folder)
    return [
        Measure(
            "process start → unlock window, against a bare window", f"{door:.0f} ms, {door / bare:.2f} ×", "1.4 ×",
            door / bare, 1.4,
        ),
        Measure(
            "memory (PSS) with Today open, against a bare window", f"{today:.0f} MB, {today / plain:.2f} ×", "2.5 ×",
            today / plain, 2.5,
        ),
    ]  # fmt: skip


def daily(folder: PracticeFolder, small: float) -> list[Measure]:
    """What a person does all day; ``small`` is Today in the small practice, in milliseconds."""
    today = windows.to_today(folder)
    painted, service, raw = windows.searching(folder)
    opening, visits = windows.a_long_history(folder)
    kept, commit = records.autosaving()
    paper = records.the_paper()
    shown, _gap = windows.preview(folder)
    return [
        Measure(
            "key in hand → Today painted, against 500 / 10,000", f"{today:.0f} ms, {today / small:.2f} ×",
            "300 ms, 1.3 ×", today / small, 1.3,
        ),
        Measure("search: keystroke → painted results, p95", f"{painted:.1f} ms", "20 ms"),
        Measure(
            "search service alone, p95, against the raw query", f"{service:.1f} ms, raw {raw:.1f} ms",
            f"{3 * raw + 2:.1f} ms", service / (3 * raw + 2), 1.0,
        ),
        Measure(f"open a client with {visits} sessions, p95", f"{opening:.0f} ms", "60 ms"),
        Measure("autosave seen by the window, p95", f"{kept:.1f} ms; bare commit {commit:.1f} ms", "16 ms"),
        Measure("plan PDF, two pages, warm", f"{paper:.0f} ms", "150 ms"),
        Measure("PDF preview on screen", f"{shown:.0f} ms", "300 ms"),
    ]  # fmt: skip


def safe(folder: PracticeFolder, home: Path, megabytes: float) -> list[Measure]:
    """Backups, and whether the window stays awake meanwhile."""
    records.hand_out(megabytes)
    proven, reference, size, grown = records.backing_up(folder, home)
    _shown, drawing = windows.preview(folder)
    drive = home / "stick"
    drive.mkdir()
    gaps = (windows.gap_while_backing_up(folder, drive), drawing, windows.gap_while_unlocking(home))
    return [
        Measure(
            f"backup of {size:.0f} MB with re-read and rehearsal, against cp + sync + two sha256sum",
            f"{proven:.1f} s, {proven / reference:.1f} ×", "5 ×", proven / reference, 5.0,
        ),
        Measure("memory growth of that backup", f"{grown:.0f} MB", "64 MB"),
        Measure(
            "longest gap of the event loop: backup, PDF, unlock",
            ", ".join(f"{gap:.0f}" for gap in gaps) + " ms", "100 ms",
        ),
    ]  # fmt: skip


def measured(home: Path, small_only: bool) -> list[Measure]:
    """Every measure, on a small practice and, unless told otherwise, on the large one."""
    with records.opened(home, *SMALL) as (folder, speed):
        small = windows.to_today(folder)
        if small_only:
            found = doors(folder) + daily(folder, small) + safe(folder, home, 0)
    if not small_only:
        with records.opened(home, *LARGE) as (folder, speed):
            found = doors(folder) + daily(folder, small) + safe(folder, home, 500)
    return [*found, Measure("writing a sample practice", f"{speed:,.0f} sessions a second", "≥ 5,000")]


def main() -> int:
    """Measure everything, print the table, and return 1 when a ratio is above its bound."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="500 clients and 10,000 sessions only")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    application = QApplication([])
    theme.apply(application, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as place:
        found = measured(Path(place), asked.small)
    people, visits = SMALL if asked.small else LARGE
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    sys.stdout.write(
        f"{machine}; {people:,} clients, {visits:,} sessions.\n\n| measure | figure | at most |\n|---|---|---|\n"
    )
    for one in found:
        sys.stdout.write(f"| {one.name} | {one.figure}{'' if one.kept else ' (above)'} | {one.wanted} |\n")
    if asked.json:
        asked.json.write_text(json.dumps({one.name: [one.figure, one.ratio] for one in found}, indent=1))
    return 0 if all(one.kept for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
