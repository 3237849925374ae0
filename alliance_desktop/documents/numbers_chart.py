"""The client’s numbers over their visits on paper: at most three lines that differ in dash and marker.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain.chart import Chart, Series
from alliance_desktop.domain.measure import Better
from alliance_desktop.words import _, day_words, number_words

_FIELD = 150.0
_POINT, _LAST, _HALO = 3.6, 5.0, 1.5
_INKS = ("text", "clay", "teal")
_DASHES: tuple[tuple[float, ...], ...] = ((), (7, 3.5), (1.2, 3.6))
# Of the width, the names at the ends of the lines take this much at most.
_MOST_NAMES = 0.34
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Name:
    """What stands at the end of a line: its name with the newest number, and which way is good."""

    words: str
    good: str
    top: float


class NumbersChart(Flowable):
    """Numbers over true days; what else happened is a fine line with its number, which ``marks`` tells."""

    def __init__(self, edition: Edition, chart: Chart) -> None:
        super().__init__()
        self.edition, self.chart = edition, chart
        self.tall = _FIELD * (1.2 if edition.large else 1.0)
        self.small = edition.styles["small"]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        scale = self.edition.scale
        self.left = max(self._wide(number_words(step)) for step in self.chart.steps) + 8 * scale
        wanted = max(max(self._wide(_named(s), "SansBold"), self._wide(_good(s))) for s in self.chart.series)
        self.names = min(wanted, width * _MOST_NAMES)
        self.field = width - self.left - self.names - 14 * scale
        self.foot = self.small.leading + 6 * scale
        self.over = (1.6 if self.chart.events else 0.8) * self.small.fontSize
        # Names that would meet move apart, and need their room.
        self.tall = max(self.tall, len(self.chart.series) * 2 * self.small.leading)
        self.width, self.height = width, self.foot + self.tall + self.over
        return width, self.height

    def _wide(self, words: str, font: str = "Sans") -> float:
        return width_of(words, font, self.small.fontSize)

    def draw(self) -> None:
        self.canv.saveState()
        self._scale()
        self._events()
        for place, series in enumerate(self.chart.series):
            self._line(self._spots(series), place)
        self._names()
        self._days()
        self.canv.restoreState()

    def _spots(self, series: Series) -> list[Spot]:
        inset = (_LAST + 2) * self.edition.scale
        return [
            (self.left + inset + x * (self.field - 2 * inset), self.foot + y * self.tall)
            for x, y in self.chart.points(series)
        ]

    def _scale(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.6)
        for place, value in enumerate(self.chart.steps):
            y = self.foot + place / 2 * self.tall
            canvas.setStrokeColor(self.edition.inks["hair"])
            canvas.line(self.left, y, self.left + self.field, y)
            canvas.setFillColor(self.edition.inks["quiet"])
            wide = self._wide(number_words(value))
            draw_text(
                canvas,
                self.left - 6 * self.edition.scale - wide,
                y - self.small.fontSize * 0.36,
                number_words(value),
                "Sans",
                self.small.fontSize,
            )

    def _events(self) -> None:
        """A fine line at its day, its number above; of numbers that would meet the later one is in the list alone."""
        canvas, free = self.canv, 0.0
        inset = (_LAST + 2) * self.edition.scale
        canvas.setLineWidth(0.9)
        for number, event in enumerate(self.chart.events, 1):
            x = self.left + inset + self.chart.across(event.day) * (self.field - 2 * inset)
            canvas.setStrokeColor(self.edition.inks["rail"])
            canvas.setDash(4, 2.5)
            canvas.line(x, self.foot, x, self.foot + self.tall)
            canvas.setDash()
            wide = self._wide(str(number), "SansBold")
            if x - wide / 2 >= free:
                canvas.setFillColor(self.edition.inks["quiet"])
                base = self.foot + self.tall + 5 * self.edition.scale
                draw_text(canvas, x - wide / 2, base, str(number), "SansBold", self.small.fontSize)
                free = x + wide / 2 + 4

    def _line(self, spots: Sequence[Spot], place: int) -> None:
        canvas, scale, ink = self.canv, self.edition.scale, self.edition.inks[_INKS[place]]
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1.7 * scale)
        canvas.setLineCap(1)
        if _DASHES[place]:
            canvas.setDash([part * scale for part in _DASHES[place]])
        for before, after in pairwise(spots):
            canvas.line(*before, *after)
        canvas.setDash()
        draw = _MARKERS[place]
        for number, spot in enumerate(spots):
            radius = (_LAST if number == len(spots) - 1 else _POINT) * scale
            canvas.setFillColorRGB(1, 1, 1)
            draw(canvas, spot, radius + _HALO * scale)
            canvas.setFillColor(ink)
            draw(canvas, spot, radius)

    def _names(self) -> None:
        canvas, size, leading = self.canv, self.small.fontSize, self.small.leading
        x = self.left + self.field + 12 * self.edition.scale
        for place, name in enumerate(self._placed()):
            canvas.setFillColor(self.edition.inks[_INKS[place]])
            draw_text(canvas, x, name.top - size, _cut(name.words, "SansBold", size, self.names), "SansBold", size)
            canvas.setFillColor(self.edition.inks["quiet"])
            if name.good:
                draw_text(canvas, x, name.top - leading - size, _cut(name.good, "Sans", size, self.names), "Sans", size)

    def _placed(self) -> list[_Name]:
        """Each name beside the end of its line, moved where it would meet another one."""
        leading = self.small.leading
        tall = [leading * (2 if _good(series) else 1) for series in self.chart.series]
        tops = [self._spots(series)[-1][1] + self.small.fontSize * 0.6 for series in self.chart.series]
        order = sorted(range(len(tops)), key=lambda place: -tops[place])
        ceiling = self.foot + self.tall + self.small.fontSize
        for place in order:
            tops[place] = min(tops[place], ceiling)
            ceiling = tops[place] - tall[place]
        floor = self.foot - self.small.fontSize * 0.5
        for place in reversed(order):
            tops[place] = max(tops[place], floor + tall[place])
            floor = tops[place]
        return [_Name(_named(each), _good(each), top) for each, top in zip(self.chart.series, tops, strict=True)]

    def _days(self) -> None:
        first, last = day_words(self.chart.first, self.chart.last), day_words(self.chart.last)
        self.canv.setFillColor(self.edition.inks["text"])
        base = self.foot - 6 * self.edition.scale - self.small.fontSize
        draw_text(self.canv, self.left, base, first if first != last else last, "Sans", self.small.fontSize)
        if self.chart.first != self.chart.last:
            wide = self._wide(last)
            begin = max(self.left + self.field - wide, self.left + self._wide(first) + 9)
            draw_text(self.canv, begin, base, last, "Sans", self.small.fontSize)


def marks(edition: Edition, chart: Chart) -> Flowable | None:
    """What the fine lines are, by their numbers; None where there is none."""
    if not chart.events:
        return None
    told = [
        _("{n}: {words}, {day}").format(n=number, day=day_words(event.day, chart.last), words=event.words)
        for number, event in enumerate(chart.events, 1)
    ]
    return edition.words(" · ".join(told), "quiet")


def _named(series: Series) -> str:
    return f"{series.name} {number_words(series.values[-1][1])}"


def _good(series: Series) -> str:
    return {Better.LESS: _("less is better"), Better.MORE: _("more is better"), Better.UNKNOWN: ""}[series.better]


def _cut(words: str, font: str, size: float, room: float) -> str:
    """The words, with an ellipsis where the room asks for it: in full they stand in the sentence and the table."""
    if width_of(words, font, size) <= room:
        return words
    while words and width_of(words + "…", font, size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def _round(canvas: Any, spot: Spot, radius: float) -> None:
    canvas.circle(*spot, radius, stroke=0, fill=1)


def _square(canvas: Any, spot: Spot, radius: float) -> None:
    canvas.rect(spot[0] - radius, spot[1] - radius, 2 * radius, 2 * radius, stroke=0, fill=1)


def _pointed(canvas: Any, spot: Spot, radius: float) -> None:
    path = canvas.beginPath()
    path.moveTo(spot[0], spot[1] + 1.25 * radius)
    path.lineTo(spot[0] - 1.15 * radius, spot[1] - 0.9 * radius)
    path.lineTo(spot[0] + 1.15 * radius, spot[1] - 0.9 * radius)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


_MARKERS: tuple[Callable[[Any, Spot, float], None], ...] = (_round, _square, _pointed)
