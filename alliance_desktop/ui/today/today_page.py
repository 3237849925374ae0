"""The first page of the day: who comes, who was here lately, what waits for a hand."""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from alliance_desktop.domain.appointment import Appointment, Became
from alliance_desktop.domain.calendar_file import FILE_NAME
from alliance_desktop.domain.client import ClientLine
from alliance_desktop.domain.held_form import HeldForm
from alliance_desktop.domain.today import DayVisit, Today, next_up
from alliance_desktop.domain.voice import quoted
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import appointments, day_visits, today
from alliance_desktop.ui import theme
from alliance_desktop.ui.booking import Booking
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.today.calendar_dialog import CalendarDialog
from alliance_desktop.ui.today.day_list import DayList
from alliance_desktop.ui.today.lookout import Lookout
from alliance_desktop.ui.today.side_list import RING, SideList
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, QuietButton, SecondButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, ago_words, counted, weekday_words

# So often the minutes until the next visit are told anew.
_EVERY = 20_000
_FEW_LATELY = 3
# Narrower than that the acts stand below the title.
_STACK_BELOW = 720


class TodayPage(Page):
    """Left: who comes, and clients to go on with. Right: what waits for a hand."""

    client_chosen = Signal(int, str)
    note_wanted = Signal(int)
    new_client_wanted = Signal()
    form_chosen = Signal(object)

    def __init__(self, desk: Desk, folder: PracticeFolder, parent: QWidget | None = None) -> None:
        self._folder = folder
        self._other_day: date | None = None
        self._visits: tuple[DayVisit, ...] = ()
        super().__init__(desk, parent)
        self.booking = Booking(desk, self)

    def _build(self) -> None:
        self.title = Words("", "page_title")
        self.about = Words("", "body", "muted")
        self.before_button, self.after_button = QuietButton("", "chevron-left"), QuietButton("", "chevron-right")
        self.back_button = LinkButton(_("Back to today"))
        for button, name, spoken in (
            (self.before_button, "day_before_button", _("The day before")),
            (self.after_button, "day_after_button", _("The day after")),
            (self.back_button, "back_to_today_button", _("Back to today")),
        ):
            button.setObjectName(name)
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)
        self.visit_button = SecondButton(_("Add visit"), "plus")
        self.visit_button.setObjectName("add_visit_button")
        self.new_button = SecondButton(_("New client"), "user-plus", "Ctrl+N")
        self.new_button.setShortcut("")
        self.new_button.setObjectName("today_new_button")
        self.first_button = MainButton(_("Add your first client"), "user-plus")
        self.first_button.setObjectName("today_first_button")
        self.empty = EmptyState(
            "sun", _("Here you will see who to go on with, and what you promised them."), self.first_button
        )
        self.day_list = DayList()
        self.no_visits = Words("", "body", "muted")
        self.calendar_button = LinkButton(_("A file for your calendar…"), "download")
        self.calendar_button.setObjectName("calendar_file_button")
        self.lately_title = Words(_("Clients seen last"), "heading", "muted")
        self.lately = RecordList("lately_list", _("Clients seen last"), self._row, whole=True)
        self.side = SideList(self.desk)
        self.lookout = Lookout(self.desk, self._folder, self)
        self.scroll_area = ScrollColumn()
        self.day_box = boxed(column(self.day_list, 4, self.calendar_button, 20, gap=0))
        left = column(self.empty, self.no_visits, self.day_box, self.lately_title, 8, self.lately, None, gap=0)
        self.scroll_area.column.addWidget(TwoColumns(boxed(left), self.side, (62, 34), 48, 760))
        self.scroll_area.column.setContentsMargins(0, 24, 0, 24)
        self.setLayout(self._outer())

    def _outer(self) -> QVBoxLayout:
        # The links at the right have room for their ring; their words end where the page does.
        self.head = row(gap=12)
        self.head.setContentsMargins(0, 0, RING, 0)
        self.head.addLayout(column(self.title, self.about, gap=2), 1)
        turn = row(self.back_button, self.before_button, self.after_button, gap=0)
        self.head.addLayout(row(turn, self.visit_button, self.new_button, None, gap=12))
        outer = column(self.head, self.scroll_area, gap=0)
        outer.setContentsMargins(40, 32, 40 - RING, 0)
        return outer

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < theme.px(_STACK_BELOW)
        self.head.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_client_wanted)
        self.first_button.clicked.connect(self.new_client_wanted)
        self.visit_button.clicked.connect(self.add_visit)
        self.before_button.clicked.connect(self._day_before)
        self.after_button.clicked.connect(self._day_after)
        self.back_button.clicked.connect(self._back_to_today)
        self.calendar_button.clicked.connect(self._ask_about_calendar)
        self.lately.record_chosen.connect(self._open_brief)
        self.side.client_chosen.connect(self.client_chosen)
        self.side.form_chosen.connect(self.form_chosen)
        self.side.rearranged.connect(self._put_in_order)
        self.lookout.found.connect(self._on_changed)
        acts = self.day_list.acts
        acts.client_chosen.connect(self.client_chosen)
        acts.note_wanted.connect(self.note_wanted)
        acts.change_wanted.connect(self._change)
        acts.became_wanted.connect(self._became)
        self._beat = QTimer(self, interval=_EVERY)
        self._beat.timeout.connect(self._tick)
        self._beat.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lookout.look_soon()
        self._take_focus()
        # The stack of pages gives the keyboard back to what had it here last, after this.
        QTimer.singleShot(0, self, self._take_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.lookout.rest()

    def _take_focus(self) -> None:
        """Enter opens the brief of whoever comes next, or was here last."""
        focused = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            (self.day_list.first_stop or self.lately).setFocus()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._other_day or self.desk.today()

    def refresh(self) -> None:
        now = self.desk.now()
        page = today.today(now)
        self._visits = day_visits.of(self.day, now) if page.clients else ()
        day = weekday_words(self.day)
        # Spanish writes its days small, but no title begins so.
        self.title.setText(day[:1].upper() + day[1:])
        self.back_button.setVisible(self._other_day is not None)
        self._show_day(page)
        here = self._visits if self._other_day is None else ()
        self.side.show_day(page, here, self.lookout.known())
        self._put_in_order()
        self.lookout.look_soon()

    def _show_day(self, page: Today) -> None:
        somebody = page.clients > 0
        self.empty.setVisible(not somebody)
        for button in (self.new_button, self.visit_button, self.before_button, self.after_button):
            button.setVisible(somebody)
        self._show_visits()
        self.about.setText(self._about(page))
        self.day_box.setVisible(bool(self._visits))
        nothing = self._other_day is not None and not self._visits
        self.no_visits.set_or_hide(_("Nobody comes on this day yet.") if nothing else "")
        coming = {visit.client.id for visit in self._visits}
        lately = () if self._other_day is not None else tuple(c for c in page.lately if c.id not in coming)
        if self._visits:
            lately = lately[:_FEW_LATELY]
        self.lately_title.setVisible(bool(lately))
        self.lately.setVisible(bool(lately))
        self.lately.show_records(lately)
        self.lately.stand_beside(bool(self._visits))
        self.lately.fit_rows()

    def _local(self) -> datetime:
        return self.desk.now().astimezone().replace(tzinfo=None)

    def _show_visits(self) -> None:
        self.day_list.show_visits(self._visits, self._local())
        self._put_in_order()

    def _put_in_order(self) -> None:
        """What is made anew comes last on the way of Tab, wherever it stands."""
        acts = (self.back_button, self.before_button, self.after_button, self.visit_button, self.new_button)
        set_tab_order((*acts, *self.day_list.stops, self.calendar_button, self.lately, *self.side.stops))

    def _tick(self) -> None:
        """Tell the minutes anew; a new day is a new page."""
        if not self.isVisible():
            return
        if self.lookout.looked_on not in (None, self.desk.today()):
            self._on_changed()
        elif self._visits:
            self._show_visits()

    def _about(self, page: Today) -> str:
        if not page.clients:
            return _("A quiet page to begin with.")
        if self._visits:
            return " ".join(self._visits_words())
        if self._other_day is not None:
            return ""
        parts = [counted("{n} client", "{n} clients", page.clients)]
        if page.unfinished:
            parts.append(counted("{n} thing to finish", "{n} things to finish", len(page.unfinished)))
        if page.promises:
            parts.append(counted("{n} promise due", "{n} promises due", len(page.promises)))
        return _(", ").join(parts) + _(".")

    def _visits_words(self) -> list[str]:
        coming = next_up(self._visits, self._local())
        told = [counted("{n} visit.", "{n} visits.", len(self._visits))]
        if self._other_day is None:
            told += [_("{name} is next.").format(name=coming.client.called)] if coming else [_("Nobody else comes.")]
        return told

    def _row(self, line: ClientLine) -> Row:
        seen = ago_words(line.last_seen, self.desk.today()) if line.last_seen is not None else _("new")
        below = quoted(line.what_matters) if line.what_matters else _("What matters is not written down yet.")
        token = "clay_ink" if line.what_matters else "muted"
        return Row(line.full_name, below, right=seen, below_token=token, caution=line.caution)

    def _open_brief(self, client_id: int) -> None:
        self.client_chosen.emit(client_id, "brief")

    def add_visit(self) -> None:
        """Ask who comes, on the day that is shown."""
        self.booking.add(day=self.day)

    def go_on_with(self, held: HeldForm) -> None:
        """Open the form of a visit again, with what was typed."""
        self.booking.go_on_with(held)

    def _ask_about_calendar(self) -> None:
        dialog = CalendarDialog.open_for(self, len(appointments.ahead(self.desk.today())))
        dialog.accepted_draft.connect(partial(self._save_calendar, dialog))

    def _save_calendar(self, dialog: CalendarDialog, names: bool) -> None:
        chosen, _kinds = QFileDialog.getSaveFileName(self, _("Save the file"), FILE_NAME, "iCalendar (*.ics)")
        if chosen:
            dialog.accept()
            self.save_calendar_to(Path(chosen), names)

    def save_calendar_to(self, path: Path, names: bool) -> None:
        """Write the visits to come into a file that any calendar reads."""
        words = self.desk.perform(appointments.calendar, names)
        if words is None:
            return
        try:
            path.write_bytes(words.encode())
        except OSError:
            self.desk.say(_("The file could not be saved there. Please choose another place."))
            return
        self.desk.say(_("Saved. The file is not encrypted: delete it once your calendar has read it."))

    def _change(self, appointment: Appointment) -> None:
        self.booking.change(appointment)

    def _became(self, appointment: Appointment, became: Became) -> None:
        self.booking.say_what_became(appointment, became)

    def _day_before(self) -> None:
        self._turn_to(self.day - timedelta(days=1))

    def _day_after(self) -> None:
        self._turn_to(self.day + timedelta(days=1))

    def _back_to_today(self) -> None:
        self._turn_to(self.desk.today())
        self.visit_button.setFocus()

    def _turn_to(self, day: date) -> None:
        self._other_day = day if day != self.desk.today() else None
        self._on_changed()
