"""Below a note: when they come again, in weeks; one press leads to the form, already filled in."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.clock import time_words
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted, day_words

_WEEKS = (1, 2, 3, 4)


class NextVisitRow(QWidget):
    """``wanted`` carries the weeks from today."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.booked = Words("", "body", "muted")
        flow = Flow()
        self.week_buttons = []
        for weeks in _WEEKS:
            button = LinkButton(counted("In {n} week", "In {n} weeks", weeks))
            button.setObjectName(f"next_in_{weeks}_weeks_button")
            button.setAccessibleName(_("Next visit: {when}").format(when=button.text()))
            button.setProperty("weeks", weeks)
            button.clicked.connect(self._want)
            self.week_buttons.append(button)
            flow.addWidget(button)
        self.setLayout(column(Words(_("Next visit"), "heading", "muted"), self.booked, boxed(flow), gap=4))

    def show_booked(self, appointment: Appointment | None, today: date) -> None:
        """Say what is booked already."""
        told = ""
        if appointment is not None:
            day = day_words(appointment.day, today)
            told = _("Booked: {day}, {time}").format(day=day, time=time_words(appointment.starts))
        self.booked.set_or_hide(told)

    def _want(self) -> None:
        button = self.sender()
        if button is not None:
            self.wanted.emit(int(button.property("weeks")))
