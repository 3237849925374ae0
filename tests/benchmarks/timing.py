"""How the benchmarks tell time: by the clock of this process, as medians, and always beside something plain."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, QTimer


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


def spin(wait: int) -> None:
    """Let the event loop run for so many milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(wait, loop.quit)
    loop.exec()


def spin_until(ended: Callable[[], bool]) -> None:
    """Let the event loop run until something is so, for ten minutes at most."""
    clock = QElapsedTimer()
    clock.start()
    while not ended():
        if clock.elapsed() > 600_000:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        # Other threads get their turn, as they do in a loop that waits for the system.
        time.sleep(0.001)


class Gaps(QObject):
    """Watches the event loop: the longest time between two of its turns, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def stop(self) -> float:
        """Stop watching and return the longest gap."""
        self._timer.stop()
        return self.longest


def in_a_process(script: str, *arguments: object) -> dict[str, float]:
    """Run a script in a Python of its own and return the JSON object it prints last."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def process_time(script: str, *arguments: object) -> float:
    """How long a whole process takes, in milliseconds."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    return milliseconds(lambda: subprocess.run(command, check=True, capture_output=True, env=environment))
