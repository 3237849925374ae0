"""A consent: the exact words the client was shown, and the day they signed them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, consent_words, usual_text
from alliance_desktop.domain.days import NotADay
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.fields import Choice, DayField, Labelled, MultiText, TextField, pair
from alliance_desktop.words import _


class ConsentDialog(FormDialog):
    """Value in, value out; our wording is offered and may be changed.

    ``hand_over_wanted`` carries the draft that the client is to read and sign alone; whoever gives it to them closes
    the dialog.
    """

    hand_over_wanted = Signal(object)

    def __init__(self, parent: QWidget, today: date, therapist: str, client: str) -> None:
        self._today, self._therapist = today, therapist
        self.kind_choice = Choice([(consent_words(kind), kind) for kind in ConsentKind])
        self.text_edit = MultiText(lines=5)
        self.areas_edit = TextField()
        self.signed_edit, self.expires_edit = DayField(), DayField(_("Stays until withdrawn"))
        self.hand_over_button = SecondButton(_("Let {name} read and sign").format(name=client), "pen-line")
        self.hand_over_button.setObjectName("hand_over_consent_button")
        form = column(
            Labelled(_("For what"), self.kind_choice, "kind_choice"),
            Labelled(_("In these words, read together"), self.text_edit, "text_edit"),
            Labelled(_("Areas, if it is about areas"), self.areas_edit, "areas_edit"),
            pair(
                Labelled(_("Signed on"), self.signed_edit, "signed_edit"),
                Labelled(_("Until"), self.expires_edit, "expires_edit"),
            ),
            row(self.hand_over_button, None),
            gap=14,
        )
        super().__init__(parent, "consent_dialog", _("Consent"), _("Record as signed on paper"), form, 600)
        self.hand_over_button.clicked.connect(self._hand_over)
        self.signed_edit.set_day(today)
        self._offer_text()
        self.kind_choice.currentIndexChanged.connect(self._offer_text)

    @classmethod
    def open_for(cls, parent: QWidget, today: date, therapist: str, client: str) -> "ConsentDialog":
        """Open over a page."""
        dialog = cls(parent, today, therapist, client)
        dialog.open()
        return dialog

    def _offer_text(self) -> None:
        self.text_edit.set_words(usual_text(ConsentKind(str(self.kind_choice.value())), self._therapist))

    def draft(self) -> ConsentDraft:
        """What is typed; raises ``NotADay``."""
        return ConsentDraft(
            ConsentKind(str(self.kind_choice.value())),
            self.text_edit.words(),
            self.areas_edit.words(),
            self.signed_edit.day() or self._today,
            self.expires_edit.day(),
        )

    def _checked(self) -> ConsentDraft | None:
        try:
            draft = self.draft()
        except NotADay as refusal:
            self.complain(str(refusal))
            return None
        if not draft.text:
            self.complain(_("A consent needs the words that were agreed to."))
        elif draft.signed_on > self._today:
            self.complain(_("This day is still to come. Please look at the date."))
        else:
            return draft
        return None

    def _hand_over(self) -> None:
        draft = self._checked()
        if draft is not None:
            self.hand_over_wanted.emit(draft)

    def offer(self) -> None:
        draft = self._checked()
        if draft is not None:
            self.accepted_draft.emit(draft)
