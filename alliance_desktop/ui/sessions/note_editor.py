"""The note under work: its fields in a layout, words to tap, goals, the client's numbers, stored while typing."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain import measure
from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating, Session, whose_field
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import home_care, note_habits, note_layouts, sessions, snippets, worked_on
from alliance_desktop.ui import theme
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.consent_parts.consent_chips import ConsentChips
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.sessions.body_part import BodyPart
from alliance_desktop.ui.sessions.format_row import FormatRow
from alliance_desktop.ui.sessions.goals_row import GoalsRow
from alliance_desktop.ui.sessions.home_part import HomePart
from alliance_desktop.ui.sessions.next_visit_row import NextVisitRow
from alliance_desktop.ui.sessions.note_clock import NoteClock
from alliance_desktop.ui.sessions.note_fields import NoteFields
from alliance_desktop.ui.sessions.private_part import PrivatePart
from alliance_desktop.ui.sessions.rating_row import RatingRow
from alliance_desktop.ui.sessions.snippet_list import SnippetList
from alliance_desktop.ui.sessions.tap_dock import TapDock
from alliance_desktop.ui.sessions.tapping import Tapping
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.typed import day_that_is_none
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.picks_row import PicksRow
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

# A note lower than so many pixels at 100 % text has no room for words that stay in sight.
_LOW = 400


class NoteEditor(QWidget):
    """Loads a note once and keeps it while it is typed; signing locks it for good."""

    finished = Signal(int)
    discarded = Signal(int)
    layout_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.session_id = 0
        self._day = desk.today()
        self._filling = False
        self.rating_rows: list[RatingRow] = []
        self._build()
        self._connect()
        self.tapping = Tapping(desk, self.fields, self.dock)
        self.on_body.marked.connect(self.tapping.follow_mark)
        for key, edit in self.edits.items():
            # What the client asked for stays in their words.
            if whose_field(key) is Whose.THERAPIST:
                SnippetList(edit.text_edit, snippets.every)
        self._held = HeldWords(desk, self, Form.NOTE)
        self.autosave = Autosave(desk, self._store, self)

    def _build(self) -> None:
        self.title = Words("", "title").one_line()
        self.consent_chips = ConsentChips()
        self.finish_button = MainButton(_("Sign and finish"), "pen-line", "Ctrl+Return")
        self.finish_button.setObjectName("finish_button")
        self.discard_button = LinkButton(_("Throw away"), "trash-2")
        self.discard_button.setObjectName("discard_button")
        self.clock = NoteClock(self.desk.now)
        self.formats = FormatRow(self.clock, self.consent_chips.stops)
        self.format_choice, self.carry_button = self.formats.choice, self.formats.carry_button
        self.day_edit = DayField()
        self.day_box = Labelled(_("Day of the visit"), self.day_edit, "day_edit")
        self.fields = NoteFields()
        self.edits, self.labels = self.fields.edits, self.fields.labels
        self.carried_rows, self.promise_edit = self.fields.carried_rows, self.fields.promise_edit
        self.home = HomePart()
        self.on_body = BodyPart(self.desk)
        self.goals = GoalsRow()
        self.private = PrivatePart(self.desk, "note")
        self.dock = TapDock()
        self.ratings_column = QVBoxLayout()
        self.add_rating_button = LinkButton(_("Add a number"), "plus")
        self.add_rating_button.setObjectName("add_rating_button")
        self.measure_picks = PicksRow("measure_pick", _("Often asked"))
        self.closing_button = SecondButton(_("Hand over for the closing check"), "message-circle-question-mark")
        self.closing_button.setObjectName("note_closing_button")
        self.next_visit = NextVisitRow()
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = boxed(row(None, self.discard_button, self.finish_button))
        head = TwoColumns(boxed(row(self.title, None)), buttons, (1, 0), 8, 480)
        self.body = column(self.formats, 4, self.fields, 6, self.home, 12, self.on_body, 16, gap=0)
        self.body.addWidget(Words(_("Before → after, the client’s numbers, 0 to 10"), "heading", "muted"))
        self.body.addSpacing(8)
        self.body.addLayout(self.ratings_column)
        self.body.addWidget(self.add_rating_button)
        self.body.addSpacing(4)
        self.body.addWidget(self.measure_picks)
        self.body.addSpacing(12)
        self.body.addWidget(self.goals)
        self.body.addSpacing(12)
        self.body.addLayout(row(self.closing_button, None))
        self.body.addSpacing(20)
        self.body.addWidget(self.next_visit)
        self.body.addSpacing(24)
        self.body.addWidget(self.day_box)
        self.body.addSpacing(20)
        self.body.addWidget(self.private)
        self.body.addStretch(1)
        self.scroll_area = ScrollColumn()
        self.scroll_area.column.addLayout(self.body)
        self.scroll_area.column.setContentsMargins(0, 4, 4, 32)
        self.outer = column(head, self.scroll_area, gap=0)
        self.outer.addWidget(self.dock)
        self.setLayout(self.outer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where a note is low, words to tap would take the room of its fields: there they follow these.
        low = self.height() < theme.px(_LOW)
        if low != (self.body.indexOf(self.dock) >= 0):
            if low:
                self.body.insertWidget(self.body.indexOf(self.fields) + 1, self.dock)
            else:
                self.outer.addWidget(self.dock)
            self._order_tabs()

    def _connect(self) -> None:
        self.fields.edited.connect(self._touched)
        self.fields.rebuilt.connect(self._rebuilt)
        self.home.edited.connect(self._touched)
        self.home.rebuilt.connect(self._order_tabs)
        self.on_body.edited.connect(self._marked)
        self.on_body.rebuilt.connect(self._order_tabs)
        self.goals.edited.connect(self._touched)
        self.clock.wanted.connect(self._show_clock)
        self.day_edit.textEdited.connect(self._touched)
        self.formats.chosen.connect(self._change_format)
        self.formats.layout_wanted.connect(self.layout_wanted)
        self.carry_button.clicked.connect(self.fields.carry)
        self.add_rating_button.clicked.connect(self._add_rating)
        self.measure_picks.picked.connect(self._pick_measure)
        self.finish_button.clicked.connect(self._finish)
        self.discard_button.clicked.connect(self._discard)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self._finish)

    def take_focus(self) -> None:
        """Put the cursor where the note begins."""
        self.edits[NoteKey.ASKED].setFocus()

    def load(self, session: Session, offered: tuple[NoteField, ...], measures: tuple[str, ...], today: date) -> None:
        """Show a note; the one that is being typed is left alone."""
        if session.id == self.session_id:
            return
        self.session_id = session.id
        self._filling = True
        note = session.note
        self.title.setText(_("Note of visit {n}").format(n=session.number))
        self._day = note.day
        self.day_edit.set_day(note.day)
        self._show_ratings(note.ratings or tuple(Rating(measure) for measure in measures))
        self.formats.show_format(note.format)
        self.home.load(note.home, home_care.offered(session.client_id))
        self.goals.show_goals(worked_on.offered(session.client_id), note.goals)
        self.private.load(session.id)
        self.clock.show_time(note_habits.shows_clock())
        self.clock.begin()
        self.fields.load(note, offered, note_layouts.of(note.format))
        self.on_body.load(session)
        self.tapping.load(session.client_id, note.marks)
        self.day_box.problem.hide()
        if self._held.load(session.client_id, session.id) and (unread := day_that_is_none(self)) is not None:
            self.day_box.problem.set_or_hide(unread[1])
        self._order_tabs()
        self._filling = False

    def forget(self) -> None:
        """Show nothing; the next note is loaded anew."""
        self.autosave.forget()
        self.private.load(0)
        self.on_body.forget()
        self.session_id = 0

    def note(self) -> NoteDraft:
        """The note as it stands; while its day is none, the day it had."""
        self._day = self.day_edit.day_or_none() or self._day
        return NoteDraft(
            self._day,
            self.formats.note_format,
            self.fields.fields(),
            tuple(rating for line in self.rating_rows if (rating := line.rating()) is not None),
            self.promise_edit.words(),
            self.goals.goals(),
            home=self.home.home(),
            marks=self.on_body.marks(),
        )

    def _rebuilt(self) -> None:
        self.carry_button.setVisible(bool(self.fields.offerable()))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as the eye does, whatever the order of the fields."""
        stops: list[QWidget] = [self.discard_button, self.finish_button]
        stops += (*self.formats.stops(), *self.fields.stops())
        low = self.body.indexOf(self.dock) >= 0
        stops += self.dock.stops() if low else ()
        stops += (*self.home.stops(), *self.on_body.stops())
        for rating in self.rating_rows:
            stops += (rating.measure_edit, rating.before_scale, rating.after_scale)
        stops += (
            self.add_rating_button,
            *self.measure_picks.buttons,
            *self.goals.chips,
            self.closing_button,
            *self.next_visit.week_buttons,
            self.day_edit,
        )
        stops += self.private.stops()
        stops += () if low else self.dock.stops()
        set_tab_order(stops)

    def _change_format(self) -> None:
        self.lay_out()
        self._touched()

    def lay_out(self) -> None:
        """Put the fields under the sections of the format as they are now."""
        self.fields.lay_out(note_layouts.of(self.formats.note_format))

    def _show_ratings(self, ratings: tuple[Rating, ...]) -> None:
        emptied(self.ratings_column)
        self.rating_rows = []
        for rating in ratings or (Rating(""),):
            self._append_rating(rating)
        self._offer_measures()

    def _offer_measures(self) -> None:
        """What is mostly rated, but for what stands here."""
        there = {folded(line.measure_edit.words()) for line in self.rating_rows}
        self.measure_picks.show_words([name for name in measure.usual() if folded(name) not in there])

    def _pick_measure(self, name: str) -> None:
        """Ask for this number as well: in a row that is still empty, else in one of its own."""
        empty = [each for each in self.rating_rows if not each.measure_edit.words() and each.rating() is None]
        line = empty[0] if empty else self._append_rating(Rating(""))
        line.measure_edit.set_words(name)
        self._offer_measures()
        self._order_tabs()
        line.before_scale.setFocus()

    def _append_rating(self, rating: Rating) -> RatingRow:
        line = RatingRow(rating, len(self.rating_rows) + 1)
        line.edited.connect(self._touched)
        self.rating_rows.append(line)
        self.ratings_column.addWidget(line)
        return line

    def _add_rating(self) -> None:
        line = self._append_rating(Rating(""))
        self._order_tabs()
        line.measure_edit.setFocus()

    def _marked(self) -> None:
        self.tapping.offer_marked(self.on_body.marks())
        self._touched()

    def _touched(self) -> None:
        if not self._filling:
            self.autosave.touched()

    def _store(self) -> bool:
        if not self.session_id:
            return True
        return self.desk.keep(sessions.keep, self.session_id, self.note()) and self._held.keep_days()

    def flush(self) -> bool:
        """Store what is being typed; False when it could not be stored."""
        return self.autosave.flush() and self.private.flush()

    def _show_clock(self, shown: bool) -> None:
        self.desk.keep(note_habits.show_clock, shown)

    def _finish(self) -> None:
        if not self.session_id or not self.isVisible() or not self.flush():
            return
        unread = day_that_is_none(self)
        self.day_box.complain(unread[1] if unread is not None else "")
        if unread is None:
            self.finished.emit(self.session_id)

    def _discard(self) -> None:
        if self.flush():
            self.discarded.emit(self.session_id)
