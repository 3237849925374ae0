"""Signing by hand: strokes are kept as vectors and painted in the inks of the look."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain.strokes import ASPECT, Point, Strokes, is_blank, simplified
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.words import _

_BASE = 0.76


def _pen(ink: QColor, width: float) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def drawn(painter: QPainter, strokes: Strokes, place: QRectF, ink: QColor, width: float) -> None:
    """Draw strokes into a place, smooth between their points; a single point is a dot."""
    painter.setPen(_pen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [_laid(point, place) for point in stroke]
        if all(point == points[0] for point in points):
            painter.drawPoint(points[0])
            continue
        path = QPainterPath(points[0])
        for one, other in pairwise(points[1:]):
            path.quadTo(one, (one + other) / 2)
        path.lineTo(points[-1])
        painter.drawPath(path)


class _Ink:
    """What is under the hand, drawn once: a long signature costs no more for each point than a short one."""

    def __init__(self) -> None:
        self._drawn = QPixmap()
        self._key: object = None
        self._count = 0

    def paint(self, painter: QPainter, strokes: Strokes, place: QRectF, pen: QPen, size: QSize) -> None:
        """Paint all strokes, of which the last one is still being drawn."""
        *done, last = strokes
        ratio = painter.device().devicePixelRatioF()
        key = (size.toTuple(), ratio, pen.color().rgba(), pen.widthF(), [len(stroke) for stroke in done], last[0])
        if key != self._key or len(last) < self._count:
            self._drawn = QPixmap(size * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            self._key, self._count = key, 1
            with QPainter(self._drawn) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                drawn(inner, tuple(done), place, pen.color(), pen.widthF())
        points = [_laid(point, place) for point in last[max(0, self._count - 2) :]]
        self._go_on(points, pen, self._count < 3)
        self._count = len(last)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(pen)
        # The straight end, which the next point replaces.
        painter.drawLine((points[-2] + points[-1]) / 2 if len(last) > 2 else points[0], points[-1])

    def _go_on(self, points: list[QPointF], pen: QPen, first: bool) -> None:
        with QPainter(self._drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            for place, (before, one, other) in enumerate(zip(points, points[1:], points[2:], strict=False)):
                path = QPainterPath(before if first and not place else (before + one) / 2)
                path.quadTo(one, (one + other) / 2)
                painter.drawPath(path)


def _laid(point: Point, place: QRectF) -> QPointF:
    return QPointF(place.x() + point[0] * place.width(), place.y() + point[1] * place.height())


class SignaturePad(QWidget):
    """A field to sign in with mouse, pen or finger, of one shape at every size; ``below`` names whose line it is."""

    changed = Signal()

    def __init__(self, name: str, label: str, below: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._below = below
        self._strokes: list[list[Point]] = []
        self._drawing, self._ink = False, _Ink()
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.signals.changed.connect(self._dress)
        self._tell()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(round(width / ASPECT), self._tallest())

    def sizeHint(self) -> QSize:
        return QSize(round(theme.px(136) * ASPECT), theme.px(136))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(240 / ASPECT))

    def _tallest(self) -> int:
        return max(theme.px(176), 176)

    def strokes(self) -> Strokes:
        """What is drawn; nothing while it is only dots."""
        made = tuple(tuple(stroke) for stroke in self._strokes)
        return () if is_blank(made) else simplified(made)

    def is_empty(self) -> bool:
        """True while there is not even a dot."""
        return not self._strokes

    def clear(self) -> None:
        """Begin again."""
        self._show([])

    def take_back(self) -> None:
        """Take the last stroke away."""
        self._show(self._strokes[:-1])

    def _show(self, strokes: list[list[Point]]) -> None:
        self._strokes, self._drawing = strokes, False
        self.update()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.setAccessibleDescription(_("Nothing drawn yet") if not self.strokes() else _("Signed"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drawing = True
            self._strokes.append([self._point(event.position())])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing:
            self._strokes[-1].append(self._point(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._drawing = False
            self._tell()
            self.changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease):
            # Left to the mouse events that Qt makes of them, as it does of a finger's.
            event.ignore()
            return False
        return super().event(event)

    def _paper(self) -> QRectF:
        """The part of the widget that has the one shape, whatever room a layout gives."""
        width = min(float(self.width()), self.height() * ASPECT)
        left = self.width() - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0.0
        return QRectF(left, 0, width, width / ASPECT)

    def _point(self, place: QPointF) -> Point:
        paper = self._paper()
        x, y = (place.x() - paper.x()) / max(1.0, paper.width()), place.y() / max(1.0, paper.height())
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = self._paper()
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        base, edge = paper.height() * _BASE, paper.width() / 16
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(QPointF(paper.left() + edge, base), QPointF(paper.right() - edge, base))
        arm = paper.height() / 28
        cross = QPointF(paper.left() + edge + arm, base - 2.5 * arm)
        painter.setPen(QPen(theme.colour("muted"), 1.5))
        painter.drawLine(cross - QPointF(arm, arm), cross + QPointF(arm, arm))
        painter.drawLine(cross + QPointF(-arm, arm), cross + QPointF(arm, -arm))
        self._paint_below(painter, QRectF(paper.left() + edge, base, paper.width() - 2 * edge, paper.bottom() - base))
        strokes = tuple(tuple(stroke) for stroke in self._strokes)
        colour, width = theme.colour("text"), max(1.6, paper.height() / 60)
        if self._drawing:
            self._ink.paint(painter, strokes, paper, _pen(colour, width), self.size())
        else:
            drawn(painter, strokes, paper, colour, width)

    def _paint_below(self, painter: QPainter, place: QRectF) -> None:
        made = theme.font("caption")
        made.setPixelSize(max(11, min(round(place.height() * 0.55), round(made.pointSizeF() * 96 / 72))))
        painter.setFont(made)
        painter.setPen(theme.colour("muted"))
        words = painter.fontMetrics().elidedText(self._below, Qt.TextElideMode.ElideRight, round(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class SignatureActs(QWidget):
    """Take the last stroke back, or begin again; both rest while the pad is empty, and are large enough to touch."""

    def __init__(self, pad: SignaturePad) -> None:
        super().__init__()
        self._pad = pad
        whose = pad.accessibleName()
        self.undo_button = QuietButton(_("Undo"), "undo-2")
        self.clear_button = QuietButton(_("Clear"), "x")
        acts = ((self.undo_button, "undo", _("Undo last stroke")), (self.clear_button, "clear", _("Clear")))
        for button, name, act in acts:
            button.large()
            button.setObjectName(f"{pad.objectName()}_{name}_button")
            button.setAccessibleName(_("{act}: {whose}").format(act=act, whose=whose))
        line = Flow()
        line.addWidget(self.undo_button)
        line.addWidget(self.clear_button)
        self.setLayout(line)
        self.undo_button.clicked.connect(pad.take_back)
        self.clear_button.clicked.connect(pad.clear)
        pad.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        for button in (self.undo_button, self.clear_button):
            button.setEnabled(not self._pad.is_empty())


class SignatureView(QWidget):
    """A stored signature, small, in the colour of text."""

    def __init__(self, strokes: Strokes, spoken: str) -> None:
        super().__init__()
        self._strokes = strokes
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(round(theme.px(44) * ASPECT), theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(float(self.height()), self.width() / ASPECT)
        place = QRectF(1, 1, height * ASPECT - 2, height - 2)
        drawn(painter, self._strokes, place, theme.colour("text"), max(1.6, height / 27))
