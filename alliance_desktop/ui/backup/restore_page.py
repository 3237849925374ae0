"""Restoring: choose a backup, see what it is, give its password or code; what is here now is kept aside."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.domain.backup import Here, Newer, Seen, Study
from alliance_desktop.domain.moments import local_day
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import restores
from alliance_desktop.ui import theme
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.busy import ProgressStrip
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, PasswordField, TextField
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, clock_words, counted, day_words

R = TypeVar("R")
_WIDE = 560


class RestorePage(QWidget):
    """Works while the practice is locked, or on a machine that never had one."""

    restored = Signal()
    left = Signal()

    def __init__(self, folder: PracticeFolder, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("restore_page")
        self._folder, self._clock = folder, clock
        self._path: Path | None = None
        self._here = Here.NOTHING
        self._opened = False
        self._job: Job | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        about = _("Nothing is touched until the backup was opened and counted.")
        self.file_button = SecondButton(_("Choose a backup…"), "folder")
        self.file_button.large()
        self.file_button.setObjectName("choose_backup_button")
        self.seen_words = Words("", "title")
        self.seen_words.setObjectName("seen_words")
        self.here_words = Words("", "body", "muted")
        self.here_words.setObjectName("here_words")
        self.password_field = PasswordField("backup_password")
        self.code_edit = TextField()
        self.open_button = SecondButton(_("Open it and look"), "eye")
        self.open_button.setObjectName("open_backup_button")
        self.key_box = boxed(
            column(
                Labelled(_("Your password when it was made"), self.password_field, "backup_password_box"),
                Labelled(_("Or the code from the recovery sheet"), self.code_edit, "backup_code_edit"),
                row(self.open_button, None),
                gap=14,
            )
        )
        self.key_box.hide()
        theme.signals.changed.connect(self._measure)
        self._measure()
        self.problem = Words("", "body", "danger")
        self.problem.setObjectName("restore_problem")
        self.problem.hide()
        self.progress = ProgressStrip("restore_progress")
        self.restore_button = MainButton(_("Restore this backup"), "history")
        self.restore_button.large()
        self.restore_button.setObjectName("restore_now_button")
        self.restore_button.setEnabled(False)
        self.back_button = SecondButton(_("Back"), "arrow-left")
        self.back_button.large()
        self.back_button.setObjectName("restore_back_button")
        scroll_area = ScrollColumn()
        inside = column(
            Words(_("Restore from a backup"), "result"),
            4,
            Words(about, "facing", "muted"),
            24,
            self.file_button,
            16,
            self.seen_words,
            self.here_words,
            16,
            self.key_box,
            8,
            self.problem,
            self.progress,
            None,
            gap=4,
        )
        scroll_area.column.addLayout(inside)
        outer = column(scroll_area, 12, row(self.back_button, self.restore_button, None, gap=12), gap=0)
        outer.setContentsMargins(120, 56, 120, 40)
        self.setLayout(outer)

    def _measure(self) -> None:
        self.key_box.setMaximumWidth(theme.px(_WIDE))

    def _connect(self) -> None:
        self.file_button.clicked.connect(self._choose)
        self.restore_button.clicked.connect(self.restore)
        self.open_button.clicked.connect(self.open_it)
        self.password_field.edited.connect(self._key_changed)
        self.code_edit.textEdited.connect(self._key_changed)
        self.password_field.entered.connect(self.open_it)
        self.code_edit.returnPressed.connect(self.open_it)
        self.back_button.clicked.connect(self.left)
        self.progress.cancel_asked.connect(self._cancel)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Which backup?"), "", _("Backups") + " (*.alliance)")
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Check a backup without opening it and say what it is."""
        if self._job is not None:
            return
        self._path, self._opened = path, False
        self.problem.hide()
        self.progress.begin(_("Reading the backup"))
        self.seen_words.setText("")
        self.here_words.setText("")
        self.key_box.hide()
        self._start(lambda job: restores.look(path, job.report, self._folder), self._seen)

    def _seen(self, seen: Seen) -> None:
        self._end()
        day = day_words(local_day(seen.made_at))
        told = _("Complete. Made {day}, {time}.").format(day=day, time=clock_words(seen.made_at)[:5])
        self.seen_words.setText(told)
        self._here = seen.here
        self.here_words.setText(_words_of(seen.here))
        self.key_box.show()
        self._allow()
        self.password_field.setFocus()

    def open_it(self) -> None:
        """Open the backup in a place apart, in a job, and say what is in it."""
        if self._path is None or self._job is not None:
            return
        password, code = self._secrets()
        if password is None and code is None:
            self._refuse(_("Please type your password when it was made, or the code from the sheet."))
            return
        path, folder = self._path, self._folder
        self.problem.hide()
        self.progress.begin(_("Opening the backup"), at_once=True)
        self._start(lambda job: restores.study(path, folder, password, code, _reporting(job)), self._studied)

    def _secrets(self) -> tuple[str | None, str | None]:
        return self.password_field.words() or None, self.code_edit.words() or None

    def _studied(self, study: Study) -> None:
        self._opened = True
        self._end()
        self._here = study.seen.here
        made = study.seen.made_at
        day = day_words(local_day(made), local_day(self._clock()))
        title = _("{practice}, {day}, {time}").format(practice=study.practice, day=day, time=clock_words(made)[:5])
        self.seen_words.setText(title)
        told = [_counts_words(study.seen), _words_of(study.seen.here)]
        if study.newer is not None:
            told.insert(1, _newer_words(study.newer))
        self.here_words.setText("\n".join(told))
        self.restore_button.setFocus()

    def _key_changed(self) -> None:
        """Another password or code opens something else, so it is looked at first."""
        self._opened = False
        self._allow()

    def restore(self) -> None:
        """Put what was opened in place, in a job."""
        if self._path is None or self._job is not None or not self._opened:
            return
        password, code = self._secrets()
        path, folder, now, another = self._path, self._folder, self._clock(), self._here is Here.ANOTHER
        self.problem.hide()
        self.progress.begin(_("Restoring"), at_once=True)

        def work(job: Job) -> Seen:
            # What is here and what becomes of it was in sight before the button was on.
            return restores.restore(path, folder, password, code, now, _reporting(job), over_another=another)

        self._start(work, self._restored)

    def _restored(self, seen: Seen) -> None:
        self._end()
        self.password_field.clear()
        self.code_edit.clear()
        self.seen_words.setText(_counts_words(seen))
        self.restored.emit()

    def _start(self, work: Callable[[Job], R], done: Callable[[R], None]) -> None:
        self._job = Job(_("Restore"), work)
        self._job.progressed.connect(self.progress.report)
        self._job.done.connect(done)
        self._job.refused.connect(self._refuse)
        self._job.cancelled.connect(self._stopped)
        self._allow()
        self._job.begin()

    def _allow(self) -> None:
        """What is under way ends before anything else is done here; a backup wants its key."""
        idle = self._job is None
        self.back_button.setEnabled(idle)
        self.file_button.setEnabled(idle)
        keyed = bool(self.password_field.words() or self.code_edit.words())
        self.open_button.setEnabled(idle and keyed and not self._opened)
        self.restore_button.setEnabled(idle and keyed and self._opened)

    def _refuse(self, sentence: str) -> None:
        self._end()
        self.problem.set_or_hide(sentence)

    def _stopped(self) -> None:
        self._refuse(_("Stopped. Nothing was changed."))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self.progress.finish()
        self._allow()


