"""The windows before a practice is open: the door, the first run, restoring, what is said when nothing opens."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QAbstractButton, QWidget

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import backups, vault
from alliance_desktop.ui.backup.restore_page import RestorePage
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.ui.refusal_window import RefusalWindow
from alliance_desktop.ui.unlock.first_run import FirstRun
from alliance_desktop.ui.unlock.rescue_page import RescuePage
from tests.ui.window_walk import WindowWalk, pause, type_into, until

PASSWORD = "moss lantern quiet harbour"

OUTSIDE = (
    "unlock", "unlock_with_code", "look_step", "begin_step", "names_step", "password_step", "sheet_step",
    "backups_step", "restore", "restore_opened", "rescue", "unfinished", "refusal",
)  # fmt: skip


class OutsideWindows(WindowWalk):
    """The windows before a practice is open."""

    def _unlock(self) -> QWidget:
        # The first run of the empty folder would stay open behind the door.
        self.close()
        self._window = MainWindow(self.folders["inside"], self.look)
        self._window.resize(*self._size)
        self._window.show()
        return self._window

    def _unlock_with_code(self) -> QWidget:
        window = self._unlock()
        self.click("other_way_button")
        return window

    def _look_step(self) -> None:
        self.find(FirstRun, "first_run")

    def _begin_step(self) -> None:
        self.click("look_step_on_button")

    def _names_step(self) -> None:
        self._begin_step()
        self.click("new_practice_button")

    def _password_step(self) -> None:
        self._names_step()
        type_into(self.find(QWidget, "therapist_edit"), "Ana Brandl")
        self.click("names_step_on_button")
        type_into(self.find(QWidget, "password_field"), PASSWORD)

    def _sheet_step(self) -> None:
        self._password_step()
        type_into(self.find(QWidget, "again_field"), PASSWORD)
        self.click("password_step_on_button")

    def _backups_step(self) -> None:
        self._sheet_step()
        self.click("decline_box")
        self.click("sheet_step_on_button")
        step = self.find(FirstRun, "first_run").backups_step
        step.use_folder(self.home)
        pause(200)

    def _restore(self) -> None:
        drive = self.home / "DRIVE"
        if not drive.exists():
            drive.mkdir()
            self._open("inside")
            job = Job("", lambda _job: None)
            order = backups.order(self.folders["inside"], datetime.now(UTC))
            backups.make(order, drive, lambda _step, _done, _total: job.report(1, 1))
            self._open("outside")
            self.window.resize(*self._size)
        self.window.show_restore()
        page = self.window.centralWidget()
        assert isinstance(page, RestorePage)
        page.look_at(next(drive.glob("*.alliance")))
        self.find(QWidget, "backup_password_field")

    def _restore_opened(self) -> None:
        self._restore()
        type_into(self.find(QWidget, "backup_password_field"), vault.SAMPLE_PASSWORD)
        self.click("open_backup_button")
        until(self.find(QAbstractButton, "restore_now_button").isEnabled, "the opened backup")

    def _rescue(self) -> None:
        page = RescuePage(self.folders["inside"], "The practice file is damaged.", lambda: datetime.now(UTC))
        page.setProperty("ground", "bg")
        self.window.setCentralWidget(page)

    def _unfinished(self) -> None:
        folder = PracticeFolder(self.home / "unfinished")
        if not folder.root.exists():
            folder.root.mkdir(mode=0o700)
            vault.make(folder, PASSWORD, None).forget()
        sentence = "There are keys here, but no records. If the set-up was cut off before its end, begin anew."
        page = RescuePage(folder, sentence, lambda: datetime.now(UTC))
        page.setProperty("ground", "bg")
        self.window.setCentralWidget(page)

    def _refusal(self) -> QWidget:
        window = self._keep(RefusalWindow("This practice is open in another window already."))
        window.show()
        return window
