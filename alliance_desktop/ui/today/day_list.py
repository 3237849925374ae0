"""The visits of one day in the order of its hours; the one to get ready for is a card."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.today import DayVisit, next_up
from alliance_desktop.ui.layouts import column, emptied
from alliance_desktop.ui.today.next_card import NextCard
from alliance_desktop.ui.today.visit_acts import VisitActs
from alliance_desktop.ui.today.visit_row import VisitRow


class DayList(QWidget):
    """A day has few visits, so each is a widget; ``stops`` are those that take the keyboard, in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self.acts = VisitActs(self)
        self.card: NextCard | None = None
        self.rows: list[VisitRow] = []
        self.stops: list[QWidget] = []
        self._column = column(gap=0)
        self.setLayout(self._column)

    def show_visits(self, visits: Sequence[DayVisit], local: datetime) -> None:
        """Show them as they are at a naive local moment; whoever has the keyboard keeps it."""
        had = self.window().focusWidget() if self.window() is not None else None
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        emptied(self._column)
        self.card, self.rows, self.stops = None, [], list[QWidget]()
        coming = next_up(visits, local)
        for place, visit in enumerate(visits):
            if visit is coming:
                self.card = NextCard(visit, self.acts, local)
                self._column.addWidget(self.card)
                self.stops += [self.card.open_button, self.card.note_button, self.card.more_button]
                self._column.addSpacing(4)
                continue
            following = visits[place + 1] if place + 1 < len(visits) else None
            self.rows.append(VisitRow(visit, self.acts, last=following is None or following is coming))
            self._column.addWidget(self.rows[-1])
            self.stops += [self.rows[-1], self.rows[-1].more_button]
        # What was shown before is still there until the next event.
        shown = [part for top in (self.card, *self.rows) if top for part in (top, *top.findChildren(QWidget))]
        again = next((part for part in shown if name and part.objectName() == name), None)
        if again is not None:
            again.setFocus()

    @property
    def first_stop(self) -> QWidget | None:
        """What takes the keyboard when the day is shown: the brief of who comes next."""
        if self.card is not None:
            return self.card.open_button
        return self.rows[0] if self.rows else None
