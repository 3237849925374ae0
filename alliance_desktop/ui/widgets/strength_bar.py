"""How hard a password is to guess: five parts of a bar, and the same in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.words import Words

PARTS = 5


class _Bar(QWidget):
    """The parts, filled from the left."""

    def __init__(self) -> None:
        super().__init__()
        self.filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), max(6, theme.px(6)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, high = theme.px(4), self.height()
        wide = (self.width() - gap * (PARTS - 1)) / PARTS
        for part in range(PARTS):
            painter.setBrush(theme.colour("accent" if part < self.filled else "track"))
            painter.drawRoundedRect(QRectF(part * (wide + gap), 0, wide, high), high / 2, high / 2)


class StrengthBar(QWidget):
    """Empty until something is typed; then one to five parts and a sentence."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_bar")
        self.bar = _Bar()
        self.words = Words("", "small", "muted")
        self.words.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.words)

    def show_strength(self, score: int, words: str) -> None:
        """Show a score of 0 to 4 and what it means; no words, no strength."""
        self.bar.filled = score + 1 if words else 0
        self.bar.update()
        self.words.setText(words)
        self.setAccessibleName(words)