def _reporting(job: Job) -> restores.Report:
    def report(step: int, done: int, total: int) -> None:
        job.report((step - 1) * 100 + done * 100 // max(1, total), restores.STEPS * 100)

    return report


def _counts_words(seen: Seen) -> str:
    people = counted("{n} client", "{n} clients", seen.clients)
    notes = counted("{n} signed note came back.", "{n} signed notes came back.", seen.notes)
    return _("{clients}, {notes}").format(clients=people, notes=notes)


def _newer_words(newer: Newer) -> str:
    if not newer.clients and not newer.notes:
        return _("No client and no signed note here is newer than this backup.")
    people = counted("{n} client", "{n} clients", newer.clients)
    notes = counted("{n} signed note", "{n} signed notes", newer.notes)
    return _("{clients} and {notes} here are newer than this backup.").format(clients=people, notes=notes)


def _words_of(here: Here) -> str:
    """What lies here already, and what becomes of it."""
    return {
        Here.NOTHING: _("There is no practice on this computer yet."),
        Here.THE_SAME: _("There is a practice here already. It will be kept aside in its own folder."),
        Here.ANOTHER: _(
            "This backup is of another practice than the one that is here. If you restore it, the one that is here is "
            "kept aside in its own folder and opens with its own password."
        ),
        Here.UNREADABLE: _(
            "The practice that is here cannot be opened, so it is not known whether this backup is of the same one. "
            "What is here will be kept aside in its own folder."
        ),
    }[here]
