"""Writes what is tapped as a sentence at the end of one field; what was typed there stays to the letter."""

from PySide6.QtGui import QTextCursor

from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.tapped import Tap, joint, sentence
from alliance_desktop.ui.widgets.fields import MultiText
from alliance_desktop.ui.widgets.text_steps import replaced


class TapWriter:
    """Goes on with the sentence that it wrote while nobody changed it, through undo and redo as well."""

    def __init__(self, key: NoteKey, field: MultiText) -> None:
        self._key, self._field = key, field
        self._wrote: dict[str, tuple[tuple[Tap, ...], str]] = {}

    def forget(self) -> None:
        """Another note is in the field."""
        self._wrote = {}

    def taps(self) -> tuple[Tap, ...]:
        """What was tapped into the sentence at the end; nothing once somebody went on by hand."""
        return self._last()[1]

    def tap(self, tap: Tap) -> None:
        """Add a word to the sentence, or take it out again; begins a new sentence behind typed words."""
        text = self._field.toPlainText()
        told, taps, before = self._last()
        now = tuple(each for each in taps if each != tap) if tap in taps else (*taps, tap)
        new = sentence(self._key, now)
        link = before if told else joint(text)
        if new:
            self._wrote[new] = now, link
        # With the last word the sentence goes, and what led to it.
        old, new = (link + told, "") if not new else (told, new) if told else ("", link + new)
        cursor = self._field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        replaced(cursor, old, new)
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)

    def _last(self) -> tuple[str, tuple[Tap, ...], str]:
        """The sentence at the end that was written here, its taps, and what led to it."""
        text = self._field.toPlainText()
        found = [(told, *rest) for told, rest in self._wrote.items() if text.endswith(told)]
        whole = [one for one in found if not text[: -len(one[0])].strip() or text[: -len(one[0])][-1].isspace()]
        return max(whole, key=lambda one: len(one[0]), default=("", (), ""))
