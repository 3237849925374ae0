"""One program on one practice: the lock file, and the way a second program calls the first to the front."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.words import _


class PracticeInUse(AllianceError):
    """Another program has this practice open."""


class FolderNotWritable(AllianceError):
    """The practice's folder can only be read."""


class PracticeLock:
    """Holds a practice folder while the program runs; gone with the process, however that ends."""

    def __init__(self, folder: PracticeFolder) -> None:
        self._lock = QLockFile(str(folder.lock))
        # Never stale by age: a practice open for days is still open. A dead process is noticed all the same.
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Take the folder; raises ``PracticeInUse`` and ``FolderNotWritable``."""
        if self._lock.tryLock(0):
            return
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            raise PracticeInUse(_("This practice is already open in another window on this computer."))
        raise FolderNotWritable(_("The folder of this practice can only be read. Nothing was changed."))

    def release(self) -> None:
        """Give the folder free."""
        self._lock.unlock()


def ask_to_front(folder: PracticeFolder) -> None:
    """Ask the program that has the practice open to show itself."""
    folder.front.touch(mode=0o600)


class FrontWatcher(QObject):
    """Emits ``asked`` when a second program called."""

    asked = Signal()

    def __init__(self, folder: PracticeFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._front = Path(folder.front)
        self._watcher = QFileSystemWatcher([str(folder.root)], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        if self._front.exists():
            self._front.unlink(missing_ok=True)
            self.asked.emit()
