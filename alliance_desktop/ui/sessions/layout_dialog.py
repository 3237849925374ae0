"""The therapist's own sections of a note: their names, their order, and the fields that stand under each."""

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from alliance_desktop.domain import note_layout
from alliance_desktop.domain.session import NoteKey, Section, field_words, plain_sections, sections_from
from alliance_desktop.ui.dialog import FormDialog
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.widgets.buttons import Chip, LinkButton, QuietButton
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _


class _SectionEditor(QWidget):
    """One section: its name, a chip for each field, and the way up, down or out."""

    edited = Signal()
    moved = Signal(object, int)
    removed = Signal(object)
    field_taken = Signal(object, object)

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.name_edit = TextField(_("Name of the section"))
        self.name_edit.setMaxLength(note_layout.LONGEST_NAME)
        self.name_edit.set_words(section.name)
        self.up_button, self.down_button = QuietButton("", "chevron-up"), QuietButton("", "chevron-down")
        self.remove_button = QuietButton("", "x")
        self.chips: dict[NoteKey, Chip] = {}
        fields = Flow()
        for key in NoteKey:
            chip = self.chips[key] = Chip(field_words(key))
            chip.setChecked(key in section.keys)
            chip.clicked.connect(partial(self._take, key))
            fields.addWidget(chip)
        buttons = (self.up_button, self.down_button, self.remove_button)
        self.setLayout(column(row(self.name_edit, *buttons, gap=4), boxed(fields), 4, Hairline(), gap=8))
        self.name_edit.textEdited.connect(self._edit)
        self.up_button.clicked.connect(partial(self._move, -1))
        self.down_button.clicked.connect(partial(self._move, 1))
        self.remove_button.clicked.connect(self._remove)
        self.stops = (self.name_edit, *buttons, *self.chips.values())

    def be(self, number: int, last: int) -> None:
        """Be the section of this number among so many."""
        self.name_edit.setObjectName(f"section_{number}_edit")
        self.name_edit.setAccessibleName(_("Name of section {n}").format(n=number))
        told = {
            "up": _("Section {n}: further up"),
            "down": _("Section {n}: further down"),
            "remove": _("Section {n}: remove"),
        }
        for name, words in told.items():
            button: QuietButton = getattr(self, f"{name}_button")
            button.setObjectName(f"section_{number}_{name}_button")
            button.setAccessibleName(words.format(n=number))
            button.setToolTip(words.format(n=number))
        self.up_button.setEnabled(number > 1)
        self.down_button.setEnabled(number < last)
        self.remove_button.setEnabled(last > 1)
        for key, chip in self.chips.items():
            chip.setObjectName(f"section_{number}_{key}_chip")
            chip.setAccessibleName(_("Section {n}: {field}").format(n=number, field=field_words(key)))

    def section(self) -> Section:
        """The section as it stands."""
        return Section(self.name_edit.words(), tuple(key for key, chip in self.chips.items() if chip.isChecked()))

    def _edit(self) -> None:
        self.edited.emit()

    def _move(self, step: int) -> None:
        self.moved.emit(self, step)

    def _remove(self) -> None:
        self.removed.emit(self)

    def _take(self, key: NoteKey) -> None:
        if self.chips[key].isChecked():
            self.field_taken.emit(self, key)
        self.edited.emit()


class LayoutDialog(FormDialog):
    """Value in, value out: the sections as they are to be. A field stands under one of them; taking it is enough."""

    def __init__(self, parent: QWidget, sections: Sequence[Section]) -> None:
        self.editors: list[_SectionEditor] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        # All of it in one line, so that a form kept while the program was locked comes back with its sections.
        self.state_edit = QLineEdit()
        self.state_edit.setObjectName("sections_state")
        self.state_edit.hide()
        self.add_button = LinkButton(_("Add a section"), "plus")
        self.add_button.setObjectName("add_section_button")
        self.usual_button = LinkButton(_("As it began"), "undo-2")
        self.usual_button.setObjectName("usual_sections_button")
        about = _("A field that stands nowhere is shown only where it has words. No word of a note changes.")
        form = column(
            Words(about, "body", "muted"), 8, self._column, row(self.add_button, self.usual_button, None), gap=8
        )
        super().__init__(parent, "layout_dialog", _("Your own layout"), _("Use this layout"), form, 600)
        self.state_edit.setParent(self)
        self.state_edit.textChanged.connect(self._show_state)
        self.add_button.clicked.connect(self._add)
        self.usual_button.clicked.connect(self._as_it_began)
        self.show_sections(sections)

    @classmethod
    def open_for(cls, parent: QWidget, sections: Sequence[Section]) -> "LayoutDialog":
        """Open over a page."""
        dialog = cls(parent, sections)
        dialog.open()
        dialog.editors[0].name_edit.setFocus()
        return dialog

    def draft(self) -> tuple[Section, ...]:
        """The sections as they stand."""
        return tuple(editor.section() for editor in self.editors)

    def offer(self) -> None:
        try:
            self.accepted_draft.emit(note_layout.checked(self.draft()))
        except note_layout.LayoutUnclear as refusal:
            self.complain(str(refusal))

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections in place of all others."""
        for editor in self.editors:
            editor.hide()
            editor.deleteLater()
        self.editors = []
        for section in sections:
            self._append(section)
        self._renumber()

    def _append(self, section: Section) -> _SectionEditor:
        editor = _SectionEditor(section)
        editor.edited.connect(self._tell)
        editor.moved.connect(self._move)
        editor.removed.connect(self._remove)
        editor.field_taken.connect(self._take)
        self.editors.append(editor)
        return editor

    def _renumber(self) -> None:
        stops: list[QWidget] = []
        for number, editor in enumerate(self.editors, 1):
            self._column.insertWidget(number - 1, editor)
            editor.be(number, len(self.editors))
            stops += editor.stops
        set_tab_order([*stops, self.add_button, self.usual_button, self.cancel_button, self.accept_button])
        self.complain("")
        self._tell()

    def _tell(self) -> None:
        self.state_edit.setText(json.dumps(plain_sections(self.draft()), ensure_ascii=False))

    def _show_state(self, state: str) -> None:
        sections = sections_from(f'{{"sections":{state}}}')
        if sections and sections != self.draft():
            self.show_sections(sections)

    def _add(self) -> None:
        editor = self._append(Section("", ()))
        self._renumber()
        editor.name_edit.setFocus()

    def _as_it_began(self) -> None:
        self.show_sections(note_layout.beginning())

    def _move(self, editor: _SectionEditor, step: int) -> None:
        place = self.editors.index(editor)
        self.editors.insert(place + step, self.editors.pop(place))
        self._renumber()
        stay = editor.up_button if step < 0 else editor.down_button
        (stay if stay.isEnabled() else editor.name_edit).setFocus()

    def _remove(self, editor: _SectionEditor) -> None:
        place = self.editors.index(editor)
        self.editors.remove(editor)
        editor.hide()
        editor.deleteLater()
        self._renumber()
        self.editors[min(place, len(self.editors) - 1)].name_edit.setFocus()

    def _take(self, editor: _SectionEditor, key: NoteKey) -> None:
        for other in self.editors:
            if other is not editor:
                other.chips[key].setChecked(False)
