"""One item of a scale with its answer: tiles where there are few numbers, a field where there are many."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.scale import Scale, range_told
from alliance_desktop.errors import AllianceError
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.number_tiles import MOST_TILES, NumberTiles
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
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


class AnswerRow(QWidget):
    """The question, its answer, and below what both ends mean."""

    def __init__(self, place: int, scale: Scale) -> None:
        super().__init__()
        words = scale.items[place].words
        made = NumberTiles if scale.highest - scale.lowest < MOST_TILES else NumberLine
        number = place + 1
        label = _("{n}. {question}").format(n=number, question=words)
        self.answer: NumberTiles | NumberLine = made(f"scale_answer_{number}", label, scale.lowest, scale.highest)
        if isinstance(self.answer, NumberTiles):
            low, high = (
                Words(_("{n} = {words}").format(n=n, words=words), "caption", "muted")
                for n, words in ((scale.lowest, scale.low_words), (scale.highest, scale.high_words))
            )
            high.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            ends = row(gap=16)
            ends.addWidget(low, 1)
            ends.addWidget(high, 1)
            self.setLayout(column(Words(label), self.answer, ends, gap=4))
        else:
            told = Words(range_told(scale), "caption", "muted")
            self.setLayout(column(Words(label), Readable(column(self.answer), 160), told, gap=4))

    def state(self) -> int | str | None:
        """The answer; while what is typed is none, the words."""
        try:
            return self.answer.answer()
        except NoAnswer:
            return self.answer.words() if isinstance(self.answer, NumberLine) else None

    def show_state(self, state: int | str | None) -> None:
        """Show what ``state`` told of."""
        if isinstance(self.answer, NumberLine):
            self.answer.set_answer(state)
        else:
            self.answer.set_answer(state if isinstance(state, int) else None)
