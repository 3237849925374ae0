"""Signing by hand: strokes are kept as vectors, on white paper in every look."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain.strokes import Point, Strokes, is_blank
from alliance_desktop.ui import theme

_PAPER, _INK, _LINE = QColor("#FFFFFF"), QColor("#1F2A2E"), QColor("#7C8A91")


def drawn(painter: QPainter, strokes: Strokes, place: QRectF, ink: QColor, width: float) -> None:
    """Draw strokes into a place, smooth between their points."""
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in stroke]
        path = QPainterPath(points[0])
        for one, other in pairwise(points[1:]):
            path.quadTo(one, (one + other) / 2)
        path.lineTo(points[-1])
        painter.drawPath(path)


class SignaturePad(QWidget):
    """A field to sign in with mouse, pen or finger."""

    changed = Signal()

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._strokes: list[list[Point]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(136))

    def strokes(self) -> Strokes:
        """What is drawn; nothing while it is only dots."""
        made = tuple(tuple(stroke) for stroke in self._strokes)
        return () if is_blank(made) else made

    def clear(self) -> None:
        """Begin again."""
        self._strokes = []
        self.update()
        self.changed.emit()

    def take_back(self) -> None:
        """Take the last stroke away."""
        self._strokes = self._strokes[:-1]
        self.update()
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._strokes.append([self._point(event.position())])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._strokes[-1].append(self._point(event.position()))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease):
            # Left to the mouse events that Qt makes of them.
            event.ignore()
            return False
        return super().event(event)

    def _point(self, place: QPointF) -> Point:
        return (
            min(1.0, max(0.0, place.x() / max(1, self.width()))),
            min(1.0, max(0.0, place.y() / max(1, self.height()))),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(_PAPER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(QPen(_LINE, 1))
        base = self.height() * 0.76
        painter.drawLine(QPointF(theme.px(20), base), QPointF(self.width() - theme.px(20), base))
        drawn(painter, tuple(tuple(stroke) for stroke in self._strokes), QRectF(self.rect()), _INK, theme.px(20) / 9)


class SignatureView(QWidget):
    """A stored signature, small, in the colour of text."""

    def __init__(self, strokes: Strokes, spoken: str) -> None:
        super().__init__()
        self._strokes = strokes
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(104), theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn(painter, self._strokes, QRectF(self.rect()), theme.colour("text"), 1.6)
