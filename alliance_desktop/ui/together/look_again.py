"""When both look again: a day that is typed, or one of three that are pressed."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.words import _, counted

_WEEKS = (2, 4, 12)


class LookAgain(QWidget):
    """``edited`` says that a day was typed, ``pressed`` that one was chosen."""

    edited = Signal()
    pressed = Signal()

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.day_edit = DayField()
        self.labelled = Labelled(_("Next look together"), self.day_edit, f"{name}_edit")
        self.buttons = []
        flow = Flow()
        for number, weeks in enumerate(_WEEKS, 1):
            button = SecondButton(counted("in {n} week", "in {n} weeks", weeks))
            button.setObjectName(f"{name}_{number}_button")
            button.setAccessibleName(_("Next look together {when}").format(when=button.text()))
            button.clicked.connect(partial(self._choose, weeks))
            self.buttons.append(button)
            flow.addWidget(button)
        self.setLayout(column(self.labelled, boxed(flow), gap=8))
        self.day_edit.textEdited.connect(self._edited)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return self.day_edit, *self.buttons

    def _choose(self, weeks: int) -> None:
        self.day_edit.set_day(self._today() + timedelta(weeks=weeks))
        self.edited.emit()
        self.pressed.emit()

    def _edited(self) -> None:
        self.edited.emit()
