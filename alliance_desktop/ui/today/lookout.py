"""Looks at everybody once a day, in a job, while nobody waits for it; after each write at whom it concerned."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.today import Everybody
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import everybody
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.jobs import Job
from alliance_desktop.words import _

_LOOKS_AFTER = 4_000


class Lookout(QObject):
    """``found`` says that a look at everybody has ended and that there is something to show."""

    found = Signal()

    def __init__(self, desk: Desk, folder: PracticeFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._folder = desk, folder
        self._known: Everybody | None = None
        self._job: Job | None = None
        self.looked_on: date | None = None
        self._soon = QTimer(self, interval=_LOOKS_AFTER, singleShot=True)
        self._soon.timeout.connect(self._look)

    def known(self) -> Everybody:
        """What is known at this moment; nothing before the first look, and from yesterday nothing either."""
        now = self._desk.now()
        if self._known is not None:
            told = everybody.again(self._known, now)
            if told is None:
                # What was found stays in sight until everybody was looked at again.
                self.looked_on = None
            else:
                self._known = told
        if self._known is None or self._known.day != local_day(now):
            return Everybody(local_day(now), 0)
        return self._known

    def look_soon(self) -> None:
        """Look at everybody when the page has been in sight for a while, unless it was done today."""
        if self._job is None and self.looked_on != local_day(self._desk.now()):
            self._soon.start()

    def rest(self) -> None:
        """Begin nothing while the page is not in sight."""
        self._soon.stop()

    def _look(self) -> None:
        now = self._desk.now()
        # Once a day is enough, also where the file could not be read.
        self.looked_on = local_day(now)
        order = everybody.order(self._folder, now)
        self._job = self._desk.start(
            _("Looking what is worth asking"), lambda job: everybody.look(order, job), self._take
        )
        self._job.ended.connect(self._end)

    def _take(self, told: Everybody | None) -> None:
        if told is not None:
            self._known = told
            self.found.emit()

    def _end(self) -> None:
        self._job = None
