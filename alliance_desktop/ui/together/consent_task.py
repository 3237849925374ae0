"""A consent, read by the client in large type and signed by hand, or not."""

from dataclasses import replace

from alliance_desktop.domain.consent import ConsentDraft, consent_words
from alliance_desktop.services import consents
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.signature_pad import SignatureActs, SignaturePad
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class ConsentTask(TaskPage):
    """The words are the client's to take or leave: a no stores nothing and is as easy as a yes."""

    def __init__(self, desk: Desk, client_id: int, draft: ConsentDraft) -> None:
        super().__init__(desk, client_id, _("{name}, please read this"))
        self._draft = replace(draft, signed_on=desk.today())
        told = [draft.areas] if draft.areas else []
        if draft.expires_on is not None:
            told.append(_("until {day}").format(day=day_words(draft.expires_on, desk.today())))
        else:
            told.append(_("until you take it back, at any time"))
        self.text = Words(draft.text, "quote")
        self.text.setObjectName("consent_text")
        self.pad = SignaturePad("consent_pad", _("Signature of {name}").format(name=self.client), self.client)
        self.acts = SignatureActs(self.pad)
        self.no_button = SecondButton(_("I would rather not"))
        self.no_button.setObjectName("decline_consent_button")
        self.no_button.large()
        self.done_button.rename(_("I agree and sign"))
        body = column(
            Words(consent_words(draft.kind), "result"),
            8,
            Readable(column(self.text), 640),
            Words(" · ".join(told), "body", "muted"),
            16,
            Words(_("Sign here, if you agree"), "heading", "clay"),
            self.pad,
            self.acts,
            gap=8,
        )
        self.lay_out(body, self.no_button)
        self.pad.changed.connect(self._follow)
        self.done_button.clicked.connect(self._sign)
        self.no_button.clicked.connect(self._decline)
        self._follow()

    def take_focus(self) -> None:
        self.pad.setFocus()

    def _follow(self) -> None:
        drawn = bool(self.pad.strokes())
        self.done_button.setEnabled(drawn)
        self.said.setText("" if drawn else _("Both answers are fine."))

    def _sign(self) -> None:
        if self.desk.perform(consents.record_signed, self.client_id, self._draft, self.pad.strokes()) is not None:
            self.finish()

    def _decline(self) -> None:
        self.finish(_("That is fine, {name}.").format(name=self.client))
