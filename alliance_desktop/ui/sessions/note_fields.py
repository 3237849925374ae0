"""The fields of a note under the sections of its format, and what is carried forward into them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.note_layout import completed
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Section, field_words, whose_field
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import sessions
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.sessions.carried_row import CarriedRow
from alliance_desktop.ui.sessions.field_label import field_label
from alliance_desktop.ui.widgets.field_row import FieldRow
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class NoteFields(QWidget):
    """One store of words, laid out in sections; a field with words is in sight in every layout."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._offered: tuple[NoteField, ...] = ()
        self.carried: dict[NoteKey, NoteField] = {}
        self.edits: dict[NoteKey, VoiceEdit] = {}
        self.labels: dict[NoteKey, Words] = {}
        self.rows: dict[NoteKey, FieldRow] = {}
        self.carried_rows = {key: CarriedRow(key) for key in sessions.CARRIED}
        for key in NoteKey:
            self._make(key)
        self.promise_edit = VoiceEdit(
            Whose.THERAPIST, _("I promise"), "promise_edit", _("What you will do for them, shown until it is done")
        )
        self.promise_edit.edited.connect(self.edited)
        self.promise_row = FieldRow(Words(_("I promise"), "heading", "accent"), self.promise_edit)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._kept = boxed(column())
        self._kept.hide()
        for line in self.rows.values():
            line.setParent(self._kept)
        self.setLayout(column(self._column, self.promise_row, self._kept, gap=0))

    def _make(self, key: NoteKey) -> None:
        edit = self.edits[key] = VoiceEdit(whose_field(key), field_words(key), f"{key}_edit", lines=1)
        self.labels[key] = field_label(key)
        inside = column(edit, gap=0)
        if key in self.carried_rows:
            inside.addWidget(self.carried_rows[key])
            self.carried_rows[key].kept.connect(self._keep)
            self.carried_rows[key].dropped.connect(self._drop)
        self.rows[key] = FieldRow(self.labels[key], boxed(inside))
        edit.edited.connect(self.edited)

    def load(self, note: NoteDraft, offered: tuple[NoteField, ...], sections: Sequence[Section]) -> None:
        """Show a note's words in these sections; ``offered`` is what could be carried forward."""
        self._offered = offered
        self.carried = {field.key: field for field in note.fields if field.waits}
        for key, edit in self.edits.items():
            edit.set_words("" if key in self.carried else note.words(key))
        self.promise_edit.set_words(note.promise)
        self.lay_out(sections)

    def lay_out(self, sections: Sequence[Section]) -> None:
        """Put the fields under other sections; not a word changes."""
        self._sections = tuple(sections)
        self._arrange()

    def fields(self) -> tuple[NoteField, ...]:
        """The fields with words, those carried forward and not looked at yet among them."""
        found = []
        for key, edit in self.edits.items():
            words = edit.words()
            if key in self.carried and not words:
                found.append(self.carried[key])
            elif words:
                found.append(NoteField(key, words))
        return tuple(found)

    def offerable(self) -> list[NoteField]:
        """What could still be carried forward: fields that are empty here."""
        return [f for f in self._offered if not self.edits[f.key].words() and f.key not in self.carried]

    def carry(self) -> None:
        """Bring what was written last time, to be looked at."""
        brought = self.offerable()
        self.carried |= {field.key: field for field in brought}
        self._arrange()
        self.edited.emit()
        if brought:
            first = min(brought, key=lambda field: self.rows[field.key].y())
            self.carried_rows[first.key].keep_button.setFocus()

    def takes_words(self, key: NoteKey) -> bool:
        """True while a field is in sight and nothing from last time waits in it."""
        return key in self._shown() and key not in self.carried

    def stops(self) -> list[QWidget]:
        """Where Tab goes, from above."""
        found: list[QWidget] = []
        for key in self._shown():
            found.append(self.edits[key])
            found += self.carried_rows[key].buttons if key in self.carried_rows else ()
        return [*found, self.promise_edit]

    def _shown(self) -> list[NoteKey]:
        return [key for section in self._placed() for key in section.keys]

    def _placed(self) -> tuple[Section, ...]:
        filled = {key for key, edit in self.edits.items() if edit.words()} | set(self.carried)
        return completed(self._sections, filled)

    def _arrange(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.setParent(self._kept)
                if widget.property("part"):
                    widget.deleteLater()
        for section in self._placed():
            alone = len(section.keys) == 1
            if not alone:
                title = Words(section.name, "strong")
                title.setProperty("part", True)
                self._column.addWidget(title)
                self._column.addSpacing(8)
            for key in section.keys:
                self._place(key, section.name if alone else field_words(key))
        self.rebuilt.emit()

    def _place(self, key: NoteKey, name: str) -> None:
        waiting = self.carried.get(key)
        self.labels[key].setText(name)
        self.edits[key].text_edit.setAccessibleName(name)
        self.edits[key].setVisible(waiting is None)
        if key in self.carried_rows:
            self.carried_rows[key].setVisible(waiting is not None)
        if waiting is not None:
            self.carried_rows[key].show_field(waiting)
        self._column.addWidget(self.rows[key])
        self.rows[key].show()
        self._column.addSpacing(6)

    def _keep(self, key: str) -> None:
        field = self.carried.pop(NoteKey(key))
        self.edits[field.key].set_words(field.words)
        self._arrange()
        self.edited.emit()
        self.edits[field.key].setFocus()

    def _drop(self, key: str) -> None:
        self.carried.pop(NoteKey(key))
        self._arrange()
        self.edited.emit()
