"""One line each of a plan under work: an "I will" or "You will", and something the client is not sure about."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Commitment, Reservation
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.fields import DayField, Labelled, NumberField, TextField
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.line_list import LineEditor
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.sure_tiles import SureTiles
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class CommitmentEditor(LineEditor):
    """What somebody will do, how often, and by when; how sure they are of it, and when to leave it."""

    def __init__(self, commitment: Commitment, number: int, picks: PlanPicks) -> None:
        super().__init__()
        self._commitment = commitment
        self.what_edit = TextField(_("What"))
        self.how_edit = TextField(_("When, how often"))
        self.due_edit = DayField(_("By (a day)"))
        self.remove_button = QuietButton("", "x")
        self.confidence_edit: NumberField | SureTiles = self._make_confidence()
        self.stop_if_edit = TextField()
        picks.offer(Phrase.PROMISE, self.what_edit)
        picks.offer(Phrase.HOW, self.how_edit)
        picks.offer(Phrase.STOP_IF, self.stop_if_edit)
        self.too_big = Words("", "small", "muted")
        self._lay_out()
        first = (self.what_edit, self.remove_button, self.how_edit, self.due_edit)
        self.stops = (*first, *self._last_stops())
        self._name(number)
        self._fill()
        for edit in (self.what_edit, self.how_edit, self.due_edit, self.stop_if_edit):
            edit.textEdited.connect(self._edited)
        self.confidence_edit.chosen.connect(self._edited)
        self.remove_button.clicked.connect(self._remove)

    def _make_confidence(self) -> NumberField | SureTiles:
        return NumberField(0, 10)

    def _last_stops(self) -> tuple[QWidget, ...]:
        return self.more_fold.button, self.confidence_edit, self.stop_if_edit

    def _lay_out(self) -> None:
        sure = row(gap=8)
        sure.addWidget(Labelled(_("How sure, 0–10"), self.confidence_edit, ""), 2)
        sure.addWidget(Labelled(_("Stop if"), self.stop_if_edit, ""), 3)
        more = boxed(column(sure, self.too_big, gap=4))
        self.more_fold = Fold("", _("How sure, stop if"), more, self.confidence_edit)
        upper = row(self.what_edit, self.remove_button, gap=4)
        self.setLayout(column(upper, row(self.how_edit, self.due_edit, gap=8), self.more_fold, gap=6))

    def _name(self, number: int) -> None:
        whose = _("I will") if self._commitment.whose is Whose.THERAPIST else _("You will")
        for name, widget, words in (
            ("what_edit", self.what_edit, _("what")),
            ("how_edit", self.how_edit, _("how often")),
            ("due_edit", self.due_edit, _("by when")),
            ("remove_button", self.remove_button, _("remove")),
            ("more_button", self.more_fold.button, self._more_words()),
            ("confidence_edit", self.confidence_edit, _("how sure, 0 to 10")),
            ("stop_if_edit", self.stop_if_edit, _("stop if")),
        ):
            widget.setObjectName(f"{self._commitment.whose}_{number}_{name}")
            widget.setAccessibleName(f"{whose}, {number}, {words}")

    def _fill(self) -> None:
        step = self._commitment
        self.what_edit.set_words(step.what)
        self.how_edit.set_words(step.how)
        self.due_edit.set_day(step.due)
        self.confidence_edit.set_number(step.confidence)
        self.stop_if_edit.set_words(step.stop_if)
        self.more_fold.show_filled(self._has_more(step))
        self._judge(step)

    def _more_words(self) -> str:
        return _("how sure, stop if")

    def _has_more(self, step: Commitment) -> bool:
        """True when something stands in the part that is folded away."""
        return step.confidence is not None or bool(step.stop_if)

    def _judge(self, step: Commitment) -> None:
        self.too_big.set_or_hide(self._too_big_words() if step.is_too_big else "")

    def _too_big_words(self) -> str:
        return _("Under 7 of 10: make it smaller, until it fits.")

    def line(self) -> Commitment:
        """The line as it stands."""
        return replace(
            self._commitment,
            what=self.what_edit.words(),
            how=self.how_edit.words(),
            due=self.due_edit.day_or_none(),
            stop_if=self.stop_if_edit.words(),
            confidence=self.confidence_edit.number(),
        )

    def _edited(self) -> None:
        self._judge(self.line())
        self.edited.emit()

    def _remove(self) -> None:
        self.removed.emit(self._commitment.uid)


class FacingCommitmentEditor(CommitmentEditor):
    """The same before the client's eyes: how sure they are stands open, for it is what both talk about.

    How sure the therapist is takes one line with the rest until somebody wants it.
    """

    def _make_confidence(self) -> SureTiles:
        return SureTiles("", "")

    def _lay_out(self) -> None:
        asked = _("How sure am I that I will do it?") if self._mine else _("How sure are you that you will do it?")
        sure = boxed(column(Words(asked, "heading", "muted"), self.confidence_edit, self.too_big, gap=2))
        stop_if = Labelled(_("Stop if"), self.stop_if_edit, "")
        more = boxed(column(sure, stop_if, gap=6)) if self._mine else stop_if
        offer = _("How sure, stop if") if self._mine else _("Stop if …")
        self.more_fold = Fold("", offer, more, self.confidence_edit if self._mine else self.stop_if_edit)
        upper = row(self.what_edit, self.remove_button, gap=4)
        when = row(self.how_edit, self.due_edit, gap=8)
        self.setLayout(column(upper, when, *(() if self._mine else (sure,)), self.more_fold, gap=6))

    def _last_stops(self) -> tuple[QWidget, ...]:
        both = (
            (self.more_fold.button, self.confidence_edit)
            if self._mine
            else (self.confidence_edit, self.more_fold.button)
        )
        return *both, self.stop_if_edit

    @property
    def _mine(self) -> bool:
        return self._commitment.whose is Whose.THERAPIST

    def _more_words(self) -> str:
        return super()._more_words() if self._mine else _("stop if")

    def _has_more(self, step: Commitment) -> bool:
        return super()._has_more(step) if self._mine else bool(step.stop_if)

    def _too_big_words(self) -> str:
        return _("That is a lot to ask. Make it smaller until it fits: half of it counts, too.")


class ReservationEditor(LineEditor):
    """What the client is not sure about, in their words, and how it was answered.

    A doubt that is ``standing`` cannot be removed, and a line says why.
    """

    def __init__(self, reservation: Reservation, number: int, client: str, standing: bool = False) -> None:
        super().__init__()
        self._reservation, self._standing = reservation, standing
        self.said_edit = SaidEdit(
            _("Not sure about, {n}").format(n=number),
            f"reservation_{number}_said_edit",
            _("What {name} is not sure about").format(name=client),
        )
        self.answer_edit = VoiceEdit(
            Whose.THERAPIST,
            _("Answer to {n}").format(n=number),
            f"reservation_{number}_answer_edit",
            _("Our answer; empty: still open"),
        )
        self.remove_button = QuietButton("", "x")
        self.remove_button.setObjectName(f"reservation_{number}_remove_button")
        self.remove_button.setAccessibleName(_("Remove {n}").format(n=number))
        self.stops = (self.said_edit, self.answer_edit, *(() if standing else (self.remove_button,)))
        self.said_edit.show_said(reservation.said)
        self.answer_edit.set_words(reservation.answer)
        two = row(gap=24)
        two.addWidget(self.said_edit, 1)
        two.addWidget(self.answer_edit, 1)
        two.addWidget(self.remove_button)
        if standing:
            # The fields of every line stand below each other.
            policy = self.remove_button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.remove_button.setSizePolicy(policy)
            self.remove_button.hide()
            why = Words(_("Still open: it stays until an answer is signed."), "small", "muted")
            self.setLayout(column(two, why, gap=2))
        else:
            self.setLayout(two)
        self.said_edit.edited.connect(self.edited)
        self.answer_edit.edited.connect(self.edited)
        self.remove_button.clicked.connect(self._remove)

    def line(self) -> Reservation:
        """The line as it stands."""
        said = self.said_edit.said()
        if self._standing and not said:
            said = self._reservation.said
        return replace(self._reservation, said=said, answer=self.answer_edit.words())

    def _remove(self) -> None:
        self.removed.emit(self._reservation.uid)
