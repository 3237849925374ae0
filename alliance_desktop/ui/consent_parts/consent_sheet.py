"""One consent, opened by its chip: how it stands, the words agreed to, the signature, and what can be done."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import Consent, ConsentKind, Standing, consent_words, standing_words
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.dialog import Dialog
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.signature_pad import SignatureView
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


def how_words(consent: Consent) -> str:
    """Say how it was agreed to, with the place for the day."""
    if consent.signature is None:
        return _("signed {day}")
    return {
        HowSigned.TYPED: _("signed with the name typed {day}"),
        HowSigned.ALOUD: _("agreed aloud {day}"),
    }.get(consent.signature.how, _("signed by hand {day}"))


def told_words(consent: Consent, today: date) -> list[str]:
    """Say how and when it was agreed to, until when, whether it was taken back, and what it is about."""
    told = consent.consent
    said = [how_words(consent).format(day=day_words(told.signed_on, today))]
    if told.expires_on is not None:
        said.append(_("until {day}").format(day=day_words(told.expires_on, today)))
    if consent.withdrawn_on is not None:
        said.append(_("withdrawn {day}").format(day=day_words(consent.withdrawn_on, today)))
    return [*said, told.areas] if told.areas else said


class ConsentSheet(Dialog):
    """``asked`` wants a new consent of the kind, ``withdrawn`` wants this one taken back; nothing here is a gate."""

    asked = Signal(object)
    withdrawn = Signal(object)

    def __init__(
        self, parent: QWidget, kind: ConsentKind, state: Standing, consent: Consent | None, today: date
    ) -> None:
        super().__init__(parent, "consent_sheet", consent_words(kind), 560)
        self._kind, self._consent = kind, consent
        body = column(Words(consent_words(kind), "page_title"), 4, gap=8)
        body.addWidget(Words(standing_words(state, consent, today), "strong"))
        if consent is None:
            told = _("Nothing was agreed yet. You can go on either way; asking is yours.")
            body.addWidget(Words(told, "body", "muted"))
        else:
            self._show(body, consent, today)
        self.close_button = SecondButton(_("Close"))
        self.close_button.setObjectName("close_sheet_button")
        self.withdraw_button = LinkButton(_("Withdraw…"))
        self.withdraw_button.setObjectName("sheet_withdraw_button")
        self.withdraw_button.setVisible(consent is not None and consent.holds(today))
        self.ask_button = MainButton(_("Ask for consent…") if consent is None else _("Renew…"), "pen-line")
        self.ask_button.setObjectName("sheet_ask_button")
        self.lay_out(body, self.withdraw_button, self.close_button, self.ask_button)
        self.close_button.clicked.connect(self.reject)
        self.ask_button.clicked.connect(self._ask)
        self.withdraw_button.clicked.connect(self._withdraw)

    @classmethod
    def open_for(
        cls, parent: QWidget, kind: ConsentKind, state: Standing, consent: Consent | None, today: date
    ) -> "ConsentSheet":
        """Open over a page."""
        dialog = cls(parent, kind, state, consent, today)
        dialog.open()
        return dialog

    def _show(self, body: object, consent: Consent, today: date) -> None:
        parts: list[QWidget] = [Words(" · ".join(told_words(consent, today)), "small", "muted")]
        parts.append(VoiceBlock(consent.consent.text, Whose.BOTH, role="body"))
        if consent.withdrawn_words:
            parts.append(VoiceBlock(consent.withdrawn_words, Whose.CLIENT, _("said when it was taken back")))
        if consent.signature is not None and consent.signature.strokes:
            name = consent.signature.name
            parts.append(SignatureView(consent.signature.strokes, _("Signature of {name}").format(name=name)))
        for part in parts:
            body.addWidget(part)  # type: ignore[attr-defined]  # a column

    def _ask(self) -> None:
        self.accept()
        self.asked.emit(self._kind)

    def _withdraw(self) -> None:
        self.accept()
        self.withdrawn.emit(self._consent)
