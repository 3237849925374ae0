"""Taking a consent back: the day, and the words it was taken back in; none are asked for."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import Consent, consent_words
from alliance_desktop.domain.days import NotADay
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


@dataclass(frozen=True, slots=True)
class WithdrawalDraft:
    """What the form yields."""

    day: date
    words: str = ""


class WithdrawDialog(FormDialog):
    """Value in, value out."""

    def __init__(self, parent: QWidget, consent: Consent, today: date) -> None:
        self._today = today
        label = _("In their words, if they said any")
        self.words_edit = VoiceEdit(Whose.CLIENT, label, "withdrawal_words_edit")
        self.day_edit = DayField()
        told = _("“{what}” holds no longer from this day on. What was agreed stays to be read.")
        form = column(
            Words(told.format(what=consent_words(consent.consent.kind)), "body", "muted"),
            boxed(column(Words(label, "small", "muted"), self.words_edit, gap=6)),
            Labelled(_("Withdrawn on"), self.day_edit, "withdrawal_day_edit"),
            gap=14,
        )
        super().__init__(parent, "withdraw_dialog", _("Withdraw the consent"), _("Withdraw"), form)
        self.day_edit.set_day(today)

    @classmethod
    def open_for(cls, parent: QWidget, consent: Consent, today: date) -> "WithdrawDialog":
        """Open over a page."""
        dialog = cls(parent, consent, today)
        dialog.open()
        dialog.words_edit.setFocus()
        return dialog

    def draft(self) -> WithdrawalDraft:
        """What is typed; raises ``NotADay``."""
        return WithdrawalDraft(self.day_edit.day() or self._today, self.words_edit.words())

    def offer(self) -> None:
        try:
            self.accepted_draft.emit(self.draft())
        except NotADay as refusal:
            self.complain(str(refusal))
