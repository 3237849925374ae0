"""The steps of the set-up beside the page: what is done, where one stands, what is to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_SIDE = 24


class _Mark(QWidget):
    """A circle: filled with a tick, ringed with a number, or faint with a number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._now = number, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def show_now(self, now: int) -> None:
        """Be drawn as done, now or to come, by the number of the step that is shown."""
        self._now = now
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._number < self._now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(self.rect())
            tick = theme.pixmap("check", "on_accent", 14)
            corner = (self.width() - tick.deviceIndependentSize().width()) / 2
            painter.drawPixmap(round(corner), round(corner), tick)
            return
        here = self._number == self._now
        painter.setPen(QPen(theme.colour("accent" if here else "border"), 2 if here else 1))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(theme.colour("accent" if here else "muted"))
        painter.setFont(theme.font("heading" if here else "caption"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepMarks(QWidget):
    """One line a step."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._titles = titles
        self.marks = [_Mark(number) for number in range(1, len(titles) + 1)]
        self.words = [Words(title, "body", "muted") for title in titles]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for mark, words in zip(self.marks, self.words, strict=True):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(mark)
            row.addWidget(words, 1)
            column.addLayout(row)

    def show_step(self, place: int) -> str:
        """Stand at a step, counted from 0; returns where that is in words."""
        for number, (mark, words) in enumerate(zip(self.marks, self.words, strict=True)):
            mark.show_now(place + 1)
            words.set_role("strong" if number == place else "body")
            words.set_tone("" if number == place else "muted")
        told = _("Step {n} of {all}: {step}").format(n=place + 1, all=len(self._titles), step=self._titles[place])
        self.setAccessibleName(told)
        return told
