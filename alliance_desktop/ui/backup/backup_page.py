"""Backing up: one button, four steps that are really done, and a result only after the copy was opened and counted."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from alliance_desktop.domain.backup import BackupRun, Proven
from alliance_desktop.domain.moments import local_day
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import backups, practice, restores
from alliance_desktop.ui.backup.question import Question
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.drive_choice import DriveChoice
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.widgets.busy import ProgressStrip
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.step_list import StepList, StepState
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _, clock_words, counted, day_words, number_words


class BackupPage(Page):
    """Left: the drive, the button and how it went. Right: what was backed up before."""

    restore_wanted = Signal()
    undo_restore_wanted = Signal(object)

    def __init__(self, desk: Desk, folder: PracticeFolder) -> None:
        self._folder = folder
        self._job: Job | None = None
        self._step = 0
        self._done_at: list[str] = []
        self._waiting = self._focused = self._closed = False
        self._way_on: Callable[[], None] = self.make_all_the_same
        self._looking: Job | None = None
        self._sure = False
        self._looked_through: set[Path] = set()
        super().__init__(desk)

    def _build(self) -> None:
        self.title = Words(_("Backup"), "page_title")
        self.make_button = MainButton(_("Back up now"), "hard-drive", "Ctrl+Shift+B")
        self.make_button.setShortcut("")
        self.make_button.setObjectName("make_backup_button")
        self.result = Frame("tint")
        self.result_words = Words("", "result", "accent")
        self.result_words.setObjectName("backup_result")
        self.result_more = Words("", "facing")
        result = row(Picture("circle-check", "accent", 34), gap=18)
        result.addLayout(column(self.result_words, self.result_more, gap=6), 1)
        result.setContentsMargins(32, 32, 32, 32)
        self.result.setLayout(result)
        self.result.hide()
        self.question = Question()
        self.drive_choice = DriveChoice(self._folder)
        self.steps = StepList("backup_steps", _("How we know"), _steps())
        self.how_title = Words(_("How we know"), "heading", "muted")
        self.progress = ProgressStrip("backup_progress")
        self.restore_button = SecondButton(_("Restore from a backup…"), "history")
        self.restore_button.setObjectName("restore_button")
        self.undo_button = SecondButton(_("Undo the last restore…"), "undo-2")
        self.undo_button.setObjectName("undo_restore_button")
        self.earlier = RecordList("backup_list", _("Earlier backups"), self._row, 56)
        self.empty = EmptyState("hard-drive", _("No backup yet. One click, and everything is kept twice."))
        self._lay_out()

    def _lay_out(self) -> None:
        self.where_box = boxed(column(Words(_("Where to"), "heading", "muted"), self.drive_choice, gap=10))
        self._left = left = column(
            self.result,
            self.question,
            self.where_box,
            12,
            self.how_title,
            self.steps,
            self.progress,
            20,
            Words(_("Need something from a backup?"), "heading", "muted"),
            row(self.restore_button, None),
            row(self.undo_button, None),
            None,
            gap=10,
        )
        right = column(Words(_("Earlier"), "heading", "muted"), self.empty, self.earlier, None, gap=8)
        self.side = boxed(right)
        self.scroll_area = ScrollColumn()
        self.scroll_area.column.addWidget(TwoColumns(boxed(left), self.side, (62, 32), 56, 760))
        self.scroll_area.column.setContentsMargins(0, 24, 0, 24)
        outer = column(row(self.title, None, self.make_button), self.scroll_area, gap=0)
        outer.setContentsMargins(40, 32, 40, 0)
        self.setLayout(outer)
        question, choice = self.question, self.drive_choice
        stops = (
            self.make_button, question.yes_button, question.no_button, choice.look_button, choice.folder_button,
            self.restore_button, self.undo_button,
        )  # fmt: skip
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.make)
        self.drive_choice.chosen.connect(self._allow)
        self.drive_choice.looked.connect(self._looked)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.undo_button.clicked.connect(self._ask_to_undo)
        self.question.agreed.connect(self._go_on)
        self.progress.cancel_asked.connect(self._cancel)
        self.desk.closing.connect(self._close)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.make_button.setFocus()

    def refresh(self) -> None:
        usual = practice.backup_folder()
        if usual is not None and not self.drive_choice.decided:
            self.drive_choice.choose(usual)
        lines = backups.lines()
        self.empty.setVisible(not lines)
        self.earlier.setVisible(bool(lines))
        self.earlier.show_records(lines)
        self.earlier.clearSelection()
        self.earlier.fit_rows()
        self.undo_button.setVisible(restores.put_aside(self._folder) is not None)
        self.drive_choice.look()
        self._allow()

    def use_folder(self, target: Path) -> None:
        """Send backups to this folder from now on."""
        self.drive_choice.choose(target)

    def _allow(self) -> None:
        somewhere = self.drive_choice.target is not None or self.drive_choice.looking
        self.make_button.setEnabled(somewhere and self._job is None)

    def _looked(self) -> None:
        self._allow()
        if self._waiting:
            self.make()
        else:
            self._look_through()

    def _look_through(self) -> None:
        """Look once in each folder whether a backup was made there that nobody noted."""
        target = self.drive_choice.target
        if self._closed or target is None or target in self._looked_through or self._job is not None:
            return
        self._looked_through.add(target)
        order = backups.order(self._folder, self.desk.now())
        label, work = _("Looking through backups"), _looking(order, target)
        self._looking = self.desk.start(label, work, self._found, self._not_found)
        self._looking.cancelled.connect(self._look_ended)

    def _look_ended(self) -> None:
        self._looking = None
        if self._waiting:
            self._make(self._sure)

    def _close(self) -> None:
        """What arrives after the practice was locked is noted at the next visit, when it is found on the drive."""
        self._closed = True

    def _found(self, proven: Proven | None) -> None:
        if proven is not None and not self._closed:
            self.desk.perform(backups.note_late, proven)
        self._look_ended()

    def _not_found(self, _sentence: str) -> None:
        self._look_ended()

    def make(self) -> None:
        """Make one backup and prove it, in a job with four steps; drives that are being looked for come first."""
        self._make(sure=False)

    def make_all_the_same(self) -> None:
        """Make one after what was asked first."""
        self._make(sure=True)

    def _make(self, sure: bool) -> None:
        target = self.drive_choice.target
        # Two that unpack and prove at once would be in each other's way: the one that only looks gives way.
        if self._looking is not None and target is not None:
            self._looking.cancel()
            self._looked_through.discard(target)
        self._waiting = self._looking is not None or (target is None and self.drive_choice.looking)
        self._sure = sure
        if self._job is not None or self._waiting:
            return
        if target is None:
            self.desk.say(_("Please choose first where the backup should go."))
            return
        order = backups.order(self._folder, self.desk.now(), sure)
        self.result.hide()
        self.question.hide()
        self.steps.show_steps(_steps())
        self._step, self._done_at = 0, []
        self._focused = self.make_button.hasFocus()
        self.progress.begin(_("Backing up to {name}").format(name=target.name), at_once=True)
        self._job = self.desk.start(_("Backup"), _making(order, target), self._made, self._refused, needed=True)
        self._job.progressed.connect(self._progressed)
        self._job.cancelled.connect(self._cancelled)
        self._allow()

    def _progressed(self, told: tuple[int, int], total: int) -> None:
        step, done = told
        while self._step < step:
            if self._step:
                self._done_at.append(clock_words(self.desk.now()))
                self.steps.mark(self._step - 1, StepState.DONE, self._done_at[-1])
            self.steps.mark(self._step, StepState.DOING)
            self._step += 1
        self.progress.report((step - 1) * 100 + done * 100 // max(1, total), backups.STEPS * 100)

    def _made(self, proven: Proven | backups.AsksFirst) -> None:
        if self._closed:
            return
        self._end()
        if isinstance(proven, backups.AsksFirst):
            self.steps.show_steps(_steps())
            self._ask(str(proven), _("Back up all the same"), self.make_all_the_same)
            return
        times = [*self._done_at, *[clock_words(self.desk.now())] * backups.STEPS]
        times[1] = _("{time} · {n} MB").format(time=times[1], n=number_words(max(1, proven.size / 1_000_000), 0))
        for place in range(backups.STEPS):
            self.steps.mark(place, StepState.DONE, times[place])
        people = counted("{n} client", "{n} clients", proven.clients)
        notes = counted("{n} note came back.", "{n} notes came back.", proven.notes)
        self.result_words.setText(_("{clients}, {notes}").format(clients=people, notes=notes))
        good = _("A good backup. You may remove the drive: eject it first.")
        kept = _("The backup was made, and older ones all stay. Look at Settings, where everything can be checked.")
        self.result_more.setText("\n".join([proven.caution, kept]) if proven.caution else good)
        self.result.show()
        # Where the next one goes is asked below what this one proved.
        self.where_box.setContentsMargins(0, 20, 0, 0)
        self._left.removeWidget(self.where_box)
        self._left.insertWidget(self._left.indexOf(self.progress) + 1, self.where_box)
        self.make_button.dress_as(SecondButton)
        self.desk.perform(backups.note, proven)

    def _refused(self, sentence: str) -> None:
        self._end()
        if self._step:
            self.steps.mark(self._step - 1, StepState.FAILED)
        self.desk.say(sentence)

    def _ask(self, words: str, way_on: str, act: Callable[[], None]) -> None:
        self._way_on = act
        self.question.ask(words, way_on)
        self.scroll_area.ensureWidgetVisible(self.question)

    def _go_on(self) -> None:
        self._way_on()

    def _ask_to_undo(self) -> None:
        words = _(
            "What was here before the last restore comes back, and what is here now is kept aside in its own folder. "
            "The practice is locked meanwhile, and opens with the password from before."
        )
        self._ask(words, _("Bring it back"), self._undo)

    def _undo(self) -> None:
        aside = restores.put_aside(self._folder)
        if aside is not None:
            self.undo_restore_wanted.emit(aside)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _cancelled(self) -> None:
        self._end()
        self.steps.show_steps(_steps())
        self.desk.say(_("Stopped. Nothing was left on the drive, and older backups are untouched."))

    def _end(self) -> None:
        self._job = None
        self.progress.finish()
        self._allow()
        self.make_button.rename(_("Back up again"))
        if self._focused:
            # While it was off the focus went on to something else.
            self.make_button.setFocus()

    def _row(self, run: BackupRun) -> Row:
        day = day_words(local_day(run.finished_at), self.desk.today())
        counts = _("{clients} clients, {notes} notes").format(clients=run.clients, notes=run.notes)
        below = _("{target} · {counts}").format(target=Path(run.target).name, counts=counts)
        return Row(_("{day}, {time}").format(day=day, time=clock_words(run.finished_at)[:5]), below,
                   right=_("tested"), right_icon="check")  # fmt: skip


def _steps() -> tuple[str, ...]:
    return (
        _("Copied in one moment, and the copy is whole"),
        _("Encrypted and written to the drive"),
        _("Read back from the drive, every byte the same"),
        _("Opened in a place apart, and counted"),
    )


def _making(order: backups.Order, target: Path) -> Callable[[Job], Proven | backups.AsksFirst]:
    def work(job: Job) -> Proven | backups.AsksFirst:
        try:
            # Step and bytes travel as one value, so that the page need not guess.
            return backups.make(order, target, lambda step, done, total: job.report((step, done), total))
        except backups.AsksFirst as question:
            return question

    return work


def _looking(order: backups.Order, target: Path) -> Callable[[Job], Proven | None]:
    return lambda job: backups.unnoted(order, target, job.report)
