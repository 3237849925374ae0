"""One client: who they are and what the hands must know, always in sight, and the tabs below."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QWidget

from alliance_desktop.domain.alliance import stories
from alliance_desktop.domain.client import Client
from alliance_desktop.domain.clock import time_words
from alliance_desktop.domain.consent import ConsentKind, Standing, standing, standing_words
from alliance_desktop.domain.held_form import HeldForm
from alliance_desktop.services import appointments, clients, closing_checks, consents, health, sessions
from alliance_desktop.ui import theme
from alliance_desktop.ui.booking import Booking
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.page import ClientTab, Page
from alliance_desktop.ui.trail import Place
from alliance_desktop.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from alliance_desktop.ui.widgets.dial import DialView
from alliance_desktop.ui.widgets.strip import SafetyStrip
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, counted, day_words

# What a name has at least, beside the dials.
_NAME = 240


_VISIT = QKeySequence("Ctrl+Shift+A")


class ClientPage(Page):
    """The header, the safety strip and the tabs of one client."""

    left = Signal()
    note_wanted = Signal(int)
    together_wanted = Signal(int)
    questions_wanted = Signal(int)
    body_wanted = Signal(int)
    closing_wanted = Signal(int)
    tab_shown = Signal(int, str)

    def __init__(self, desk: Desk, tabs: Mapping[str, tuple[str, ClientTab]], parent: QWidget | None = None) -> None:
        self._tabs = tabs
        self._names = list(tabs)
        self.client_id = 0
        super().__init__(desk, parent)
        self.booking = Booking(desk, self)

    def _build(self) -> None:
        self.name = Words("", "page_title")
        self.name.setObjectName("client_name")
        self.more = Words("", "body", "muted")
        self.safety = SafetyStrip()
        self.tab_bar = QTabBar()
        self.tab_bar.setObjectName("tab_bar")
        self.tab_bar.setAccessibleName(_("Parts of the record"))
        self.tab_bar.setDrawBase(False)
        self.tab_bar.setExpanding(False)
        self.tab_bar.setUsesScrollButtons(False)
        self.stack = QStackedWidget()
        for words, tab in self._tabs.values():
            self.tab_bar.addTab(words)
            self.stack.addWidget(tab)
        self.consent_icon = Picture("shield-check", "muted", 16)
        self.consent_words = Words("", "small", "muted")
        self.consent_words.setWordWrap(False)
        self.note_button = MainButton(_("Start note"), "pen-line")
        self.note_button.setObjectName("note_button")
        self.together_button = SecondButton(_("Together"), "handshake")
        self.together_button.setObjectName("together_button")
        self.menu_button = QuietButton(_("More"), "chevron-down")
        self.menu_button.setObjectName("more_button")
        told = row(self.consent_icon, self.consent_words, gap=6)
        self.acts = boxed(row(told, 8, self.menu_button, self.together_button, self.note_button, gap=6))
        self.bar, self.head = row(self.tab_bar, None, self.acts, gap=6), row(gap=16)
        self.dials_row = row(gap=24)
        self.dials = boxed(self.dials_row)
        self.told = column(self.name, gap=2)
        self.head.addLayout(self.told, 1)
        self.head.addWidget(self.dials, 0, Qt.AlignmentFlag.AlignVCenter)
        self.acts_row = row(None, gap=0)
        self.below_head = column(self.more, gap=0)
        self.outer = column(
            self.acts_row, self.head, 2, self.below_head, 12, self.safety, 8, self.bar, Hairline(), gap=0
        )
        self.outer.addWidget(self.stack, 1)
        self.setLayout(self.outer)

    def _connect(self) -> None:
        self.tab_bar.currentChanged.connect(self._show_tab)
        self.note_button.clicked.connect(self.start_note)
        self.together_button.clicked.connect(self.talk)
        self.menu_button.clicked.connect(self._show_menu)
        QShortcut(_VISIT, self, self._add_visit)
        theme.signals.changed.connect(self._make_room)
        for _words, tab in self._tabs.values():
            tab.tab_wanted.connect(self.show_tab)

    def open(self, client_id: int, tab: str) -> None:
        """Show this client at this tab."""
        self.client_id = client_id
        for _words, each in self._tabs.values():
            each.show_client(client_id)
        self.tab_bar.setCurrentIndex(self._names.index(tab))
        # What had the keyboard here last may stand on a tab that is not in sight.
        self.tab_bar.setFocus()
        self._on_changed()

    def refresh(self) -> None:
        if not self.client_id:
            return
        client, today = clients.one(self.client_id), self.desk.today()
        self.name.setText(client.full_name)
        self.more.setText(self._more_words(client))
        self.safety.show_safety(health.safety_of(self.client_id, today))
        stands, consent = standing(consents.of(self.client_id), ConsentKind.TREATMENT, today)
        told = standing_words(stands, consent, today)
        tone = "muted" if stands in (Standing.HOLDS, Standing.MISSING) else "warning"
        self.consent_words.set_tone(tone)
        self.consent_icon.show_icon("shield-check", tone)
        self.consent_words.setText(told)
        self.consent_icon.setToolTip(told)
        self.consent_icon.setAccessibleName(told)
        self._show_dials()
        waiting = sessions.open_note(self.client_id)
        self.note_button.rename(_("Continue note") if waiting is not None else _("Start note"))
        self._rank_note()
        self._make_room()

    def _show_dials(self) -> None:
        emptied(self.dials_row)
        for story in stories(kept.check for kept in closing_checks.of(self.client_id)):
            self.dials_row.addWidget(DialView(story))

    def _more_words(self, client: Client) -> str:
        profile, parts = client.profile, []
        if profile.say_as:
            parts.append(_("Say {sound}").format(sound=profile.say_as))
        if profile.chosen_name and profile.chosen_name != profile.full_name:
            parts.append(_("likes to be called {name}").format(name=profile.chosen_name))
        if profile.pronouns:
            parts.append(profile.pronouns)
        visits = sessions.count(self.client_id)
        parts.append(counted("{n} visit", "{n} visits", visits) if visits else _("not yet here"))
        coming = appointments.next_of(self.client_id, self.desk.now())
        if coming is not None:
            starts = time_words(coming.starts)
            if coming.day == self.desk.today():
                parts[-1] = _("visit {n} today, {time}").format(n=visits + 1, time=starts)
            else:
                day = day_words(coming.day, self.desk.today())
                parts.append(_("next {day}, {time}").format(day=day, time=starts))
        if client.archived_at is not None:
            parts.append(_("archived"))
        return " · ".join(parts)

    def _on_kept(self) -> None:
        super()._on_kept()
        # Of what is kept while it is typed only the profile is told in the head, and a note is kept between two keys.
        if self.isVisible() and self._names[self.tab_bar.currentIndex()] == "profile":
            self.refresh()

    def leave(self) -> bool:
        stored = [tab.leave() for _words, tab in self._tabs.values()]
        return all(stored)

    def _show_tab(self, place: int) -> None:
        current = self.stack.currentWidget()
        if isinstance(current, ClientTab):
            current.leave()
        self.stack.setCurrentIndex(place)
        self._rank_note()
        self.tab_shown.emit(self.client_id, self._names[place])

    def _rank_note(self) -> None:
        """Beside the visits, signing the note that is open is the main act; to go back to it is a second one."""
        waiting = self.client_id and sessions.open_note(self.client_id) is not None
        beside = self._names[self.tab_bar.currentIndex()] == "sessions"
        self.note_button.dress_as(SecondButton if waiting and beside else MainButton)

    def place(self) -> Place:
        """Whose record is open, at which tab."""
        return Place("client", self.client_id, self._names[self.tab_bar.currentIndex()])

    def show_tab(self, name: str) -> None:
        """Show one of the tabs."""
        self.tab_bar.setCurrentIndex(self._names.index(name))

    def go_on_with(self, tab: str, held: HeldForm) -> None:
        """Open a form of one of the tabs again, with what was typed into it."""
        self._tabs[tab][1].go_on_with(held)

    def start_note(self) -> None:
        """Open today's note, or the one that is not signed yet."""
        self.note_wanted.emit(self.client_id)

    def talk(self) -> None:
        """Write or look over the plan together with the client."""
        self.together_wanted.emit(self.client_id)

    def _add_visit(self) -> None:
        self.booking.add(self.client_id)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("more_menu")
        # Behind the tab stands which keys do the same.
        keys = _VISIT.toString(QKeySequence.SequenceFormat.NativeText)
        menu.addAction(f"{_('Add a visit…')}\t{keys}", self._add_visit)
        menu.addSeparator()
        archived = clients.one(self.client_id).archived_at is not None
        called = clients.one(self.client_id).called
        questions = partial(self.questions_wanted.emit, self.client_id)
        menu.addAction(_("{name} answers the health questions").format(name=called), questions)
        menu.addAction(
            _("{name} shows where it is").format(name=called), partial(self.body_wanted.emit, self.client_id)
        )
        closing = partial(self.closing_wanted.emit, self.client_id)
        menu.addAction(_("{name} answers the closing check").format(name=called), closing)
        menu.addSeparator()
        menu.addAction(_("Bring back from the archive") if archived else _("Archive"), self._archive)
        menu.addAction(_("Delete"), self._delete)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height() + 4)))

    def _archive(self) -> None:
        client = clients.one(self.client_id)
        if client.archived_at is not None:
            self.desk.perform(clients.unarchive, self.client_id)
            return
        told = _("{name} is archived; nothing is lost.").format(name=client.full_name)
        if self.leave() and self.desk.perform_undoable(told, self._unarchive, clients.archive, client.id) is not None:
            self.left.emit()

    def _unarchive(self, client: Client) -> None:
        self.desk.perform(clients.unarchive, client.id)

    def _delete(self) -> None:
        told = _("{name} is deleted.").format(name=clients.one(self.client_id).full_name)
        if not self.leave():
            return
        if self.desk.perform_undoable(told, self._bring_back, clients.delete, self.client_id) is not None:
            self.left.emit()

    def _bring_back(self, client: Client) -> None:
        self.desk.perform(clients.bring_back, client.id)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        side = 40 if self.width() > 1000 else 32
        self.outer.setContentsMargins(side, 24, side, 0)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        # A new size of the text is known to the buttons only when they are laid out.
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        # Narrower than the tabs and the acts beside each other: then they part.
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def _make_room(self) -> None:
        """The acts are beside the tabs where both fit, else beside the name; the consent may be its sign alone."""
        margins = self.outer.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        # Behind the last tab there is a gap already.
        room = wide - self.tab_bar.sizeHint().width() - 8
        acts, word = self._acts_width()
        self.consent_words.setVisible(room >= acts + self.consent_words.sizeHint().width())
        beside_name = wide - theme.px(_NAME) >= acts
        place = self.bar if room >= acts - word else self.head if beside_name else self.acts_row
        self.menu_button.show_words(place is not self.bar or room >= acts)
        self.tab_bar.setUsesScrollButtons(self.tab_bar.sizeHint().width() > wide)
        left = wide - self.dials.sizeHint().width()
        self.dials.setVisible(self.dials_row.count() > 0 and place is not self.head and left >= theme.px(_NAME))
        # Beside the dials there is room for a second line under the name.
        if (self.told.indexOf(self.more) < 0) == (place is self.bar):
            (self.told if place is self.bar else self.below_head).addWidget(self.more)
        if place.indexOf(self.acts) < 0:
            place.addWidget(self.acts, 0, Qt.AlignmentFlag.AlignTop)

    def _acts_width(self) -> tuple[int, int]:
        """How wide the acts are with all their words, and how much of it is the word that may go."""
        parts = (self.consent_icon, self.menu_button, self.together_button, self.note_button)
        word = QFontMetrics(theme.font("medium")).horizontalAdvance(self.menu_button.accessibleName()) + theme.px(6)
        missing = 0 if self.menu_button.text() else word
        return sum(part.sizeHint().width() for part in parts) + 32 + missing, word
