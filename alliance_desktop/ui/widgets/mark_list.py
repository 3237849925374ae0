"""The marks of a body chart in words, one below the other: what is heard, changed and removed without the figure."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain import body_mark
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, emptied, row
from alliance_desktop.ui.widgets.body_pen import MarkSign
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class _Row:
    """One mark's words with its two buttons; they stay while the mark is there, whatever is said of it."""

    def __init__(self, name: str, mark: Mark, large: bool) -> None:
        self.words = Words()
        self.change_button, self.remove_button = QuietButton("", "pencil"), QuietButton("", "x")
        for button, act, tip in (
            (self.change_button, "change", _("Change")),
            (self.remove_button, "remove", _("Remove")),
        ):
            if large:
                button.large()
            button.setObjectName(f"{name}_{act}_{mark.uid}")
            button.setToolTip(tip)
            button.setProperty("uid", mark.uid)
        made = row(MarkSign(mark), self.words, self.change_button, self.remove_button)
        made.setStretch(1, 1)
        for button in (self.change_button, self.remove_button):
            made.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        self.box = boxed(made)

    def say(self, words: str, spoken: str) -> None:
        """Say the mark as it is now."""
        self.words.setText(words)
        self.change_button.setAccessibleName(_("Change: {mark}").format(mark=spoken))
        self.remove_button.setAccessibleName(_("Remove: {mark}").format(mark=spoken))


class MarkList(QWidget):
    """``chosen`` and ``removed`` carry a mark's uid, ``rebuilt`` says that there are other buttons now.

    Where it faces the client, only the client's own marks can be changed or removed.
    """

    chosen = Signal(str)
    removed = Signal(str)
    rebuilt = Signal()

    def __init__(self, name: str, client: str, therapist: str, facing: bool) -> None:
        super().__init__()
        self.setObjectName(f"{name}_list")
        self._name, self._names, self._facing = name, (client, therapist), facing
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Words(_("Nothing is marked yet."), "body", "muted"))

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks in reading order."""
        ordered = body_mark.in_order(marks)
        if [mark.uid for mark in ordered] != list(self._rows):
            self._rebuild(ordered)
        said: list[str] = []
        for mark in ordered:
            words = body_mark.words(mark, *self._names)
            said.append(words)
            again = said.count(words)
            spoken = _("{words} ({n})").format(words=words, n=again) if again > 1 else words
            self._rows[mark.uid].say(words, spoken)

    def _rebuild(self, marks: Sequence[Mark]) -> None:
        emptied(self._column)
        self._rows = {}
        for mark in marks:
            made = _Row(self._name, mark, self._facing)
            for button in (made.change_button, made.remove_button):
                button.setVisible(not self._facing or mark.whose is Whose.CLIENT)
            made.change_button.clicked.connect(self._choose)
            made.remove_button.clicked.connect(self._remove)
            self._rows[mark.uid] = made
            self._column.addWidget(made.box)
        if not marks:
            self._column.addWidget(Words(_("Nothing is marked yet."), "body", "muted"))
        self.rebuilt.emit()

    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("uid")))

    def _remove(self) -> None:
        self.removed.emit(str(self.sender().property("uid")))
