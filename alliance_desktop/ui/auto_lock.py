"""Locks when nobody has touched the computer for a while, and when it went to sleep."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from alliance_desktop.ui import event_types

BEAT = 1000  # milliseconds
WARNING = timedelta(seconds=30)
# A clock that jumps as far as this between two beats says that the computer slept, timers and all.
ASLEEP = timedelta(seconds=30)
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletPress,
}


class AutoLock(QObject):
    """Emits ``warned`` half a minute before ``idle``; any touch starts the time again. ``looked`` is every beat."""

    warned = Signal()
    touched = Signal()
    idle = Signal()
    looked = Signal()

    def __init__(self, minutes: int, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._warned = False
        self._looked_at = clock()
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._look)
        self._beat.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            event_types.make()
            application.focusWindowChanged.connect(self._watch)
            application.applicationStateChanged.connect(self._state_changed)
        self._watch()
        self.set_minutes(minutes)

    def _watch(self) -> None:
        """See what is done in each window; done again each beat, for those that opened since."""
        # Not in the whole program at once: it would be asked about each of the many thousand events that make a page.
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Lock after this many quiet minutes."""
        self._after = timedelta(minutes=minutes)
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched_at = self._clock()
        if self._warned:
            self._warned = False
            self.touched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self._watch()
        now = self._clock()
        slept, self._looked_at = now - self._looked_at, now
        if slept < timedelta():
            # Somebody set the clock back; the quiet time is counted anew.
            self._touched_at = now
        quiet = now - self._touched_at
        if slept >= ASLEEP or quiet >= self._after:
            self._end()
        elif quiet >= self._after - WARNING and not self._warned:
            self._warned = True
            self.warned.emit()
        self.looked.emit()

    def _end(self) -> None:
        self._beat.stop()
        self.idle.emit()

    def _state_changed(self, state: object) -> None:
        # Some systems tell Qt before they sleep; on all others the clock tells afterwards.
        if state is Qt.ApplicationState.ApplicationSuspended:
            self._end()
