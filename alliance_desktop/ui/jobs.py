"""Long work off the GUI thread: a reporter, a way to stop, and results that arrive where they may touch widgets."""

import gc
import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from alliance_desktop.errors import AllianceError
from alliance_desktop.log import logger
from alliance_desktop.words import _

# What runs belongs to nobody: whoever asked may be gone before it ends.
_running: set["Job"] = set()


class Cancelled(Exception):  # raised through the work by report(), not a refusal
    """The therapist asked the work to stop."""


class Job(QObject):
    """One piece of work on its way; its signals arrive on the GUI thread.

    ``work(job)`` runs elsewhere, gets plain data only, calls ``job.report(done, total)`` and returns its result. It
    ends as ``done``, ``refused`` or ``cancelled``, and ``ended`` follows. Trouble with files is a refusal with a calm
    sentence; so is a fault of ours, that whoever waits may go on, and it is then raised where all faults are shown.
    """

    progressed = Signal(object, object)
    done = Signal(object)
    refused = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _broke = Signal(object)

    def __init__(self, label: str, work: Callable[["Job"], Any]) -> None:
        from PySide6.QtCore import Qt  # late: its ninety enumerations would keep the door waiting

        super().__init__()
        self.label = label
        self._work = work
        self._stop = False
        self._broke.connect(self._raise_here, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self._leave, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start the work on a thread of its own."""
        _running.add(self)
        # Rubbish is collected on whatever thread makes it, and widgets may be taken apart on the GUI's alone.
        gc.disable()
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
        except OSError:
            logger.log(logging.ERROR, "job met trouble", exc_info=True)
            self.refused.emit(_("A drive or a folder could not be read or written. Whatever was saved is safe."))
        except Exception as bug:
            logger.log(logging.ERROR, "job broke", exc_info=True)
            self.refused.emit(_("The program made a mistake and could not finish this. Whatever was saved is safe."))
            self._broke.emit(bug)
        else:
            self.done.emit(result)
        self.ended.emit()

    def _raise_here(self, bug: BaseException) -> None:
        raise bug

    def _leave(self) -> None:
        _running.discard(self)
        if not _running:
            gc.enable()
