"""When the practice cannot be opened: what is known, and that nothing was touched."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import vault
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _


class RescuePage(QWidget):
    """Says where the files lie and offers to try again."""

    door_wanted = Signal()
    restore_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, folder: PracticeFolder, sentence: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("rescue_page")
        self._clock = clock
        self.sentence = Words(sentence, "facing")
        self.sentence.setObjectName("rescue_sentence")
        where = _("Everything lies untouched in this folder: {folder}").format(folder=folder.root)
        self.picture = Picture("circle-alert", "warning", 40)
        self.again_button = MainButton(_("Try again"))
        self.again_button.large()
        self.again_button.setObjectName("again_button")
        self.restore_button = SecondButton(_("Restore a backup…"), "history")
        self.restore_button.large()
        self.restore_button.setObjectName("rescue_restore_button")
        self.restore_button.clicked.connect(self.restore_wanted)
        self.anew_button = SecondButton(_("Begin anew"), "plus")
        self.anew_button.large()
        self.anew_button.setObjectName("begin_anew_button")
        self.anew_button.setVisible(vault.is_unfinished(folder))
        self.anew_button.clicked.connect(self.anew_wanted)
        acts = Flow()
        for button in (self.again_button, self.restore_button, self.anew_button):
            acts.addWidget(button)
        inside = column(
            None,
            self.picture,
            20,
            Words(_("The practice could not be opened"), "result"),
            8,
            self.sentence,
            8,
            Words(where, "body", "muted"),
            24,
            acts,
            None,
            gap=0,
        )
        inside.setContentsMargins(120, 40, 120, 40)
        inside.setAlignment(self.picture, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(inside)
        self.again_button.clicked.connect(self.door_wanted)
