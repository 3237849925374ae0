"""The body to mark and to read: one view, its marks with pattern and letter, by mouse, finger or keyboard alone."""

import math
import time
import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body import Region
from alliance_desktop.domain.body_letters import Layout, laid_out
from alliance_desktop.domain.body_mark import Mark, MarkKind, at_point, on_region
from alliance_desktop.domain.body_path import Point
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets import body_pen
from alliance_desktop.ui.widgets.spoken_value import SpokenValue
from alliance_desktop.words import _

# Half of the 44 pixels that a finger needs.
_REACH = 22
_ONE_THEN_NOUGHT = 1.0
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_MARK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
Stop = Region | Mark


class BodyFigure(SpokenValue):
    """One view with its marks; it says what was done and changes nothing itself: whoever keeps the marks does.

    A click or Enter marks a region with the chosen kind, and takes the same mark away again; arrows move through the
    regions in reading order, Delete removes, digits set the strength of the mark under the keyboard.
    """

    marked = Signal(object)
    removed = Signal(str)
    strength_set = Signal(str, object)
    stepped = Signal()

    def __init__(self, name: str, label: str, editable: bool = True) -> None:
        super().__init__()
        self._preferred, self._most = 0, 720
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._editable = editable
        self._view = body.view("front")
        self._marks: tuple[Mark, ...] = ()
        self._kind, self._whose = MarkKind.ACHE, Whose.CLIENT
        self._client = self._therapist = ""
        self._pointing = False
        self._here = ""
        self._over: Region | None = None
        self._one_at = 0.0
        self._laid: tuple[object, Layout] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        if editable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setMaximumHeight(theme.px(self._most))
        self.updateGeometry()

    # what is shown

    def call(self, client: str, therapist: str) -> None:
        """Say the two by their names."""
        self._client, self._therapist = client, therapist
        self.update()

    def show_view(self, view_id: str) -> None:
        """Show another view; raises ``KeyError`` for an unknown one."""
        self._view, self._here, self._over = body.view(view_id), "", None
        self._told()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks, as far as they belong to the view."""
        place = self._stop_place()
        self._marks = tuple(marks)
        stops = self.stops()
        if self._here and self._here not in [_key(stop) for stop in stops]:
            self._here = _key(stops[min(place, len(stops) - 1)])
        self._told()

    def choose(self, kind: MarkKind, whose: Whose) -> None:
        """Mark with this kind from now on, for one of the two."""
        self._kind, self._whose = kind, whose
        self._told()

    def set_pointing(self, pointing: bool) -> None:
        """Mark single points instead of regions, or regions again."""
        self._pointing = pointing

    def view_id(self) -> str:
        """The view shown."""
        return self._view.id

    # where the keyboard is

    def stops(self) -> list[Stop]:
        """The regions of the view and its free points in reading order: where arrows go."""
        free = [mark for mark in self._marks if mark.view == self._view.id and mark.part is None]
        return sorted([*self._view.regions, *free], key=_reading_order)

    def stop(self) -> Stop:
        """The region or free point that has the keyboard's attention."""
        return self.stops()[self._stop_place()]

    def _stop_place(self) -> int:
        return next((place for place, stop in enumerate(self.stops()) if _key(stop) == self._here), 0)

    def step_to(self, key: str) -> None:
        """Go to a region, or to where the mark with this uid stands."""
        mark = next((mark for mark in self._marks if mark.uid == key), None)
        self._here = mark.region if mark is not None and mark.part is not None else key
        self._told()

    def marks_here(self) -> list[Mark]:
        """The marks at the keyboard's stop, as they were made."""
        stop = self.stop()
        if isinstance(stop, Mark):
            return [stop]
        return [mark for mark in self._marks if mark.view == self._view.id and mark.region == stop.id]

    def focused_mark(self) -> Mark | None:
        """The mark that Delete and digits mean: of the chosen kind if there is one, else the last one made."""
        here = self.marks_here()
        chosen = [mark for mark in here if (mark.kind, mark.whose) == (self._kind, self._whose)]
        means = chosen or here
        return means[-1] if means else None

    def spoken(self) -> str:
        """The stop of the keyboard and its marks in words."""
        here, stop = self.marks_here(), self.stop()
        if here:
            return ". ".join(body_mark.words(mark, self._client, self._therapist) for mark in here)
        return _("{place}: not marked").format(place=body.region_words(stop) if isinstance(stop, Region) else "")

    def _told(self) -> None:
        self.update()
        self.stepped.emit()
        self.tell_value()

    # acts

    def _act(self, region: Region | None, place: Point) -> None:
        """Mark a region or a point, or take the same mark away."""
        if self._pointing:
            made = at_point(str(uuid.uuid4()), self._whose, self._kind, self._view, place)
            out, here = self._layout().out, self._layout().out(place)
            free = [mark for mark in self._marks if mark.part is None]
            same = [mark for mark in free if math.dist(out(mark.place), here) <= _REACH / 2]
        elif region is not None:
            made = on_region(str(uuid.uuid4()), self._whose, self._kind, region)
            same = [mark for mark in self._marks if mark.same_place(made)]
        else:
            return
        same = [mark for mark in same if (mark.view, mark.kind, mark.whose) == (made.view, made.kind, made.whose)]
        if same:
            self.removed.emit(same[-1].uid)
        else:
            self.marked.emit(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        stops, place = self.stops(), self._stop_place()
        if event.modifiers() & _COMMANDS:
            event.ignore()
        elif key in _ON or key in _BACK:
            self.step_to(_key(stops[max(0, min(len(stops) - 1, place + (1 if key in _ON else -1)))]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step_to(_key(stops[0 if key == Qt.Key.Key_Home else -1]))
        elif not self._editable:
            event.ignore()
        elif key in _MARK:
            stop = stops[place]
            self._act(stop if isinstance(stop, Region) else None, _place(stop))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove_here()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(key - Qt.Key.Key_0)
        else:
            event.ignore()

    def _remove_here(self) -> None:
        mark = self.focused_mark()
        if mark is not None:
            self.removed.emit(mark.uid)

    def _digit(self, digit: int) -> None:
        mark = self.focused_mark()
        if mark is None:
            return
        soon = time.monotonic() - self._one_at < _ONE_THEN_NOUGHT
        self._one_at = time.monotonic() if digit == 1 else 0.0
        self.strength_set.emit(mark.uid, 10 if digit == 0 and soon and mark.strength == 1 else digit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        lettered = self.letter_at(event.position().toPoint())
        if lettered is not None:
            self.step_to(lettered.uid)
            return
        place = self._layout().back((event.position().x(), event.position().y()))
        region = self._region_at(event.position())
        if region is None:
            return
        self._here = region.id
        if self._editable and (not self._pointing or self._view.region_at(place) is not None):
            self._act(region, place)
        self._told()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of a double click would take back what the first one marked.
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._region_at(event.position())
        if over is not self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            region = self._region_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), body.region_words(region) if region is not None else "", self)
            return True
        return super().event(event)

    def _region_at(self, place: QPointF) -> Region | None:
        """The region under the pointer, or so near to it that a finger meant it."""
        layout = self._layout()
        return self._view.region_at(layout.back((place.x(), place.y())), _REACH / layout.width)

    def letter_at(self, place: QPoint) -> Mark | None:
        """The mark whose letter stands here, beside the figure."""
        letters = [letter for letter in self._layout().letters if letter.leader is not None]
        return next((letter.mark for letter in letters if letter.holds((place.x(), place.y()))), None)

    def spot(self, region_id: str) -> QPoint:
        """Where a region's middle is drawn; raises ``KeyError`` when the view does not have it."""
        region = self._view.region(region_id)
        if region is None:
            raise KeyError(region_id)
        x, y = self._layout().out(region.centre)
        return QPoint(round(x), round(y))

    # the picture

    def prefer_height(self, pixels: int) -> None:
        """Ask for another height than the usual one, never for less than can be touched."""
        self._preferred = pixels
        self.updateGeometry()

    def keep_to(self, height: int) -> None:
        """Be at most so high, in the text's size."""
        self._most = height
        self._dress()

    def sizeHint(self) -> QSize:
        usual = self._preferred or theme.px(min(560, self._most))
        return QSize(theme.px(340), max(usual, self.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(260))

    def _line(self) -> int:
        return QFontMetrics(theme.font("heading")).height() + theme.px(6)

    def _layout(self) -> Layout:
        """The view laid into the widget, computed again only when something it follows from has changed."""
        key = (self.size().toTuple(), self._view.id, self._marks, theme.current().percent)
        if self._laid is None or self._laid[0] != key:
            line = self._line()
            room = (float(self.width()), max(40.0, self.height() - 2.0 * line - self._legend_height()))
            layout = laid_out(self._view, self._marks, room, body_pen.letter_height())
            self._laid = key, layout.moved(0, line)
        return self._laid[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout()
        body_pen.paint_ground(painter, layout)
        for mark in self._marks:
            if mark.view == self._view.id:
                body_pen.paint_mark(painter, layout, mark)
        body_pen.paint_contour(painter, layout)
        self._paint_places(painter, layout)
        for letter in layout.letters:
            body_pen.paint_leader(painter, letter)
        for letter in layout.letters:
            body_pen.paint_letter(painter, letter)
        self._paint_words(painter, layout)
        self._paint_legend(painter)

    def _paint_places(self, painter: QPainter, layout: Layout) -> None:
        """What the pointer is over, and where the keyboard is: a ring around the region."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._over is not None:
            painter.setPen(QPen(theme.colour("text"), 1.2))
            painter.drawPolygon(_polygon(layout, self._over))
        if self.hasFocus():
            ring, stop = theme.current().sizes["ring"], self.stop()
            for token, width in (("bg", ring + 3), ("focus", ring + 0.5)):
                painter.setPen(QPen(theme.colour(token), width))
                painter.drawPolygon(_polygon(layout, stop))

    def _paint_words(self, painter: QPainter, layout: Layout) -> None:
        """Whose left and right over the figure; below it the region meant."""
        line, (first, last) = self._line(), self._view.ends
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("muted"))
        top = QRectF(0, 0, self.width(), line)
        centre, middle = Qt.AlignmentFlag.AlignCenter, self.width() / 2
        half = min(middle, layout.width / 2)
        painter.drawText(QRectF(middle - half, 0, half * 0.66, line), centre | Qt.TextFlag.TextDontClip, first)
        painter.drawText(QRectF(middle + half * 0.34, 0, half * 0.66, line), centre | Qt.TextFlag.TextDontClip, last)
        if not first:
            painter.drawText(top, centre, body.short_titles()[self._view.id])
        named = self._over or (self.stop() if self.hasFocus() else None)
        if named is not None:
            words = body.region_words(named) if isinstance(named, Region) else body_mark.place_words(named)
            painter.setFont(theme.font("small"))
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
            foot = self.height() - self._legend_height() - line
            painter.drawText(QRectF(0, foot, self.width(), line), centre, words)

    # the legend

    def explained(self) -> Sequence[Mark]:
        """The marks whose kinds stand in the legend."""
        return self._marks

    def _signs(self) -> list[tuple[QRectF, Mark]]:
        """Where each kind used in the view stands in the legend, from the legend's upper left corner."""
        metrics, sign, gap = QFontMetrics(theme.font("small")), body_pen.sign_size(), theme.px(16)
        lines: list[list[tuple[float, Mark]]] = [[]]
        shown = [mark for mark in self.explained() if mark.view == self._view.id]
        x = 0.0
        for kind, whose in body_mark.used(shown):
            wide = sign.width() + theme.px(6) + metrics.horizontalAdvance(kind.words)
            if lines[-1] and x + wide > self.width():
                lines.append([])
                x = 0.0
            lines[-1].append((wide, Mark("", whose, kind, self._view.id, "", (0, 0))))
            x += wide + gap
        placed, high = [], sign.height() + theme.px(6)
        for row, line in enumerate(lines):
            left = (self.width() - sum(wide + gap for wide, _mark in line) + gap) / 2
            for wide, mark in line:
                placed.append((QRectF(left, row * high, wide, high), mark))
                left += wide + gap
        return placed

    def _legend_height(self) -> int:
        signs = self._signs()
        needed = round(signs[-1][0].bottom()) + theme.px(4) if signs else 0
        # While marks are made the figure must not move away under the pointer: two lines are kept free.
        kept = 2 * round(body_pen.sign_size().height() + theme.px(6)) + theme.px(4) if self._editable else 0
        return max(needed, kept)

    def _paint_legend(self, painter: QPainter) -> None:
        top, sign = self.height() - self._legend_height() + theme.px(4), body_pen.sign_size()
        for place, mark in self._signs():
            place.translate(0, top)
            body_pen.paint_sign(painter, mark, place.topLeft())
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text"))
            words = QRectF(place.left() + sign.width() + theme.px(6), place.top(), place.width(), sign.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, mark.kind.words)


def _key(stop: Stop) -> str:
    return stop.id if isinstance(stop, Region) else stop.uid


def _place(stop: Stop) -> Point:
    return stop.centre if isinstance(stop, Region) else stop.place


def _reading_order(stop: Stop) -> tuple[float, float]:
    x, y = _place(stop)
    return round(y, 3), x


def _polygon(layout: Layout, stop: Stop) -> QPolygonF:
    corners = [layout.out(corner) for corner in stop.polygon] if isinstance(stop, Region) else layout.shape(stop)
    return QPolygonF([QPointF(*corner) for corner in corners])
