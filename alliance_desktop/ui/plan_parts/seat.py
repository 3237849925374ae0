"""One person's place at signing: the pad, or another way with its reason."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from alliance_desktop.domain.plan import HowSigned, Signer
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.typed import typed
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.fields import Labelled, TextField
from alliance_desktop.ui.widgets.signature_pad import SignatureActs, SignaturePad
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _


@dataclass(frozen=True, slots=True)
class Signed:
    """What somebody did: whose signature over which version, how, and why not by hand."""

    version_id: int
    signer: Signer
    how: HowSigned
    strokes: Strokes
    reason: str


class Seat(Frame):
    """One person's place: the pad, or another way with its reason; ``edited`` says that something of it was typed."""

    signed = Signal(object)
    edited = Signal()

    def __init__(self, version_id: int, signer: Signer, name: str) -> None:
        super().__init__("card")
        self._version_id, self._signer, self._waits = version_id, signer, ""
        tone = "clay" if signer is Signer.CLIENT else "accent"
        ways = [
            (_("Sign here"), HowSigned.DRAWN),
            (_("Agreed aloud"), HowSigned.ALOUD),
            (_("Signed on paper"), HowSigned.PAPER),
        ]
        spoken = _("How {name} agrees").format(name=name)
        self.how_choice = Segmented(f"{signer}_how_choice", spoken, ways, large=True)
        for segment in self.how_choice.segments:
            segment.setAccessibleName(_("{name}: {way}").format(name=name, way=segment.text()))
        self.pad = SignaturePad(f"{signer}_pad", _("Signature of {name}").format(name=name), name)
        self.acts = SignatureActs(self.pad)
        self.reason_edit = TextField()
        self.reason_edit.setProperty("touch", "large")
        self.reason_box = Labelled(_("Reason"), self.reason_edit, f"{signer}_reason_edit")
        self.reason_edit.setAccessibleName(_("Reason: {name}").format(name=name))
        self.why = Words("", "small", "muted")
        self.sign_button = MainButton(_("Sign"), "pen-line")
        self.sign_button.large()
        self.sign_button.setObjectName(f"{signer}_sign_button")
        self.sign_button.setAccessibleName(_("Sign for {name}").format(name=name))
        self.done_row = Words("", "strong", "accent")
        self.done_row.hide()
        self._parts = (self.how_choice, self.pad, self.acts, self.reason_box, self.why, self.sign_button)
        inside = column(Words(name, "title", tone), *self._parts, self.done_row, None, gap=8)
        inside.setContentsMargins(20, 16, 20, 20)
        self.setLayout(inside)
        self.how_choice.chosen.connect(self._follow)
        self.pad.changed.connect(self._follow)
        self.reason_edit.textChanged.connect(self._follow)
        self.reason_edit.textEdited.connect(self._edited)
        self.sign_button.clicked.connect(self._sign)
        self._follow()

    def wait(self, sentence: str) -> None:
        """Let nobody sign yet and say why; an empty sentence ends it. What is typed meanwhile stays."""
        self._waits = sentence
        self._follow()

    def offer_no_pad(self) -> None:
        """What cannot be read here is not signed here: only agreed aloud, or on paper."""
        on_screen, aloud = self.how_choice.segments[:2]
        focused = on_screen.hasFocus()
        if self._how() is HowSigned.DRAWN:
            aloud.setChecked(True)
        if focused:
            aloud.setFocus()
        on_screen.setEnabled(False)

    @property
    def unfinished(self) -> dict[str, str]:
        """What is typed here and not signed yet, by the fields' names."""
        return typed(self) if self.reason_edit.words() and self.done_row.isHidden() else {}

    def _edited(self) -> None:
        self.edited.emit()

    def _how(self) -> HowSigned:
        return HowSigned(str(self.how_choice.value()))

    def _follow(self) -> None:
        """Offer what the chosen way needs; until that is there, say so and let the button rest."""
        drawn = self._how() is HowSigned.DRAWN
        for part in (self.pad, self.acts):
            part.setVisible(drawn)
            part.setEnabled(not self._waits)
        self.reason_box.setVisible(not drawn)
        ready = bool(self.pad.strokes()) if drawn else bool(self.reason_edit.words())
        missing = _("Sign in the field first.") if drawn else _("Say in a few words why not by hand here.")
        self.why.set_or_hide(self._waits or ("" if ready else missing))
        self.sign_button.setEnabled(ready and not self._waits)

    def _sign(self) -> None:
        how = self._how()
        strokes = self.pad.strokes() if how is HowSigned.DRAWN else ()
        self.signed.emit(Signed(self._version_id, self._signer, how, strokes, self.reason_edit.words()))

    def show_done(self, words: str) -> None:
        """Nothing more to do here."""
        for part in self._parts:
            part.hide()
        self.done_row.set_or_hide(words)
