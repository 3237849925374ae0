"""Five steps from not at all to completely, or nothing: set by a digit, an arrow or a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from alliance_desktop.domain.alliance import HIGHEST, LOWEST, answer_words
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.words import _

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class FiveSteps(Segmented):
    """``went_on`` says that a digit was pressed: whoever types a slip wants the next one."""

    went_on = Signal()

    def __init__(self, name: str, label: str, none: str = "") -> None:
        steps = [(answer_words(answer), answer) for answer in range(LOWEST, HIGHEST + 1)]
        super().__init__(name, label, [(none or _("No answer"), None), *steps])
        for segment in self.segments:
            segment.setAccessibleName(f"{label} {segment.text()}")

    def step(self) -> int | None:
        """What is chosen, 1 to 5, or None."""
        value = self.value()
        return value if isinstance(value, int) else None

    def take_focus(self) -> None:
        """Put the cursor on what is chosen."""
        next(segment for segment in self.segments if segment.isChecked()).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_0
        if not 0 <= place <= HIGHEST or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        self.set_value(place or None)
        self.chosen.emit(self.value())
        self.went_on.emit()
