"""The numbers over the visits: which of them, what they say, the lines, and the same as a table."""

from datetime import date

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import what_changed
from alliance_desktop.domain.chart import MOST_SERIES, Chart, visits_words
from alliance_desktop.services import outcomes
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.progress.chart_view import ChartView, good_words
from alliance_desktop.ui.progress.told_row import ToldRow
from alliance_desktop.ui.widgets.buttons import Chip
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words, number_words

_ROWS = 8


class TableRow:
    """One day of the table, as a list row."""

    def __init__(self, place: int, day: date, values: tuple[float | None, ...], changes: tuple[str, ...]) -> None:
        self.id, self.day, self.values, self.changes = place, day, values, changes


class NumbersSection(QWidget):
    """At most three numbers at a time; nothing at all where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._client_id, self._today = 0, date.min
        self._chosen: tuple[str, ...] = ()
        self.chips: dict[str, Chip] = {}
        self.title = Words("", "title")
        self.title.setObjectName("numbers_title")
        self.told = column(gap=2)
        self.changes, self.rows = column(gap=2), list[ToldRow]()
        self.choice, self.picture = Flow(), column(gap=0)
        self.table = RecordList("numbers_list", _("The numbers as a table"), self._row, 44)
        self.table.setFixedHeight(1)
        self.fold = Fold("numbers_table_button", _("As a table"), self.table, self.table)
        chosen = boxed(self.choice)
        self.setLayout(column(self.title, self.told, self.changes, chosen, self.picture, self.fold, gap=10))

    def show_client(self, client_id: int, today: date) -> None:
        """Be about this client; what was chosen of another one is let go."""
        if client_id != self._client_id:
            self._client_id, self._chosen = client_id, ()
            self.fold.show_filled(False)
        self._today = today
        self.refresh()

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the numbers that were chosen; empty while it shows those rated most often."""
        return self._chosen

    def refresh(self) -> None:
        """Read the numbers anew."""
        names = outcomes.measures(self._client_id)
        self._chosen = tuple(name for name in self._chosen if name in names)
        chart, means = outcomes.of(self._client_id, self._chosen), outcomes.activities(self._client_id)
        self.setVisible(chart is not None or means is not None)
        for layout in (self.told, self.changes, self.choice, self.picture):
            emptied(layout)
        for part in (self.title, self.fold):
            part.setVisible(chart is not None)
        self.rows = []
        if chart is not None:
            self._fill(chart, names)
        if means is not None:
            changed = what_changed.activities_told(means)
            self.rows.append(ToldRow("change_activities", f"{changed.words}.", changed))
        for row in self.rows:
            self.changes.addWidget(row)

    def _fill(self, chart: Chart, names: tuple[str, ...]) -> None:
        shown = {series.name for series in chart.series}
        self.title.setText(chart.series[0].finding)
        good = good_words(chart.series[0].better)
        about = visits_words(chart) + (f"; {good}." if good else ".")
        others = [f"{series.finding}." for series in chart.series[1:]]
        self.told.addWidget(Words(" ".join((about, *others)), "body", "muted"))
        for place, series in enumerate(chart.series):
            changed = what_changed.told(series)
            if changed is not None:
                words = _("{name}: {change}.").format(name=series.name, change=changed.words)
                self.rows.append(ToldRow(f"change_{place}", words, changed))
        self.chips = {}
        for place, name in enumerate(names if len(names) > 1 else ()):
            chip = Chip(name)
            chip.setObjectName(f"number_{place}_chip")
            chip.setAccessibleName(_("Show the number: {name}").format(name=name))
            chip.setChecked(name in shown)
            chip.clicked.connect(self._choose)
            self.chips[name] = chip
            self.choice.addWidget(chip)
        self.picture.addWidget(ChartView(chart, self._today))
        self.names = [series.name for series in chart.series]
        self.table.show_records(
            [TableRow(n, day, values, what_changed.on_day(chart, day)) for n, (day, values) in enumerate(chart.rows)]
        )
        self.table.setFixedHeight(min(len(chart.rows), _ROWS) * max(1, self.table.sizeHintForRow(0)) + 2)

    def _choose(self) -> None:
        """The one that was pressed is shown; of more than three the one chosen longest ago gives way."""
        pressed = next((name for name, chip in self.chips.items() if chip is self.sender()), None)
        if pressed is None:
            return
        kept = tuple(name for name in (self._chosen or tuple(self.names)) if name != pressed)
        if self.chips[pressed].isChecked():
            kept = (*kept, pressed)[-MOST_SERIES:]
        self._chosen = kept or (pressed,)
        name = self.chips[pressed].objectName()
        self.refresh()
        again = next((chip for chip in self.chips.values() if chip.objectName() == name), None)
        if again is not None:
            again.setFocus()

    def _row(self, row: TableRow) -> Row:
        triples = zip(self.names, row.values, row.changes, strict=True)
        each = [_table_words(name, value, change) for name, value, change in triples if value is not None]
        return Row(day_words(row.day, self._today), right=_(", ").join(each))


def _table_words(name: str, value: float, change: str) -> str:
    told = f"{name} {number_words(value)}"
    return _("{told} ({change})").format(told=told, change=change) if change else told
