"""Everything that exists while the practice is unlocked: the sidebar and its pages."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alliance_desktop.domain.appearance import Settings
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import practice
from alliance_desktop.ui import backup_status, panes, theme
from alliance_desktop.ui.auto_lock import AutoLock
from alliance_desktop.ui.backup.backup_page import BackupPage
from alliance_desktop.ui.clients.brief_tab import BriefTab
from alliance_desktop.ui.clients.client_page import ClientPage
from alliance_desktop.ui.clients.clients_page import ClientsPage
from alliance_desktop.ui.clients.profile_tab import ProfileTab
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.documents.documents_tab import DocumentsTab
from alliance_desktop.ui.help.help_page import HelpPage
from alliance_desktop.ui.page import ClientTab, Page
from alliance_desktop.ui.places import FORM_TABS, HELP_WITH, HIT_TABS
from alliance_desktop.ui.plans.plan_tab import PlanTab
from alliance_desktop.ui.problem_strip import ProblemStrip
from alliance_desktop.ui.progress.progress_tab import ProgressTab
from alliance_desktop.ui.quit_dialog import QuitDialog
from alliance_desktop.ui.search.found_page import FoundPage
from alliance_desktop.ui.sessions.sessions_tab import SessionsTab
from alliance_desktop.ui.settings.settings_page import SettingsPage
from alliance_desktop.ui.sidebar import Sidebar
from alliance_desktop.ui.today.today_page import TodayPage
from alliance_desktop.ui.together.hand_overs import HandOvers
from alliance_desktop.ui.trail import Place, Trail
from alliance_desktop.ui.widgets.strip import NoticeStrip
from alliance_desktop.words import _

RAIL_BELOW = 1152
PAGES = ("today", "clients", "client", "backup", "settings", "help", "found")
AHEAD = ("found_page", "clients_page", "plan_tab", "sessions_tab", "client_page", "backup_page")
P = TypeVar("P", bound=Page)


class Workspace(QWidget):
    """Lives from unlocking to locking; pages ask it to go elsewhere."""

    lock_wanted = Signal()
    restore_wanted = Signal()
    undo_restore_wanted = Signal(object)
    quit_wanted = Signal()
    settings_changed = Signal(object)

    def __init__(self, folder: PracticeFolder, settings: Settings, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.folder = folder
        self.desk = Desk(self, clock)
        self.hand_overs = HandOvers(self.desk, folder, lambda: self._now_set)
        self._trail = Trail()
        self._asked_at_quitting = False
        self._build(settings)
        self._connect()
        self._shortcuts()
        self._practice_changed()
        self.go("today")
        self._ahead = QTimer(self, singleShot=True, interval=120)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()

    def _build(self, settings: Settings) -> None:
        self._now_set = settings
        self.sidebar = Sidebar(practice.current())
        self.stack = QStackedWidget()
        self.problem = ProblemStrip()
        column = QVBoxLayout()
        column.setSpacing(0)
        self.notice = NoticeStrip()
        column.addWidget(self.problem)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.auto_lock = AutoLock(settings.lock_minutes, self.desk.now, self)

    def _connect(self) -> None:
        self.hand_overs.agreed.connect(self._offer_copy)
        self.sidebar.page_chosen.connect(self.go)
        self.sidebar.lock_wanted.connect(self.lock_wanted)
        self.sidebar.find_typed.connect(self._find)
        self.sidebar.find_entered.connect(self._enter_found)
        self.sidebar.find_left.connect(self._leave_found)
        self.desk.saved.connect(self.sidebar.say_saved)
        self.desk.saved.connect(self.problem.all_well)
        self.desk.not_saved.connect(self.sidebar.say_not_saved)
        self.desk.not_saved.connect(self.problem.show_problem)
        self.problem.try_again.connect(self._store)
        self.desk.said.connect(self._say)
        self.desk.undo_offered.connect(self.notice.say)
        self.desk.undo_over.connect(self.notice.end_undo)
        self.desk.changed.connect(self._practice_changed)
        self.desk.kept.connect(self._show_practice)
        self.auto_lock.idle.connect(self._idle)
        self.auto_lock.warned.connect(self._warn)
        self.auto_lock.touched.connect(self.notice.hide)

    def _placed(self, page: P) -> P:
        self.stack.addWidget(page)
        return page

    # Each page is made when it is first wanted, or ahead of that while nobody types: Today shows sooner.

    @cached_property
    def today_page(self) -> TodayPage:
        page = self._placed(TodayPage(self.desk, self.folder))
        page.client_chosen.connect(self.open_client)
        page.note_wanted.connect(self._start_note)
        page.new_client_wanted.connect(self.new_client)
        page.form_chosen.connect(self._go_on_with)
        return page

    @cached_property
    def clients_page(self) -> ClientsPage:
        page = self._placed(ClientsPage(self.desk))
        page.client_chosen.connect(self.open_client)
        return page

    @cached_property
    def brief_tab(self) -> BriefTab:
        tab = BriefTab(self.desk)
        tab.letter_wanted.connect(partial(self._show_paper, DocumentKind.REFERRAL))
        tab.repair_wanted.connect(self._note_repair)
        tab.questions_wanted.connect(partial(self._give, self.hand_overs.ask_about_health))
        return tab

    @cached_property
    def profile_tab(self) -> ProfileTab:
        tab = ProfileTab(self.desk)
        tab.questions_wanted.connect(partial(self._give, self.hand_overs.ask_about_health))
        tab.consent_wanted.connect(partial(self._give, self.hand_overs.ask_for_consent))
        return tab

    @cached_property
    def plan_tab(self) -> PlanTab:
        tab = PlanTab(self.desk)
        tab.body_wanted.connect(partial(self._give, self.hand_overs.ask_where))
        tab.print_wanted.connect(self._print_plan)
        return tab

    @cached_property
    def sessions_tab(self) -> SessionsTab:
        tab = SessionsTab(self.desk)
        tab.summary_wanted.connect(partial(self._show_paper, DocumentKind.VISIT_SUMMARY))
        tab.closing_wanted.connect(partial(self._give, self.hand_overs.ask_how_it_was))
        tab.consent_wanted.connect(partial(self._give, self.hand_overs.ask_for_consent))
        tab.statement_wanted.connect(partial(self._give, self.hand_overs.ask_about_note))
        return tab

    @cached_property
    def progress_tab(self) -> ProgressTab:
        tab = ProgressTab(self.desk)
        tab.print_wanted.connect(partial(self._show_paper, DocumentKind.PROGRESS))
        tab.scale_wanted.connect(partial(self._give, self.hand_overs.ask_scale))
        tab.closing_wanted.connect(partial(self._give, self.hand_overs.ask_how_it_was))
        return tab

    @cached_property
    def documents_tab(self) -> DocumentsTab:
        return DocumentsTab(self.desk)

    @cached_property
    def client_page(self) -> ClientPage:
        tabs: dict[str, tuple[str, ClientTab]] = {
            "brief": (_("Brief"), self.brief_tab),
            "profile": (_("Profile"), self.profile_tab),
            "plan": (_("Plan"), self.plan_tab),
            "sessions": (_("Sessions"), self.sessions_tab),
            "progress": (_("Progress"), self.progress_tab),
            "documents": (_("Documents"), self.documents_tab),
        }
        page = self._placed(ClientPage(self.desk, tabs))
        page.left.connect(partial(self.go, "clients"))
        page.note_wanted.connect(self._start_note)
        page.together_wanted.connect(self.talk)
        page.questions_wanted.connect(partial(self._give, self.hand_overs.ask_about_health))
        page.body_wanted.connect(partial(self._give, self.hand_overs.ask_where))
        page.closing_wanted.connect(partial(self._give, self.hand_overs.ask_how_it_was))
        page.tab_shown.connect(self._trail.turn_to)
        return page

    @cached_property
    def backup_page(self) -> BackupPage:
        page = self._placed(BackupPage(self.desk, self.folder))
        page.restore_wanted.connect(self.restore_wanted)
        page.undo_restore_wanted.connect(self.undo_restore_wanted)
        # Known by the time the window is closed, when nobody waits for a drive.
        page.drive_choice.look()
        return page

    @cached_property
    def settings_page(self) -> SettingsPage:
        page = self._placed(SettingsPage(self.desk, self.folder, self._now_set))
        page.settings_changed.connect(self.settings_changed)
        return page

    @cached_property
    def help_page(self) -> HelpPage:
        return self._placed(HelpPage(self.desk, self.folder))

    @cached_property
    def found_page(self) -> FoundPage:
        page = self._placed(FoundPage(self.desk))
        page.hit_chosen.connect(self._open_hit)
        return page

    def _make_ahead(self) -> None:
        """Make the page that is likely to be wanted next, one at a time."""
        waiting = [name for name in AHEAD if name not in self.__dict__]
        if waiting:
            getattr(self, waiting[0])
            self._ahead.start()

    def _enter_found(self) -> None:
        self.found_page.enter()

    def _shortcuts(self) -> None:
        for number, name in enumerate(self.sidebar.pages, 1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda name=name: self.go(name))
        for keys, act in (
            ("Ctrl+K", self.sidebar.start_finding),
            ("Ctrl+F", self.sidebar.start_finding),
            ("Ctrl+N", self.new),
            ("Ctrl+L", self.lock_wanted.emit),
            ("Ctrl+P", self._print),
            ("Ctrl+Shift+B", self._back_up),
            ("Ctrl+,", partial(self.go, "settings")),
            ("F1", self._help),
            ("Alt+Left", self.back),
            ("F6", self._next_pane),
            ("Ctrl+S", self._store),
            ("Ctrl+T", self._talk_here),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def go(self, name: str) -> None:
        """Show a page; what is being typed is stored first."""
        if name not in PAGES:
            return
        page: Page = getattr(self, f"{name}_page")
        if self.stack.currentWidget() is not page and not self._left():
            return
        self._trail.arrive(self.client_page.place() if name == "client" else Place(name))
        self._choose_in_sidebar()
        self.stack.setCurrentWidget(page)

    def _choose_in_sidebar(self) -> None:
        here = self._trail.here
        if here is not None:
            self.sidebar.choose("clients" if here.page == "client" else here.page)

    def _left(self) -> bool:
        """Store what is being typed; False, and a word why, when it could not be stored and must stay in sight."""
        current = self.stack.currentWidget()
        if not isinstance(current, Page) or current.leave():
            return True
        self._choose_in_sidebar()
        self._say(_("This page stays open until what you typed is saved."))
        return False

    def _is_shown(self, name: str) -> bool:
        return self.__dict__.get(name) is self.stack.currentWidget()

    def back(self) -> None:
        """Show the page before this one, with the client and the tab that were open."""
        place = self._trail.back() if self._left() else None
        if place is not None and place.page == "client":
            self.open_client(place.client_id, place.tab)
        elif place is not None:
            self.go(place.page)

    def _leave_found(self) -> None:
        if self._is_shown("found_page"):
            self.back()
        self._next_pane()

    def open_client(self, client_id: int, tab: str = "brief") -> None:
        """Show one client at a tab; what is being typed about another one is stored first."""
        if self._left():
            self.client_page.open(client_id, tab)
            self.go("client")

    def _go_on_with(self, held: HeldForm) -> None:
        """Open the form that was open when the practice was locked, with what was typed."""
        if held.form is Form.APPOINTMENT:
            self.today_page.go_on_with(held)
        elif held.client_id is None:
            self.new_client()
        else:
            tab = FORM_TABS[held.form]
            self.open_client(held.client_id, tab)
            if self.client_page.client_id == held.client_id:
                self.client_page.go_on_with(tab, held)

    def _start_note(self, client_id: int) -> None:
        self.open_client(client_id, "sessions")
        self.sessions_tab.start_note()

    def talk(self, client_id: int) -> None:
        """Turn the screen to the client: both write the plan."""
        self.open_client(client_id, "plan")
        if self.client_page.client_id == client_id:
            self._give(self.hand_overs.talk, client_id)

    def _talk_here(self) -> None:
        if self._is_shown("client_page"):
            self.client_page.talk()

    def _give(self, hand_over: Callable[..., None], client_id: int, *more: object) -> None:
        """Give the screen to a client, once what is being typed is stored."""
        if self._left():
            hand_over(client_id, *more)

    def _print_plan(self, version_id: int) -> None:
        self.client_page.show_tab("documents")
        self.documents_tab.preview(version_id)

    def _show_paper(self, kind: DocumentKind, about: object = None) -> None:
        self.client_page.show_tab("documents")
        self.documents_tab.show_paper(kind, about)

    def _note_repair(self) -> None:
        self.client_page.show_tab("progress")
        self.progress_tab.note_repair()

    def _offer_copy(self, version_id: int) -> None:
        """All signed a moment ago: their page is there at once, and Enter prints it."""
        self._print_plan(version_id)
        self.documents_tab.print_button.setFocus()
        self._say(_("The plan is agreed. Here is the copy to take home: print it, or save it."))

    def _back_up(self) -> None:
        self.go("backup")
        self.backup_page.make()

    def _print(self) -> None:
        if self._is_shown("client_page"):
            self.client_page.show_tab("documents")
            self.documents_tab.print_now()

    def new(self) -> None:
        """A new note inside a client, else a new client."""
        if self._is_shown("client_page"):
            self.client_page.start_note()
        else:
            self.new_client()

    def new_client(self) -> None:
        """Ask for the name of a new client."""
        self.go("clients")
        self.clients_page.welcome()

    def _find(self, typed: str) -> None:
        if typed.strip():
            self.found_page.look_for(typed)
            if not self._is_shown("found_page"):
                self.go("found")
        elif self._is_shown("found_page"):
            self.back()

    def _open_hit(self, hit: Hit) -> None:
        self.open_client(hit.client_id, HIT_TABS[hit.kind])
        if hit.kind is HitKind.NOTE:
            self.sessions_tab.show_session(hit.id)
        self.client_page.tab_bar.setFocus()

    def use_settings(self, settings: Settings) -> None:
        """Behave as the settings say."""
        self._now_set = settings
        self.auto_lock.set_minutes(settings.lock_minutes)
        self._fit_sidebar()
        self.settings_page.show_settings(settings)

    def _idle(self) -> None:
        """Nobody is here: lock, but let a backup come to its end first."""
        if self.desk.has_needed_work:
            self.auto_lock.touch()
        else:
            self.lock_wanted.emit()

    def may_close(self) -> bool:
        """True when the window may close; False while a backup is made, and when one is offered first, once."""
        if self.desk.has_needed_work:
            self._say(_("A backup is being made. The window closes as soon as it is done."))
            self.desk.needed_work_ended.connect(self.quit_wanted)
            return False
        if self._asked_at_quitting or not (backup_status.is_due(self.desk.now()) and self._drive_is_in()):
            return True
        self._asked_at_quitting = True
        dialog = QuitDialog.open_for(self)
        dialog.backup_wanted.connect(self._back_up)
        dialog.quit_wanted.connect(self.quit_wanted)
        return False

    def _drive_is_in(self) -> bool:
        return any(drive.removable and drive.writable for drive in self.backup_page.drive_choice.seen)

    def close_dialogs(self) -> None:
        """Close every open dialog without taking what it offers."""
        for dialog in self.findChildren(QDialog):
            dialog.reject()

    def _show_practice(self) -> None:
        self.sidebar.show_practice(practice.current())

    def _practice_changed(self) -> None:
        self._show_practice()
        self.sidebar.say_backup(*backup_status.words(self.desk.now()))

    def _say(self, sentence: str) -> None:
        self.notice.say(sentence)

    def _warn(self) -> None:
        self._say(_("Nobody seems to be here. The practice locks in half a minute; any key keeps it open."))

    def _help(self) -> None:
        here = self._trail.here
        topic = HELP_WITH.get((here.tab or here.page) if here is not None else "")
        self.go("help")
        if topic is not None and self._is_shown("help_page"):
            self.help_page.show_topic(topic)

    def _store(self) -> None:
        self._left()

    def _next_pane(self) -> None:
        panes.go_on(self, self.sidebar, self.stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        self.sidebar.set_rail(self.width() < max(RAIL_BELOW, theme.px(760)))
