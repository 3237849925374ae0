"""Both sign: each in a field of their own, or agreed aloud or on paper with the reason."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from alliance_desktop.domain.plan import HowSigned, PlanVersion, Signer
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import Choice, Labelled, TextField
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.signature_pad import SignatureActs, SignaturePad
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _, clock_words


@dataclass(frozen=True, slots=True)
class Signed:
    """What somebody did: whose signature over which version, how, and why not by hand."""

    version_id: int
    signer: Signer
    how: HowSigned
    strokes: Strokes
    reason: str


class SignDialog(QDialog):
    """Shows what is signed in the client's words, and a field for each of the two."""

    signed = Signal(object)

    def __init__(self, parent: QWidget, version: PlanVersion, client: str, therapist: str) -> None:
        super().__init__(parent)
        self.setObjectName("sign_dialog")
        self.setWindowTitle(_("Sign the plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "linen")
        self.setMinimumSize(720, 500)
        self.resize(860, 640)
        self.seats = {
            Signer.CLIENT: _Seat(version.id, Signer.CLIENT, client),
            Signer.THERAPIST: _Seat(version.id, Signer.THERAPIST, therapist),
        }
        self.later_button = SecondButton(_("Sign later"))
        self.later_button.setObjectName("later_button")
        self.later_button.clicked.connect(self.reject)
        self._lay_out(version, client, therapist)
        self.ring = FocusRing(self)
        for seat in self.seats.values():
            seat.signed.connect(self.signed)
        self.show_version(version)

    @classmethod
    def open_for(cls, parent: QWidget, version: PlanVersion, client: str, therapist: str) -> "SignDialog":
        """Open over a page."""
        dialog = cls(parent, version, client, therapist)
        dialog.open()
        return dialog

    def _lay_out(self, version: PlanVersion, client: str, therapist: str) -> None:
        title = _("Our plan, {client} and {therapist}, version {n}").format(
            client=client, therapist=therapist, n=version.number
        )
        scroll = ScrollColumn()
        inside = scroll.column
        inside.setContentsMargins(40, 32, 40, 8)
        inside.setSpacing(12)
        inside.addWidget(Words(title, "page_title"))
        if version.content.what_matters:
            inside.addWidget(VoiceBlock(version.content.what_matters.words, role="hero"))
        inside.addWidget(
            Words(_("Please read it once more together. Both of you sign the whole plan."), "body", "muted")
        )
        both = row(gap=24)
        for seat in self.seats.values():
            both.addWidget(seat, 1)
        inside.addLayout(both)
        inside.addStretch(1)
        foot = row(None, self.later_button)
        foot.setContentsMargins(40, 8, 40, 24)
        self.setLayout(column(scroll, foot, gap=0))

    def show_version(self, version: PlanVersion) -> None:
        """Show who has signed; closes by itself once both have."""
        for signer, seat in self.seats.items():
            signature = version.signature_of(signer)
            if signature is not None:
                seat.show_done(_("Signed {time}").format(time=clock_words(signature.at)))
        if version.agreed:
            self.accept()

    def draft(self) -> dict[Signer, Strokes]:
        """What is drawn so far."""
        return {signer: seat.pad.strokes() for signer, seat in self.seats.items()}


class _Seat(Frame):
    """One person's place: the pad, or another way with its reason."""

    signed = Signal(object)

    def __init__(self, version_id: int, signer: Signer, name: str) -> None:
        super().__init__("card")
        self._version_id, self._signer = version_id, signer
        tone = "clay" if signer is Signer.CLIENT else "accent"
        self.pad = SignaturePad(f"{signer}_pad", _("Signature of {name}").format(name=name), name)
        self.acts = SignatureActs(self.pad)
        self.how_choice = Choice(
            [
                (_("Signs here"), HowSigned.DRAWN),
                (_("Agreed aloud"), HowSigned.ALOUD),
                (_("Signed on paper"), HowSigned.PAPER),
            ]
        )
        self.reason_edit = TextField()
        self.reason_box = Labelled(_("Why not here"), self.reason_edit, f"{signer}_reason_edit")
        self.reason_box.hide()
        self.problem = Words("", "small", "danger")
        self.problem.hide()
        self.sign_button = MainButton(_("Sign"), "pen-line")
        self.sign_button.setObjectName(f"{signer}_sign_button")
        self.sign_button.setAccessibleName(_("Sign for {name}").format(name=name))
        self.done_row = Words("", "strong", "accent")
        self.done_row.hide()
        how = Labelled(_("How"), self.how_choice, f"{signer}_how_choice")
        inside = column(
            Words(name, "title", tone),
            self.pad,
            self.acts,
            how,
            self.reason_box,
            self.problem,
            self.sign_button,
            self.done_row,
            None,
            gap=8,
        )
        inside.setContentsMargins(20, 16, 20, 20)
        self.setLayout(inside)
        self._parts = (self.pad, self.acts, how, self.reason_box, self.problem, self.sign_button)
        self.how_choice.currentIndexChanged.connect(self._change_way)
        self.sign_button.clicked.connect(self._sign)
        self.pad.changed.connect(self.problem.hide)

    def _how(self) -> HowSigned:
        return HowSigned(str(self.how_choice.value()))

    def _change_way(self) -> None:
        drawn = self._how() is HowSigned.DRAWN
        self.pad.setVisible(drawn)
        self.acts.setVisible(drawn)
        self.reason_box.setVisible(not drawn)
        self.problem.hide()

    def _sign(self) -> None:
        how, strokes, reason = self._how(), self.pad.strokes(), self.reason_edit.words()
        if how is HowSigned.DRAWN and not strokes:
            self.problem.set_or_hide(_("There is no signature yet. Please sign in the field above."))
        elif how is not HowSigned.DRAWN and not reason:
            self.problem.set_or_hide(_("Please say in a few words why it is not signed here."))
        else:
            kept = strokes if how is HowSigned.DRAWN else ()
            self.signed.emit(Signed(self._version_id, self._signer, how, kept, reason))

    def show_done(self, words: str) -> None:
        """Nothing more to do here."""
        for part in self._parts:
            part.hide()
        self.done_row.set_or_hide(words)
