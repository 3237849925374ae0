"""One scale over time: what came of it, by which rule, its line, and each time with its answers."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import scale_change
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.scale import answers_told, counted_told
from alliance_desktop.domain.scale_answers import Filled, HowFilled, KeptAnswers
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.progress.chart_view import ChartView
from alliance_desktop.ui.progress.told_row import ToldRow
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, counted, day_words, number_words


class ScaleView(QWidget):
    """``left_out`` carries the number of a set of answers; ``opened`` follows the look at each time."""

    left_out = Signal(int)
    opened = Signal()

    def __init__(self, place: int, filled: Filled, today: date) -> None:
        super().__init__()
        self._filled, self._today = filled, today
        scale, chart = filled.scale, filled.chart
        title = chart.series[0].finding if chart is not None else scale.name
        self.title = Words(title, "title")
        self.title.setObjectName(f"scale_{place}_title")
        lines = column(self.title, Words(self._about(), "body", "muted"), gap=10)
        self.change_row: ToldRow | None = None
        told = scale_change.told(filled)
        if told is not None:
            words = _("{name}: {change}.").format(name=scale.name, change=told.words)
            self.change_row = ToldRow(f"change_scale_{place}", words, told)
            self.change_row.words.setAccessibleDescription(told.rule)
            lines.addWidget(self.change_row)
        if chart is not None:
            lines.addSpacing(8)
            self.chart = ChartView(chart, today)
            self.chart.setObjectName(f"scale_{place}_chart")
            self.chart.setAccessibleName(_("{name} over time").format(name=scale.name))
            lines.addWidget(self.chart)
        self._times = column(gap=10)
        self.fold = Fold(f"scale_{place}_times_button", _("As a table, with the answers"), boxed(self._times))
        self.fold.button.setAccessibleName(_("{name} as a table, with the answers").format(name=scale.name))
        lines.addWidget(self.fold)
        self.setLayout(lines)
        self.fold.unfolded.connect(self._fill)
        self.fold.unfolded.connect(self.opened)

    def open_times(self) -> None:
        """Show each time, as it was before the page was read anew."""
        self.fold.show_filled(True)
        self._fill()

    def _about(self) -> str:
        scale = self._filled.scale
        good = _("More is better.") if scale.better is Better.MORE else _("Less is better.")
        times = counted("Filled in {n} time.", "Filled in {n} times.", len(self._filled.times))
        parts = [times, good, counted_told(scale), answers_told(scale)]
        if self._filled.former:
            parts.insert(0, _("As the scale was before it was changed."))
        return " ".join(parts)

    def _fill(self) -> None:
        items = [
            (_("{n}. {question} (other way)") if item.reverse else _("{n}. {question}")).format(
                n=number, question=item.words
            )
            for number, item in enumerate(self._filled.scale.items, 1)
        ]
        self._times.addWidget(Words("\n".join(items), "small", "muted"))
        for number, answered in reversed(list(enumerate(self._filled.times, 1))):
            self._times.addWidget(Hairline())
            self._times.addWidget(self._time(number, answered))

    def _time(self, number: int, answered: KeptAnswers) -> QWidget:
        day, name = day_words(answered.draft.day, self._today), self._filled.scale.name
        leave_out = LinkButton(_("Leave out"), "x")
        leave_out.setObjectName(f"leave_out_answers_{answered.id}_button")
        leave_out.setAccessibleName(_("Leave out {name} of {day}, time {n}").format(name=name, day=day, n=number))
        leave_out.clicked.connect(partial(self.left_out.emit, answered.id))
        score = answered.score
        told = number_words(score) if score is not None else _("too few answers for a score")
        head = row(gap=8)
        head.addWidget(Words(_("{day}: {told}").format(day=day, told=told), "strong"), 1)
        head.addWidget(leave_out)
        given = _(", ").join("–" if answer is None else str(answer) for answer in answered.draft.answers)
        said = _("Answers in their order: {answers}").format(answers=given)
        if answered.draft.how is HowFilled.ALONE:
            said += " · " + _("filled in alone")
        return boxed(column(head, Words(said, "small", "muted"), gap=2))
