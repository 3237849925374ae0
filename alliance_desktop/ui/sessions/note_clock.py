"""How long a note has been in hand: in sight while somebody wants it, and stored nowhere."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from alliance_desktop.ui.widgets.buttons import Button
from alliance_desktop.words import _

_EACH = 1000  # milliseconds


class NoteClock(Button):
    """Runs while the note is in sight; a press hides the time, another shows it. ``wanted`` says which."""

    kind = "quiet"
    token = "muted"
    wanted = Signal(bool)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__("", "clock")
        self.setObjectName("note_clock")
        self._now = now
        self._told, self._since = timedelta(), now()
        self._shown = True
        self._timer = QTimer(self, interval=_EACH)
        self._timer.timeout.connect(self._tell)
        self.clicked.connect(self._turn)
        self._tell()

    def begin(self) -> None:
        """Another note is in hand: the time begins anew."""
        self._told, self._since = timedelta(), self._now()
        self._tell()

    def show_time(self, shown: bool) -> None:
        """Show the time, or only the way back to it."""
        self._shown = shown
        self._tell()

    def spent(self) -> timedelta:
        """How long the note was in sight."""
        running = self._now() - self._since if self._timer.isActive() else timedelta()
        return self._told + max(running, timedelta())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._since = self._now()
        self._timer.start()
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._told = self.spent()
        self._timer.stop()

    def _turn(self) -> None:
        self.show_time(not self._shown)
        self.wanted.emit(self._shown)

    def _tell(self) -> None:
        minutes, seconds = divmod(int(self.spent().total_seconds()), 60)
        told = _("{minutes}:{seconds}").format(minutes=minutes, seconds=f"{seconds:02d}")
        if self.text() != (told if self._shown else ""):
            self.setText(told if self._shown else "")
            self._dress()
        # A name that changed each second would be read out each second.
        name = _("Hide the time in this note") if self._shown else _("Show the time in this note")
        if self.accessibleName() != name:
            self.setAccessibleName(name)
            self.setToolTip(name)
