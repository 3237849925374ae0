"""Composes the window: the lock, the look, the practice's folder, and one place where faults are shown."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from alliance_desktop import log, resources, words
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import appearance
from alliance_desktop.storage.lock import FrontWatcher, PracticeInUse, PracticeLock, ask_to_front
from alliance_desktop.ui import theme
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.words import _


def run(root: Path, arguments: list[str]) -> int:
    """Open the window on a practice folder and stay until it is closed; returns the exit code."""
    folder = PracticeFolder(root)
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        print(_("The folder of this practice cannot be made or reached. Nothing was changed."), file=sys.stderr)  # noqa: T201
        return 2
    lock = PracticeLock(folder)
    try:
        lock.take()
    except PracticeInUse as refusal:
        ask_to_front(folder)
        print(str(refusal), file=sys.stderr)  # noqa: T201  # the second program says so and ends
        return 2
    except AllianceError as refusal:
        print(str(refusal), file=sys.stderr)  # noqa: T201
        return 2
    try:
        return _run_window(folder, arguments)
    finally:
        lock.release()


def _run_window(folder: PracticeFolder, arguments: list[str]) -> int:
    log.start(folder.log)
    settings = appearance.current(folder)
    words.speak(settings.language, resources.path("locale"))
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("Alliance Desktop")
    _speak_qt(application, settings.language)
    theme.apply(application, settings.theme, settings.text_percent, settings.system_font)
    window = MainWindow(folder, settings)
    watcher = FrontWatcher(folder, window)
    watcher.asked.connect(window.to_front)
    sys.excepthook = _show_fault
    window.show()
    code = application.exec()
    log.stop()
    return code


def _speak_qt(application: QApplication, language: str) -> None:
    translator = QTranslator(application)
    if translator.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def _show_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    from alliance_desktop.ui.crash_dialog import CrashDialog  # late: hopefully never

    log.logger.error("a fault of ours", exc_info=(kind, fault, trace))
    CrashDialog.show_once()
