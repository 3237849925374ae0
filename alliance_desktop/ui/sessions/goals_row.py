"""Which goals of the plan a visit worked on: a chip for each, in the client's words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.session import WorkedOn
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.buttons import Chip
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

# A longer goal is told whole to ears and beside the mouse.
_LONGEST = 38


class GoalsRow(QWidget):
    """Hidden where there is no plan; a goal that was ticked stays in the row, though the plan has gone on."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._goals: tuple[WorkedOn, ...] = ()
        self.chips: list[Chip] = []
        self._flow = Flow()
        self.setLayout(column(FieldRow(Words(_("Worked on"), "heading", "accent"), boxed(self._flow), drop=6)))
        self.hide()

    def show_goals(self, offered: Sequence[WorkedOn], ticked: Sequence[WorkedOn]) -> None:
        """Offer the goals of the plan, with those ticked that are."""
        known = {goal.uid for goal in ticked}
        self._goals = (*ticked, *(goal for goal in offered if goal.uid not in known))
        places = [goal.uid for goal in offered]
        self._goals = tuple(sorted(self._goals, key=lambda goal: _place(goal.uid, places)))
        emptied(self._flow)
        self.chips = []
        for number, goal in enumerate(self._goals, 1):
            chip = Chip(goal.words if len(goal.words) <= _LONGEST else goal.words[: _LONGEST - 1].rstrip() + "…")
            chip.setObjectName(f"worked_on_{number}_chip")
            chip.setAccessibleName(_("Worked on: {goal}").format(goal=goal.words))
            chip.setToolTip(goal.words if chip.text() != goal.words else "")
            chip.setChecked(goal.uid in known)
            chip.clicked.connect(self.edited)
            self.chips.append(chip)
            self._flow.addWidget(chip)
        self.setVisible(bool(self._goals))

    def goals(self) -> tuple[WorkedOn, ...]:
        """The goals that are ticked."""
        return tuple(goal for goal, chip in zip(self._goals, self.chips, strict=True) if chip.isChecked())


def _place(uid: str, places: Sequence[str]) -> int:
    return places.index(uid) if uid in places else len(places)
