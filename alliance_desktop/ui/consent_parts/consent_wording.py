"""The words of a consent as they were agreed to, opened where it is listed, with the signature under them."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.consent import Consent, consent_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.signature_pad import SignatureView
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.words import _, day_words


def named(consent: Consent) -> str:
    """Name a consent so that it is told from the others of its kind: what for, of which day, and about what."""
    told = consent.consent
    return _(", ").join(filter(None, (consent_words(told.kind), day_words(told.signed_on), told.areas)))


class ConsentWording(QWidget):
    """Closed until ``read_button`` is pressed; the button stands in the consent's own line."""

    def __init__(self, consent: Consent) -> None:
        super().__init__()
        self._what = named(consent)
        self.read_button = LinkButton(_("Read"))
        self.read_button.setObjectName(f"read_consent_{consent.id}_button")
        self.read_button.setCheckable(True)
        inside = column(VoiceBlock(consent.consent.text, Whose.BOTH, role="body"), gap=8)
        if consent.withdrawn_words:
            inside.addWidget(VoiceBlock(consent.withdrawn_words, Whose.CLIENT, _("said when it was taken back")))
        if consent.signature is not None and consent.signature.strokes:
            name = consent.signature.name
            inside.addWidget(SignatureView(consent.signature.strokes, _("Signature of {name}").format(name=name)))
        inside.setContentsMargins(26, 0, 0, 8)
        self.setLayout(inside)
        self.read_button.toggled.connect(self._open)
        self._open(False)

    def _open(self, opened: bool) -> None:
        self.setVisible(opened)
        self.read_button.rename(_("Close") if opened else _("Read"))
        told = _("Close the wording: {what}") if opened else _("Read the wording: {what}")
        self.read_button.setAccessibleName(told.format(what=self._what))
