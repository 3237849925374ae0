"""A consent: the exact words the client was shown, and the day they signed them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import (
    ConsentDraft,
    ConsentKind,
    consent_words,
    names_something,
    usual_end,
    usual_text,
)
from alliance_desktop.domain.days import NotADay
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.fields import Choice, DayField, Labelled, MultiText, TextField, pair
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.words import _


class ConsentDialog(FormDialog):
    """Value in, value out; our wording is offered and may be changed.

    ``hand_over_wanted`` carries the draft that the client is to read and sign alone; whoever gives it to them closes
    the dialog. ``aloud_wanted`` carries the draft that the client has agreed to aloud.
    """

    hand_over_wanted = Signal(object)
    aloud_wanted = Signal(object)

    def __init__(self, parent: QWidget, today: date, therapist: str, client: str, kind: ConsentKind) -> None:
        self._today, self._therapist = today, therapist
        self.kind_choice = Choice([(consent_words(each), each) for each in ConsentKind])
        self.kind_choice.set_value(kind)
        self.text_edit = MultiText(lines=5)
        self.areas_edit = TextField()
        self.signed_edit, self.expires_edit = DayField(), DayField(_("Stays until withdrawn"))
        self.hand_over_button = SecondButton(_("Let {name} read and sign").format(name=client), "pen-line")
        self.hand_over_button.setObjectName("hand_over_consent_button")
        self.aloud_button = SecondButton(_("{name} said yes aloud").format(name=client), "quote")
        self.aloud_button.setObjectName("aloud_consent_button")
        verbs = Flow()
        verbs.addWidget(self.hand_over_button)
        verbs.addWidget(self.aloud_button)
        form = column(
            Labelled(_("For what"), self.kind_choice, "kind_choice"),
            Labelled(_("In these words, read together"), self.text_edit, "text_edit"),
            Labelled(_("Areas or people, if it is about any"), self.areas_edit, "areas_edit"),
            pair(
                Labelled(_("Signed on"), self.signed_edit, "signed_edit"),
                Labelled(_("Until"), self.expires_edit, "expires_edit"),
            ),
            boxed(verbs),
            gap=14,
        )
        super().__init__(parent, "consent_dialog", _("Consent"), _("Record as signed on paper"), form, 600)
        self.hand_over_button.clicked.connect(self._hand_over)
        self.aloud_button.clicked.connect(self._say_aloud)
        self.signed_edit.set_day(today)
        self._offer_text()
        self.kind_choice.currentIndexChanged.connect(self._offer_text)

    @classmethod
    def open_for(
        cls,
        parent: QWidget,
        today: date,
        therapist: str,
        client: str,
        kind: ConsentKind = ConsentKind.TREATMENT,
    ) -> "ConsentDialog":
        """Open over a page, for a kind of consent."""
        dialog = cls(parent, today, therapist, client, kind)
        dialog.open()
        return dialog

    def _offer_text(self) -> None:
        kind = ConsentKind(str(self.kind_choice.value()))
        self.text_edit.set_words(usual_text(kind, self._therapist))
        self.expires_edit.set_day(usual_end(kind, self.signed_edit.day_or_none() or self._today))

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
        elif names_something(draft.kind) and not draft.areas:
            self.complain(_("Its words speak of areas or people: please name them."))
        else:
            return draft
        return None

    def _say_aloud(self) -> None:
        draft = self._checked()
        if draft is not None:
            self.aloud_wanted.emit(draft)

    def _hand_over(self) -> None:
        draft = self._checked()
        if draft is not None:
            self.hand_over_wanted.emit(draft)

    def offer(self) -> None:
        draft = self._checked()
        if draft is not None:
            self.accepted_draft.emit(draft)
