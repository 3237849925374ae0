"""A slider over a few steps: one point for each, to be dragged, clicked, or moved with the arrows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.spoken_value import SpokenSlider

# Points that stand nearer to each other than this would be a line.
_NEAR = 9


class StepSlider(SpokenSlider):
    """Left is the first step where one reads from the left; the wheel moves it only while it has the keyboard."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.signals.changed.connect(self.updateGeometry)

    def show_steps(self, count: int, chosen: int) -> None:
        """Have so many steps, one of them chosen, without telling anybody."""
        self.blockSignals(True)
        self.setRange(0, max(0, count - 1))
        self.setValue(chosen)
        self.blockSignals(False)
        self.update()

    def spot(self, step: int) -> QPointF:
        """Where a step is drawn."""
        inset = theme.px(12)
        across = (self.width() - 2 * inset) * step / (self.maximum() or 1)
        return QPointF(self.width() - inset - across if self._mirrored() else inset + across, self.height() / 2)

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _nearest(self, x: float) -> int:
        first, last = self.spot(0).x(), self.spot(self.maximum()).x()
        across = (x - first) / ((last - first) or 1)
        return max(0, min(self.maximum(), round(across * self.maximum())))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), max(36, theme.px(36)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt turns the arrows round in some styles only where one reads from the right.
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.setValue(self.value() + (-step if self._mirrored() else step))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setValue(self._nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._nearest(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, here, last = (self.spot(step) for step in (0, self.value(), self.maximum()))
        for begin, end, token in ((first, last, "track"), (first, here, "accent")):
            painter.setPen(QPen(theme.colour(token), theme.px(3)))
            painter.drawLine(begin, end)
        if self.maximum() and abs(last.x() - first.x()) / self.maximum() >= theme.px(_NEAR):
            for step in range(self.maximum() + 1):
                painter.setPen(QPen(theme.colour("accent" if step <= self.value() else "border"), 1.5))
                painter.setBrush(theme.colour("accent" if step <= self.value() else "bg"))
                painter.drawEllipse(self.spot(step), theme.px(4), theme.px(4))
        painter.setPen(QPen(theme.colour("bg"), 2))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(here, theme.px(10), theme.px(10))
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            inset = ring / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
