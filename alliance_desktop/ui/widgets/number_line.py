"""One answer of a scale: tiles where there are few numbers, a field to type in where there are many."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from alliance_desktop.errors import AllianceError
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.number_tiles import MOST_TILES, NumberTiles
from alliance_desktop.words import _


class NoAnswer(AllianceError):
    """What was typed as an answer is none."""


class NumberLine(TextField):
    """A whole number that is typed; Enter goes on."""

    changed = Signal()
    went_on = Signal()

    def __init__(self, name: str, label: str, low: int, high: int) -> None:
        super().__init__(_("{low} to {high}").format(low=low, high=high))
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setMaxLength(4)
        self._low, self._high = low, high
        self.textChanged.connect(self._change)

    def answer(self) -> int | None:
        """The number, or None; raises ``NoAnswer`` for what is none of the scale's."""
        words = self.words()
        if not words:
            return None
        if not words.isdecimal() or not self._low <= int(words) <= self._high:
            told = _("“{words}” is no number from {low} to {high}. A question may also be left without an answer.")
            raise NoAnswer(told.format(words=words, low=self._low, high=self._high))
        return int(words)

    def set_answer(self, answer: int | str | None) -> None:
        """Show a number, or what was typed in place of one."""
        self.set_words("" if answer is None else str(answer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def _change(self) -> None:
        self.changed.emit()


def number_answer(name: str, label: str, low: int, high: int) -> NumberTiles | NumberLine:
    """What answers with a number from ``low`` to ``high``."""
    made = NumberTiles if high - low < MOST_TILES else NumberLine
    return made(name, label, low, high)
