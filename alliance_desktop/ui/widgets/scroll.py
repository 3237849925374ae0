"""A column that scrolls: never sideways, and always to where the focus goes."""

from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.by_name import put


class ScrollColumn(QScrollArea):
    """Put widgets into ``column``; the page grows downwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        put(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff", focusPolicy="NoFocus")
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(self.inside)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.inside.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 48)


class Readable(QWidget):
    """Holds a layout no wider than a number of pixels at 100 % text: lines that are easy to read at any size."""

    def __init__(self, inside: QLayout, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self.setLayout(inside)
        theme.signals.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setMaximumWidth(theme.px(self._widest))
