"""When typing is stored: 0.8 s after the last key, at the latest 1.5 s after the first unsaved one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from alliance_desktop.ui.desk import Desk

AFTER_LAST_KEY = 800
AFTER_FIRST_KEY = 1500
AGAIN = 2000


class Autosave(QObject):
    """Calls ``store`` (which says whether it worked) at the right moments, and again when it did not work."""

    def __init__(self, desk: Desk, store: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.waiting = False
        self._quiet = QTimer(self, singleShot=True, interval=AFTER_LAST_KEY)
        self._latest = QTimer(self, singleShot=True, interval=AFTER_FIRST_KEY)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        for timer in (self._quiet, self._latest, self._again):
            timer.timeout.connect(self.flush)
        desk.closing.connect(self.flush)

    def touched(self) -> None:
        """Something was typed."""
        self.waiting = True
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def forget(self) -> None:
        """There is nothing to store any more."""
        self.waiting = False
        for timer in (self._quiet, self._latest, self._again):
            timer.stop()

    def flush(self) -> bool:
        """Store now what waits; True when nothing waits any more."""
        if not self.waiting:
            return True
        self.forget()
        if self._store():
            return True
        self.waiting = True
        self._again.start()
        return False
