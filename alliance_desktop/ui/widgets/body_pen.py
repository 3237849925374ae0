"""The screen's pen for the marked body: strokes, patterns and letters in the look shown now."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain.body import View
from alliance_desktop.domain.body_letters import Layout, Letter
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.body_path import Polygon, Stroke
from alliance_desktop.domain.body_pattern import Pattern, pattern
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme


def ink(mark: Mark) -> QColor:
    """The colour of a mark: the client's clay, the therapist's teal, a warning's own."""
    if mark.kind is MarkKind.AVOID:
        return theme.colour("warning")
    return theme.colour({Whose.CLIENT: "clay", Whose.THERAPIST: "accent", Whose.BOTH: "text"}[mark.whose])


def letter_height() -> float:
    """How high a letter's disc is at the text size shown now."""
    return theme.px(21)


def path_of(strokes: Sequence[Stroke]) -> QPainterPath:
    """Strokes as a path in the unit square."""
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke.start)
        for one, other, end in stroke.curves:
            path.cubicTo(*one, *other, *end)
        if stroke.closed:
            path.closeSubpath()
    return path


@lru_cache(maxsize=16)
def _paths(view: View) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
    """The ground of all regions, the fine lines and the contour."""
    ground = QPainterPath()
    for region in view.regions:
        ground.addPath(path_of(region.outline))
    ground.setFillRule(Qt.FillRule.WindingFill)
    return ground, path_of(view.lines), path_of(view.figure)


def onto(layout: Layout) -> QTransform:
    """From the unit square to where a layout draws it."""
    return QTransform(layout.width, 0, 0, layout.height, layout.left, layout.top)


def paint_ground(painter: QPainter, layout: Layout) -> None:
    """Fill the figure."""
    fill = theme.colour("figure")
    # The line of the same colour closes the hair between neighbours that smoothing leaves.
    painter.setPen(QPen(fill, 1))
    painter.setBrush(fill)
    painter.drawPath(onto(layout).map(_paths(layout.view)[0]))


def paint_contour(painter: QPainter, layout: Layout) -> None:
    """Draw the fine lines and the contour over everything that fills the figure."""
    _ground, lines, figure = _paths(layout.view)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    strong = 1.1 if layout.width < 160 else 1.6
    for path, width in ((lines, strong / 2), (figure, strong)):
        pen = QPen(theme.colour("border"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(onto(layout).map(path))


def paint_mark(painter: QPainter, layout: Layout, mark: Mark) -> None:
    """Draw a mark's pattern and edge."""
    shape = layout.shape(mark)
    unit = round(max(1.25, layout.width / 210), 2)
    paint_pattern(painter, pattern(mark.kind, shape, layout.out(mark.place), unit), shape, ink(mark))


def paint_pattern(painter: QPainter, made: Pattern, shape: Polygon, colour: QColor) -> None:
    """Draw a pattern inside its shape, and the shape's edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, made.width))
    for line in made.lines:
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in line]))
    for ring in made.rings:
        painter.drawEllipse(QPointF(*ring), made.radius, made.radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for dot in made.dots:
        painter.drawEllipse(QPointF(*dot), made.radius, made.radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QPen(colour, made.edge)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if made.dashes is not None:
        edge.setDashPattern([length / made.edge for length in made.dashes])
        edge.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(edge)
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in shape]))


def paint_leader(painter: QPainter, letter: Letter) -> None:
    """Draw the line from a region to its letter outside."""
    if letter.leader is None:
        return
    colour, start = ink(letter.mark), QPointF(*letter.leader)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(start, QPointF(*letter.centre))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(start, 2, 2)


def paint_letter(painter: QPainter, letter: Letter) -> None:
    """Draw a letter: round for the client, square for the therapist, round in a square for both."""
    mark, colour = letter.mark, ink(letter.mark)
    box = QRectF(0, 0, letter.width - 2, letter.height - 2)
    box.moveCenter(QPointF(*letter.centre))
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(theme.colour("bg"))
    if mark.whose is not Whose.CLIENT:
        painter.drawRoundedRect(box, 2, 2)
    if mark.whose is not Whose.THERAPIST:
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    font = theme.font("heading")
    font.setPixelSize(max(9, round(letter.height * (0.56 if len(mark.text) < 3 else 0.5))))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box.adjusted(-4, 0, 4, 0), Qt.AlignmentFlag.AlignCenter, mark.text)


class MarkSign(QWidget):
    """A mark's letter and its pattern, as they stand on the figure; silent, because words stand beside it."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return sign_size().toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, self._mark, QPointF(0, 0), self.layoutDirection() is Qt.LayoutDirection.RightToLeft)


def sign_size() -> QSizeF:
    """The room that a letter and a swatch of its pattern take beside each other."""
    size = letter_height()
    return QSizeF(size * 2.55, size + 2)


def paint_sign(painter: QPainter, mark: Mark, corner: QPointF, mirrored: bool = False) -> None:
    """Draw a letter and a swatch of its pattern beside each other, the letter where reading begins."""
    size, whole = letter_height(), sign_size()
    bare = Mark(mark.uid, mark.whose, mark.kind, mark.view, mark.region, mark.place)
    swatch = QRectF(0, 0, size * 1.35, size * 0.9)
    centre = QPointF(size / 2, whole.height() / 2)
    swatch.moveCenter(QPointF(whole.width() - swatch.width() / 2 - 1, whole.height() / 2))
    if mirrored:
        centre.setX(whole.width() - centre.x())
        swatch.moveLeft(1)
    painter.save()
    painter.translate(corner)
    shape = tuple(
        (point.x(), point.y())
        for point in (swatch.topLeft(), swatch.topRight(), swatch.bottomRight(), swatch.bottomLeft())
    )
    middle = (swatch.center().x(), swatch.center().y())
    made = pattern(mark.kind, shape, middle, round(theme.px(130) / 100, 2))
    paint_pattern(painter, made, shape, ink(mark))
    paint_letter(painter, Letter(bare, (centre.x(), centre.y()), size, size))
    painter.restore()
