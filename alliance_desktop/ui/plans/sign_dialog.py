"""All sign: the plan once more in short, then each by hand, or agreed aloud or on paper with the reason."""

from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.plan import PlanVersion, Signer
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.ui.dialog import Dialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.plan_parts.plan_in_short import PlanInShort
from alliance_desktop.ui.plan_parts.plan_words import signer_names
from alliance_desktop.ui.plan_parts.seat import Seat
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, clock_words


class SignDialog(Dialog):
    """Shows what is signed, and a field for everybody who signs."""

    signed = Signal(object)

    def __init__(self, parent: QWidget, version: PlanVersion, client: str, therapist: str) -> None:
        super().__init__(parent, "sign_dialog", _("Sign the plan"), 880)
        self.setProperty("ground", "linen")
        names = signer_names(version) | {Signer.CLIENT: client, Signer.THERAPIST: therapist}
        self.seats = {signer: Seat(version.id, signer, names[signer]) for signer in version.content.signers}
        self.later_button = SecondButton(_("Sign later"))
        self.later_button.large()
        self.later_button.setObjectName("later_button")
        self.later_button.clicked.connect(self.reject)
        title = _("Our plan, {client} and {therapist}, version {n}").format(
            client=client, therapist=therapist, n=version.number
        )
        asked = (
            _("Please read it once more together. Both of you sign the whole plan.")
            if len(self.seats) == 2
            else _("Please read it once more together. All of you sign the whole plan.")
        )
        body = column(
            Words(title, "page_title"),
            4,
            Words(asked, "body", "muted"),
            16,
            PlanInShort(version.content, (client, therapist)),
            20,
            boxed(self._in_pairs()),
            gap=0,
        )
        self.lay_out(body, self.later_button)
        for seat in self.seats.values():
            seat.signed.connect(self.signed)
        self.show_version(version)

    def _in_pairs(self) -> QVBoxLayout:
        seats: list[QWidget] = list(self.seats.values())
        pairs = column(gap=24)
        for first, second in zip_longest(seats[::2], seats[1::2]):
            pairs.addWidget(TwoColumns(first, second or QWidget(), (1, 1), 24, 700))
        return pairs

    @classmethod
    def open_for(cls, parent: QWidget, version: PlanVersion, client: str, therapist: str) -> "SignDialog":
        """Open over a page."""
        dialog = cls(parent, version, client, therapist)
        dialog.open()
        return dialog

    def show_version(self, version: PlanVersion) -> None:
        """Show who has signed; closes by itself once all have."""
        for signer, seat in self.seats.items():
            signature = version.signature_of(signer)
            if signature is not None:
                seat.show_done(_("Signed {time}").format(time=clock_words(signature.at)))
        if version.agreed:
            self.accept()

    def draft(self) -> dict[Signer, Strokes]:
        """What is drawn so far."""
        return {signer: seat.pad.strokes() for signer, seat in self.seats.items()}
