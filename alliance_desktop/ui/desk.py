"""The only door from pages to the world: it performs verbs, starts jobs, knows the time and says what was saved."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from alliance_desktop.domain.moments import local_day
from alliance_desktop.errors import AllianceError
from alliance_desktop.ui.jobs import Job

R = TypeVar("R")


def _this_moment() -> datetime:
    return datetime.now(UTC)


class Desk(QObject):
    """What every page is given; one for each unlocked workspace.

    ``changed`` follows a verb, ``kept`` an autosave: what is in sight then goes on, what is not is read anew.
    ``unread`` says why the file could not be read: nothing can go on then.
    """

    changed = Signal()
    kept = Signal()
    closing = Signal()
    saved = Signal(object)
    not_saved = Signal(str)
    unread = Signal(str)
    said = Signal(str)
    undo_offered = Signal(str, object)
    undo_over = Signal()
    job_began = Signal(object)
    needed_work_ended = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] = _this_moment) -> None:
        super().__init__(parent)
        self._clock = clock
        self._jobs: list[Job] = []
        self._needed: list[Job] = []

    def now(self) -> datetime:
        """This moment, aware."""
        return self._clock()

    def today(self) -> date:
        """The local day of this moment."""
        return local_day(self.now())

    def perform(self, verb: Callable[..., R], *args: Any, **kwargs: Any) -> R | None:
        """Run a writing service now: announce ``changed``, or show its refusal and return None."""
        try:
            result = verb(*args, now=self.now(), **kwargs)
        except AllianceError as refusal:
            self.said.emit(str(refusal))
            return None
        self.saved.emit(self.now())
        self.changed.emit()
        return result

    def keep(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Autosave: store quietly and say when; False with the reason in sight when it could not be stored."""
        try:
            verb(*args, now=self.now(), **kwargs)
        except AllianceError as refusal:
            self.not_saved.emit(str(refusal))
            return False
        self.saved.emit(self.now())
        self.kept.emit()
        return True

    def say(self, sentence: str) -> None:
        """Show one calm sentence where it does not stand in the way."""
        self.said.emit(sentence)

    def perform_undoable(self, sentence: str, undo: Callable[[R], Any], verb: Callable[..., R], *args: Any) -> R | None:
        """Run a writing service; once it is done say so, and offer ``undo`` of its result for ten seconds."""
        result = self.perform(verb, *args)
        if result is not None:
            self.offer_undo(sentence, partial(undo, result))
        return result

    def offer_undo(self, sentence: str, undo: Callable[[], Any]) -> None:
        """Say what was done and offer to undo it for ten seconds."""
        self.undo_offered.emit(sentence, undo)

    def end_undo(self) -> None:
        """Take the offer back: what it would undo is no longer as it was."""
        self.undo_over.emit()

    def start(
        self,
        label: str,
        work: Callable[[Job], Any],
        done: Callable[[Any], Any],
        refused: Callable[[str], Any] | None = None,
        needed: bool = False,
    ) -> Job:
        """Begin long work; its result arrives at ``done``, its refusal at ``refused`` or in sight.

        While ``needed`` work goes on, the window waits with closing.
        """
        job = Job(label, work)
        job.done.connect(done)
        job.refused.connect(refused if refused is not None else self.say)
        job.ended.connect(self._forget_ended)
        self._jobs.append(job)
        self._needed += [job] if needed else []
        self.job_began.emit(job)
        job.begin()
        return job

    def close(self) -> None:
        """Have every open editor store its draft, and ask all work to stop."""
        self.closing.emit()
        for job in self._jobs:
            job.cancel()

    def _forget_ended(self) -> None:
        ended = self.sender()
        self._jobs = [job for job in self._jobs if job is not ended]
        if ended in self._needed:
            self._needed = [job for job in self._needed if job is not ended]
            if not self._needed:
                self.needed_work_ended.emit()

    @property
    def has_needed_work(self) -> bool:
        """True while work goes on that closing the window would cut off."""
        return bool(self._needed)
