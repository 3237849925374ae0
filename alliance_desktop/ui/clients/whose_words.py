"""Whose words stand in a field: a tick beside it, in sight once there are words."""

from PySide6.QtCore import Signal

from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.words import _


class WhoseWords(TickBox):
    """Ticked: the client's own words, in their colour; else the therapist's."""

    activated = Signal()

    def __init__(self, edit: TextField, about: str) -> None:
        super().__init__(_("Their words"), "clay")
        self._edit = edit
        self.name(_("{about}: their own words").format(about=about))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setChecked(True)
        self._follow()
        self.clicked.connect(self.activated)
        self.toggled.connect(self._follow)
        edit.textChanged.connect(self._follow)

    def value(self) -> Whose:
        """Whose words they are."""
        return Whose.CLIENT if self.isChecked() else Whose.THERAPIST

    def set_value(self, whose: Whose) -> None:
        """Show whose words they are."""
        self.setChecked(whose is not Whose.THERAPIST)

    def _follow(self) -> None:
        self.setVisible(bool(self._edit.words()))
        voice = str(self.value())
        if self._edit.property("voice") != voice:
            self._edit.setProperty("voice", voice)
            self._edit.style().unpolish(self._edit)
            self._edit.style().polish(self._edit)
