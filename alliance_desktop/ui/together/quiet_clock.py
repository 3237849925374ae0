"""Eight dots, one filled each minute: the therapist knows what they are, the client sees a small ornament.

Both look at one screen, so nothing on it may say "hurry": no number, no hand, no colour that warns, nothing that moves
while somebody speaks, and after the eighth minute nothing more happens. It stands in the corner of the header, far from
the button that leads on, so that nobody takes it for how much of the talk is left. It has no name for a screen reader,
which both would hear.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.ui import theme

MINUTES = 8
_LOOK_EVERY = 5_000
_APART = 6


class QuietClock(QWidget):
    """How long the talk has been going on; nothing moves, nothing counts down, and no number is shown.

    A talk that is resumed goes on from the time it had ``before``.
    """

    def __init__(self, clock: Callable[[], datetime], before: timedelta) -> None:
        super().__init__()
        self._clock, self._began = clock, clock() - before
        self.minutes = 0
        self.setObjectName("quiet_clock")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._beat = QTimer(self, interval=_LOOK_EVERY)
        self._beat.timeout.connect(self.look)
        self._beat.start()
        theme.signals.changed.connect(self.updateGeometry)
        self.look()

    @property
    def gone(self) -> timedelta:
        """How long the talk has been going on."""
        return max(timedelta(), self._clock() - self._began)

    def look(self) -> None:
        """Fill in the minutes that have gone by."""
        minutes = self.gone // timedelta(minutes=1)
        if minutes != self.minutes:
            self.minutes = minutes
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(MINUTES * _APART), theme.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A ring until its minute is over: seen on linen and in the dark, and no louder for it.
        painter.setPen(QPen(theme.colour("muted"), theme.px(1)))
        side, apart = theme.px(4), theme.px(_APART)
        for minute in range(MINUTES):
            painter.setBrush(theme.colour("muted") if minute < self.minutes else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(
                QRectF(minute * apart + (apart - side) / 2, (self.height() - side) / 2, side, side).adjusted(
                    0.5, 0.5, -0.5, -0.5
                )
            )
