"""The steps of something that is done for the therapist, each with where it stands, in a picture and in words."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _


class StepState(StrEnum):
    """Where a step stands."""

    WAITING = "waiting"
    DOING = "doing"
    DONE = "done"
    FAILED = "failed"


_ICONS = {
    StepState.WAITING: ("circle", "border"),
    StepState.DOING: ("arrow-right", "accent"),
    StepState.DONE: ("check", "accent"),
    StepState.FAILED: ("triangle-alert", "danger"),
}
_SHORT = 28
_TONES = {StepState.WAITING: "muted", StepState.DOING: "", StepState.DONE: "", StepState.FAILED: "danger"}


def state_words(state: StepState) -> str:
    """Say where a step stands."""
    return {
        StepState.WAITING: _("to come"),
        StepState.DOING: _("now"),
        StepState.DONE: _("done"),
        StepState.FAILED: _("did not work"),
    }[state]


class _StepRow(QWidget):
    """One step: a picture, what is done, and at the end what is known about it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = Words(words, "body", "muted")
        self.told = Words("", "small", "muted")
        self.picture = Picture("circle", "border", 18)
        self._grid = QGridLayout()
        self._grid.addWidget(self.picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.words, 0, 1)
        self._grid.setColumnStretch(1, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(self._grid)
        lines.addWidget(Hairline())
        self.show_state(StepState.WAITING, "")
        theme.signals.changed.connect(self._dress)

    def _dress(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setContentsMargins(0, theme.px(11), 0, theme.px(11))
        self.words.setFont(theme.font("medium" if self.state is StepState.DOING else "body"))

    def _place_told(self) -> None:
        """A time stands at the end of the line; a whole sentence gets lines of its own."""
        short = len(self.told.text()) <= _SHORT
        self._grid.removeWidget(self.told)
        self.told.setWordWrap(not short)
        self._grid.addWidget(self.told, *((0, 2) if short else (1, 1)))

    def show_state(self, state: StepState, told: str) -> None:
        """Show where the step stands and what is known about it."""
        self.state = state
        self.picture.show_icon(*_ICONS[state])
        self.words.set_tone(_TONES[state])
        # What is still to come shows it by its empty circle; the ear is told in words.
        self.told.setText(told or ("" if state is StepState.WAITING else state_words(state)))
        self._place_told()
        spoken = _("{step}: {state}").format(step=self.words.text(), state=state_words(state))
        self.setAccessibleName(_("{spoken}, {told}").format(spoken=spoken, told=told) if told else spoken)
        self._dress()


class StepList(QWidget):
    """Steps one below the other; ``mark`` says where each stands, ``told`` what is known: a time, a size, a reason."""

    def __init__(self, name: str, label: str, steps: Sequence[str] = ()) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._rows: list[_StepRow] = []
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these steps, all still to come."""
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_StepRow(words) for words in steps]
        for place, row in enumerate(self._rows):
            row.setObjectName(f"{self.objectName()}_{place + 1}")
            self._lines.addWidget(row)

    def mark(self, place: int, state: StepState, told: str = "") -> None:
        """Say where the step at a place (from nought) stands; raises ``IndexError`` when there is none."""
        self._rows[place].show_state(state, told)

    def state(self, place: int) -> StepState:
        """Where the step at a place (from nought) stands."""
        return self._rows[place].state
