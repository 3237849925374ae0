"""The note under work: quick or SOAP over the same fields, the client's numbers, stored while typing."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.session import (
    QUICK,
    SOAP,
    NoteDraft,
    NoteField,
    NoteFormat,
    NoteKey,
    Rating,
    Session,
    field_words,
    soap_words,
    whose_field,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import sessions
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.consent_parts.consent_chips import ConsentChips
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import HeldWords
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.sessions.carried_row import CarriedRow
from alliance_desktop.ui.sessions.field_label import field_label
from alliance_desktop.ui.sessions.next_visit_row import NextVisitRow
from alliance_desktop.ui.sessions.rating_row import RatingRow
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.typed import day_that_is_none
from alliance_desktop.ui.widgets.buttons import LinkButton, MainButton, SecondButton
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.fields import DayField, Labelled
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class NoteEditor(QWidget):
    """Loads a note once and keeps it while it is typed; signing locks it for good."""

    finished = Signal(int)
    discarded = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.session_id = 0
        self._day = desk.today()
        self._filling = False
        self._carried: dict[NoteKey, NoteField] = {}
        self._offered: tuple[NoteField, ...] = ()
        self.rating_rows: list[RatingRow] = []
        self._build()
        self._connect()
        self._held = HeldWords(desk, self, Form.NOTE)
        self.autosave = Autosave(desk, self._store, self)

    def _build(self) -> None:
        self.title = Words("", "title").one_line()
        self.consent_chips = ConsentChips()
        self.finish_button = MainButton(_("Sign and finish"), "pen-line", "Ctrl+Return")
        self.finish_button.setObjectName("finish_button")
        self.discard_button = LinkButton(_("Throw away"), "trash-2")
        self.discard_button.setObjectName("discard_button")
        self.format_choice = Segmented(
            "format_choice", _("Layout of the note"), [(_("Quick"), NoteFormat.QUICK), (_("SOAP"), NoteFormat.SOAP)]
        )
        self.day_edit = DayField()
        self.day_box = Labelled(_("Day of the visit"), self.day_edit, "day_edit")
        self.carry_button = LinkButton(_("Carry forward from last time"), "history")
        self.carry_button.setObjectName("carry_button")
        self.edits: dict[NoteKey, VoiceEdit] = {}
        self.labels: dict[NoteKey, Words] = {}
        for key in NoteKey:
            self.edits[key] = VoiceEdit(whose_field(key), field_words(key), f"{key}_edit", lines=1)
            self.labels[key] = field_label(key)
        self.carried_rows = {key: CarriedRow(key) for key in sessions.CARRIED}
        self.rows: dict[NoteKey, FieldRow] = {}
        for key, edit in self.edits.items():
            inside = column(edit, gap=0)
            if key in self.carried_rows:
                inside.addWidget(self.carried_rows[key])
            self.rows[key] = FieldRow(self.labels[key], boxed(inside))
        self.promise_edit = VoiceEdit(
            Whose.THERAPIST, _("I promise"), "promise_edit", _("What you will do for them, shown until it is done")
        )
        self.promise_row = FieldRow(Words(_("I promise"), "heading", "accent"), self.promise_edit)
        self.fields_column = QVBoxLayout()
        self.fields_column.setSpacing(0)
        self.ratings_column = QVBoxLayout()
        self.add_rating_button = LinkButton(_("Add a number"), "plus")
        self.add_rating_button.setObjectName("add_rating_button")
        self.keep = boxed(column())
        for line in (*self.rows.values(), self.promise_row):
            line.setParent(self.keep)
        self.keep.hide()
        self.closing_button = SecondButton(_("Hand over for the closing check"), "message-circle-question-mark")
        self.closing_button.setObjectName("note_closing_button")
        self.next_visit = NextVisitRow()
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = boxed(row(None, self.discard_button, self.finish_button))
        head = TwoColumns(boxed(row(self.title, None)), buttons, (1, 0), 8, 480)
        carry = boxed(row(self.carry_button, None))
        formats = TwoColumns(boxed(row(self.format_choice)), carry, (0, 1), 8, 400)
        self.body = column(self.consent_chips, 8, formats, 12, self.fields_column, 18, gap=0)
        self.body.addWidget(Words(_("Before → after, the client’s numbers, 0 to 10"), "heading", "muted"))
        self.body.addSpacing(8)
        self.body.addLayout(self.ratings_column)
        self.body.addWidget(self.add_rating_button)
        self.body.addSpacing(24)
        self.body.addLayout(row(self.closing_button, None))
        self.body.addSpacing(20)
        self.body.addWidget(self.next_visit)
        self.body.addSpacing(24)
        self.body.addWidget(self.day_box)
        self.body.addStretch(1)
        scroll = ScrollColumn()
        scroll.column.addLayout(self.body)
        scroll.column.setContentsMargins(0, 8, 4, 32)
        outer = column(head, scroll, self.keep, gap=0)
        self.setLayout(outer)

    def _connect(self) -> None:
        for key, edit in self.edits.items():
            edit.edited.connect(self._touched)
            if key in self.carried_rows:
                self.carried_rows[key].kept.connect(self._keep_carried)
                self.carried_rows[key].dropped.connect(self._drop_carried)
        self.promise_edit.edited.connect(self._touched)
        self.day_edit.textEdited.connect(self._touched)
        self.format_choice.chosen.connect(self._change_format)
        self.carry_button.clicked.connect(self._carry)
        self.add_rating_button.clicked.connect(self._add_rating)
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
        self._offered = offered
        self._filling = True
        note = session.note
        self.title.setText(_("Note of visit {n}").format(n=session.number))
        self._day = note.day
        self.day_edit.set_day(note.day)
        self._carried = {field.key: field for field in note.fields if field.waits}
        for key, edit in self.edits.items():
            edit.set_words("" if key in self._carried else note.words(key))
        self.promise_edit.set_words(note.promise)
        self.format_choice.set_value(note.format)
        self._show_ratings(note.ratings or tuple(Rating(measure) for measure in measures))
        self._arrange()
        self.day_box.problem.hide()
        if self._held.load(session.client_id, session.id) and (unread := day_that_is_none(self)) is not None:
            self.day_box.problem.set_or_hide(unread[1])
        self._filling = False

    def forget(self) -> None:
        """Show nothing; the next note is loaded anew."""
        self.autosave.forget()
        self.session_id = 0

    def note(self) -> NoteDraft:
        """The note as it stands; while its day is none, the day it had."""
        self._day = self.day_edit.day_or_none() or self._day
        fields = []
        for key, edit in self.edits.items():
            words = edit.words()
            if key in self._carried and not words:
                fields.append(self._carried[key])
            elif words:
                fields.append(NoteField(key, words))
        return NoteDraft(
            self._day,
            NoteFormat(str(self.format_choice.value())),
            tuple(fields),
            tuple(rating for line in self.rating_rows if (rating := line.rating()) is not None),
            self.promise_edit.words(),
        )

    def _arrange(self) -> None:
        """Put the fields into the order of the format; a field with words is shown in either."""
        while self.fields_column.count():
            item = self.fields_column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.setParent(self.keep)
                if widget.property("part"):
                    widget.deleteLater()
        if self.format_choice.value() is NoteFormat.SOAP:
            for keys, part in zip(SOAP, soap_words(), strict=True):
                title = Words(part, "strong")
                title.setProperty("part", True)
                self.fields_column.addWidget(title)
                self.fields_column.addSpacing(8)
                self._place(keys)
        else:
            think = (NoteKey.THINK,) if self.edits[NoteKey.THINK].words() or NoteKey.THINK in self._carried else ()
            self._place((*QUICK[:-1], *think, QUICK[-1]))
        self.fields_column.addWidget(self.promise_row)
        self.promise_row.show()
        self.carry_button.setVisible(bool(self._offerable()))
        self._order_tabs()

    def _place(self, keys: tuple[NoteKey, ...]) -> None:
        for key in keys:
            waiting = self._carried.get(key)
            self.edits[key].setVisible(waiting is None)
            if key in self.carried_rows:
                self.carried_rows[key].setVisible(waiting is not None)
            if waiting is not None:
                self.carried_rows[key].show_field(waiting)
            self.fields_column.addWidget(self.rows[key])
            self.rows[key].show()
            self.fields_column.addSpacing(10)

    def _order_tabs(self) -> None:
        """Tab goes as the eye does, whatever the order of the fields."""
        stops: list[QWidget] = [self.discard_button, self.finish_button, *self.consent_chips.stops]
        stops += self.format_choice.segments
        stops.append(self.carry_button)
        items = [self.fields_column.itemAt(place) for place in range(self.fields_column.count())]
        placed = [item.widget() for item in items if item is not None]
        for key in sorted(self.rows, key=lambda key: placed.index(self.rows[key]) if self.rows[key] in placed else -1):
            stops.append(self.edits[key])
            stops += self.carried_rows[key].buttons if key in self.carried_rows else ()
        stops.append(self.promise_edit)
        for rating in self.rating_rows:
            stops += (rating.measure_edit, rating.before_scale, rating.after_scale)
        stops += (self.add_rating_button, self.closing_button, self.day_edit)
        set_tab_order(stops)

    def _change_format(self) -> None:
        self._arrange()
        self._touched()

    def _offerable(self) -> list[NoteField]:
        """What could still be carried forward: fields that are empty here."""
        return [f for f in self._offered if not self.edits[f.key].words() and f.key not in self._carried]

    def _carry(self) -> None:
        brought = self._offerable()
        self._carried |= {field.key: field for field in brought}
        self._arrange()
        self._touched()
        if brought:
            first = min(brought, key=lambda field: self.rows[field.key].y())
            self.carried_rows[first.key].keep_button.setFocus()

    def _keep_carried(self, key: str) -> None:
        field = self._carried.pop(NoteKey(key))
        self.edits[field.key].set_words(field.words)
        self._arrange()
        self._touched()
        self.edits[field.key].setFocus()

    def _drop_carried(self, key: str) -> None:
        self._carried.pop(NoteKey(key))
        self._arrange()
        self._touched()

    def _show_ratings(self, ratings: tuple[Rating, ...]) -> None:
        emptied(self.ratings_column)
        self.rating_rows = []
        for rating in ratings or (Rating(""),):
            self._append_rating(rating)

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

    def _touched(self) -> None:
        if not self._filling:
            self.autosave.touched()

    def _store(self) -> bool:
        if not self.session_id:
            return True
        return self.desk.keep(sessions.keep, self.session_id, self.note()) and self._held.keep_days()

    def flush(self) -> bool:
        """Store what is being typed; False when it could not be stored."""
        return self.autosave.flush()

    def _finish(self) -> None:
        if not self.session_id or not self.isVisible() or not self.autosave.flush():
            return
        unread = day_that_is_none(self)
        self.day_box.complain(unread[1] if unread is not None else "")
        if unread is None:
            self.finished.emit(self.session_id)

    def _discard(self) -> None:
        if self.autosave.flush():
            self.discarded.emit(self.session_id)
