"""Long work off the GUI thread: a reporter, a way to stop, and results that arrive where they may touch widgets."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from alliance_desktop.errors import AllianceError
from alliance_desktop.log import logger


class Cancelled(Exception):  # raised through the work by report(), not a refusal
    """The therapist asked the work to stop."""


class Job(QObject):
    """One piece of work on its way; its signals arrive on the GUI thread.

    ``work(job)`` runs elsewhere, gets plain data only, calls ``job.report(done, total)`` and returns its result.
    """

    progressed = Signal(object, object)
    done = Signal(object)
    refused = Signal(str)
    cancelled = Signal()
    broken = Signal(object)
    ended = Signal()

    def __init__(self, label: str, work: Callable[["Job"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._work = work
        self._stop = False

    def begin(self) -> None:
        """Start the work on a thread of its own."""
        threading.Thread(target=self.run, name=self.label, daemon=True).start()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop = True

    def report(self, done: object, total: int) -> None:
        """Say how far the work is; raises ``Cancelled`` when it was asked to stop. Called by the work."""
        if self._stop:
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Do the work and announce how it ended. Called on the job's own thread."""
        try:
            result = self._work(self)
        except Cancelled:
            self.cancelled.emit()
        except AllianceError as refusal:
            self.refused.emit(str(refusal))
        except Exception as bug:
            logger.log(logging.ERROR, "job broke", exc_info=True)
            self.broken.emit(bug)
        else:
            self.done.emit(result)
        self.ended.emit()
