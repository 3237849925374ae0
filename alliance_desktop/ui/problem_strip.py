"""The loud line: something could not be saved, and why; it stays until everything is saved again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _


class ProblemStrip(QWidget):
    """Above the page; what was typed is still in its field. ``try_again`` asks to store it now."""

    try_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem_strip")
        self.sentence = Words("", "strong", "danger")
        self.again_button = SecondButton(_("Try again"))
        self.again_button.setObjectName("try_again_button")
        self.again_button.clicked.connect(self.try_again)
        frame = Frame("problem")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(16, 8, 12, 8)
        inside.setSpacing(12)
        inside.addWidget(Picture("circle-alert", "danger", 20))
        inside.addWidget(self.sentence, 1)
        inside.addWidget(self.again_button)
        outer = row(frame)
        outer.setContentsMargins(24, 16, 24, 0)
        self.setLayout(outer)
        self.hide()

    def show_problem(self, sentence: str) -> None:
        """Say what is not saved and why."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def all_well(self) -> None:
        """Everything is saved again."""
        self.hide()
