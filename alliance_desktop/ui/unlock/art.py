"""Two strokes that meet: the picture beside the password."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui import theme


class UnlockArt(QWidget):
    """Paints the two voices on linen; hidden where there is no room, and in high contrast."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.signals.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("linen"))
        if theme.current().name == "contrast":
            return
        if not theme.current().is_dark:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for token, mirrored in (("art_clay", False), ("art_teal", True)):
            ink = QColor(theme.colour(token))
            if theme.current().is_dark:
                ink.setAlphaF(0.35)
            pen = QPen(ink, 76)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPath(self._stroke(mirrored))

    def _stroke(self, mirrored: bool) -> QPainterPath:
        """One arch from below the window up to beyond its middle."""
        middle, height = self.width() / 2, self.height()
        side = 1 if mirrored else -1

        def at(x: float, y: float) -> QPointF:
            return QPointF(middle + side * x, height * y)

        path = QPainterPath(at(226, 1.08))
        path.cubicTo(at(212, 0.72), at(110, 0.38), at(-64, 0.245))
        return path
