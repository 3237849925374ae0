"""The history of visits, newest first, and beside it the note that is open."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from alliance_desktop.domain.consent import ConsentDraft, ConsentKind
from alliance_desktop.domain.held_form import Form, HeldForm
from alliance_desktop.domain.session import AddendumDraft, NoteFormat, Section, Session, SessionLine
from alliance_desktop.services import (
    appointments,
    clients,
    consents,
    note_layouts,
    practice,
    private_notes,
    sessions,
    statements,
)
from alliance_desktop.ui.booking import Booking
from alliance_desktop.ui.consent_parts.consenting import Consenting
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.page import ClientTab
from alliance_desktop.ui.sessions.addendum_dialog import AddendumDialog
from alliance_desktop.ui.sessions.layout_dialog import LayoutDialog
from alliance_desktop.ui.sessions.note_editor import NoteEditor
from alliance_desktop.ui.sessions.note_view import NoteView
from alliance_desktop.ui.sessions.statement_dialog import StatementDialog
from alliance_desktop.ui.widgets.beside_list import BesideList
from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.empty_state import EmptyState
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.words import _, day_words


class SessionsTab(ClientTab):
    """A list at the left; at the right one note to read or to write.

    ``closing_wanted`` asks for the screen to be given to the client, who says how it was, ``consent_wanted`` to
    read and sign a consent, and ``statement_wanted`` to say something to a signed note; ``summary_wanted`` asks for
    the summary of a visit on paper.
    """

    closing_wanted = Signal(int)
    consent_wanted = Signal(int, object)
    statement_wanted = Signal(int, int)
    summary_wanted = Signal(int)

    def _build(self) -> None:
        self._shown = 0
        self.booking = Booking(self.desk, self)
        self.session_list = RecordList("session_list", _("Visits"), self._row, 72)
        self.begin_button = MainButton(_("Start the first note"), "pen-line")
        self.begin_button.setObjectName("begin_note_button")
        self.empty = EmptyState(
            "book-open", _("Each visit has its note here: asked for, found, did, response, next."), self.begin_button
        )
        self.editor = NoteEditor(self.desk)
        self.consenting = Consenting(self.desk, self)
        self.view = NoteView(self.desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.editor)
        self.stack.addWidget(self.view)
        self.both = BesideList(self.stack, self.session_list, _("All visits"))
        self.both.setContentsMargins(0, 16, 0, 0)
        outer = column(self.empty)
        outer.addWidget(self.both, 1)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self.start_note)
        self.session_list.record_chosen.connect(self.show_session)
        self.session_list.record_chosen.connect(self.both.close_list)
        self.session_list.selectionModel().currentChanged.connect(self._moved)
        self.editor.finished.connect(self._finish)
        self.editor.closing_button.clicked.connect(self._hand_over)
        self.editor.next_visit.wanted.connect(self._book)
        self.editor.discarded.connect(self._discard)
        self.editor.layout_wanted.connect(self._change_layout)
        self.view.addition_wanted.connect(self._add)
        self.view.summary_wanted.connect(self.summary_wanted)
        self.view.statements.wanted.connect(self._state)
        self.editor.consent_chips.look_wanted.connect(self._look_at_consent)
        self.editor.consent_chips.ask_wanted.connect(self._ask_for_consent)
        self.consenting.hand_over_wanted.connect(self._hand_over_consent)

    def _book(self, weeks: int) -> None:
        if self.leave():
            self.booking.add(self.client_id, self.desk.today() + timedelta(weeks=weeks))

    def _hand_over(self) -> None:
        if self.leave():
            self.closing_wanted.emit(self.client_id)

    def _look_at_consent(self, kind: ConsentKind) -> None:
        if self.leave():
            self.consenting.look(self.client_id, kind)

    def _ask_for_consent(self, kind: ConsentKind) -> None:
        if self.leave():
            self.consenting.record(self.client_id, kind)

    def _hand_over_consent(self, client_id: int, draft: ConsentDraft) -> None:
        if self.leave():
            self.consent_wanted.emit(client_id, draft)

    def show_client(self, client_id: int) -> None:
        if client_id != self.client_id:
            self._shown = 0
        super().show_client(client_id)

    def refresh(self) -> None:
        lines = sessions.lines(self.client_id)
        self.empty.setVisible(not lines)
        self.both.setVisible(bool(lines))
        if not lines:
            self.editor.forget()
            return
        if self._shown not in {line.id for line in lines}:
            self._shown = lines[0].id
        self.session_list.selectionModel().blockSignals(True)
        self.session_list.show_records(lines)
        place = next(n for n, line in enumerate(lines) if line.id == self._shown)
        self.session_list.setCurrentIndex(self.session_list.records.index(place))
        self.session_list.selectionModel().blockSignals(False)
        self._show_note()

    def _row(self, line: SessionLine) -> Row:
        state = _("draft") if not line.signed else _("added to") if line.addenda else ""
        title = _("{n} · {day}").format(n=line.number, day=day_words(line.day, self.desk.today()))
        parts = [line.words, *(_("worked on: {goal}").format(goal=goal) for goal in line.goals)]
        told = _(" · ").join(part for part in parts if part)
        return Row(title, told or " ", right=state, right_token="warning" if not line.signed else "muted")

    def _moved(self) -> None:
        chosen = self.session_list.chosen_id()
        if chosen is not None and chosen != self._shown:
            self.show_session(chosen)

    def show_session(self, session_id: int) -> None:
        """Show one visit's note; what is being typed is stored first, or stays in sight."""
        if self.leave():
            self._shown = session_id
        self.refresh()

    def _show_note(self) -> None:
        session = sessions.one(self._shown)
        if session.is_signed:
            self.view.show_session(session, self.desk.today())
            called = clients.one(self.client_id).called
            self.view.statements.show_statements(statements.of(session.id), called, self.desk.today())
            self.stack.setCurrentWidget(self.view)
        else:
            measures = sessions.measures(self.client_id)
            self.editor.load(session, sessions.carried(self.client_id, session), measures, self.desk.today())
            today = self.desk.today()
            self.editor.next_visit.show_booked(appointments.booked_after(self.client_id, today), today)
            self.editor.consent_chips.show_consents(consents.of(self.client_id), today)
            self.stack.setCurrentWidget(self.editor)

    def start_note(self) -> None:
        """Open today's note, or the one that is not signed yet."""
        session = self.desk.perform(sessions.begin, self.client_id) if self.leave() else None
        if session is not None:
            self.show_session(session.id)
            self.editor.take_focus()

    def _finish(self, session_id: int) -> None:
        signed = self.desk.perform(sessions.finish, session_id, practice.current().therapist)
        if signed is not None:
            self.editor.forget()
            self.refresh()
            # What was written in is gone from sight, and the keyboard with it.
            self.session_list.setFocus()
            self.desk.say(_("The note is signed and locked. Later changes are additions with a reason."))

    def _discard(self, session_id: int) -> None:
        told, private = _("The note is thrown away."), private_notes.of(session_id)
        undo = partial(self._bring_back, private)
        if self.desk.perform_undoable(told, undo, sessions.discard, session_id) is not None:
            self.editor.forget()
            self.refresh()

    def _bring_back(self, private: str, gone: Session) -> None:
        # What is typed into the next note is stored first, so that it is not written over; then the old one is shown.
        if self.leave() and self.desk.perform(sessions.bring_back, gone, private=private) is not None:
            self.editor.forget()
            self.refresh()

    def _change_layout(self, session_id: int = 0) -> None:
        dialog = LayoutDialog.open_for(self, note_layouts.of(NoteFormat.OWN))
        about = session_id or self._shown
        FormTaker(self.desk, dialog, Form.LAYOUT, self.client_id, about, self._keep_layout)

    def _keep_layout(self, sections: tuple[Section, ...]) -> object:
        told = _("Your layout is changed. Signed notes keep theirs.")
        before = self.desk.perform_undoable(told, self._layout_back, note_layouts.keep, sections)
        self.editor.lay_out()
        return before

    def _layout_back(self, before: tuple[Section, ...]) -> None:
        self.desk.perform(note_layouts.put_back, before)
        self.editor.lay_out()

    def _add(self, session_id: int) -> None:
        dialog = AddendumDialog.open_for(self)
        take = partial(self._keep_addition, session_id)
        FormTaker(self.desk, dialog, Form.ADDENDUM, self.client_id, session_id, take)

    def _state(self) -> None:
        dialog = StatementDialog.open_for(self, clients.one(self.client_id).called)
        take = partial(self.desk.perform, statements.dictate, self._shown)
        taker = FormTaker(self.desk, dialog, Form.STATEMENT, self.client_id, self._shown, take)
        dialog.hand_over_wanted.connect(partial(self._hand_over_statement, taker, self._shown))

    def _hand_over_statement(self, taker: FormTaker, session_id: int) -> None:
        """What is typed already goes on in the client's hands."""
        taker.hand_on()
        self.statement_wanted.emit(self.client_id, session_id)

    def _keep_addition(self, session_id: int, added: AddendumDraft) -> Session | None:
        return self.desk.perform(sessions.add, session_id, added.words, added.reason, practice.current().therapist)

    def go_on_with(self, held: HeldForm) -> None:
        """Show the note that was being added to or dated, with what was typed."""
        self.show_session(held.about_id)
        if held.form is Form.ADDENDUM:
            self._add(held.about_id)
        elif held.form is Form.LAYOUT:
            # The note it was made at may be gone.
            self._change_layout(held.about_id)
        elif held.form is Form.STATEMENT:
            self._state()

    def leave(self) -> bool:
        return self.editor.flush() and self.view.private.flush()
