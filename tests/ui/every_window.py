"""Every window and dialog of the program, opened one after the other on a real sample practice."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.appearance import Settings, Theme
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, usual_text
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import backups, clients, closing_checks, documents, pins, plans, practice_file, vault
from alliance_desktop.storage import pin_hash
from alliance_desktop.storage.wrapping import CHEAP
from alliance_desktop.ui.backup.restore_page import RestorePage
from alliance_desktop.ui.crash_dialog import CrashDialog
from alliance_desktop.ui.jobs import Job
from alliance_desktop.ui.main_window import MainWindow
from alliance_desktop.ui.quit_dialog import QuitDialog
from alliance_desktop.ui.refusal_window import RefusalWindow
from alliance_desktop.ui.together.closing_task import ClosingTask
from alliance_desktop.ui.together.hand_over import HandOver
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.unlock.first_run import FirstRun
from alliance_desktop.ui.unlock.rescue_page import RescuePage
from alliance_desktop.ui.widgets.fields import NumberField
from alliance_desktop.ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
PASSWORD = "moss lantern quiet harbour"
PATIENCE = 20_000

OUTSIDE = (
    "unlock", "unlock_with_code", "look_step", "begin_step", "names_step", "password_step", "sheet_step",
    "backups_step", "restore", "restore_opened", "rescue", "unfinished", "refusal",
)  # fmt: skip
INSIDE = (
    "today", "clients", "archived", "client_dialog", "quit_dialog", "crash_dialog", "brief", "profile",
    "health_dialog", "consent_dialog", "documents", "kept_paper", "plan", "end_dialog", "plan_editor", "sign_dialog",
    "half_signed", "sessions", "addendum_dialog", "note_editor", "note_carried", "note_soap", "progress",
    "progress_waiting", "slip_dialog", "promise_dialog", "snooze_dialog", "backup",
    "backup_question", "settings", "guide_words", "new_sheet", "help", "found", "notice", "problem",
)  # fmt: skip
TALK = (
    "talk_matters", "talk_where", "talk_goal", "talk_ways", "talk_agree", "talk_words", "talk_nothing_new",
    "talk_sign", "talk_write_ways", "take_back", "take_back_pin", "health_task", "consent_task", "body_task",
    "closing_task", "closing_task_end", "talk_signed",
)  # fmt: skip
EMPTY = (
    "today_empty",
    "clients_empty",
    "brief_empty",
    "plan_empty",
    "sessions_empty",
    "progress_empty",
    "documents_empty",
)
NAMES = OUTSIDE + TALK + INSIDE + EMPTY


def pause(milliseconds: int = 20) -> None:
    """Let the program go on for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(true: Callable[[], object], what: str = "") -> None:
    """Wait for something that will be in sight."""
    clock = QElapsedTimer()
    clock.start()
    while not true():
        assert clock.elapsed() < PATIENCE, f"{what} did not come"
        pause()


