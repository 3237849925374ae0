"""The first run: how it looks, where to begin, names, password, spare key, and where backups go."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from alliance_desktop.domain.appearance import Settings
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui import theme
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.unlock.backups_step import BackupsStep
from alliance_desktop.ui.unlock.begin_step import BeginStep
from alliance_desktop.ui.unlock.look_step import LookStep
from alliance_desktop.ui.unlock.names_step import NamesStep
from alliance_desktop.ui.unlock.password_step import PasswordStep
from alliance_desktop.ui.unlock.sheet_step import SheetStep
from alliance_desktop.ui.unlock.step_marks import StepMarks
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _

_PANEL = 256
_READABLE = 520


class FirstRun(QWidget):
    """Three minutes, no technical question; ``founded`` when the new practice is open."""

    look_chosen = Signal(object)
    founded = Signal()
    door_wanted = Signal(object)
    restore_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, folder: PracticeFolder, settings: Settings, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("first_run")
        self._folder, self._clock = folder, clock
        self._job: Job | None = None
        self._key: Any = None
        self.look_step = LookStep(settings)
        self.begin_step = BeginStep()
        self.names_step = NamesStep()
        self.password_step = PasswordStep()
        self.sheet_step = SheetStep(clock)
        self.backups_step = BackupsStep(folder)
        self._pages: tuple[StepPage, ...] = (
            self.look_step, self.begin_step, self.names_step, self.password_step, self.sheet_step, self.backups_step,
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self._show(0)

    def _lay_out(self) -> None:
        titles = (_("Look"), _("Begin"), _("Names"), _("Password"), _("Recovery sheet"), _("Backups"))
        self.marks = StepMarks(titles)
        head = row(Picture("logo", "text", 32), Words(_("Alliance Desktop"), "strong"), gap=12)
        head.setStretch(1, 1)
        foot = Words(_("Everything stays on this computer."), "small", "muted")
        side = column(head, 44, self.marks, None, foot, gap=0)
        side.setContentsMargins(24, 40, 24, 32)
        self.panel = boxed(side)
        self.panel.setProperty("ground", "panel")
        self.where = Words("", "heading", "muted")
        self.steps = QStackedWidget()
        for page in self._pages:
            self.steps.addWidget(page)
        right = column(self.where, self.steps, gap=12)
        right.setContentsMargins(64, 48, 64, 32)
        whole = row(self.panel, gap=0)
        whole.addLayout(right, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.look_step.look_chosen.connect(self.look_chosen)
        self.begin_step.door_wanted.connect(self.door_wanted)
        self.begin_step.restore_wanted.connect(self.restore_wanted)
        self.begin_step.sample_wanted.connect(self.sample_wanted)
        for page in self._pages[:-1]:
            page.done.connect(self._go_on)
        self.backups_step.done.connect(self._found)
        for page in self._pages:
            page.wanted_back.connect(self._back)
        theme.signals.changed.connect(self._make_room)

    def be_ready(self, sentence: str) -> None:
        """Go on where it begins, with a sentence where something could not be opened."""
        self.begin_step.be_ready(sentence)

    def _go_on(self) -> None:
        self._show(self.steps.currentIndex() + 1)

    def _back(self) -> None:
        self._show(max(0, self.steps.currentIndex() - 1))

    def _show(self, place: int) -> None:
        self.steps.setCurrentIndex(place)
        self.where.setText(self.marks.show_step(place))
        if self._pages[place] is self.sheet_step:
            self.sheet_step.use_paper(self.names_step.draft().paper)
        self._pages[place].enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Keep the list of steps beside the page where both fit; otherwise one line says where one stands."""
        self.panel.setFixedWidth(theme.px(_PANEL))
        beside = self.width() - theme.px(_PANEL) >= theme.px(_READABLE)
        self.panel.setVisible(beside)
        self.where.setVisible(not beside)

    def _found(self) -> None:
        if self._job is not None:
            return
        self._wait(True)
        if self._key is not None:
            self._made(self._key)
            return
        folder, password, code = self._folder, self.password_step.words(), self.sheet_step.code()
        vault_id = self.sheet_step.vault_id
        self._job = Job(_("Setting up"), lambda _job: vault.make(folder, password, code, vault_id))
        self._job.done.connect(self._made)
        self._job.refused.connect(self._refused)
        self._job.begin()

    def _made(self, key: Any) -> None:
        from alliance_desktop.services import practice, practice_file  # late: brings the database

        self._key = key
        try:
            practice_file.found(self._folder, key.copy(), self.names_step.draft(), self._clock())
            if self.backups_step.target is not None:
                practice.choose_backup_folder(self.backups_step.target, self._clock())
        except AllianceError as refusal:
            self._refused(str(refusal))
            return
        key.forget()
        self.founded.emit()

    def _refused(self, sentence: str) -> None:
        self._job = None
        self._wait(False)
        self.backups_step.complain(sentence)

    def _wait(self, waiting: bool) -> None:
        self.backups_step.on_button.setEnabled(not waiting)
        # Once there are keys, password and sheet hold; only what could not be written is tried again.
        self.backups_step.back_button.setEnabled(not waiting and self._key is None)
        self.backups_step.on_button.rename(_("Setting up…") if waiting else _("Open my practice"))
        self.backups_step.complain("")
