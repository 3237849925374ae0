"""The numbers over the visits, painted: lines that differ in colour, dash and marker, named at their ends."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from alliance_desktop.domain.chart import Chart, EventKind, Series
from alliance_desktop.domain.measure import Better
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.spoken_value import SpokenValue
from alliance_desktop.words import _, day_words, number_words

_STYLES = (
    ("accent", Qt.PenStyle.SolidLine),
    ("clay", Qt.PenStyle.DashLine),
    ("muted", Qt.PenStyle.DotLine),
)
_DOT, _LAST = 3.5, 5.0
_HEIGHT = 230


class ChartView(SpokenValue):
    """A picture with a value in words; the same numbers stand beside it as a table."""

    def __init__(self, chart: Chart, today: date) -> None:
        super().__init__()
        self._chart, self._today = chart, today
        self.setObjectName("numbers_chart")
        self.setAccessibleName(_("The numbers over the visits"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def spoken(self) -> str:
        return self._chart.told

    def sizeHint(self) -> QSize:
        return QSize(theme.px(520), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(260), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFontMetricsF(theme.font("small"))
        labels = max(self._label_width(series) for series in self._chart.series)
        left = max(small.horizontalAdvance(number_words(step)) for step in self._chart.steps) + 10
        labels = min(labels, self.width() * 0.36)
        field = QRectF(left, small.height() + 10, self.width() - left - labels - 22, 0)
        field.setBottom(self.height() - small.height() - 10)
        self._grid(painter, field)
        self._events(painter, field)
        for place, series in enumerate(self._chart.series):
            self._draw(painter, field, series, place)
        self._labels(painter, field, labels)
        self._days(painter, field)

    def _label_width(self, series: Series) -> float:
        strong, caption = QFontMetricsF(theme.font("strong")), QFontMetricsF(theme.font("caption"))
        return max(strong.horizontalAdvance(_label(series)), caption.horizontalAdvance(good_words(series.better))) + 6

    def _spots(self, field: QRectF, series: Series) -> list[QPointF]:
        return [
            QPointF(field.left() + x * field.width(), field.bottom() - y * field.height())
            for x, y in self._chart.points(series)
        ]

    def _grid(self, painter: QPainter, field: QRectF) -> None:
        painter.setFont(theme.font("small"))
        for place, value in enumerate(self._chart.steps):
            y = field.bottom() - place / 2 * field.height()
            painter.setPen(QPen(theme.colour("hair"), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(theme.colour("muted"))
            beside = QRectF(0, y - 12, field.left() - 8, 24)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number_words(value))

    def _events(self, painter: QPainter, field: QRectF) -> None:
        """A fine line at its day, with its words above where they have room."""
        painter.setFont(theme.font("caption"))
        metrics, free = QFontMetricsF(theme.font("caption")), field.left()
        for event in self._chart.events:
            x = field.left() + self._chart.across(event.day) * field.width()
            token = "clay" if event.kind is EventKind.REPAIR else "muted"
            painter.setPen(QPen(theme.colour(token), 1, Qt.PenStyle.DashDotLine))
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
            wide = metrics.horizontalAdvance(event.words)
            begin = min(max(x - wide / 2, free), self.width() - wide)
            if begin <= x:
                painter.setPen(theme.colour(token))
                painter.drawText(QPointF(begin, field.top() - 6), event.words)
                free = begin + wide + 8

    def _draw(self, painter: QPainter, field: QRectF, series: Series, place: int) -> None:
        token, dash = _STYLES[place]
        spots = self._spots(field, series)
        # So many that they would run into each other bear neither markers nor dashes; piece by piece they are drawn
        # forty times as fast as in one stroke over hundreds of turns.
        apart = len(spots) * 3 * _DOT <= field.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if apart:
            painter.setPen(QPen(theme.colour(token), 2, dash))
            painter.drawPolyline(spots)
        else:
            painter.setPen(QPen(theme.colour(token), 1))
            painter.drawLines([QLineF(before, after) for before, after in pairwise(spots)])
        painter.setPen(QPen(theme.colour("bg"), 1))
        painter.setBrush(theme.colour(token))
        if apart:
            for spot in spots[:-1]:
                _marker(painter, spot, _DOT, place)
        _marker(painter, spots[-1], _LAST, place)

    def _labels(self, painter: QPainter, field: QRectF, room: float) -> None:
        """Each series is named at its end; names that would meet move apart."""
        strong, caption = QFontMetricsF(theme.font("strong")), QFontMetricsF(theme.font("caption"))
        tall = strong.height() + caption.height()
        ends = [(self._spots(field, series)[-1], series, place) for place, series in enumerate(self._chart.series)]
        tops = _apart([spot.y() - strong.height() / 2 for spot, _series, _place in ends], tall, self.height() - tall)
        for (_spot, series, place), top in zip(ends, tops, strict=True):
            x = field.right() + 14
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour(_STYLES[place][0] if place else "teal_ink"))
            words = strong.elidedText(_label(series), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(x, top + strong.ascent()), words)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(x, top + strong.height() + caption.ascent()), good_words(series.better))

    def _days(self, painter: QPainter, field: QRectF) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        first, last = day_words(self._chart.first, self._today), day_words(self._chart.last, self._today)
        base = self.height() - 4.0
        painter.drawText(QPointF(field.left(), base), first)
        if first != last:
            wide = QFontMetricsF(theme.font("small")).horizontalAdvance(last)
            painter.drawText(QPointF(field.right() - wide, base), last)


def good_words(better: Better) -> str:
    """Name the good way."""
    return {Better.LESS: _("less is better"), Better.MORE: _("more is better"), Better.UNKNOWN: ""}[better]


def _label(series: Series) -> str:
    return f"{series.name} {number_words(series.values[-1][1])}"


def _marker(painter: QPainter, spot: QPointF, radius: float, place: int) -> None:
    """A circle, a square, a triangle: what differs in colour differs in shape."""
    if place == 0:
        painter.drawEllipse(spot, radius, radius)
    elif place == 1:
        painter.drawRect(QRectF(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius))
    else:
        corners = [QPointF(0, -1.2), QPointF(1.1, 0.9), QPointF(-1.1, 0.9)]
        painter.drawPolygon(QPolygonF([spot + corner * radius for corner in corners]))


def _apart(tops: Sequence[float], tall: float, lowest: float) -> list[float]:
    """Move what would meet apart, in the order of heights, and keep all of it above the lowest place."""
    order = sorted(range(len(tops)), key=lambda place: tops[place])
    made, free = list(tops), 0.0
    for place in order:
        made[place] = max(made[place], free)
        free = made[place] + tall
    ceiling = lowest
    for place in reversed(order):
        made[place] = min(made[place], ceiling)
        ceiling = made[place] - tall
    return made
