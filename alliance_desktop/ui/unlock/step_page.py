"""One step of the set-up: a question, its fields, and the way on and back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class StepPage(QWidget):
    """``wanted_on`` and ``wanted_back`` lead through the set-up."""

    wanted_on = Signal()
    wanted_back = Signal()

    def __init__(self, name: str, title: str, about: str, inside: QLayout, verb: str = "", back: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.problem = Words("", "body", "danger")
        self.problem.hide()
        self.on_button = MainButton(verb or _("Go on"))
        self.on_button.large()
        self.on_button.setObjectName(f"{name}_on_button")
        self.back_button = SecondButton(_("Back"), "arrow-left")
        self.back_button.large()
        self.back_button.setObjectName(f"{name}_back_button")
        self.back_button.setVisible(back)
        text = column(Words(title, "result"), 4, Words(about, "facing", "muted"), 20, inside, 16, self.problem, None)
        scroll_area = ScrollColumn()
        scroll_area.column.addLayout(text)
        foot = row(self.back_button, self.on_button, None, gap=12)
        self.foot = foot
        outer = column(scroll_area, 12, foot, gap=0)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        self.on_button.clicked.connect(self.wanted_on)
        self.back_button.clicked.connect(self.wanted_back)

    def complain(self, sentence: str) -> None:
        """Say in one line what does not fit yet."""
        self.problem.set_or_hide(sentence)
