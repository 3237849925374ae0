"""The client's own numbers, 0 to 10, before and after: set by a digit or a click, shown as a line with two points."""

import time

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.words import _

STEPS = 11


class ZeroToTen(QWidget):
    """Eleven points: digits set one (1 then 0 within a second: 10), arrows step, Delete clears; the wheel is idle."""

    changed = Signal()

    def __init__(self, name: str, label: str, filled: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._label, self._filled = label, filled
        self._value: int | None = None
        self._one_at = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.signals.changed.connect(self.updateGeometry)
        self._name_it()

    def value(self) -> int | None:
        """The number, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number without telling anybody."""
        self._value = value
        self._name_it()
        self.update()

    def _name_it(self) -> None:
        told = _("not set") if self._value is None else _("{n} of 10").format(n=self._value)
        self.setAccessibleName(f"{self._label}: {told}")

    def _take(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), max(32, theme.px(32)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), max(32, theme.px(32)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._take(max(0, (self._value if self._value is not None else 1) - 1))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._take(min(10, (self._value if self._value is not None else -1) + 1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        else:
            super().keyPressEvent(event)

    def _digit(self, digit: int) -> None:
        soon = time.monotonic() - self._one_at < 1.0
        self._one_at = time.monotonic() if digit == 1 else 0.0
        self._take(10 if digit == 0 and soon and self._value == 1 else digit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self.width() / STEPS
        self._take(max(0, min(10, int(event.position().x() / step))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, middle = self.width() / STEPS, self.height() / 2
        painter.setFont(theme.font("caption"))
        for number in range(STEPS):
            place = QPointF((number + 0.5) * step, middle)
            self._paint_step(painter, number, place)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), theme.current().sizes["ring"]))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_step(self, painter: QPainter, number: int, place: QPointF) -> None:
        chosen = number == self._value
        if chosen:
            painter.setPen(QPen(theme.colour("clay"), 2))
            painter.setBrush(theme.colour("clay") if self._filled else theme.colour("bg"))
            radius = theme.px(11)
            painter.drawEllipse(place, radius, radius)
        painter.setPen(theme.colour(("on_accent" if self._filled else "clay") if chosen else "muted"))
        square = QRectF(place.x() - theme.px(12), place.y() - theme.px(10), theme.px(24), theme.px(20))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(number))


class BeforeAfterView(QWidget):
    """A measure's name, a line from 0 to 10 with the point before and the point after, and both numbers."""

    def __init__(self, measure: str, before: int | None, after: int | None) -> None:
        super().__init__()
        self._measure, self._before, self._after = measure, before, after
        self.setAccessibleName(f"{measure}: {self._numbers()}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def _numbers(self) -> str:
        if self._before is None or self._after is None:
            return str(self._before if self._before is not None else self._after)
        return f"{self._before} → {self._after}"

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names, line, end = theme.px(128), theme.px(160), theme.px(72)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        place = QRectF(0, 0, names, self.height())
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self._measure, Qt.TextElideMode.ElideRight, names - 8)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        middle = self.height() / 2
        painter.setPen(QPen(theme.colour("track"), 2))
        painter.drawLine(QPointF(names, middle), QPointF(names + line, middle))
        spots = [None if v is None else QPointF(names + v / 10 * line, middle) for v in (self._before, self._after)]
        if spots[0] is not None and spots[1] is not None:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawLine(spots[0], spots[1])
        painter.setPen(QPen(theme.colour("accent"), 2))
        for spot, ground in ((spots[0], "bg"), (spots[1], "accent")):
            if spot is not None:
                painter.setBrush(theme.colour(ground))
                painter.drawEllipse(spot, theme.px(5), theme.px(5))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        place = QRectF(names + line + theme.px(20), 0, end, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._numbers())
