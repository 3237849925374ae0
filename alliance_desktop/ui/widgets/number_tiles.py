"""One answer of a scale: a tile for each number where there are few, else a field to type it in."""

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from alliance_desktop.ui import theme
from alliance_desktop.words import _

# More numbers than these are typed.
MOST_TILES = 11
_FINGER, _GAP, _RADIUS = 44, 4, 8
_SECOND_DIGIT_WITHIN = 1.0
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class NumberTiles(QAbstractSlider):
    """Digits set a number (1 then 0 within a second: 10), arrows step, Delete clears, Enter goes on; the wheel is idle.

    A slider to a screen reader, with its value; what is not set yet is said in the description. ``went_on`` asks for
    the next answer: after Enter, and after a digit where no number has two. ``picked`` follows a press on a tile.
    """

    changed = Signal()
    went_on = Signal()
    picked = Signal()

    def __init__(self, name: str, label: str, low: int, high: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.low, self.high = low, high
        self._value: int | None = None
        self._over: int | None = None
        self._digit_at = 0.0
        self._quiet = False
        self.setRange(low, high)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.valueChanged.connect(self._follow)
        theme.signals.changed.connect(self.updateGeometry)
        self._tell()

    def answer(self) -> int | None:
        """The number, or None."""
        return self._value

    def set_answer(self, answer: int | None) -> None:
        """Show a number without telling anybody; one beyond the range shows nothing."""
        self._value = answer if answer is not None and self.low <= answer <= self.high else None
        self._quiet = True
        self.setValue(self.low if self._value is None else self._value)
        self._quiet = False
        self._tell()
        self.update()

    def _tell(self) -> None:
        told = _("Not answered") if self._value is None else str(self._value)
        self.setAccessibleDescription(told)

    def _take(self, value: int | None) -> None:
        if value != self._value:
            self.set_answer(value)
            self.changed.emit()

    def _follow(self, value: int) -> None:
        # Also the way in for a screen reader, which sets the slider's own value.
        if not self._quiet:
            self._take(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        down = Qt.Key.Key_Right if self._mirrored() else Qt.Key.Key_Left
        up = Qt.Key.Key_Left if self._mirrored() else Qt.Key.Key_Right
        if event.modifiers() & _COMMANDS:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(key - Qt.Key.Key_0)
        elif key in (down, Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._take(max(self.low, self.low if self._value is None else self._value - 1))
        elif key in (up, Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._take(min(self.high, self.low if self._value is None else self._value + 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._take(self.low if key == Qt.Key.Key_Home else self.high)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        else:
            event.ignore()

    def _digit(self, digit: int) -> None:
        soon = time.monotonic() - self._digit_at < _SECOND_DIGIT_WITHIN
        both = (self._value or 0) * 10 + digit
        if soon and self._value is not None and self.low <= both <= self.high:
            self._digit_at = 0.0
            self._take(both)
        elif self.low <= digit <= self.high:
            self._digit_at = time.monotonic()
            self._take(digit)
            if self.high < 10:
                self.went_on.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._tile_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number is not None:
            self._take(number)
            self.picked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._tile_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._digit_at = 0.0
        return super().focusNextPrevChild(forward)

    def _point_at(self, number: int | None) -> None:
        if number != self._over:
            self._over = number
            self.update()

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def _count(self) -> int:
        return self.high - self.low + 1

    def _tall(self) -> int:
        return max(_FINGER, theme.px(36)) + _GAP

    def _wide(self) -> int:
        return max(_FINGER, theme.px(34)) + _GAP

    def _in_row(self, width: int) -> int:
        return self._count if width >= self._count * self._wide() + _GAP else (self._count + 1) // 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tall() * (1 if self._in_row(width) == self._count else 2) + _GAP

    def sizeHint(self) -> QSize:
        width = self._count * self._wide() + _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize((self._count + 1) // 2 * (_FINGER + _GAP) + _GAP, self.heightForWidth(max(self.width(), 1)))

    def tile(self, number: int) -> QRectF:
        """Where a number lies; few numbers do not grow beyond twice a finger."""
        in_row = self._in_row(self.width())
        row, place = divmod(number - self.low, in_row)
        wide = min((self.width() - _GAP) / in_row, 2.0 * self._wide())
        left = self.width() - _GAP - (place + 1) * wide + _GAP if self._mirrored() else _GAP + place * wide
        return QRectF(left, _GAP + row * self._tall(), wide - _GAP, self._tall() - _GAP)

    def _tile_at(self, point: QPointF) -> int | None:
        edge, numbers = _GAP / 2, range(self.low, self.high + 1)
        return next((n for n in numbers if self.tile(n).adjusted(-edge, -edge, edge, edge).contains(point)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self.low, self.high + 1):
            chosen = number == self._value
            painter.setPen(QPen(theme.colour("clay" if chosen else "border"), 2 if chosen else 1))
            painter.setBrush(theme.colour("clay_tint" if chosen else "hover" if number == self._over else "field"))
            painter.drawRoundedRect(self.tile(number).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.setPen(theme.colour("clay_ink" if chosen else "text"))
            painter.drawText(self.tile(number), Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            inset = ring / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
