""" "I will" beside "You will", under work: two lists on screen, one order in the plan."""

import uuid
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.plan_parts.line_editors import CommitmentEditor
from alliance_desktop.ui.plan_parts.plan_picks import PlanPicks
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.line_list import Line, LineList
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class WillEditor(QWidget):
    """Edits what each of the two will do; ``below`` stands under either list."""

    edited = Signal()
    rebuilt = Signal()
    removed = Signal(str, object)

    def __init__(
        self,
        picks: PlanPicks,
        editor: type[CommitmentEditor] = CommitmentEditor,
        below: tuple[QWidget | None, QWidget | None] = (None, None),
    ) -> None:
        super().__init__()
        self._picks, self._editor = picks, editor
        self._order: list[str] = []
        self.mine_title, self.yours_title = Words("", "strong", "accent"), Words("", "strong", "clay")
        self.add_mine_button = LinkButton(_("Add what I will do"), "plus")
        self.add_yours_button = LinkButton(_("Add what you will do"), "plus")
        self.mine, self.yours = (LineList(self._make, _("The line is removed."), 10) for _who in range(2))
        sides: list[QWidget] = []
        for title, lines, button, name, whose, more in (
            (self.mine_title, self.mine, self.add_mine_button, "add_mine_button", Whose.THERAPIST, below[0]),
            (self.yours_title, self.yours, self.add_yours_button, "add_yours_button", Whose.CLIENT, below[1]),
        ):
            button.setObjectName(name)
            button.clicked.connect(partial(self._add, lines, whose, ""))
            lines.edited.connect(self.edited)
            lines.rebuilt.connect(self.rebuilt)
            lines.removed.connect(self.removed)
            sides.append(boxed(column(title, lines, button, *([more] if more is not None else []), None, gap=10)))
        # So narrow that a day could not be read, one stands below the other.
        self.setLayout(column(TwoColumns(sides[0], sides[1], (1, 1), 24, 560)))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return (*self.my_stops, *self.your_stops)

    @property
    def my_stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to in the therapist's list."""
        return (*(stop for editor in self.mine.editors for stop in editor.stops), self.add_mine_button)

    @property
    def your_stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to in the client's list."""
        return (*(stop for editor in self.yours.editors for stop in editor.stops), self.add_yours_button)

    def show_steps(self, steps: tuple[Commitment, ...], names: tuple[str, str]) -> None:
        """Fill in what both will do."""
        client, therapist = names
        self.mine_title.setText(_("I will, {name}").format(name=therapist))
        self.yours_title.setText(_("You will, {name}").format(name=client))
        self._order = [step.uid for step in steps]
        self.mine.show_lines([step for step in steps if step.whose is Whose.THERAPIST])
        self.yours.show_lines([step for step in steps if step.whose is not Whose.THERAPIST])

    def steps(self) -> tuple[Commitment, ...]:
        """What both will do, in the plan's own order: two columns on screen move nothing."""
        lines = [line for line in (*self.mine.lines(), *self.yours.lines()) if isinstance(line, Commitment)]
        return tuple(sorted(lines, key=lambda step: self._order.index(step.uid)))

    def _make(self, step: Line, number: int) -> CommitmentEditor:
        assert isinstance(step, Commitment)
        return self._editor(step, number, self._picks)

    def add(self, whose: Whose, what: str) -> None:
        """Add what one of the two will do."""
        self._add(self.mine if whose is Whose.THERAPIST else self.yours, whose, what)

    def _add(self, lines: LineList, whose: Whose, what: str = "") -> None:
        fresh = Commitment(str(uuid.uuid4()), whose, what)
        self._order.append(fresh.uid)
        lines.add(fresh)
