"""The ring around a filled button that has the focus: outside it, with a gap, as style sheets cannot draw it."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from alliance_desktop.ui import event_types, theme

_AROUND = 5


class FocusRing(QWidget):
    """One for each window; follows the focus and shows only around main buttons."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._button: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A button that is just being deleted loses the focus before it says that it is gone.
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        wanted = new is not None and new.property("kind") == "main" and new.window() is self.window()
        self._button = new if wanted else None
        if self._button is not None:
            event_types.make()
            self._watch(self._button)
            self._button.destroyed.connect(self._lose)
        self._place()

    def _watch(self, button: QWidget) -> None:
        """Hear when the button moves, or whatever it lies in: a page that scrolls takes it along."""
        widget: QWidget | None = button
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _lose(self) -> None:
        self._button = None
        self.hide()

    def _place(self) -> None:
        if self._button is None or not self._button.isVisible():
            self.hide()
            return
        corner = self._button.mapTo(self.window(), self._button.rect().topLeft())
        self.setGeometry(QRect(corner, self._button.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        self._let_clicks_through()
        self.raise_()
        self.show()

    def _let_clicks_through(self) -> None:
        from PySide6.QtCore import Qt  # late: its enumerations would keep the door waiting

        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.current().sizes["ring"]
        painter.setPen(QPen(theme.colour("focus"), width))
        inset = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 11, 11)
