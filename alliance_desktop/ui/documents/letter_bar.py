"""What can be done with a letter above its paper: write it, or throw away what was written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.words import _


class LetterBar(QWidget):
    """In sight only beside a letter."""

    writing_wanted = Signal()
    throwing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.write_button = SecondButton(_("Write the letter"), "pen-line")
        self.write_button.setObjectName("write_letter_button")
        self.throw_button = LinkButton(_("Throw away what is written"), "trash-2")
        self.throw_button.setObjectName("throw_letter_button")
        self.setLayout(row(self.write_button, self.throw_button, None, gap=12))
        self.write_button.clicked.connect(self.writing_wanted)
        self.throw_button.clicked.connect(self.throwing_wanted)
        self.hide()

    def show_letter(self, begun: bool) -> None:
        """Be in sight; what is ``begun`` can be gone on with, or thrown away."""
        self.write_button.rename(_("Go on writing") if begun else _("Write the letter"))
        self.throw_button.setVisible(begun)
        self.show()
