"""The client's own numbers, 0 to 10, before and after: set by a digit or a click, shown as a line with two points."""

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QLabel, QSizePolicy

from alliance_desktop.ui import theme
from alliance_desktop.words import _

STEPS = 11
# Every number is at least so many pixels wide and high, to be met by a hand.
_LEAST = 32
_ONE_THEN_NOUGHT = 1.0
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def change_words(before: int | None, after: int | None, lower_is_better: bool | None = None) -> str:
    """Say a change as "7 → 3, eased by 4"; nothing while one of the two is missing."""
    if before is None or after is None:
        return ""
    by = abs(after - before)
    if by == 0:
        told = _("{before} → {after}, the same")
    elif after < before:
        told = _("{before} → {after}, eased by {n}") if lower_is_better else _("{before} → {after}, down by {n}")
    elif lower_is_better is False:
        told = _("{before} → {after}, better by {n}")
    else:
        told = _("{before} → {after}, up by {n}")
    return told.format(before=before, after=after, n=by)


class ZeroToTen(QAbstractSlider):
    """Eleven points: digits set one (1 then 0 within a second: 10), arrows step, Delete clears; the wheel is idle.

    A slider to a screen reader, with its value; what is not set yet is said in the description.
    """

    changed = Signal()

    def __init__(self, name: str, label: str, filled: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRange(0, STEPS - 1)
        self._filled = filled
        self._value: int | None = None
        self._over = -1
        self._one_at = 0.0
        self._quiet = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.valueChanged.connect(self._follow)
        theme.signals.changed.connect(self.updateGeometry)
        self._tell()

    def value(self) -> int | None:  # type: ignore[override]  # a number that is not set yet is None, never nought
        """The number, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number without telling anybody."""
        self._value = value
        self._quiet = True
        self.setValue(value or 0)
        self._quiet = False
        self._tell()
        self.update()

    def _tell(self) -> None:
        told = _("Not set") if self._value is None else _("{n} of 10").format(n=self._value)
        self.setAccessibleDescription(told)

    def _take(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit()

    def _follow(self, value: int) -> None:
        # Also the way in for a screen reader, which sets the slider's own value.
        if not self._quiet:
            self._take(value)

    def sizeHint(self) -> QSize:
        return QSize(max(_LEAST * STEPS, theme.px(240)), max(_LEAST, theme.px(34)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        mirrored = self._mirrored()
        down = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        up = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        if event.modifiers() & _COMMANDS:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(key - Qt.Key.Key_0)
        elif key in (down, Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._take(max(0, (self._value if self._value is not None else 1) - 1))
        elif key in (up, Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._take(min(STEPS - 1, (self._value if self._value is not None else -1) + 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._take(0 if key == Qt.Key.Key_Home else STEPS - 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        else:
            event.ignore()

    def _digit(self, digit: int) -> None:
        soon = time.monotonic() - self._one_at < _ONE_THEN_NOUGHT
        self._one_at = time.monotonic() if digit == 1 else 0.0
        self._take(10 if digit == 0 and soon and self._value == 1 else digit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._take(self._number_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._number_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._one_at = 0.0
        return super().focusNextPrevChild(forward)

    def _point_at(self, number: int) -> None:
        if number != self._over:
            self._over = number
            self.update()

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _number_at(self, x: float) -> int:
        number = max(0, min(STEPS - 1, int(x / (self.width() / STEPS))))
        return STEPS - 1 - number if self._mirrored() else number

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, middle = self.width() / STEPS, self.height() / 2
        painter.setFont(theme.font("caption"))
        for number in range(STEPS):
            place = STEPS - 1 - number if self._mirrored() else number
            self._paint_step(painter, number, QPointF((place + 0.5) * step, middle), step)
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            inset = ring / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _paint_step(self, painter: QPainter, number: int, place: QPointF, step: float) -> None:
        chosen = number == self._value
        radius = min(theme.px(11), step / 2 - 0.5)
        if chosen and self.isEnabled():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("accent") if self._filled else theme.colour("bg"))
            painter.drawEllipse(place, radius, radius)
        elif number == self._over and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("track"))
            painter.drawEllipse(place, radius, radius)
        token = ("on_accent" if self._filled else "accent") if chosen else "muted"
        painter.setPen(theme.colour(token if self.isEnabled() else "border"))
        square = QRectF(place.x() - step / 2 - 4, 0, step + 8, self.height())
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(number))


class BeforeAfterView(QLabel):
    """A measure's name, a line from 0 to 10 with the point before and the point after, and both numbers."""

    def __init__(self, measure: str, before: int | None, after: int | None) -> None:
        super().__init__()
        self._measure, self._before, self._after = measure, before, after
        self.setAccessibleName(f"{measure}: {change_words(before, after) or self._numbers()}")
        self.setToolTip(measure)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def _numbers(self) -> str:
        if self._before is None or self._after is None:
            return str(self._before if self._before is not None else self._after)
        return f"{self._before} → {self._after}"

    def sizeHint(self) -> QSize:
        return QSize(theme.px(294), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names, line, end = theme.px(100), theme.px(124), theme.px(56)
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
        place = QRectF(names + line + theme.px(14), 0, end, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._numbers())
