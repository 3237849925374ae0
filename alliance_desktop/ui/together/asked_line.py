"""One question in one line, with its answer at the end: pressed, it opens."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _

NUMBER_WIDTH = 48


class AskedLine(QPushButton):
    """The question in one line, as high as its words need; pressed, it opens."""

    def __init__(self, number: int, code: str, asked: str) -> None:
        super().__init__()
        self._number, self._asked = number, asked
        self.setProperty("kind", "bare")
        self.setObjectName(f"line_{code}_button")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        counted = Words(str(number), "strong", "muted")
        counted.setFixedWidth(NUMBER_WIDTH)
        self._tick = Picture("check", "clay", 18)
        self._told = Words("", "strong", "clay").one_line()
        inside = row(counted, gap=12)
        inside.addWidget(Words(self._asked, "body", "muted"), 1)
        inside.addWidget(self._tick)
        inside.addWidget(self._told)
        self._inside = inside
        self.setLayout(inside)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        # A layout asks the layout inside how high it is: what makes the line high enough to touch stands there.
        self._inside.setContentsMargins(2, max(14, theme.px(12)), 2, max(14, theme.px(12)))
        self.updateGeometry()

    def show_answer(self, told: str) -> None:
        """Say the answer at the line's end, or nothing while there is none."""
        self._told.setText(told)
        self._tick.setVisible(bool(told))
        spoken = _("{n}. {question} {answer}")
        self.setAccessibleName(
            spoken.format(n=self._number, question=self._asked, answer=told or _("Not answered yet"))
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self.heightForWidth(max(self.width(), theme.px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), self.heightForWidth(max(self.width(), theme.px(240))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.drawRoundedRect(QRect(self.rect()).adjusted(ring, ring, -ring, -ring), 8, 8)
