"""Where backups go: a drive that was found, a folder of one's own choice, or later."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from alliance_desktop.domain.backup import Drive
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import Chip, LinkButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, number_words

# A drive that is plugged in shows itself; asking the system costs some hundredths of a second, on another thread.
_EVERY = 30_000


class DriveChoice(QWidget):
    """Looks for drives in a job and proposes the first one that can be carried away, until something was chosen.

    ``target`` is what is chosen (None is later), ``seen`` are the drives of the last look.
    """

    chosen = Signal(object)
    looked = Signal()

    def __init__(self, folder: PracticeFolder, later: bool = False) -> None:
        super().__init__()
        self.setObjectName("drive_choice")
        self._folder = folder
        self.target: Path | None = None
        self.seen: tuple[Drive, ...] = ()
        self.decided = False
        self._job: Job | None = None
        self._targets: dict[Chip, Path | None] = {}
        self._one_of = QButtonGroup(self)
        self._chips = Flow()
        if later:
            self._add(Chip(_("Decide later")), "later_chip", None)
        self.look_button = LinkButton(_("Look again"), "history")
        self.look_button.setObjectName("look_again_button")
        self.folder_button = LinkButton(_("Another folder…"), "folder")
        self.folder_button.setObjectName("other_folder_button")
        self.told = Words("", "small", "muted")
        self.told.setObjectName("drives_told")
        self.caution = Words("", "small", "warning")
        self.caution.setObjectName("drives_caution")
        self.caution.hide()
        links = row(self.look_button, self.folder_button, None)
        self.setLayout(column(self._chips, links, self.told, self.caution, gap=12))
        self.look_button.clicked.connect(self.look)
        self.folder_button.clicked.connect(self._choose_folder)
        self._again = QTimer(self, interval=_EVERY)
        self._again.timeout.connect(self.look)
        self._mark()

    @property
    def looking(self) -> bool:
        """True while the answer is still to come."""
        return self._job is not None

    def look(self) -> None:
        """Look in a job which drives are there now, and from then on every half minute."""
        if self._job is not None:
            return
        if not self._again.isActive():
            self.told.set_or_hide(_("Looking for drives…"))
            self._again.start()
        self._job = Job(_("Looking for drives"), lambda _job: _drives())
        self._job.done.connect(self._found)
        self._job.refused.connect(self._not_found)
        self._job.begin()

    def choose(self, target: Path | None) -> None:
        """Send backups there, to a drive or any folder; None puts it off."""
        self.decided = True
        self._take(target)

    def _found(self, drives: tuple[Drive, ...]) -> None:
        self._job = None
        changed = [drive.root for drive in drives] != [drive.root for drive in self.seen]
        self.seen = drives
        if changed:
            self._show_drives()
        outside = next((Path(drive.root) for drive in drives if drive.removable), None)
        if not self.decided and self.target != outside:
            self._take(outside)
        self._tell()
        self.looked.emit()

    def _tell(self) -> None:
        """Say what may be waited for, as long as nothing is chosen; what is chosen has its own caution."""
        if self.looking:
            return
        none = _("No drive is plugged in just now. Plug one in and look again, or choose another folder.")
        self.told.set_or_hide("" if self.seen or self.target is not None else none)

    def _not_found(self, _sentence: str) -> None:
        self._found(())

    def _show_drives(self) -> None:
        for chip in [chip for chip, target in self._targets.items() if target is not None]:
            self._remove(chip)
        for place, drive in enumerate(self.seen):
            words = _("{name}, {room} GB free").format(name=drive.name, room=number_words(max(1, drive.free >> 30)))
            self._add(Chip(words if drive.free else drive.name), f"drive_{place}_chip", Path(drive.root))
        self._mark()

    def _take(self, target: Path | None) -> None:
        from alliance_desktop.services import backups  # late: brings the database, which the first run has not yet

        self.target = target
        self._mark()
        told = backups.cautions(target, self._folder) if target is not None else ()
        self.caution.set_or_hide("\n".join(told))
        self._tell()
        self.chosen.emit(target)

    def _mark(self) -> None:
        """Tick what is chosen; a folder that is no drive gets a choice of its own."""
        if self.target is not None and self.target not in self._targets.values():
            for chip in [chip for chip in self._targets if chip.objectName() == "own_folder_chip"]:
                self._remove(chip)
            self._add(Chip(self.target.name or str(self.target)), "own_folder_chip", self.target)
        for chip, target in self._targets.items():
            if target == self.target:
                chip.setChecked(True)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab comes to what is ticked, before the links; the arrow keys go on from there."""
        ticked = self._one_of.checkedButton() or next(iter(self._targets), None)
        before = self._stop_before()
        for chip in self._targets:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is ticked else Qt.FocusPolicy.ClickFocus)
            self.setTabOrder(before, chip)
            before = chip

    def _stop_before(self) -> QWidget:
        """Where Tab comes from; what only holds other widgets would count as the last of them."""
        before = self.look_button.previousInFocusChain()
        while before is not None and (before in self._targets or not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
            before = before.previousInFocusChain()
        return before or self.look_button

    def _add(self, chip: Chip, name: str, target: Path | None) -> None:
        chip.setObjectName(name)
        self._targets[chip] = target
        self._one_of.addButton(chip)
        self._chips.addWidget(chip)
        chip.clicked.connect(self._clicked)

    def _remove(self, chip: Chip) -> None:
        del self._targets[chip]
        self._one_of.removeButton(chip)
        self._chips.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.choose(self._targets[chip])

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where should backups go?"))
        if chosen:
            self.choose(Path(chosen))


def _drives() -> tuple[Drive, ...]:
    """The drives that take files; called on a job's thread."""
    from alliance_desktop.services import backups  # late: brings the database

    return tuple(drive for drive in backups.drives() if drive.writable)
