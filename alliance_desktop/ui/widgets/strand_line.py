"""One strand over the closing checks: a line of points, what was usual as a dotted one, the newest with its number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from alliance_desktop.domain.alliance import Strand, StrandStory, strand_words
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.dial import change_words
from alliance_desktop.ui.widgets.spoken_value import SpokenValue
from alliance_desktop.words import number_words

_MOST = 12
_DOT, _LAST, _GAP = 3, 5, 9


class StrandLine(SpokenValue):
    """The newest dozen scores, oldest at the left; to a screen reader a name and all its numbers."""

    def __init__(self, story: StrandStory) -> None:
        super().__init__()
        self._story = story
        self.setObjectName(f"{story.strand}_line")
        self.setAccessibleName(strand_words(story.strand))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.spoken())

    @property
    def strand(self) -> Strand:
        """Which one it tells of."""
        return self._story.strand

    def spoken(self) -> str:
        return "; ".join(number_words(score) for score in self._shown()) + f" ({change_words(self._story.change)})"

    def sizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(52))

    def _shown(self) -> Sequence[float]:
        return self._story.scores[-_MOST:]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("strong")
        number = number_words(self._shown()[-1])
        room = QFontMetricsF(font).horizontalAdvance(number_words(7.5)) + _GAP + _LAST
        field = QRectF(self.rect()).adjusted(_LAST, _LAST + 4, -room - 4, -_LAST - 4)
        points = self._points(field)
        fell = self._story.change is not None and self._story.change < 0
        self._draw_usual(painter, field)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for point in points[:-1]:
            painter.drawEllipse(point, _DOT, _DOT)
        painter.setBrush(theme.colour("warning" if fell else "accent"))
        painter.drawEllipse(points[-1], _LAST, _LAST)
        painter.setPen(theme.colour("warning" if fell else "teal_ink"))
        painter.setFont(font)
        beside = QRectF(points[-1].x() + _GAP, points[-1].y() - 14, room + 8, 28)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number)

    def _points(self, field: QRectF) -> list[QPointF]:
        shown = self._shown()
        step = field.width() / max(len(shown) - 1, 1)
        first = field.right() - step * (len(shown) - 1)
        return [QPointF(first + step * place, _height(field, score)) for place, score in enumerate(shown)]

    def _draw_usual(self, painter: QPainter, field: QRectF) -> None:
        if self._story.usual is not None:
            pen = QPen(theme.colour("muted"), 1.5, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            y = _height(field, self._story.usual)
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))


def _height(field: QRectF, score: float) -> float:
    return field.bottom() - field.height() * score / 10
