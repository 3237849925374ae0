"""One program on one practice: the lock file, and the way a second program calls the first to the front."""

from contextlib import suppress

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import exchange, process
from alliance_desktop.storage.drives.share import is_network_share
from alliance_desktop.words import _


class PracticeInUse(AllianceError):
    """Another program has this practice open."""


class FolderNotWritable(AllianceError):
    """The practice's folder can only be read."""


class FolderOnNetwork(AllianceError):
    """The practice's folder lies on another computer, where no file of its kind is safe."""


class PracticeLock:
    """Holds a practice folder while the program runs; gone with the process, however that ends."""

    def __init__(self, folder: PracticeFolder) -> None:
        self._folder = folder
        self._lock = QLockFile(str(folder.lock))
        # Never stale by age: a practice open for days is still open. A dead process is noticed all the same.
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Take the folder, for this user alone, and first of all finish a restore that was cut short in it.

        Raises ``PracticeInUse``, ``FolderNotWritable``, ``FolderOnNetwork`` and ``ExchangeUnfinished``.
        """
        # Write-ahead logging needs memory that two computers cannot share: records would be lost there in silence.
        if is_network_share(self._folder.root):
            raise FolderOnNetwork(
                _(
                    "This folder lies on another computer, where a practice cannot be kept safely. Please choose a "
                    "folder on this computer or on a drive that is plugged into it."
                )
            )
        if self._lock.tryLock(0) or (self._left_behind() and self._lock.tryLock(0)):
            process.close_to_others(self._folder)
            self._finish_restore()
            return
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            raise PracticeInUse(_("This practice is already open in another window on this computer."))
        raise FolderNotWritable(_("The folder of this practice can only be read. Nothing was changed."))

    def release(self) -> None:
        """Give the folder free."""
        self._lock.unlock()

    def _finish_restore(self) -> None:
        try:
            exchange.finish(self._folder)
        except BaseException:
            self.release()
            raise

    def _left_behind(self) -> bool:
        """Take away a lock file that a power cut left half written, or that another computer left on a drive.

        Qt itself sees only that a program on this computer has ended. A file that a living program holds stays: the
        system's own lock on it, not what it says, decides.
        """
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return False
        from PySide6.QtCore import QSysInfo  # late: seldom wanted, and it would keep the door waiting

        _process, host, _program = self._lock.getLockInfo()
        return host != QSysInfo.machineHostName() and self._lock.removeStaleLockFile()


def ask_to_front(folder: PracticeFolder) -> None:
    """Ask the program that has the practice open to show itself; where the folder takes nothing, it is not asked."""
    with suppress(OSError):
        folder.front.touch(mode=0o600)


class FrontWatcher(QObject):
    """Emits ``asked`` when a second program called."""

    asked = Signal()

    def __init__(self, folder: PracticeFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._front = folder.front
        # What a program asked for that came while none was listening is no longer wanted.
        self._answered()
        self._watcher = QFileSystemWatcher([str(folder.root)], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        if self._answered():
            self.asked.emit()

    def _answered(self) -> bool:
        """Take the question away; False if nobody asked."""
        try:
            self._front.unlink()
        except OSError:
            return False
        return True
