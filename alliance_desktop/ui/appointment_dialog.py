"""Who comes, when and for how long; what else that day holds stands below, and nothing is refused for it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.appointment import (
    LONGEST,
    SHORTEST,
    USUAL_MINUTES,
    Appointment,
    AppointmentDraft,
    overlapping,
)
from alliance_desktop.domain.client import Client, ClientLine
from alliance_desktop.domain.clock import NotATime, time_words, typed_time
from alliance_desktop.domain.days import NotADay
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.buttons import Chip, LinkButton
from alliance_desktop.ui.widgets.fields import DayField, Labelled, NumberField, TextField, pair
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted, weekday_words

_WEEKS = (1, 2, 3, 4)


class AppointmentDialog(FormDialog):
    """Value in, value out.

    Whoever opened it answers ``who_typed`` with ``show_people`` and ``day_set`` with ``show_day``.
    """

    who_typed = Signal(str)
    day_set = Signal(object)

    def __init__(
        self, parent: QWidget, draft: AppointmentDraft, client: Client | None, today: date, this: int = 0
    ) -> None:
        self._client_id, self._today, self._this = draft.client_id, today, this
        self._others: Sequence[Appointment] = ()
        self._people: dict[Chip, int] = {}
        self._make_fields()
        title = _("Change the visit") if this else _("Add a visit")
        if client is not None:
            title = _("A visit of {name}").format(name=client.called)
        form = column(self.who_box, self.people_box, self._when(), self.note_box, self.told, gap=12)
        super().__init__(parent, "appointment_dialog", title, _("Keep") if this else _("Add visit"), form, icon="check")
        self.accept_button.setDefault(True)
        self.who_box.setVisible(client is None)
        self.people_box.hide()
        self._show(draft)
        self._connect_fields()

    @classmethod
    def open_for(
        cls, parent: QWidget, draft: AppointmentDraft, client: Client | None, today: date, this: int = 0
    ) -> "AppointmentDialog":
        """Open over a page; ``client`` is who comes where that is known, ``this`` the appointment that is changed."""
        dialog = cls(parent, draft, client, today, this)
        dialog.open()
        # The first that is not known yet.
        known = dialog.time_edit if draft.day is not None else dialog.day_edit
        (dialog.who_edit if client is None else known).setFocus()
        return dialog

    def _make_fields(self) -> None:
        self.who_edit, self.day_edit, self.time_edit = TextField(_("Part of a name")), DayField(), TextField("10:30")
        self.minutes_edit, self.note_edit = NumberField(SHORTEST, LONGEST), TextField()
        self.who_box = Labelled(_("&Who comes"), self.who_edit, "appointment_who_edit")
        self.people = Flow()
        self.people_box = boxed(column(self.people))
        self.day_box = Labelled(_("&Day"), self.day_edit, "appointment_day_edit")
        self.time_box = Labelled(_("&Time"), self.time_edit, "appointment_time_edit")
        self.minutes_box = Labelled(_("&Minutes"), self.minutes_edit, "appointment_minutes_edit")
        hint = _("It stays in the program: what you want to think of when you see who comes.")
        self.note_box = Labelled(_("A word about &it"), self.note_edit, "appointment_note_edit", hint)
        self.told = Words("", "small", "muted")
        self.told.setObjectName("appointment_told")

    def _when(self) -> QWidget:
        weeks, self.week_buttons = Flow(), list[LinkButton]()
        for number in _WEEKS:
            button = LinkButton(counted("In {n} week", "In {n} weeks", number))
            button.setObjectName(f"in_{number}_weeks_button")
            button.setProperty("weeks", number)
            self.week_buttons.append(button)
            weeks.addWidget(button)
        times = pair(self.time_box, self.minutes_box, stack_below=160)
        return boxed(column(self.day_box, weeks, times, gap=8))

    def _connect_fields(self) -> None:
        self.who_edit.textChanged.connect(self._type_who)
        for button in self.week_buttons:
            button.clicked.connect(self._set_week)
        self.day_edit.textChanged.connect(self._set_day)
        self.time_edit.textChanged.connect(self._tell)
        self.minutes_edit.textChanged.connect(self._tell)
        self.time_edit.editingFinished.connect(self._say_time)

    def _show(self, draft: AppointmentDraft) -> None:
        self.day_edit.set_day(draft.day)
        self.time_edit.set_words(time_words(draft.starts) if draft.starts is not None else "")
        self.minutes_edit.set_number(draft.minutes)
        self.note_edit.set_words(draft.note)

    def show_people(self, people: Sequence[ClientLine]) -> None:
        """Offer these for what is typed; the only one is taken to be meant."""
        emptied(self.people)
        self._people = {}
        for line in people:
            chip = Chip(line.full_name)
            chip.setObjectName(f"person_{line.id}_chip")
            chip.clicked.connect(self._choose)
            self._people[chip] = line.id
            self.people.addWidget(chip)
            chip.setChecked(len(people) == 1)
        self._client_id = next(iter(self._people.values())) if len(people) == 1 else None
        self.people_box.setVisible(bool(people))
        typed = self.who_edit.words()
        self._say_hint(_("{name} is new here and will be added.").format(name=typed) if typed and not people else "")
        self.fit()

    def _say_hint(self, words: str) -> None:
        self.who_box.hint.set_or_hide(words)

    def show_day(self, others: Sequence[Appointment]) -> None:
        """Know what else that day holds."""
        self._others = [other for other in others if other.id != self._this]
        self._tell()

    def _type_who(self, words: str) -> None:
        self.who_box.complain("")
        self._client_id = None
        self.who_typed.emit(words.strip())

    def _choose(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        self._client_id = self._people[chip]
        for each in self._people:
            each.setChecked(each is chip)

    def _set_week(self) -> None:
        button = self.sender()
        if button is not None:
            self.day_edit.set_day(self._today + timedelta(weeks=int(button.property("weeks"))))

    def _set_day(self) -> None:
        self.day_set.emit(self.day_edit.day_or_none())

    def _say_time(self) -> None:
        try:
            starts = typed_time(self.time_edit.text())
        except NotATime:
            return
        self.time_edit.set_words(time_words(starts) if starts is not None else "")

    def _tell(self) -> None:
        day = self.day_edit.day_or_none()
        try:
            meant = self.draft()
        except (NotADay, NotATime):
            meant = AppointmentDraft()
        at_once = overlapping(meant, self._others)
        self.told.set_tone("warning" if at_once else "muted")
        if at_once:
            told = _("At that time {name} comes, from {start} to {end}.")
            first = at_once[0]
            words = told.format(name=first.full_name, start=time_words(first.starts), end=time_words(first.ends.time()))
        elif day is not None and self._others:
            each = _(", ").join(f"{time_words(other.starts)} {other.called}" for other in self._others)
            words = _("{day}: {visits}").format(day=weekday_words(day), visits=each)
        else:
            words = weekday_words(day) if day is not None else ""
        self.told.set_or_hide(words)

    def draft(self) -> AppointmentDraft:
        """What is typed; raises ``NotADay`` and ``NotATime``."""
        return AppointmentDraft(
            self._client_id,
            self.day_edit.day(),
            typed_time(self.time_edit.text()),
            self.minutes_edit.number() or USUAL_MINUTES,
            self.note_edit.words(),
            "" if self._people else self.who_edit.words(),
        )

    def offer(self) -> None:
        if self._people and self._client_id is None:
            self.who_box.complain(_("Please choose who of them comes."))
            return
        try:
            self.accepted_draft.emit(self.draft())
        except NotADay as refusal:
            self.day_box.complain(str(refusal))
        except NotATime as refusal:
            self.time_box.complain(str(refusal))
