"""Locks when nobody has touched the computer for a while, and when it goes to sleep."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

WARNING = 30_000
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
    """Emits ``warned`` half a minute before ``idle``; any touch starts the time again."""

    warned = Signal()
    touched = Signal()
    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._warned = False
        self._warning = QTimer(self, singleShot=True)
        self._end = QTimer(self, singleShot=True)
        self._warning.timeout.connect(self._warn)
        self._end.timeout.connect(self.idle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.installEventFilter(self)
            application.applicationStateChanged.connect(self._state_changed)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Lock after this many quiet minutes."""
        self._after = minutes * 60_000
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        self._warning.start(max(0, self._after - WARNING))
        self._end.start(self._after)
        if self._warned:
            self._warned = False
            self.touched.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _warn(self) -> None:
        self._warned = True
        self.warned.emit()

    def _state_changed(self, state: object) -> None:
        # Qt tells of the computer going to sleep as "suspended", where the system tells Qt.
        if state is Qt.ApplicationState.ApplicationSuspended:
            self.idle.emit()
