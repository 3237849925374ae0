"""One step of the set-up: a question, its fields, and the way on and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_WIDE = 620


class StepPage(QWidget):
    """``done`` leads on once the step is complete, ``wanted_back`` to the step before."""

    done = Signal()
    wanted_back = Signal()

    def __init__(self, name: str, title: str, about: str, verb: str = "", back: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title, self._about = title, about
        self.problem = Words("", "body", "danger")
        self.problem.setObjectName(f"{name}_problem")
        self.problem.hide()
        self.on_button = MainButton(verb or _("Continue"))
        self.on_button.large()
        self.on_button.setObjectName(f"{name}_on_button")
        self.back_button = SecondButton(_("Back"), "arrow-left")
        self.back_button.large()
        self.back_button.setObjectName(f"{name}_back_button")
        self.back_button.setVisible(back)
        self.on_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.wanted_back)

    def fill(self, inside: QLayout) -> None:
        """Put the step's own fields between its question and its buttons."""
        self.narrow = boxed(column(inside, 16, self.problem))
        scroll_area = ScrollColumn()
        scroll_area.column.addLayout(
            column(Words(self._title, "result"), 4, Words(self._about, "facing", "muted"), 28, self.narrow, None, gap=0)
        )
        self.setLayout(column(scroll_area, 12, row(self.back_button, None, self.on_button, gap=12), gap=0))
        theme.signals.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.narrow.setMaximumWidth(theme.px(_WIDE))

    def enter(self) -> None:
        """Called when the step comes on screen: put the focus where it begins, usually on the way on."""
        self.on_button.setFocus()

    def go_on(self) -> None:
        """Lead on; steps that ask something look at it first and complain calmly."""
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def complain(self, sentence: str) -> None:
        """Say in one line what does not fit yet."""
        self.problem.set_or_hide(sentence)
