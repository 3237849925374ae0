"""When the practice cannot be opened: what is known, that nothing was touched, and the backups that were found."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.backup import Copy
from alliance_desktop.domain.moments import local_day
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _, clock_words, day_words

# The newest ones; an older one is found by hand.
_MOST = 5


class RescuePage(QWidget):
    """Says where the files lie and offers to try again, or to restore one of the backups on the drives."""

    door_wanted = Signal()
    restore_wanted = Signal()
    copy_wanted = Signal(object)
    anew_wanted = Signal()

    def __init__(self, folder: PracticeFolder, sentence: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("rescue_page")
        self._clock = clock
        self._copies: dict[SecondButton, Path] = {}
        self.sentence = Words(sentence, "facing")
        self.sentence.setObjectName("rescue_sentence")
        self.picture = Picture("circle-alert", "warning", 40)
        self.again_button = MainButton(_("Try again"))
        self.again_button.setObjectName("again_button")
        self.restore_button = SecondButton(_("Restore a backup…"), "history")
        self.restore_button.setObjectName("rescue_restore_button")
        self.anew_button = SecondButton(_("Begin anew"), "plus")
        self.anew_button.setObjectName("begin_anew_button")
        self.copies_told = Words(_("Looking for backups on the drives…"), "body", "muted")
        self.copies_told.setObjectName("copies_told")
        self.copies = column(gap=8)
        self._lay_out(_("Everything lies untouched in this folder: {folder}").format(folder=folder.root))
        self.anew_button.setVisible(vault.is_unfinished(folder))
        self.again_button.clicked.connect(self.door_wanted)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.anew_button.clicked.connect(self.anew_wanted)
        self._job = Job(_("Looking for backups"), lambda _job: _on_drives(folder))
        self._job.done.connect(self._show_copies)
        self._job.refused.connect(self._found_none)
        self._job.begin()

    def _lay_out(self, where: str) -> None:
        acts = Flow()
        for button in (self.again_button, self.restore_button, self.anew_button):
            button.large()
            acts.addWidget(button)
        inside = column(
            self.picture,
            20,
            Words(_("The practice could not be opened"), "result"),
            8,
            self.sentence,
            8,
            Words(where, "body", "muted"),
            24,
            acts,
            28,
            self.copies_told,
            8,
            boxed(self.copies),
            gap=0,
        )
        inside.setAlignment(self.picture, Qt.AlignmentFlag.AlignLeft)
        scroll_area = ScrollColumn()
        scroll_area.column.addStretch(1)
        scroll_area.column.addLayout(inside)
        scroll_area.column.addStretch(1)
        outer = column(scroll_area, gap=0)
        outer.setContentsMargins(120, 40, 120, 40)
        self.setLayout(outer)

    def _show_copies(self, copies: tuple[Copy, ...]) -> None:
        if not copies:
            self._found_none("")
            return
        self.copies_told.setText(
            _("These backups were found, the newest first. Each was read back, opened and counted when it was made.")
        )
        for place, copy in enumerate(copies[:_MOST]):
            day = day_words(local_day(copy.made_at), local_day(self._clock()))
            words = _("Restore {day}, {time}, from {drive}")
            time = clock_words(copy.made_at)[:5]
            button = SecondButton(words.format(day=day, time=time, drive=copy.drive), "hard-drive")
            button.setObjectName(f"copy_{place}_button")
            button.clicked.connect(self._choose)
            self._copies[button] = Path(copy.path)
            self.copies.addLayout(row(button, None))

    def _found_none(self, _sentence: str) -> None:
        self.copies_told.setText(
            _("No backup was found on a drive. Plug in the drive that has them and try again, or choose a backup.")
        )

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, SecondButton):
            self.copy_wanted.emit(self._copies[button])


def _on_drives(folder: PracticeFolder) -> tuple[Copy, ...]:
    """The backups on the drives; called on a job's thread."""
    from alliance_desktop.services import restores  # late: brings the database

    return restores.on_drives(folder)
