"""A closing check that was answered on paper: guessed before the slip is turned over, then typed in."""

from datetime import date

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alliance import ClosingCheck
from alliance_desktop.domain.days import NotADay
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.progress.four_steps import FourSteps
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class SlipDialog(FormDialog):
    """Value in, value out; the digits 1 to 5 answer and go on."""

    def __init__(self, parent: QWidget, today: date, client: str) -> None:
        self._today = today
        self.guess = FourSteps("slip_guess", _("No guess"))
        self.answers = FourSteps("slip", _("No answer"))
        self.keep_edit = VoiceEdit(Whose.CLIENT, _("One thing to keep"), "slip_keep_edit")
        self.change_edit = VoiceEdit(Whose.CLIENT, _("One thing to change next time"), "slip_change_edit")
        self.day_edit = DayField()
        hint = _("The digits 1 to 5 answer and go on; 0 leaves an answer out.")
        self.guess_fold = Fold(
            "guess_fold_button",
            _("Guess first, before you turn the slip over"),
            self.guess,
            self.guess.first,
            Words(_("My guess"), "heading"),
        )
        form = column(
            Words(hint, "body", "muted"),
            self.guess_fold,
            Words(_("On {name}’s slip").format(name=client), "heading"),
            self.answers,
            self.keep_edit,
            self.change_edit,
            Labelled(_("Day of the visit"), self.day_edit, "slip_day_edit"),
            gap=14,
        )
        super().__init__(parent, "slip_dialog", _("Type in a slip"), _("Keep"), form, 620)
        self.day_edit.set_day(today)
        self.answers.went_through.connect(self.accept_button.setFocus)
        self.guess.went_through.connect(self.answers.take_focus)
        self.guess.changed.connect(self._show_guess)

    @classmethod
    def open_for(cls, parent: QWidget, today: date, client: str) -> "SlipDialog":
        """Open over a page."""
        dialog = cls(parent, today, client)
        dialog.open()
        dialog.answers.take_focus()
        return dialog

    def _show_guess(self) -> None:
        """A guess that is filled in again is in sight."""
        self.guess_fold.show_filled(True)

    def draft(self) -> ClosingCheck:
        """What is typed; raises ``NotADay``."""
        day = self.day_edit.day() or self._today
        keep, change = self.keep_edit.words().strip(), self.change_edit.words().strip()
        return ClosingCheck(day, self.answers.value(), keep, change, self.guess.value())

    def offer(self) -> None:
        try:
            draft = self.draft()
        except NotADay as refusal:
            self.complain(str(refusal))
            return
        if draft.day > self._today:
            self.complain(_("This day is still to come. Please look at the date."))
        else:
            self.accepted_draft.emit(draft)
