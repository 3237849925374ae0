"""A question in the page: what is the matter, a way on, and a way to leave it."""

from PySide6.QtCore import Signal

from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import QuietButton, SecondButton
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _


class Question(Frame):
    """Hidden until something is asked, and again once it is answered; ``agreed`` is the way on."""

    agreed = Signal()

    def __init__(self) -> None:
        super().__init__("tint")
        self.setObjectName("backup_question")
        self.words = Words("", "facing")
        self.words.setObjectName("question_words")
        self.yes_button = SecondButton("")
        self.yes_button.setObjectName("question_yes_button")
        self.no_button = QuietButton(_("Not now"))
        self.no_button.setObjectName("question_no_button")
        inside = row(Picture("circle-alert", "warning", 26), gap=16)
        inside.addLayout(column(self.words, row(self.yes_button, self.no_button, None, gap=12), gap=16), 1)
        inside.setContentsMargins(24, 24, 24, 20)
        self.setLayout(inside)
        self.hide()
        self.yes_button.clicked.connect(self._agree)
        self.no_button.clicked.connect(self.hide)

    def ask(self, words: str, way_on: str) -> None:
        """Ask, with what the way on is called; the keyboard stands on the way that changes nothing."""
        self.words.setText(words)
        self.yes_button.rename(way_on)
        self.show()
        self.no_button.setFocus()

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit()
