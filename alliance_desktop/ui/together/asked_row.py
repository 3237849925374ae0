"""One question among the others: a quiet line with its answer, or open, large, with what answers it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.together.asked_line import NUMBER_WIDTH, AskedLine
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _


class AskedRow(QWidget):
    """``opened`` asks to be the open one, ``answered`` carries what was answered, ``typed`` follows each word.

    Subclasses give what stands below the question, and say what is answered.
    """

    opened = Signal()
    answered = Signal(object)
    typed = Signal()

    role = "result"

    def __init__(self, number: int, all_of: int, code: str, asked: str, *below: QWidget | int) -> None:
        super().__init__()
        self.line = AskedLine(number, code, asked)
        counted = Words(_("{n} of {all}").format(n=number, all=all_of), "body", "muted")
        inside = column(counted, Words(asked, self.role), *below, gap=8)
        inside.setContentsMargins(NUMBER_WIDTH + 14, 24, 2, 28)
        self.sheet = boxed(inside)
        self.setLayout(column(self.line, self.sheet, Hairline(), gap=0))
        self.line.clicked.connect(self.opened)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """What answers it, in reading order."""
        raise NotImplementedError

    @property
    def first(self) -> QWidget:
        """Where the cursor goes when it opens."""
        return self.inputs[0]

    @property
    def is_answered(self) -> bool:
        """True once there is an answer."""
        raise NotImplementedError

    def press(self, place: int) -> None:
        """Give the answer at a place, as its key does."""

    @property
    def is_open(self) -> bool:
        """True while it is the open one."""
        return not self.sheet.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Open it, or make it a line among the others."""
        self.sheet.setVisible(is_open)
        self.line.setVisible(not is_open)
        self.follow()

    def follow(self) -> None:
        """Show at the line's end what is answered."""
        raise NotImplementedError
