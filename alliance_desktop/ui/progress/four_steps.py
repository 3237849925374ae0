"""The four sentences with five steps each: what somebody answered, or what somebody guesses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alliance import ASKED, Strand, sentence_of
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.five_steps import FiveSteps
from alliance_desktop.ui.widgets.words import Words


class FourSteps(QWidget):
    """A digit sets a step and goes on; ``went_through`` follows the last sentence, ``changed`` every step."""

    went_through = Signal()
    changed = Signal()

    def __init__(self, name: str, none: str) -> None:
        super().__init__()
        self.steps = {strand: FiveSteps(f"{name}_{strand}", sentence_of(strand), none) for strand in ASKED}
        inside = column(gap=4)
        for strand, steps in self.steps.items():
            inside.addWidget(Words(sentence_of(strand)))
            inside.addWidget(steps)
            inside.addSpacing(10)
        self.setLayout(inside)
        for steps in self.steps.values():
            steps.went_on.connect(self._go_on)
            steps.chosen.connect(self.changed)

    def value(self) -> dict[Strand, int]:
        """What is chosen, 1 to 5, for each sentence that has something."""
        chosen = ((strand, steps.step()) for strand, steps in self.steps.items())
        return {strand: step for strand, step in chosen if step is not None}

    @property
    def first(self) -> QWidget:
        """Where the cursor goes first."""
        return self.steps[ASKED[0]].segments[0]

    def take_focus(self) -> None:
        """Put the cursor at the first sentence."""
        self.steps[ASKED[0]].take_focus()

    def _go_on(self) -> None:
        each = list(self.steps.values())
        place = next(n for n, steps in enumerate(each) if steps is self.sender())
        if place + 1 < len(each):
            each[place + 1].take_focus()
        else:
            self.went_through.emit()
