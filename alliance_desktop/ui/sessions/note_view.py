"""A signed note, to be read: its fields in their voices, the numbers, and what was added later."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.note_layout import completed, sections_of
from alliance_desktop.domain.session import Session, field_words, whose_field
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import clients
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column, emptied, row
from alliance_desktop.ui.sessions.field_label import field_label
from alliance_desktop.ui.sessions.private_part import PrivatePart
from alliance_desktop.ui.sessions.statements_view import StatementsView
from alliance_desktop.ui.widgets.before_after import BeforeAfterView
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.marked_body import MarkedBody
from alliance_desktop.ui.widgets.scroll import ScrollColumn
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, clock_words, day_words


class NoteView(QWidget):
    """Nothing here can be rewritten; it can be added to."""

    addition_wanted = Signal(int)
    summary_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session_id = 0
        self.private = PrivatePart(desk, "signed_note")
        self.inside = QVBoxLayout()
        self.inside.setSpacing(0)
        self.add_button = SecondButton(_("Add to this note"), "plus")
        self.add_button.setObjectName("add_to_note_button")
        self.add_button.clicked.connect(self._add)
        self.summary_button = LinkButton(_("Summary for the client"), "printer")
        self.summary_button.setObjectName("visit_summary_button")
        self.summary_button.clicked.connect(self._want_summary)
        self.statements = StatementsView()
        scroll = ScrollColumn()
        acts = row(self.add_button, self.summary_button, None)
        inside = column(self.inside, 16, self.statements, 12, acts, 16, self.private, None, gap=0)
        scroll.column.addLayout(inside)
        scroll.column.setContentsMargins(0, 8, 0, 32)
        self.setLayout(column(scroll))

    def show_session(self, session: Session, today: date) -> None:
        """Show one signed note."""
        self._session_id = session.id
        self.private.load(session.id)
        emptied(self.inside)
        day = day_words(session.note.day, today)
        self.inside.addWidget(Words(_("Visit {n}, {day}").format(n=session.number, day=day), "title"))
        if session.signed_at is not None:
            told = _("Signed by {name}, {day} {time}. It stays as it is.").format(
                name=session.signer,
                day=day_words(session.signed_at.astimezone().date(), today),
                time=clock_words(session.signed_at)[:5],
            )
            line = row(Picture("lock", "muted", 14), gap=8)
            line.addWidget(Words(told, "small", "muted"), 1)
            self.inside.addSpacing(4)
            self.inside.addLayout(line)
        self._fields(session)
        self._body(session)
        if session.note.ratings:
            self.inside.addSpacing(24)
            self.inside.addWidget(Words(_("Before → after, the client’s numbers, 0 to 10"), "heading", "muted"))
        for rating in session.note.ratings:
            self.inside.addSpacing(8)
            self.inside.addWidget(BeforeAfterView(rating.measure, rating.before, rating.after))
        self._additions(session, today)

    def _fields(self, session: Session) -> None:
        by_key = {field.key: field for field in session.note.fields}
        for section in completed(session.sections or sections_of(session.note.format), by_key):
            written = [by_key[key] for key in section.keys if key in by_key]
            if written and len(section.keys) > 1:
                self.inside.addSpacing(14)
                self.inside.addWidget(Words(section.name, "strong"))
            for field in written:
                self.inside.addSpacing(14)
                name = section.name if len(section.keys) == 1 else field_words(field.key)
                block = VoiceBlock(field.words, whose_field(field.key), light=True)
                self.inside.addWidget(FieldRow(field_label(field.key, name), block, drop=4))
        for place, goal in enumerate(session.note.goals):
            self.inside.addSpacing(14 if place == 0 else 6)
            label = Words(_("Worked on") if place == 0 else "", "heading", "clay")
            self.inside.addWidget(FieldRow(label, VoiceBlock(goal.words, Whose.CLIENT), drop=4))
        if session.note.promise:
            block = VoiceBlock(session.note.promise, Whose.THERAPIST, light=True)
            self.inside.addSpacing(14)
            self.inside.addWidget(FieldRow(Words(_("I promised"), "heading", "accent"), block, drop=4))
        for place, words in enumerate(session.note.home):
            self.inside.addSpacing(14 if place == 0 else 6)
            label = Words(_("For at home") if place == 0 else "", "heading", "accent")
            self.inside.addWidget(FieldRow(label, VoiceBlock(words, Whose.THERAPIST, light=True), drop=4))

    def _body(self, session: Session) -> None:
        """What was marked, on the figure and in words."""
        if session.note.marks:
            names = clients.one(session.client_id).called, session.signer.partition(" ")[0]
            self.inside.addSpacing(24)
            self.inside.addWidget(Words(_("On the body"), "heading", "muted"))
            self.inside.addSpacing(8)
            self.inside.addWidget(MarkedBody("note_body", session.note.marks, names))

    def _additions(self, session: Session, today: date) -> None:
        for addendum in session.addenda:
            self.inside.addSpacing(16)
            self.inside.addWidget(Hairline())
            self.inside.addSpacing(12)
            told = _("Added by {name}, {day} {time}, because: {reason}").format(
                name=addendum.author,
                day=day_words(addendum.at.astimezone().date(), today),
                time=clock_words(addendum.at)[:5],
                reason=addendum.reason,
            )
            self.inside.addWidget(VoiceBlock(addendum.words, Whose.THERAPIST, told, light=True))

    def _add(self) -> None:
        self.addition_wanted.emit(self._session_id)

    def _want_summary(self) -> None:
        self.summary_wanted.emit(self._session_id)
