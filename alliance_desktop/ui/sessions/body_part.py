"""The body in a note: folded until it is wanted or bears marks; what is marked is stored with the note."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.marked_visit import as_last_time
from alliance_desktop.domain.session import Session
from alliance_desktop.services import clients, practice, sessions
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.plan_parts.body_editor import BodyEditor
from alliance_desktop.ui.widgets.body_chart import Room
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted, day_words

# The figure stays in sight whole in a note of usual height, beside its choices in one of usual width.
_HIGH = 420
_ROOM = Room(640, (5, 8))


class BodyPart(QWidget):
    """Both mark here what is felt, found and done; ``marked`` carries what was marked last.

    Where the visit before had marks and this one has none yet, they can be taken over.
    """

    edited = Signal()
    rebuilt = Signal()
    marked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._before: tuple[Mark, ...] = ()
        self._known: set[str] = set()
        self._offer: object = None
        self.editor = BodyEditor(tall=True, room=_ROOM)
        title = Words(_("On the body"), "heading", "muted")
        self.fold = Fold("add_note_body_button", _("Mark on the body"), self.editor, title=title)
        self.again_button = LinkButton(_("As last time"), "repeat-2")
        self.again_button.setObjectName("body_again_button")
        self.again_words = Words("", "small", "muted")
        again = row(self.again_button, gap=8)
        again.addWidget(self.again_words, 1)
        self._again = boxed(again)
        self.setLayout(column(self.fold, self._again, gap=0))
        self.fold.unfolded.connect(self._open)
        self.again_button.clicked.connect(self._take_over)
        self.editor.edited.connect(self._edited)
        self.editor.rebuilt.connect(self.rebuilt)
        self.editor.removed.connect(self._offer_undo)
        desk.undo_offered.connect(self._follow_offer)

    def load(self, session: Session) -> None:
        """Be about one visit's note."""
        self.forget()
        client, before = clients.one(session.client_id), sessions.last(session.client_id, session)
        self._before = before.note.marks if before is not None else ()
        if before is not None:
            day = day_words(before.note.day, self.desk.today())
            self.again_words.setText(_("What was marked on {day}; how strong it is, is asked anew.").format(day=day))
            self.again_button.setAccessibleName(_("Mark the body as last time, {day}").format(day=day))
        self._known = {mark.uid for mark in session.note.marks}
        self.editor.show_marks(session.note.marks, (client.called, practice.current().first_name))
        self._fit()
        self.fold.show_filled(bool(session.note.marks))
        self._show_again()

    def forget(self) -> None:
        """The note goes: what was taken away from it cannot be put back into another one."""
        if self._offer is not None:
            self.desk.end_undo()
        self._offer = None

    def marks(self) -> tuple[Mark, ...]:
        """All marks, in the order they were made."""
        return self.editor.marks()

    def stops(self) -> list[QWidget]:
        """Where Tab goes."""
        return [self.fold.button, *self.editor.stops, self.again_button]

    def _open(self) -> None:
        self.editor.open()
        self._fit()
        if self.editor.chart is not None:
            # Once the part has its height, so that what is scrolled follows the cursor all the way.
            QTimer.singleShot(0, self.editor.chart.figure, self.editor.chart.figure.setFocus)

    def _fit(self) -> None:
        """The whole figure beside the words to tap below the note."""
        if self.editor.chart is not None:
            self.editor.chart.figure.keep_to(_HIGH)

    def _edited(self) -> None:
        fresh = [mark for mark in self.marks() if mark.uid not in self._known]
        self._known |= {mark.uid for mark in fresh}
        self._show_again()
        self.edited.emit()
        if fresh:
            self.marked.emit(fresh[-1])

    def _show_again(self) -> None:
        self._again.setVisible(bool(self._before) and not self.marks())

    def _take_over(self) -> None:
        taken = as_last_time(self._before, lambda: str(uuid.uuid4()))
        self._replace(taken)
        self._open()
        told = counted("{n} mark is taken over.", "{n} marks are taken over.", len(taken))
        self._offer_undo(told, partial(self._give_back, {mark.uid for mark in taken}))

    def _give_back(self, taken: set[str]) -> None:
        self._replace(tuple(mark for mark in self.marks() if mark.uid not in taken))

    def _replace(self, marks: tuple[Mark, ...]) -> None:
        self.fold.show_filled(True)
        self.editor.open()
        if self.editor.chart is not None:
            self.editor.chart.show_marks(marks)
        self._fit()
        self._known |= {mark.uid for mark in marks}
        self._edited()

    def _offer_undo(self, told: str, undo: Callable[[], object]) -> None:
        self._offer = undo
        self.desk.offer_undo(told, undo)

    def _follow_offer(self, _told: str, undo: object) -> None:
        if undo is not self._offer:
            self._offer = None
