"""What a draft changes, in plain words, each with room for the client's reason."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan_changes import Change, ChangeLine, Kind
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.fields import TextField
from alliance_desktop.ui.widgets.word_change import WordChange
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _

ICONS = {Kind.NEW: "plus", Kind.CHANGED: "repeat-2", Kind.DROPPED: "minus"}


def change_row(line: ChangeLine, role: str = "small") -> QWidget:
    """One change with its sign."""
    words = row(gap=8)
    words.addWidget(Picture(ICONS[line.kind], "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(WordChange(line.runs, role) if line.runs else Words(line.words, role), 1)
    return boxed(words)


class ChangesList(QWidget):
    """Reasons already typed stay while the list changes; ``asked`` stands in their fields while they are empty."""

    edited = Signal()
    rebuilt = Signal()

    def __init__(self, name: str = "reason", role: str = "small", asked: str = "") -> None:
        super().__init__()
        self._name, self._role, self._asked = name, role, asked or _("Why, in the client’s words")
        self._edits: dict[str, TextField] = {}
        self._known: dict[str, str] = {}
        self._shown: tuple[object, ...] | None = None
        self._column = column(gap=8)
        self.setLayout(self._column)

    def fill(self, reasons: Mapping[str, str]) -> None:
        """Put these reasons, by the path of the change, where those of another time stood."""
        self._known = dict(reasons)
        for path, edit in self._edits.items():
            edit.set_words(self._known.get(path, ""))

    def show_changes(self, lines: Sequence[tuple[Change, ChangeLine]], nothing: str = "") -> None:
        """Show these changes; ``nothing`` is said where there are none."""
        told = tuple((change.path, line.words) for change, line in lines)
        if told == self._shown:
            return
        self._shown = told
        self._known = self.reasons()
        emptied(self._column)
        self._edits = {}
        for change, line in lines:
            self._add(change, line, self._known.get(change.path, ""))
        if nothing and not lines:
            self._column.addWidget(Words(nothing, self._role, "muted"))
        self.rebuilt.emit()

    def show_frozen(self, lines: Sequence[ChangeLine]) -> None:
        """Show changes as they were signed, each with its reason in the sentence."""
        self._shown, self._edits, self._known = None, {}, {}
        emptied(self._column)
        for line in lines:
            self._column.addWidget(change_row(line, self._role))

    def reasons(self) -> dict[str, str]:
        """The client's words by the path of the change; those of a change that was undone wait for it."""
        typed = self._known | {path: edit.words() for path, edit in self._edits.items()}
        return {path: words for path, words in typed.items() if words}

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        return tuple(self._edits.values())

    def _add(self, change: Change, line: ChangeLine, reason: str) -> None:
        edit = TextField(self._asked)
        edit.setProperty("voice", "client")
        edit.setObjectName(f"{self._name}_{len(self._edits)}_edit")
        edit.setAccessibleName(_("Why: {change}").format(change=line.words))
        edit.set_words(reason)
        edit.textEdited.connect(self._edited)
        self._edits[change.path] = edit
        self._column.addWidget(change_row(line, self._role))
        self._column.addWidget(edit)

    def _edited(self) -> None:
        self.edited.emit()
