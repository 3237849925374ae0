"""The private log of boundaries: one quiet line in the profile until the therapist opens it, and closed when left."""

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.boundary import BoundaryNote, kind_words
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import boundaries
from alliance_desktop.ui.clients.boundary_dialog import BoundaryDialog
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, day_words


class BoundarySection(QWidget):
    """Whoever looks at the profile together sees one link that names nothing; leaving the page closes it again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._client_id = desk, 0
        self.open_button = LinkButton("", "lock")
        self.open_button.setObjectName("boundaries_button")
        self.note_button = SecondButton(_("Note something"), "pen-line")
        self.note_button.setObjectName("boundary_note_button")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        hint = _("Gifts, other relations, late calls: what happened, what you said, what comes next.")
        private = _("For you alone: never printed, never shown to a client, and not found by the search.")
        self.inside = boxed(
            column(Words(hint), Words(private, "small", "muted"), row(self.note_button, None), self._rows, gap=10)
        )
        self.setLayout(column(row(self.open_button, None), self.inside, gap=8))
        self.open_button.clicked.connect(self._turn)
        self.note_button.clicked.connect(self.note)
        self._open(False)

    @property
    def is_open(self) -> bool:
        """True while the log is in sight."""
        return not self.inside.isHidden()

    def show_client(self, client_id: int) -> None:
        """Be about this client from now on; the log of another one is closed first."""
        if client_id != self._client_id:
            self._client_id = client_id
            self._open(False)
        elif self.is_open:
            self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Once the page is left or the screen is given to a client, who has the program's other window hidden.
        if not event.spontaneous():
            self._open(False)

    def _turn(self) -> None:
        self._open(not self.is_open)

    def _open(self, opened: bool) -> None:
        emptied(self._rows)
        self.inside.setVisible(opened)
        self.open_button.rename(_("Close the private notes") if opened else _("Private notes"))
        if opened:
            self._fill()

    def _fill(self) -> None:
        emptied(self._rows)
        for entry in boundaries.of(self._client_id):
            self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(entry))

    def _row(self, entry: BoundaryNote) -> QWidget:
        draft, day = entry.draft, day_words(entry.draft.day, self._desk.today())
        leave_out = LinkButton(_("Leave out"), "x")
        leave_out.setObjectName(f"leave_out_boundary_{entry.id}_button")
        leave_out.setAccessibleName(_("Leave out the entry of {day}").format(day=day))
        leave_out.clicked.connect(partial(self._leave_out, entry.id))
        title = _("{kind}, {day}").format(kind=kind_words(draft.kind), day=day)
        head = row(gap=8)
        head.addWidget(Words(title, "strong"), 1)
        head.addWidget(leave_out)
        lines = column(head, Words(draft.happened), gap=6)
        if draft.did:
            lines.addWidget(VoiceBlock(draft.did, Whose.THERAPIST, _("said or done"), role="body"))
        if draft.next:
            lines.addWidget(Words(_("Next: {what}").format(what=draft.next)))
        return boxed(lines)

    def note(self) -> None:
        """Open the form of a new entry, with what was left in it."""
        dialog = BoundaryDialog.open_for(self, self._desk.today())
        FormTaker(self._desk, dialog, Form.BOUNDARY, self._client_id, 0, self._keep)

    def _keep(self, draft: object) -> BoundaryNote | None:
        kept = self._desk.perform(boundaries.note, self._client_id, draft)
        if kept is not None:
            self._open(True)
        return kept

    def _leave_out(self, note_id: int) -> None:
        self._desk.perform_undoable(_("The entry is left out."), self._bring_back, boundaries.take_back, note_id)

    def _bring_back(self, entry: BoundaryNote) -> None:
        self._desk.perform(boundaries.bring_back, entry.id)
