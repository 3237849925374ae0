"""Where a client signs by hand or, if they cannot, types their name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.fields import Labelled, TextField
from alliance_desktop.ui.widgets.signature_pad import SignatureActs, SignaturePad
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class SigningPart(QWidget):
    """``changed`` follows each stroke, each letter and each change of the way."""

    changed = Signal()

    def __init__(self, pad: str, client: str, sign_here: str, type_here: str) -> None:
        super().__init__()
        self.pad = SignaturePad(pad, _("Signature of {name}").format(name=client), client)
        self.acts = SignatureActs(self.pad)
        self.name_edit = TextField()
        self.name_edit.setProperty("touch", "large")
        self.name_box = Labelled(type_here, self.name_edit, "name_edit")
        self.other_way_button = SecondButton("")
        self.other_way_button.large()
        self.other_way_button.setObjectName("other_way_button")
        self.drawing = boxed(column(self.pad, self.acts, gap=8))
        self.sign_here = Words(sign_here, "heading", "clay")
        self._type_instead(False)
        self.setLayout(column(self.sign_here, self.drawing, self.name_box, row(self.other_way_button, None), gap=8))
        self.pad.changed.connect(self.changed)
        self.name_edit.textChanged.connect(self.changed)
        self.other_way_button.clicked.connect(self._change_way)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        return (self.pad, self.acts.undo_button, self.acts.clear_button, self.name_edit, self.other_way_button)

    @property
    def is_typing(self) -> bool:
        """True while a name is typed in place of a signature."""
        return not self.name_box.isHidden()

    @property
    def is_ready(self) -> bool:
        """True once there is a signature, or a name."""
        return bool(self.name_edit.words() if self.is_typing else self.pad.strokes())

    def strokes(self) -> Strokes:
        """What was drawn."""
        return self.pad.strokes()

    def name(self) -> str:
        """What was typed."""
        return self.name_edit.words()

    def _change_way(self) -> None:
        self._type_instead(not self.is_typing)
        (self.name_edit if self.is_typing else self.pad).setFocus()
        self.changed.emit()

    def _type_instead(self, typing: bool) -> None:
        self.name_box.setVisible(typing)
        for part in (self.sign_here, self.drawing):
            part.setVisible(not typing)
        self.other_way_button.rename(_("Sign by hand instead") if typing else _("Type my name instead"))
