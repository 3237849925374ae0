"""One line each of a plan under work: an "I will" or "You will", and something the client is not sure about."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Commitment, Reservation
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.plans.goal_editor import said_anew
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.fields import DayField, TextField
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.words import _


class CommitmentEditor(QWidget):
    """What somebody will do, how often, and by when."""

    edited = Signal()
    removed = Signal(str)

    def __init__(self, commitment: Commitment, number: int) -> None:
        super().__init__()
        self._commitment = commitment
        mine = commitment.whose is Whose.THERAPIST
        self.what_edit = TextField(_("What"))
        self.how_edit = TextField(_("When, how often"))
        self.due_edit = DayField(_("By (a day)"))
        self.remove_button = QuietButton("", "x")
        self.stops = (self.what_edit, self.remove_button, self.how_edit, self.due_edit)
        whose = _("I will") if mine else _("You will")
        for name, widget, words in (
            ("what_edit", self.what_edit, _("what")),
            ("how_edit", self.how_edit, _("how often")),
            ("due_edit", self.due_edit, _("by when")),
            ("remove_button", self.remove_button, _("remove")),
        ):
            widget.setObjectName(f"{commitment.whose}_{number}_{name}")
            widget.setAccessibleName(f"{whose}, {number}, {words}")
        self.what_edit.set_words(commitment.what)
        self.how_edit.set_words(commitment.how)
        self.due_edit.set_day(commitment.due)
        upper = row(self.what_edit, self.remove_button, gap=4)
        self.setLayout(column(upper, row(self.how_edit, self.due_edit, gap=8), gap=6))
        for edit in (self.what_edit, self.how_edit, self.due_edit):
            edit.textEdited.connect(self._edited)
        self.remove_button.clicked.connect(self._remove)

    def commitment(self) -> Commitment:
        """The line as it stands."""
        return replace(
            self._commitment,
            what=self.what_edit.words(),
            how=self.how_edit.words(),
            due=self.due_edit.day_or_none(),
        )

    def _edited(self) -> None:
        self.edited.emit()

    def _remove(self) -> None:
        self.removed.emit(self._commitment.uid)


class ReservationEditor(QWidget):
    """What the client is not sure about, in their words, and how it was answered."""

    edited = Signal()
    removed = Signal(str)

    def __init__(self, reservation: Reservation, number: int, client: str) -> None:
        super().__init__()
        self._reservation = reservation
        self.said_edit = VoiceEdit(
            Whose.CLIENT,
            _("Not sure about, {n}").format(n=number),
            f"reservation_{number}_said_edit",
            _("What {name} is not sure about").format(name=client),
        )
        self.answer_edit = VoiceEdit(
            Whose.THERAPIST,
            _("Answer to {n}").format(n=number),
            f"reservation_{number}_answer_edit",
            _("How it was answered; empty means still open"),
        )
        self.remove_button = QuietButton("", "x")
        self.remove_button.setObjectName(f"reservation_{number}_remove_button")
        self.remove_button.setAccessibleName(_("Remove {n}").format(n=number))
        self.stops = (self.said_edit, self.answer_edit, self.remove_button)
        self.said_edit.set_words(reservation.said.words)
        self.answer_edit.set_words(reservation.answer)
        two = row(gap=24)
        two.addWidget(self.said_edit, 1)
        two.addWidget(self.answer_edit, 1)
        two.addWidget(self.remove_button)
        self.setLayout(two)
        self.said_edit.edited.connect(self.edited)
        self.answer_edit.edited.connect(self.edited)
        self.remove_button.clicked.connect(self._remove)

    def reservation(self) -> Reservation:
        """The line as it stands."""
        return replace(
            self._reservation,
            said=said_anew(self._reservation.said, self.said_edit.words()),
            answer=self.answer_edit.words(),
        )

    def _remove(self) -> None:
        self.removed.emit(self._reservation.uid)
