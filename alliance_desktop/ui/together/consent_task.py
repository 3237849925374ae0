"""A consent, read by the client in large type and signed by hand or with their name, or not."""

from dataclasses import replace

from PySide6.QtCore import Qt

from alliance_desktop.domain.consent import ConsentDraft, consent_words
from alliance_desktop.domain.held_form import Form
from alliance_desktop.services import consents, held_forms
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.signing_part import SigningPart
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words

_WIDEST = 640


class ConsentTask(TaskPage):
    """The words are the client's to take or leave: a no stores nothing and is as easy as a yes.

    What the therapist wrote for it is kept until the client has answered.
    """

    def __init__(self, desk: Desk, client_id: int, draft: ConsentDraft) -> None:
        super().__init__(desk, client_id, _("{name}, please read this"))
        self._draft = replace(draft, signed_on=desk.today())
        self.text = Words(draft.text, "hero")
        self.text.setObjectName("consent_text")
        self.no_button = SecondButton(_("I would rather not"))
        self.no_button.setObjectName("decline_consent_button")
        self.no_button.large()
        self.done_button.rename(_("I agree and sign"))
        read = column(Words(consent_words(draft.kind), "result"), 12, self.text, 8, *self._told(), gap=4)
        self.signing = SigningPart(
            "consent_pad",
            self.client,
            _("Sign here, if you agree"),
            _("If you agree, type your name here in place of a signature"),
        )
        signing = Readable(column(self.signing), _WIDEST)
        self.lay_out(column(Readable(read, _WIDEST), 24, signing, gap=8), self.no_button)
        self.area.setObjectName("area")
        self.area.setAccessibleName(_("What you are asked to agree to"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self._follow()

    def _told(self) -> list[Words]:
        told = [_("It is about: {areas}").format(areas=self._draft.areas)] if self._draft.areas else []
        until = self._draft.expires_on
        if until is not None:
            told.append(_("It holds until {day}.").format(day=day_words(until, self.desk.today())))
        told.append(_("You can take it back at any time, without saying why."))
        return [Words(words, "body", "muted") for words in told]

    def _connect(self) -> None:
        self.signing.changed.connect(self._follow)
        self.done_button.clicked.connect(self._sign)
        self.no_button.clicked.connect(self._decline)

    def take_focus(self) -> None:
        set_tab_order((self.area, *self.signing.stops, self.no_button, self.done_button))
        # Not into the pad: what is to be read comes first, however long it is.
        self.area.setFocus()

    def _follow(self) -> None:
        ready, typing = self.signing.is_ready, self.signing.is_typing
        self.done_button.setEnabled(ready)
        missing = _("To agree, type your name first.") if typing else _("To agree, sign in the field first.")
        self.said.setText("" if ready else missing)

    def _sign(self) -> None:
        if self.signing.is_typing:
            done = self.desk.perform(consents.record_typed, self.client_id, self._draft, self.signing.name())
        else:
            done = self.desk.perform(consents.record_signed, self.client_id, self._draft, self.signing.strokes())
        if done is not None:
            self._end("")

    def _decline(self) -> None:
        self._end(_("That is fine, {name}.").format(name=self.client))

    def _end(self, thanks: str) -> None:
        for about in (0, 1):
            self.desk.keep(held_forms.let_go, self.client_id, Form.CONSENT, about)
        self.finish(thanks, again=False)
