"""A dial: one strand of the alliance today, 0 to 10, and whether it moved."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain.alliance import StrandStory, strand_words
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.spoken_value import SpokenValue
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, number_words

# The ring is open below: three quarters of the way round are ten.
_START, _SPAN = 225, -270
_SIZE, _LINE = 42, 4


def change_words(change: float | None) -> str:
    """Say whether a strand moved from what was usual."""
    if change is None:
        return _("first time")
    if change == 0:
        return _("steady")
    return (_("up {n}") if change > 0 else _("down {n}")).format(n=number_words(abs(change)))


class _Ring(SpokenValue):
    def __init__(self, story: StrandStory) -> None:
        super().__init__()
        self._score = story.score
        self.setAccessibleName(strand_words(story.strand))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(theme.px(_SIZE), theme.px(_SIZE))

    def spoken(self) -> str:
        return _("{n} of 10").format(n=number_words(self._score))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_SIZE), theme.px(_SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.px(_LINE)
        ring = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        pen = QPen(theme.colour("track"), line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, _START * 16, _SPAN * 16)
        if self._score:
            pen.setColor(theme.colour("accent"))
            painter.setPen(pen)
            painter.drawArc(ring, _START * 16, round(_SPAN * 16 * self._score / 10))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("heading"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, number_words(self._score))


class DialView(QWidget):
    """A ring with its number, its name, and how far it lies from what was usual."""

    def __init__(self, story: StrandStory) -> None:
        super().__init__()
        self.setObjectName(f"{story.strand}_dial")
        fell = story.change is not None and story.change < 0
        self.moved = Words(change_words(story.change), "small", "warning" if fell else "muted").one_line()
        told = column(Words(strand_words(story.strand), "heading").one_line(), self.moved, gap=0)
        self.setLayout(row(_Ring(story), told, gap=8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
