"""What somebody says about one mark: it belongs to whoever made the mark, and looks and sounds like them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain import body_mark
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class MarkNote(QWidget):
    """Edits the note of the mark that is shown; there is nothing to see while there is none.

    A note has the voice of its mark's author. What a client says of a place they marked is kept to the letter and
    stands between quotation marks; what the therapist notes of a place they marked stands without.
    """

    edited = Signal()

    def __init__(self, name: str, client: str, therapist: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_note")
        self._uid, self._whose = "", Whose.CLIENT
        says = _("{name} says about it").format(name=client) if client else _("The client says about it")
        notes = _("{name} notes about it").format(name=therapist) if therapist else _("I note about it")
        both = _("Both say about it")
        self.edits = {
            Whose.CLIENT: VoiceEdit(Whose.CLIENT, says, f"{name}_client_note_edit"),
            Whose.THERAPIST: VoiceEdit(Whose.THERAPIST, notes, f"{name}_therapist_note_edit"),
            Whose.BOTH: VoiceEdit(Whose.BOTH, both, f"{name}_both_note_edit"),
        }
        self._heads = {
            Whose.CLIENT: Words(says, "heading", "clay"),
            Whose.THERAPIST: Words(notes, "heading", "accent"),
            Whose.BOTH: Words(both, "heading", "muted"),
        }
        parts = [part for whose in Whose for part in (self._heads[whose], self.edits[whose])]
        self.setLayout(column(*parts, gap=4))
        for edit in self.edits.values():
            edit.edited.connect(self._tell)
        self._filling = False
        self.show_mark(None)

    def show_mark(self, mark: Mark | None) -> None:
        """Be about this mark; what is being typed about it already is left alone."""
        self.setVisible(mark is not None)
        if mark is None:
            self._uid = ""
            return
        edit = self.edits[mark.whose]
        for whose, each in self.edits.items():
            each.setVisible(whose is mark.whose)
            self._heads[whose].setVisible(whose is mark.whose)
        if mark.uid != self._uid or edit.words() != mark.note:
            self._filling = True
            edit.set_words(mark.note)
            self._filling = False
        self._uid, self._whose = mark.uid, mark.whose
        edit.text_edit.setAccessibleDescription(body_mark.place_words(mark))

    def uid(self) -> str:
        """The mark that is shown, or nothing."""
        return self._uid

    def words(self) -> str:
        """What is typed about it."""
        return self.edits[self._whose].words()

    def take_focus(self) -> None:
        """Put the cursor into it."""
        self.edits[self._whose].setFocus()

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
