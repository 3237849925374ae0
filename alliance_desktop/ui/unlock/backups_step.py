"""Where backups go: a drive that was found, a folder, or later."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog

from alliance_desktop.domain.backup import Drive
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.buttons import Chip, LinkButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class BackupsStep(StepPage):
    """The last step; a drive that can be carried away is proposed, and nothing has to be decided now."""

    def __init__(self, folder: PracticeFolder) -> None:
        about = _("A backup on a drive brings everything back when the computer is lost. It is encrypted too.")
        super().__init__("backups_step", _("Where should backups go?"), about, _("Open my practice"))
        self._folder = folder
        self._job: Job | None = None
        self.target: Path | None = None
        self._drives: tuple[Drive, ...] = ()
        self._proposed = self._waiting_to_go_on = False
        self.choices = QButtonGroup(self)
        self.chips = Flow()
        self.later_chip = self._chip(_("Decide later"), None, "backups_later_chip")
        self.later_chip.setChecked(True)
        self.look_button = LinkButton(_("Look again"), "history")
        self.look_button.setObjectName("drives_again_button")
        self.folder_button = LinkButton(_("Another folder…"), "folder")
        self.folder_button.setObjectName("backups_folder_button")
        self.told = Words("", "small", "muted")
        self.told.setObjectName("backups_told")
        self.caution = Words("", "small", "warning")
        self.caution.setObjectName("backups_caution")
        self.caution.hide()
        self.fill(column(self.chips, row(self.look_button, self.folder_button, None), self.told, self.caution, gap=12))
        self.look_button.clicked.connect(self.look)
        self.folder_button.clicked.connect(self._choose_folder)

    def enter(self) -> None:
        super().enter()
        self.look()

    def look(self) -> None:
        """Look in a job which drives are there now."""
        if self._job is not None:
            return
        self.told.setText(_("Looking for drives…"))
        self._job = Job(_("Looking for drives"), lambda _job: _drives())
        self._job.done.connect(self._show_drives)
        self._job.begin()

    def go_on(self) -> None:
        # What is being looked for ends first: its answer must find the page still there.
        self._waiting_to_go_on = self._job is not None
        if not self._waiting_to_go_on:
            self.done.emit()

    def _show_drives(self, drives: tuple[Drive, ...]) -> None:
        self._job = None
        for chip in self.choices.buttons():
            if chip is not self.later_chip:
                self.choices.removeButton(chip)
                self.chips.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
        for place, drive in enumerate(drives):
            words = _("{name}, {room} GB free").format(name=drive.name, room=max(1, drive.free >> 30))
            chip = self._chip(words, Path(drive.root), f"backups_drive_{place}_chip")
            if drive.removable and not self._proposed:
                self._proposed = True
                self.choose(Path(drive.root))
            chip.setChecked(self.target == Path(drive.root))
        if self.target is not None and str(self.target) not in {drive.root for drive in drives}:
            self.use_folder(self.target)
        self._drives = drives
        self._tell()
        if self._waiting_to_go_on:
            self.go_on()

    def _chip(self, words: str, target: Path | None, name: str) -> Chip:
        chip = Chip(words)
        chip.setObjectName(name)
        chip.clicked.connect(lambda: self.choose(target))
        self.choices.addButton(chip)
        self.chips.addWidget(chip)
        return chip

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where should backups go?"))
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, target: Path) -> None:
        """Send backups to a folder of the therapist's own choice."""
        self._chip(target.name or str(target), target, "backups_folder_chip").setChecked(True)
        self.choose(target)

    def choose(self, target: Path | None) -> None:
        """Send backups there; None puts it off."""
        from alliance_desktop.services import backups  # late: brings the database

        self.target = target
        told = backups.cautions(target, self._folder) if target is not None else ()
        self.caution.set_or_hide("\n".join(told))
        self._tell()

    def _tell(self) -> None:
        """Say what may be waited for, as long as nothing is chosen; what is chosen has its own caution."""
        parts = [] if self._drives or self.target is not None else [_("No drive is plugged in just now.")]
        parts.append(_("You can change this at any time on the Backup page."))
        self.told.setText(" ".join(parts))


def _drives() -> tuple[Drive, ...]:
    """The drives that take files; called on a job's thread."""
    from alliance_desktop.services import backups  # late: brings the database

    return tuple(drive for drive in backups.drives() if drive.writable)
