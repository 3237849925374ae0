"""The one window: the first run, the door, the workspace, and the way back when the file is damaged."""

import importlib
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from alliance_desktop.domain.appearance import TEXT_PERCENT, Settings
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import appearance, vault
from alliance_desktop.ui import event_types, language, theme
from alliance_desktop.ui.clipboard import ClipboardGuard
from alliance_desktop.ui.unlock.unlock_page import UnlockPage
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from alliance_desktop.words import _

if TYPE_CHECKING:
    from alliance_desktop.ui.together.hand_over import HandOver
    from alliance_desktop.ui.workspace import Workspace


def this_moment() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


def _moved_freely(_folder: PracticeFolder) -> None:
    """Where no program holds folders, any may be opened."""


class MainWindow(QMainWindow):
    """Holds one thing at a time; what is locked does not exist.

    ``move_to`` takes hold of another practice's folder, or refuses it.
    """

    sample_wanted = Signal()
    ready_again = Signal(str)
    left = Signal()

    def __init__(
        self,
        folder: PracticeFolder,
        settings: Settings,
        clock: Callable[[], datetime] = this_moment,
        move_to: Callable[[PracticeFolder], None] = _moved_freely,
    ) -> None:
        super().__init__()
        self.move_to = move_to
        self.folder, self.settings, self._clock = folder, settings, clock
        self.workspace: Workspace | None = None
        self._asks_nothing = False
        self._closing = False
        self.handed: HandOver | None = None
        self.setWindowTitle(_("Alliance Desktop"))
        self.setMinimumSize(800, 560)
        self.resize(settings.window_width, settings.window_height)
        self.ring = FocusRing(self)
        self.clipboard_guard = ClipboardGuard(self)
        for keys in ("Ctrl++", "Ctrl+="):
            QShortcut(QKeySequence(keys), self, self.larger)
        QShortcut(QKeySequence("Ctrl+-"), self, self.smaller)
        QShortcut(QKeySequence("Ctrl+0"), self, self.usual)
        self._begin_at_its_place()

    def _begin_at_its_place(self) -> None:
        if vault.is_unfinished(self.folder):
            self._show_rescue(_unfinished())
        elif vault.exists(self.folder):
            self.show_door()
        else:
            self.show_first_run()

    def show_door(self) -> None:
        """Show the password field and, meanwhile, load what the workspace needs; keys that are gone lead to rescue."""
        try:
            page = UnlockPage(self.folder, self._clock)
        except AllianceError as refusal:
            self._show_rescue(str(refusal))
            return
        page.unlocked.connect(self._open)
        self._show(page)
        page.take_focus()
        QTimer.singleShot(150, self, _load_ahead)

    def show_first_run(self) -> None:
        """Lead through the set-up of a practice."""
        from alliance_desktop.ui.unlock.first_run import FirstRun  # late: seen once in the life of a practice

        page = FirstRun(self.folder, self.settings, self._clock)
        page.look_chosen.connect(self.use_settings)
        page.founded.connect(self._open_workspace)
        page.door_wanted.connect(self._restart_at)
        page.restore_wanted.connect(self.show_restore)
        page.sample_wanted.connect(self.sample_wanted)
        self.ready_again.connect(page.be_ready)
        self._show(page)

    def come_back(self) -> None:
        """Stand in front again after a look at the sample."""
        self._dress()
        self.show()
        self.ready_again.emit("")

    def _restart_at(self, folder: PracticeFolder) -> None:
        try:
            self.move_to(folder)
        except AllianceError as refusal:
            self.ready_again.emit(str(refusal))
            return
        self.folder = folder
        self.show_door()

    def _open(self, key: Any) -> None:
        from alliance_desktop.services import practice_file  # late: brings the database, not needed at the door

        try:
            trail = practice_file.open_with(self.folder, key, self._clock())
            self._open_workspace()
        except AllianceError as refusal:
            self.workspace = None
            practice_file.shut()
            self._show_rescue(str(refusal))
            return
        if not trail.held and self.workspace is not None:
            self.workspace.desk.say(trail.words)

    def _open_workspace(self) -> None:
        from PySide6.QtCore import Qt  # late: its ninety enumerations would keep the door waiting

        from alliance_desktop.ui.workspace import Workspace  # late: brings every page, not needed at the door

        workspace = Workspace(self.folder, self.settings, self._clock)
        workspace.lock_wanted.connect(self.lock)
        workspace.settings_changed.connect(self.use_settings)
        workspace.restore_wanted.connect(self._lock_to_restore)
        workspace.undo_restore_wanted.connect(self._lock_to_undo)
        workspace.quit_wanted.connect(self.close)
        workspace.hand_overs.begun.connect(self._hand_over)
        workspace.desk.unread.connect(self._lock_to_rescue, Qt.ConnectionType.QueuedConnection)
        self.workspace = workspace
        self._show(workspace)

    def _hand_over(self, handed: "HandOver") -> None:
        """Stand back: the screen is a client's until the therapist takes it back."""
        self.handed = handed
        # What was copied before is not for whoever pastes next.
        self.clipboard_guard.forget()
        handed.returned.connect(self._take_back)
        handed.begin()
        self.hide()
        handed.to_front()

    def _take_back(self) -> None:
        """Stand in front again, as before."""
        handed, self.handed = self.handed, None
        if handed is not None:
            # This window first: with none left the program would end. At its end there is nothing to come back to.
            if not self._closing:
                self.show()
                self.activateWindow()
            handed.end()

    def show_restore(self, copy: Path | None = None) -> None:
        """Lead through restoring a backup, this one or one that is chosen; the practice is not open meanwhile."""
        from alliance_desktop.ui.backup.restore_page import RestorePage  # late: brings the database

        page = RestorePage(self.folder, self._clock)
        page.restored.connect(self.show_door)
        page.left.connect(self._begin_at_its_place)
        self._show(page)
        if copy is not None:
            page.look_at(copy)

    def _set_up_anew(self) -> None:
        try:
            vault.begin_anew(self.folder, self._clock())
        except AllianceError as refusal:
            self._show_rescue(str(refusal))
            return
        self.show_first_run()

    def _lock_to_restore(self) -> None:
        self._lock_and(self.show_restore)

    def _lock_to_undo(self, aside: Path) -> None:
        self._lock_and(partial(self._bring_back, aside))

    def _bring_back(self, aside: Path) -> None:
        from alliance_desktop.services import restores  # late: brings the database

        try:
            restores.bring_back(self.folder, aside, self._clock())
        except AllianceError as refusal:
            self._show_rescue(str(refusal))
            return
        self.show_door()

    def _lock_to_rescue(self, sentence: str) -> None:
        self._lock_and(partial(self._show_rescue, sentence))

    def _show_rescue(self, sentence: str) -> None:
        from alliance_desktop.ui.unlock.rescue_page import RescuePage  # late: hopefully never

        page = RescuePage(self.folder, sentence, self._clock)
        page.door_wanted.connect(self.show_door)
        page.restore_wanted.connect(self.show_restore)
        page.copy_wanted.connect(self.show_restore)
        page.anew_wanted.connect(self._set_up_anew)
        self._show(page)

    def lock(self) -> None:
        """Store every draft, forget the key, and show the door; asks nothing."""
        self._lock_and(self.show_door)

    def _lock_and(self, then: Callable[[], None]) -> None:
        if self._close_workspace():
            # Dialogs that were just closed return to their event loop first.
            QTimer.singleShot(0, self, partial(self._lock_now, then))

    def _close_workspace(self) -> bool:
        """Store what is typed and close what is open; False when nothing was open."""
        workspace, self.workspace = self.workspace, None
        if workspace is None:
            return False
        workspace.desk.close()
        workspace.close_dialogs()
        return True

    def _lock_now(self, then: Callable[[], None]) -> None:
        from alliance_desktop.services import practice_file  # late: brings the database, not needed at the door

        # First of all, so that nothing that goes wrong afterwards leaves the records open.
        practice_file.shut()
        self.clipboard_guard.forget()
        then()
        self._take_back()

    def use_settings(self, settings: Settings) -> None:
        """Dress and behave as the settings say, and keep them; another language makes what is shown anew."""
        spoken, self.settings = self.settings.language, settings
        self._dress()
        self._keep_settings()
        if settings.language != spoken:
            self._speak(settings.language)
        elif self.workspace is not None:
            self.workspace.use_settings(settings)

    def _speak(self, spoken: str) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            language.speak(application, spoken)
        if self._close_workspace():
            # Dialogs that were just closed return to their event loop first.
            QTimer.singleShot(0, self, self._open_anew)
        else:
            QTimer.singleShot(0, self, self.show_first_run)

    def _open_anew(self) -> None:
        self._open_workspace()
        if self.workspace is not None:
            self.workspace.go("settings")

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            look = self.settings
            theme.apply(application, look.theme, look.text_percent, look.system_font)

    def _keep_settings(self) -> None:
        if self.folder.root.is_dir():
            try:
                appearance.keep(self.folder, self.settings)
            except AllianceError as refusal:
                if self.workspace is not None:
                    self.workspace.desk.say(str(refusal))

    def larger(self) -> None:
        """Larger words."""
        self._resize_text(self.settings.text_percent + 10)

    def smaller(self) -> None:
        """Smaller words."""
        self._resize_text(self.settings.text_percent - 10)

    def usual(self) -> None:
        """Words of the usual size."""
        self._resize_text(100)

    def _resize_text(self, percent: int) -> None:
        within = max(TEXT_PERCENT[0], min(TEXT_PERCENT[1], percent))
        self.use_settings(replace(self.settings, text_percent=within))

    def to_front(self) -> None:
        """Show the window to somebody who started the program a second time."""
        if self.handed is not None:
            self.handed.to_front()
            return
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def close_now(self) -> None:
        """Store every draft, forget the key and close; asks nothing and waits for nothing."""
        self._asks_nothing = True
        self.close()

    def _show(self, page: QWidget) -> None:
        page.setProperty("ground", "bg")
        self.setCentralWidget(page)
        self.ring.raise_()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._asks_nothing and self.workspace is not None and not self.workspace.may_close():
            event.ignore()
            return
        self._remember_size()
        self._closing = True
        if self._close_workspace():
            self._lock_now(self.left.emit)
        else:
            self.clipboard_guard.forget()
            self.left.emit()
        super().closeEvent(event)

    def _remember_size(self) -> None:
        if not self.isMaximized():
            self.settings = replace(self.settings, window_width=self.width(), window_height=self.height())
            self._keep_settings()


def _unfinished() -> str:
    return _(
        "There are keys here, but no records. If the set-up was cut off before its end, begin anew: the keys are kept "
        "aside. If there were records here, restore a backup."
    )


def _load_ahead() -> None:
    """Import the workspace on a thread while the password is typed, so that it opens at once afterwards."""
    threading.Thread(target=_import_workspace, name="load ahead", daemon=True).start()


def _import_workspace() -> None:
    importlib.import_module("alliance_desktop.ui.workspace")
    event_types.make()
