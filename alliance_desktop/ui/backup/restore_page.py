"""Restoring: choose a backup, see what it is, give its password or code; what is here now is kept aside."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.domain.backup import Here, Seen
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
        self.password_field = PasswordField("backup_password")
        self.code_edit = TextField()
        self.key_box = boxed(
            column(
                Labelled(_("Your password when it was made"), self.password_field, "backup_password_box"),
                Labelled(_("Or the code from the recovery sheet"), self.code_edit, "backup_code_edit"),
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
        self.password_field.edited.connect(self._allow)
        self.code_edit.textEdited.connect(self._allow)
        self.password_field.entered.connect(self.restore)
        self.code_edit.returnPressed.connect(self.restore)
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
        self._path = path
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

    def restore(self) -> None:
        """Open, check and put in place, in a job."""
        if self._path is None or self._job is not None:
            return
        password, code = self.password_field.words() or None, self.code_edit.words() or None
        if password is None and code is None:
            self._refuse(_("Please type your password when it was made, or the code from the sheet."))
            return
        path, folder, now, another = self._path, self._folder, self._clock(), self._here is Here.ANOTHER
        self.problem.hide()
        self.progress.begin(_("Restoring"), at_once=True)

        def work(job: Job) -> Seen:
            def report(step: int, done: int, total: int) -> None:
                job.report((step - 1) * 100 + done * 100 // max(1, total), restores.STEPS * 100)

            # What is here and what becomes of it was in sight before the button was on.
            return restores.restore(path, folder, password, code, now, report, over_another=another)

        self._start(work, self._restored)

    def _restored(self, seen: Seen) -> None:
        self._end()
        self.password_field.clear()
        self.code_edit.clear()
        people = counted("{n} client", "{n} clients", seen.clients)
        notes = counted("{n} signed note came back.", "{n} signed notes came back.", seen.notes)
        self.seen_words.setText(_("{clients}, {notes}").format(clients=people, notes=notes))
        self.restored.emit()

    def _start(self, work: Callable[[Job], Seen], done: Callable[[Seen], None]) -> None:
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
        self.restore_button.setEnabled(idle and keyed and not self.key_box.isHidden())

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
