"""One item of a scale with its answer, and below what both ends mean."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.scale import Scale, range_told
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.number_line import NoAnswer, NumberLine, number_answer
from alliance_desktop.ui.widgets.number_tiles import NumberTiles
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class AnswerRow(QWidget):
    """The question, its answer, and below what both ends mean."""

    def __init__(self, place: int, scale: Scale) -> None:
        super().__init__()
        words = scale.items[place].words
        number = place + 1
        label = _("{n}. {question}").format(n=number, question=words)
        self.answer = number_answer(f"scale_answer_{number}", label, scale.lowest, scale.highest)
        if isinstance(self.answer, NumberTiles):
            low, high = (
                Words(_("{n} = {words}").format(n=n, words=words), "caption", "muted")
                for n, words in ((scale.lowest, scale.low_words), (scale.highest, scale.high_words))
            )
            low.setAlignment(Qt.AlignmentFlag.AlignTop)
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
