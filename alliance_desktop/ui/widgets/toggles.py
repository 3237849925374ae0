"""A choice that stays in sight: one of a few in a joined row."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QSizePolicy, QWidget

from alliance_desktop.ui import theme

_RADIUS = 8
Choices = Sequence[tuple[str, object]]


class _Segment(QRadioButton):
    """One of the joined words; arrows and screen readers take it for the radio button it is."""

    def __init__(self, words: str, tall: int) -> None:
        super().__init__(words)
        self._tall = tall
        self.first = self.last = self.upright = False
        self.setAccessibleName(words.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.signals.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        # As wide as when it is chosen, so that nothing moves when the choice does.
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text().replace("&", ""))
        return QSize(width + theme.px(24), max(self._tall, theme.px(self._tall)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def _shape(self, inset: float) -> QPainterPath:
        whole = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (self.last, self.first) if mirrored else (self.first, self.last)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(whole, _RADIUS, _RADIUS)
        for outer, place in (
            (
                (self.first, QRectF(whole.left(), whole.top(), whole.width(), _RADIUS)),
                (self.last, QRectF(whole.left(), whole.bottom() - _RADIUS, whole.width(), _RADIUS)),
            )
            if self.upright
            else (
                (left, QRectF(whole.left(), whole.top(), _RADIUS, whole.height())),
                (right, QRectF(whole.right() - _RADIUS, whole.top(), _RADIUS, whole.height())),
            )
        ):
            if not outer:
                path.addRect(place)
        return path.simplified()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "teal_tint" if self.isChecked() else "hover" if self.underMouse() and self.isEnabled() else "bg"
        ring = theme.current().sizes["ring"]
        pen = QPen(theme.colour("focus"), ring) if self.hasFocus() else QPen(theme.colour("border"), 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour(ground if self.isEnabled() else "panel"))
        painter.drawPath(self._shape(pen.widthF() / 2))
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        ink = "teal_ink" if self.isChecked() else "text"
        painter.setPen(theme.colour(ink if self.isEnabled() else "border"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self.rect(), flags, self.text())


class Segmented(QWidget):
    """One of a few words in a joined row, below each other where the row has no room; arrows choose.

    ``large`` is for what a client touches.
    """

    chosen = Signal(object)

    def __init__(self, name: str, label: str, choices: Choices, large: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if large else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        )
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._values: list[object] = []
        self.segments: list[_Segment] = []
        for place, (words, value) in enumerate(choices):
            segment = _Segment(words, 44 if large else 34)
            segment.setObjectName(f"{name}_{place + 1}")
            segment.first, segment.last = place == 0, place == len(choices) - 1
            segment.toggled.connect(self._tell)
            self._values.append(value)
            self.segments.append(segment)
            self._line.addWidget(segment)
        if large:
            self._line.addStretch(1)
        self._quiet = False
        if self._values:
            self.set_value(self._values[0])

    def sizeHint(self) -> QSize:
        # As wide as the row even while they stand below each other, so that they find back into it.
        wide = sum(segment.sizeHint().width() for segment in self.segments)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hints = [segment.sizeHint() for segment in self.segments]
        return QSize(max((hint.width() for hint in hints), default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        upright = self.width() < sum(segment.sizeHint().width() for segment in self.segments)
        if upright == (self._line.direction() == QBoxLayout.Direction.TopToBottom):
            return
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        for segment in self.segments:
            segment.upright = upright
            # Below each other all are as wide as the widest.
            policy = QSizePolicy.Policy.Preferred if upright else QSizePolicy.Policy.Fixed
            segment.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def value(self) -> object:
        """What is chosen."""
        return next((value for value, s in zip(self._values, self.segments, strict=True) if s.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose without telling anybody; an unknown value changes nothing."""
        if value in self._values:
            self._quiet = True
            self.segments[self._values.index(value)].setChecked(True)
            self._quiet = False

    def _tell(self, on: bool) -> None:
        for segment in self.segments:
            # Tab comes to the one that is chosen, whoever chose it.
            stop = Qt.FocusPolicy.StrongFocus if segment.isChecked() else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(stop)
        if on and not self._quiet:
            self.chosen.emit(self.value())
