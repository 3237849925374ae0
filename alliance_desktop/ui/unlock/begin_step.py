"""Where to begin: a new practice, one that is elsewhere, a backup, or a look at the sample first."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_DOOR = 360


class BeginStep(StepPage):
    """Four doors, each with one line that says whom it is for."""

    door_wanted = Signal(object)
    restore_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        about = _("Nothing is sent anywhere, and there is no account to make.")
        super().__init__("begin_step", _("How do you want to begin?"), about)
        self.new_button = MainButton(_("Begin a new practice"), "plus")
        self.new_button.setObjectName("new_practice_button")
        self.open_button = SecondButton(_("Open a practice in another folder"), "folder")
        self.open_button.setObjectName("open_practice_button")
        self.restore_button = SecondButton(_("Restore a backup"), "history")
        self.restore_button.setObjectName("restore_practice_button")
        self.sample_button = SecondButton(_("Look at the sample"), "eye")
        self.sample_button.setObjectName("sample_practice_button")
        inside = column(gap=8)
        for button, words in (
            (self.new_button, _("For your own work: empty, encrypted, yours.")),
            (self.open_button, _("If you keep it on a drive or moved it here.")),
            (self.restore_button, _("If the computer is new, or the old one is lost.")),
            (self.sample_button, _("Twelve made-up clients to try everything with. Close it, and you are back here.")),
        ):
            button.large()
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            line = row(gap=0)
            line.addWidget(button, 1)
            line.addStretch(0)
            inside.addLayout(line)
            inside.addWidget(Words(words, "small", "muted"))
            inside.addSpacing(14)
        self.fill(inside)
        self.on_button.hide()
        self.new_button.clicked.connect(self.done)
        theme.signals.changed.connect(self._even)
        self._even()
        self.open_button.clicked.connect(self._open_other)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.sample_button.clicked.connect(self._show_sample)

    def _even(self) -> None:
        buttons = (self.new_button, self.open_button, self.restore_button, self.sample_button)
        for button in buttons:
            button.ensurePolished()
        # Some languages need more words than a door is wide.
        widest = max(theme.px(_DOOR), *(button.sizeHint().width() for button in buttons))
        for button in buttons:
            button.setMaximumWidth(widest)

    def enter(self) -> None:
        self.new_button.setFocus()

    def be_ready(self, sentence: str = "") -> None:
        """Take clicks again, with a sentence where something could not be done."""
        for button in (self.new_button, self.open_button, self.restore_button, self.sample_button, self.back_button):
            button.setEnabled(True)
        self.sample_button.rename(_("Look at the sample"))
        self.complain(sentence)

    def _show_sample(self) -> None:
        for button in (self.new_button, self.open_button, self.restore_button, self.sample_button, self.back_button):
            button.setEnabled(False)
        self.sample_button.rename(_("Preparing the sample…"))
        self.complain("")
        self.sample_wanted.emit()

    def _open_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where is the practice?"))
        if chosen:
            self.open_folder(Path(chosen))

    def open_folder(self, root: Path) -> None:
        """Go to the practice in a folder, if there is one."""
        folder = PracticeFolder(root)
        if vault.exists(folder):
            self.complain("")
            self.door_wanted.emit(folder)
        else:
            self.complain(_("There is no practice in this folder. Nothing was changed."))
