"""Two strokes that meet: the picture beside the password."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QWidget

from alliance_desktop.ui import theme

# Drawn in SVG and not by a pen: the first pen brings the ninety enumerations of ``Qt``, and the door would wait.
_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shape}</svg>'
_STROKE = (
    '<path d="{path}" fill="none" stroke="{colour}" stroke-opacity="{opacity}" stroke-width="76" '
    'stroke-linecap="round"/>'
)
# One arch from below the window up to beyond its middle: pixels beside the middle, parts of the height.
_ARCH = ((226, 1.08), (212, 0.72), (110, 0.38), (-64, 0.245))


class UnlockArt(QFrame):
    """Paints the two voices on linen; hidden where there is no room, and in high contrast."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "linen")
        theme.signals.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if theme.current().name == "contrast":
            return
        if not theme.current().is_dark:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._draw(painter, self._stroke("art_clay", -1))
        self._draw(painter, self._stroke("art_teal", 1))

    def _draw(self, painter: QPainter, shape: str) -> None:
        drawing = _DRAWING.format(width=self.width(), height=self.height(), shape=shape)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(self.rect()))

    def _stroke(self, token: str, side: int) -> str:
        middle, height = self.width() / 2, self.height()
        start, *curve = (f"{middle + side * x:.2f} {height * y:.2f}" for x, y in _ARCH)
        return _STROKE.format(
            path=f"M {start} C {' '.join(curve)}",
            colour=theme.colour(token).name(),
            opacity=0.35 if theme.current().is_dark else 1,
        )
