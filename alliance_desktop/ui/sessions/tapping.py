"""Brings words to tap and the fields of a note together: the dock follows the cursor, what is tapped is written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject

from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.tapped import KINDS, Tap, TapKind
from alliance_desktop.services import tap_words
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.sessions.note_fields import NoteFields
from alliance_desktop.ui.sessions.tap_dock import TapDock
from alliance_desktop.ui.sessions.tap_writer import TapWriter
from alliance_desktop.words import _

_FIRST = (NoteKey.DID, NoteKey.RESPONSE, NoteKey.FOUND)


class Tapping(QObject):
    """One for each note editor."""

    def __init__(self, desk: Desk, fields: NoteFields, dock: TapDock) -> None:
        super().__init__(dock)
        self._desk, self._fields, self._dock = desk, fields, dock
        self._client_id, self._key = 0, NoteKey.DID
        self._marked: tuple[str, ...] = ()
        self._texts = {key: fields.edits[key].text_edit for key in KINDS}
        self._writers = {key: TapWriter(key, text) for key, text in self._texts.items()}
        for text in self._texts.values():
            text.installEventFilter(self)
            text.textChanged.connect(self._follow_text)
        fields.rebuilt.connect(self._look_again)
        dock.tapped.connect(self._write)
        dock.removed.connect(self._remove)
        dock.added.connect(self._add)

    def load(self, client_id: int, marks: Sequence[Mark]) -> None:
        """Begin with another note, which marks this on the body."""
        self._client_id, self._marked = client_id, tap_words.places(marks)
        for writer in self._writers.values():
            writer.forget()
        self._read()
        self._be_for(_FIRST[0])

    def offer_marked(self, marks: Sequence[Mark]) -> None:
        """Offer the places that the note marks before all others."""
        marked = tap_words.places(marks)
        if marked != self._marked:
            self._marked = marked
            self._read()

    def follow_mark(self, mark: Mark) -> None:
        """Be for the field that a new mark belongs into: what was done, else what was found."""
        self._be_for(NoteKey.DID if mark.kind is MarkKind.WORKED else NoteKey.FOUND)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._be_for(next(key for key, text in self._texts.items() if text is watched))
        return False

    def _read(self) -> None:
        self._dock.show_words(tap_words.offered(self._client_id, self._marked))
        self._dock.show_taps(self._writers[self._key].taps())
        self._fields.rebuilt.emit()

    def _be_for(self, key: NoteKey) -> None:
        """Write into this field from now on; into another where this one is not in sight or waits for a look."""
        ready = [one for one in (key, *_FIRST) if self._fields.takes_words(one)]
        self._dock.setVisible(bool(ready))
        if ready:
            self._key = ready[0]
            self._dock.be_for(self._key, self._fields.labels[self._key].text())
            self._dock.show_taps(self._writers[self._key].taps())

    def _look_again(self) -> None:
        self._be_for(self._key)

    def _follow_text(self) -> None:
        self._dock.show_taps(self._writers[self._key].taps())

    def _write(self, tap: Tap) -> None:
        by_key = self._dock.isAncestorOf(self._dock.window().focusWidget() or self._dock.window())
        self._writers[self._key].tap(tap)
        self._follow_text()
        if not by_key:
            # The next word may be typed, and Ctrl+Z belongs to the field.
            self._texts[self._key].setFocus()

    def _add(self, kind: TapKind, words: str) -> None:
        kept = self._desk.perform(tap_words.add, kind, words)
        if kept is not None:
            self._read()
            self._write(Tap(kind, kept))

    def _remove(self, tap: Tap) -> None:
        told = _("“{words}” is not offered any more.").format(words=tap.words)
        self._desk.perform_undoable(told, self._put_back, tap_words.remove, tap.kind, tap.words)
        self._read()

    def _put_back(self, removed: tuple[TapKind, str, bool]) -> None:
        self._desk.perform(tap_words.put_back, removed)
        self._read()
