"""Composes the window: the lock, the look, the practice's folder, and one place where faults are shown."""

import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from alliance_desktop import log, words
from alliance_desktop.domain.appearance import Settings
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import appearance
from alliance_desktop.storage.lock import FrontWatcher, PracticeInUse, PracticeLock, ask_to_front
from alliance_desktop.ui import language, theme
from alliance_desktop.ui.interruption import Interruption
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.words import _

REFUSED, INTERRUPTED = 2, 130


class FolderUnreachable(AllianceError):
    """The practice's folder cannot be made."""


class Hold:
    """The one practice folder that this program has: its lock, its log, and who asks for its window."""

    def __init__(self) -> None:
        self._lock: PracticeLock | None = None
        self._folder: PracticeFolder | None = None
        self._window: MainWindow | None = None
        self._watcher: FrontWatcher | None = None

    def take(self, folder: PracticeFolder) -> None:
        """Hold this folder instead of the one held so far; a refusal leaves everything as it was."""
        if self._folder is not None and self._folder.root.resolve() == folder.root.resolve():
            return
        lock = PracticeLock(folder)
        try:
            folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.take()
        except OSError as trouble:
            raise FolderUnreachable(
                _("The folder of this practice cannot be made or reached. Nothing was changed.")
            ) from trouble
        except PracticeInUse:
            ask_to_front(folder)
            raise
        self.release()
        self._lock, self._folder = lock, folder
        log.start(folder.log)
        self._watch()

    def bring_to_front(self, window: MainWindow) -> None:
        """Show this window to whoever starts the program once more on the same folder."""
        self._window = window
        self._watch()

    def release(self) -> None:
        """Give the folder free."""
        log.stop()
        if self._lock is not None:
            self._lock.release()
        self._lock = self._folder = None

    def _watch(self) -> None:
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._window is not None and self._folder is not None:
            self._watcher = FrontWatcher(self._folder, self._window)
            self._watcher.asked.connect(self._window.to_front)


class SampleBeside(QObject):
    """Shows a throw-away sample practice while the first run waits behind it, and takes it away afterwards.

    ``command`` writes a sample into the folder that is put behind it: a program of its own, so that this one's only
    connection stays with the window, and it ends with this one.
    """

    def __init__(self, behind: MainWindow, command: Sequence[str]) -> None:
        super().__init__(behind)
        self._behind, self._command = behind, tuple(command)
        self._home: tempfile.TemporaryDirectory[str] | None = None
        self._window: MainWindow | None = None
        self._writer = QProcess(self)
        self._writer.finished.connect(self._written)
        self._writer.errorOccurred.connect(self._not_started)
        behind.sample_wanted.connect(self._prepare)
        behind.left.connect(self._stop)

    def _prepare(self) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="alliance-sample-", ignore_cleanup_errors=True)
        self._folder = PracticeFolder(Path(self._home.name) / "practice")
        program, *arguments = (*self._command, str(self._folder.root))
        self._writer.start(program, arguments)

    def _written(self, code: int, _how: QProcess.ExitStatus) -> None:
        if self._home is None:
            return
        if code != 0:
            log.logger.error("the sample was not written: code %s", code)
            self._refuse()
            return
        self._window = MainWindow(self._folder, self._behind.settings)
        self._window.left.connect(self._end)
        self._window.show()
        self._behind.hide()

    def _not_started(self, trouble: QProcess.ProcessError) -> None:
        if trouble is QProcess.ProcessError.FailedToStart:
            self._refuse()

    def _refuse(self) -> None:
        self._sweep()
        self._behind.ready_again.emit(_("The sample could not be made here. Is the disk full? Nothing was changed."))

    def _end(self) -> None:
        # Shown before the sample's window is gone, so that the program does not take itself for closed.
        self._behind.come_back()
        if self._window is not None:
            self._window.deleteLater()
        self._sweep()

    def _stop(self) -> None:
        """The program ends: nothing is written any more, and nothing stays."""
        self._writer.kill()
        self._writer.waitForFinished()
        self._sweep()

    def _sweep(self) -> None:
        self._window = None
        if self._home is not None:
            self._home.cleanup()
            self._home = None


def run(root: Path, arguments: list[str], sample: Sequence[str]) -> int:
    """Open the window on a practice folder and stay until it is closed; returns the exit code, 2 when refused.

    ``sample`` is the command that writes a sample practice into a folder, which is put behind it.
    """
    hold, folder = Hold(), PracticeFolder(root)
    settings = appearance.current(folder)
    words.speak(settings.language)
    try:
        hold.take(folder)
    except AllianceError as refusal:
        return _refuse(str(refusal), settings, arguments)
    try:
        return _run_window(hold, folder, settings, arguments, sample)
    finally:
        hold.release()


def _run_window(
    hold: Hold, folder: PracticeFolder, settings: Settings, arguments: list[str], sample: Sequence[str]
) -> int:
    application = _application(settings, arguments)
    sys.excepthook = _show_fault
    with Interruption(_close_now) as interruption:
        window = MainWindow(folder, settings, move_to=hold.take)
        hold.bring_to_front(window)
        SampleBeside(window, sample)
        window.show()
        # What stands now stays to the end: never to be gone through again, so that later rounds are short.
        gc.freeze()
        gc.enable()
        # An interruption that came this early found nothing to end.
        return INTERRUPTED if interruption.came else application.exec()


def _close_now() -> None:
    """End as if every window had been closed, whatever stands open; what is typed is stored."""
    windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    # The sample first: closed, it brings back the window that waits behind it.
    for window in sorted(windows, key=lambda window: window.isHidden()):
        window.close_now()
    QApplication.exit(INTERRUPTED)


def _refuse(sentence: str, settings: Settings, arguments: list[str]) -> int:
    """Say on the terminal and in a window of its own why nothing was opened."""
    from alliance_desktop.ui.refusal_window import RefusalWindow  # late: on a good day it is never seen

    print(sentence, file=sys.stderr, flush=True)  # noqa: T201
    application = _application(settings, arguments)
    window = RefusalWindow(sentence)
    window.show()
    application.exec()
    return REFUSED


def _application(settings: Settings, arguments: list[str]) -> QApplication:
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else theme.start([sys.argv[0], *arguments])
    made.setApplicationName("Alliance Desktop")
    language.speak_qt(made, settings.language)
    QTimer.singleShot(0, _keep_no_settings)
    theme.apply(made, settings.theme, settings.text_percent, settings.system_font)
    return made


def _keep_no_settings() -> None:
    """File dialogs would note the folders they were in; nothing of this program lies outside the practice's folder."""
    from PySide6.QtCore import QSettings  # late: no dialog can open before the first window stands

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, f"{os.devnull}/nowhere")


def _show_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    from alliance_desktop.ui.crash_dialog import CrashDialog  # late: hopefully never

    log.logger.error("a fault of ours", exc_info=(kind, fault, trace))
    CrashDialog.show_once()
