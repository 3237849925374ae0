"""Replaces the end of what stands before a cursor, as one step that Ctrl+Z takes back."""

from PySide6.QtGui import QTextCursor


def replaced(cursor: QTextCursor, old: str, new: str) -> None:
    """Put ``new`` in the place of ``old``, which ends at the cursor."""
    # Qt counts in UTF-16: a letter outside of the first plane takes two places.
    places = len(old.encode("utf-16-le")) // 2
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, places)
    cursor.insertText(new)
