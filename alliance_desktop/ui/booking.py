"""Opens the form of a visit to come, wherever one is asked for, and says what became of one."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.appointment import Appointment, AppointmentDraft, Became, became_words
from alliance_desktop.domain.clock import time_words
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.services import appointments, clients
from alliance_desktop.ui.appointment_dialog import AppointmentDialog
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.words import _

# As many names as can be looked over at a glance.
_PEOPLE = 5


class Booking(QObject):
    """One for each page that books; dialogs lie over ``page``."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def add(self, client_id: int | None = None, day: date | None = None) -> None:
        """Ask when somebody comes, at their usual hour; who, is asked where it is not known."""
        draft = AppointmentDraft() if client_id is None else appointments.usual(client_id)
        self._open(replace(draft, day=day), 0, client_id is not None)

    def change(self, appointment: Appointment) -> None:
        """Ask what is different now."""
        self._open(appointment.draft, appointment.id, True)

    def go_on_with(self, held: HeldForm) -> None:
        """Open the form that was open when the practice was locked; what was typed comes back by itself."""
        if held.about_id:
            self.change(appointments.one(held.about_id))
        else:
            self.add(held.client_id)

    def say_what_became(self, appointment: Appointment, became: Became) -> None:
        """Store that it was called off, that nobody came, or that it takes place after all; it can be undone."""
        told = became_words(became) or _("It takes place after all")
        told = _("{name}, {time}: {told}.").format(
            name=appointment.called, time=time_words(appointment.starts), told=told
        )
        self._desk.perform_undoable(told, self._put_back, appointments.say_what_became, appointment.id, became)

    def _put_back(self, before: Appointment) -> None:
        self._desk.perform(appointments.say_what_became, before.id, before.became)

    def _open(self, draft: AppointmentDraft, this: int, known: bool) -> None:
        client = clients.one(draft.client_id) if known and draft.client_id is not None else None
        dialog = AppointmentDialog.open_for(self._page, draft, client, self._desk.today(), this)
        dialog.who_typed.connect(partial(self._find, dialog))
        dialog.day_set.connect(partial(self._show_day, dialog))
        self._show_day(dialog, draft.day)
        take = partial(appointments.change, this) if this else appointments.book
        FormTaker(self._desk, dialog, Form.APPOINTMENT, draft.client_id, this, partial(self._desk.perform, take))

    def _find(self, dialog: AppointmentDialog, words: str) -> None:
        dialog.show_people(clients.lines(words, limit=_PEOPLE) if words else ())

    def _show_day(self, dialog: AppointmentDialog, day: object) -> None:
        dialog.show_day(appointments.on(day) if isinstance(day, date) else ())
