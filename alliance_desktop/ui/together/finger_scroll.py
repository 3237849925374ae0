"""A finger that is moved over a page moves the page, as everywhere else; where something is drawn, it draws."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QScrollArea, QWidget

from alliance_desktop.ui.widgets.body_figure import BodyFigure
from alliance_desktop.ui.widgets.signature_pad import SignaturePad

_DRAWN_ON = (SignaturePad, BodyFigure, QAbstractSlider)
_FAR = QPointF(-10_000, -10_000)


class FingerScroll:
    """Looks at the mouse events that Qt makes of one finger; ``takes`` says which of them nobody else shall get."""

    def __init__(self) -> None:
        self._area: QScrollArea | None = None
        self._pressed: QWidget | None = None
        self._from, self._value = 0.0, 0
        self._moving = self._letting_go = False

    def takes(self, watched: QObject, event: QEvent) -> bool:
        """Follow one event; True once the finger has moved so far that it scrolls."""
        if self._letting_go or not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return False
        if event.deviceType() is not QInputDevice.DeviceType.TouchScreen:
            return False
        kind, height = event.type(), event.globalPosition().y()
        if kind is QEvent.Type.MouseButtonPress and self._pressed is None:
            self._press(watched, height)
        elif kind is QEvent.Type.MouseMove and self._area is not None:
            return self._move(self._area, height)
        elif kind is QEvent.Type.MouseButtonRelease and self._pressed is not None:
            return self._release()
        return False

    def _press(self, widget: QWidget, height: float) -> None:
        self._pressed, self._area, self._moving = widget, None, False
        above: QWidget | None = widget
        while above is not None and not isinstance(above, _DRAWN_ON):
            if isinstance(above, QScrollArea):
                self._area, self._from, self._value = above, height, above.verticalScrollBar().value()
                return
            above = above.parentWidget()

    def _move(self, area: QScrollArea, height: float) -> bool:
        self._moving = self._moving or abs(height - self._from) > QApplication.startDragDistance()
        if self._moving:
            area.verticalScrollBar().setValue(self._value - round(height - self._from))
        return self._moving

    def _release(self) -> bool:
        pressed, moved = self._pressed, self._moving
        self._pressed, self._area, self._moving = None, None, False
        if moved and pressed is not None:
            # What was under the finger is let go far away from it, so that nothing is pressed.
            self._letting_go = True
            left, none, plain = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(pressed, QMouseEvent(QEvent.Type.MouseButtonRelease, _FAR, _FAR, left, none, plain))
            self._letting_go = False
        return moved
