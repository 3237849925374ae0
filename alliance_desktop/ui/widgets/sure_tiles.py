"""How sure somebody is, 0 to 10, as tiles that are large enough for every finger."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.before_after import STEPS, ZeroToTen

_FINGER = 44
_GAP, _RADIUS = 4, 8


class SureTiles(ZeroToTen):
    """Eleven tiles in one row, or in two where one would make them too narrow; the keys are those of every scale.

    It is asked for its number as a field for one is; ``chosen`` says that somebody set or cleared it.
    """

    chosen = Signal()

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.changed.connect(self.chosen)

    def number(self) -> int | None:
        """What is chosen, or None."""
        return self.value()

    def set_number(self, number: int | None) -> None:
        """Show a number without telling anybody."""
        self.set_value(number)

    def _tall(self) -> int:
        return max(_FINGER, theme.px(36)) + _GAP

    def _least(self) -> int:
        return max(_FINGER, theme.px(34)) + _GAP

    def _in_row(self, width: int) -> int:
        return STEPS if width >= STEPS * self._least() + _GAP else (STEPS + 1) // 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tall() * (1 if self._in_row(width) == STEPS else 2) + _GAP

    def sizeHint(self) -> QSize:
        width = STEPS * self._least() + _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize((STEPS + 1) // 2 * (_FINGER + _GAP) + _GAP, self.heightForWidth(max(self.width(), 1)))

    def tile(self, number: int) -> QRectF:
        """Where a number lies."""
        in_row = self._in_row(self.width())
        row, place = divmod(number, in_row)
        place = in_row - 1 - place if self._mirrored() else place
        wide = (self.width() - _GAP) / in_row
        return QRectF(_GAP + place * wide, _GAP + row * self._tall(), wide - _GAP, self._tall() - _GAP)

    def _tile_at(self, point: QPointF) -> int:
        edge = _GAP / 2
        return next((n for n in range(STEPS) if self.tile(n).adjusted(-edge, -edge, edge, edge).contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._tile_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number >= 0:
            self._take(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._tile_at(event.position()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.current().sizes["ring"]
        for number in range(STEPS):
            chosen = number == self.value()
            token = "clay" if chosen else "border"
            painter.setPen(QPen(theme.colour(token), 2 if chosen else 1))
            ground = "clay_tint" if chosen else "hover" if number == self._over else "field"
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(self.tile(number).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            painter.setFont(theme.font("strong" if chosen else "body"))
            painter.setPen(theme.colour("clay_ink" if chosen else "text"))
            painter.drawText(self.tile(number), Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            inset = ring / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
