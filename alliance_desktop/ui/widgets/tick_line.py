"""A tick box beside words that wrap: for lines too long to stand in the box itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.words import Words


class TickLine(QWidget):
    """The words name the box, and a click on them ticks it."""

    def __init__(self, box: TickBox, words: str) -> None:
        super().__init__()
        self.box, self.words = box, Words(words)
        box.name(words)
        line = row(gap=8)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