def type_into(field: QWidget, words: str) -> None:
    """Type words into a field, letter by letter, at the end of what stands there."""
    field.setFocus()
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class EveryWindow:
    """``show`` brings one of the ``NAMES`` on screen and returns its window; windows it changes come last."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.look = Settings(theme=Theme.LIGHT)
        self._loose: list[QWidget] = []
        self._window: MainWindow | None = None
        self._opened = ""
        self._size = (1280, 800)
        self.folders = {place: PracticeFolder(home / place) for place in ("outside", "inside", "empty")}
        for folder in self.folders.values():
            folder.root.mkdir(mode=0o700)
        stage.write(self.folders["inside"], now=datetime.now(UTC))

    def show(self, name: str, width: int = 1280, height: int = 800) -> QWidget:
        """Bring a window on screen at a size and return it."""
        place = "outside" if name in OUTSIDE else "inside" if name in INSIDE + TALK else "empty"
        self._close_loose()
        if place != self._opened or place == "outside":
            self._open(place)
        self._size = (width, height)
        self.window.resize(width, height)
        pause()
        shown: QWidget = getattr(self, f"_{name}")() or self.window
        self._to_front(shown)
        return shown

    @property
    def window(self) -> MainWindow:
        """The window that is open now."""
        assert self._window is not None
        return self._window

    @property
    def workspace(self) -> Workspace:
        """What is open inside it."""
        assert self.window.workspace is not None
        return self.window.workspace

    def close(self) -> None:
        """Close everything; what is typed goes with its practice."""
        self._close_loose()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            pause()
            self._window = None
        if practice_file.is_open():
            practice_file.shut()
        self._opened = ""

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget with this name."""
        found: list[W] = []

        def in_sight() -> bool:
            tops = [self.window, *([self.window.handed] if self.window.handed else []), *self._loose]
            found[:] = [w for top in tops for w in top.findChildren(kind, name) if w.isVisible()]
            return bool(found)

        until(in_sight, name)
        return found[-1]

    def click(self, name: str) -> None:
        """Press the button with this name."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), name
        button.click()
        pause()

    def _to_front(self, shown: QWidget) -> None:
        top = shown.window()
        top.activateWindow()
        until(lambda: QApplication.activeWindow() is top, "the window in front")
        pause(60)
        for area in top.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _close_loose(self) -> None:
        for widget in self._loose:
            if widget is not self._window:
                widget.close()
        self._loose = []
        if self._window is not None and self._window.handed is not None:
            self._window.handed.page.leave()
            self._window.handed.returned.emit()
            pause()
        if self._window is not None:
            for dialog in self._window.findChildren(QDialog):
                dialog.reject()
        pause()

    def _open(self, place: str) -> None:
        self.close()
        folder = self.folders[place]
        self._window = MainWindow(folder, self.look)
        self._window.show()
        self._opened = place
        if place == "inside":
            self.click("unlock_button")
            until(lambda: self.window.workspace is not None, "the workspace")
            self._prepare()
        elif place == "empty":
            self._set_up()

    def _prepare(self) -> None:
        """A second look finds what the first one left: nothing of the sample is changed twice."""
        self.maria = clients.lines("Maria Feldner")[0].id

    def _dialog(self, name: str) -> QDialog:
        return self.find(QDialog, name)

    def _keep(self, widget: W) -> W:
        self._loose.append(widget)
        return widget

    # the screen in a client's hands

    def _reopen_plan(self) -> None:
        """A look before this one may have left the plan half signed; then nothing in it can be changed."""
        plan = plans.current(self.maria)
        if plan is not None and plan.waiting is not None:
            plans.begin(self.maria, self.workspace.desk.now())

    def _talk(self, place: int) -> HandOver:
        self._reopen_plan()
        self.workspace.talk(self.maria)
        handed = self._handed()
        page = handed.page
        assert isinstance(page, TogetherPage)
        page.go(place)
        pause(60)
        return handed

    def _talk_matters(self) -> HandOver:
        return self._talk(0)

    def _talk_where(self) -> HandOver:
        return self._talk(1)

    def _talk_goal(self) -> HandOver:
        return self._talk(2)

    def _talk_ways(self) -> HandOver:
        return self._talk(3)

    def _talk_agree(self) -> HandOver:
        return self._talk(4)

    def _talk_words(self) -> HandOver:
        return self._talk(5)

    def _talk_sign(self) -> HandOver:
        """At a review with one change."""
        plan = plans.current(self.maria)
        agreed = plan.shown.agreement.visits if plan is not None else None
        return self._sign_with((agreed or 0) + 1)

    def _sign_with(self, visits: int | None) -> HandOver:
        handed = self._talk(4)
        page, field = handed.page, self.find(NumberField, "visits_edit")
        field.set_number(visits)
        field.textEdited.emit(field.text())
        assert isinstance(page, TogetherPage)
        page.go(6)
        until(lambda: page.sign_step.pages.number, "the page")
        pause(100)
        return handed

    def _talk_nothing_new(self) -> HandOver:
        plan = plans.current(self.maria)
        assert plan is not None
        return self._sign_with(plan.shown.agreement.visits)

    def _talk_signed(self) -> HandOver:
        handed = self._talk_sign()
        for who in ("client", "therapist"):
            self.click(f"{who}_how_choice_2")
            type_into(self.find(QWidget, f"{who}_reason_edit"), "no pen at hand")
            self.click(f"{who}_sign_button")
        self.find(QWidget, "thanked_words")
        return handed

    def _talk_write_ways(self) -> HandOver:
        handed = self._talk(3)
        self.click("write_ways_button")
        return handed

    def _handed(self) -> HandOver:
        until(lambda: self.window.handed is not None, "the hand-over")
        handed = self.window.handed
        assert handed is not None
        handed.showNormal()
        handed.resize(*self._size)
        pause(60)
        return handed

    def _health_task(self) -> HandOver:
        self.workspace.hand_overs.ask_about_health(self.maria)
        return self._handed()

    def _consent_task(self) -> HandOver:
        text = usual_text(ConsentKind.TREATMENT, "Ana")
        draft = ConsentDraft(ConsentKind.TREATMENT, text, "", self.workspace.desk.today())
        self.workspace.hand_overs.ask_for_consent(self.maria, draft)
        return self._handed()

    def _body_task(self) -> HandOver:
        self._reopen_plan()
        self.workspace.hand_overs.ask_where(self.maria)
        return self._handed()

    def _closing_task(self) -> HandOver:
        self.workspace.hand_overs.ask_how_it_was(self.maria)
        handed = self._handed()
        assert isinstance(handed.page, ClosingTask)
        handed.page.asked[1].opened.emit()
        return handed

    def _closing_task_end(self) -> HandOver:
        handed = self._closing_task()
        assert isinstance(handed.page, ClosingTask)
        for _question in range(len(handed.page.asked) - 1):
            handed.page.go_on()
        return handed

    def _take_back(self) -> HandOver:
        handed = self._talk(0)
        self.click("take_back_lock_button")
        return handed

    def _take_back_pin(self) -> HandOver:
        if pins.seal() is None:
            pins.choose(pin_hash.sealed("2580", CHEAP), self.workspace.desk.now())
        handed = self._take_back()
        self.find(QWidget, "digit_pad")
        return handed

    # outside

    def _unlock(self) -> QWidget:
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

    # inside

    def _today(self) -> None:
        self.workspace.go("today")

    def _clients(self) -> None:
        self.workspace.go("clients")
        self.click("here_chip")

    def _archived(self) -> None:
        self.workspace.go("clients")
        self.click("archived_chip")

    def _client_dialog(self) -> QWidget:
        self._clients()
        self.workspace.new_client()
        dialog = self._dialog("client_dialog")
        type_into(self.find(QWidget, "name_edit"), "Maria Feldner")
        return dialog

    def _quit_dialog(self) -> QWidget:
        return self._keep(QuitDialog.open_for(self.workspace))

    def _crash_dialog(self) -> QWidget:
        CrashDialog.show_once()
        return self._keep(next(w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)))

    def _tab(self, name: str) -> None:
        self.workspace.open_client(self.maria, name)
        pause()

    def _brief(self) -> None:
        self._tab("brief")

    def _profile(self) -> None:
        self._tab("profile")

    def _health_dialog(self) -> QWidget:
        self._profile()
        self.click("health_button")
        return self._dialog("health_dialog")

    def _consent_dialog(self) -> QWidget:
        self._profile()
        self.click("consent_button")
        return self._dialog("consent_dialog")

    def _progress(self) -> None:
        self._tab("progress")
        waiting = closing_checks.waiting(self.maria)
        if waiting is not None:
            self.workspace.progress_tab.look(waiting.id, {Strand.TOUCH: 4})
            pause(60)

    def _progress_waiting(self) -> None:
        answers = {Strand.BOND: 5, Strand.TOUCH: 3, Strand.GOALS: 4, Strand.TASKS: 4}
        check = ClosingCheck(self.workspace.desk.today(), answers, "The warm room", "Less on the calves")
        self.workspace.desk.perform(closing_checks.keep, self.maria, check, False)
        self._tab("progress")

    def _slip_dialog(self) -> QWidget:
        self._progress()
        self.click("slip_button")
        self.click("guess_fold_button")
        return self._dialog("slip_dialog")

    def _snooze_dialog(self) -> QWidget:
        self._brief()
        self.click("not_now_a1_touch_button")
        return self._dialog("snooze_dialog")

    def _promise_dialog(self) -> QWidget:
        self._progress_waiting()
        self._progress()
        kept = closing_checks.of(self.maria)[-1]
        self.click(f"promise_{kept.id}_button")
        return self._dialog("promise_dialog")

    def _documents(self) -> None:
        self._tab("documents")
        self._paper()

    def _paper(self) -> None:
        view = self.workspace.documents_tab.view
        until(lambda: view.pages and not view.pages[0].pixmap().isNull(), "the paper")
        pause(200)

    def _kept_paper(self) -> None:
        if not documents.of(self.maria):
            now = datetime.now(UTC)
            self._documents()
            pdf = (self.home / "plan.pdf").read_bytes() if (self.home / "plan.pdf").exists() else b""
            if not pdf:
                self.workspace.documents_tab.save_to(self.home / "plan.pdf")
            else:
                documents.keep(self.maria, DocumentKind.PLAN, Given.SAVED, 1, 2, pdf, now=now)
        self._documents()

    def _plan(self) -> None:
        self._tab("plan")

    def _end_dialog(self) -> QWidget:
        self._tab("plan")
        self.click("end_button")
        return self._dialog("end_dialog")

    def _plan_editor(self) -> None:
        self._tab("plan")
        if self.workspace.plan_tab.view.isVisible():
            self.click("change_button")
        editor = self.workspace.plan_tab.editor
        until(editor.isVisible, "the editor")
        if not editor.doubts.editors:
            self.click("add_reservation_button")
        type_into(self.find(QWidget, "rhythm_edit"), ".")
        editor.flush()
        self.find(QWidget, "reason_0_edit")

    def _sign_dialog(self) -> QWidget:
        tab = self.workspace.plan_tab
        self._tab("plan")
        if not tab.view.isVisible() or not tab.view.findChildren(QWidget, "sign_button"):
            self._plan_editor()
            self.click("ready_button")
        else:
            self.click("sign_button")
        dialog = self._dialog("sign_dialog")
        self.click("therapist_how_choice_2")
        return dialog

    def _half_signed(self) -> None:
        self._sign_dialog()
        type_into(self.find(QWidget, "therapist_reason_edit"), "oil on my hands")
        self.click("therapist_sign_button")
        self._close_loose()
        self._tab("plan")

    def _sessions(self) -> None:
        self._tab("sessions")

    def _addendum_dialog(self) -> QWidget:
        self._sessions()
        signed = next(line for line in self.workspace.sessions_tab.session_list.records.records if line.signed)
        self.workspace.sessions_tab.show_session(signed.id)
        self.click("add_to_note_button")
        return self._dialog("addendum_dialog")

    def _note_editor(self) -> None:
        self.workspace.open_client(self.maria, "sessions")
        self.workspace.sessions_tab.start_note()
        pause()
        self.click("format_choice_1")

    def _note_carried(self) -> None:
        self._note_editor()
        waiting = self.window.findChildren(QAbstractButton, "carry_button")
        if waiting and waiting[0].isVisible():
            self.click("carry_button")

    def _note_soap(self) -> None:
        self._note_editor()
        self.click("format_choice_2")

    def _backup(self) -> None:
        self.workspace.go("backup")
        self.workspace.backup_page.use_folder(self.home)

    def _backup_question(self) -> None:
        self._backup()
        page = self.workspace.backup_page
        page.undo_button.show()
        page.undo_button.click()

    def _settings(self) -> None:
        self.workspace.go("settings")

    def _guide_words(self) -> None:
        self.workspace.go("settings")
        if not self.workspace.settings_page.papers.fold.is_open:
            self.click("guide_words_button")
        self.find(QWidget, "limits_edit").setFocus()

    def _new_sheet(self) -> None:
        self.workspace.go("settings")
        type_into(self.find(QWidget, "present_password_field"), vault.SAMPLE_PASSWORD)
        self.click("new_sheet_button")

    def _help(self) -> None:
        self.workspace.go("help")

    def _find_words(self, words: str) -> None:
        self.workspace.sidebar.start_finding()
        field = self.find(QWidget, "find_edit")
        field.clear()  # type: ignore[attr-defined]  # a line edit
        type_into(field, words)
        until(lambda: self.workspace.found_page.hits, "a hit")

    def _found(self) -> None:
        self._find_words("garden")

    def _notice(self) -> None:
        self._profile()
        self.workspace.desk.offer_undo("Sertraline is removed.", lambda: None)

    def _problem(self) -> None:
        self._profile()
        self.workspace.desk.not_saved.emit("The disk is full. What you typed stands in its field and is tried again.")

    # a practice without anybody

    def _set_up(self) -> None:
        if vault.exists(self.folders["empty"]):
            type_into(self.find(QWidget, "password_field"), PASSWORD)
            self.click("unlock_button")
        else:
            self._sheet_step()
            self.click("decline_box")
            self.click("sheet_step_on_button")
            self.click("backups_step_on_button")
        until(lambda: self.window.workspace is not None, "the workspace")

    def _today_empty(self) -> None:
        self.workspace.go("today")

    def _clients_empty(self) -> None:
        self.workspace.go("clients")

    def _nobody(self, tab: str) -> None:
        if not clients.lines("Tom Ackerlund"):
            self.workspace.new_client()
            type_into(self.find(QWidget, "name_edit"), "Tom Ackerlund")
            self.click("accept_button")
        self.workspace.open_client(clients.lines("Tom Ackerlund")[0].id, tab)

    def _brief_empty(self) -> None:
        self._nobody("brief")

    def _plan_empty(self) -> None:
        self._nobody("plan")

    def _sessions_empty(self) -> None:
        self._nobody("sessions")

    def _progress_empty(self) -> None:
        self._nobody("progress")

    def _documents_empty(self) -> None:
        self._nobody("documents")
