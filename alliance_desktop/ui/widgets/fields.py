"""Fields to type in: a label that belongs to each, and one calm line when something cannot be right."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.domain.days import NotADay, day_of, typed_day
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column

# The fields of one line lie apart because the door has only them; whoever wants fields finds all of them here.
from alliance_desktop.ui.widgets.line_fields import Labelled as Labelled
from alliance_desktop.ui.widgets.line_fields import PasswordField as PasswordField
from alliance_desktop.ui.widgets.line_fields import TextField as TextField
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.words import _

# While words are offered below a field these keys are for the list.
_FOR_THE_LIST = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class MultiText(QPlainTextEdit):
    """Several lines of words; grows with them, and Tab goes on to the next field.

    ``typed`` follows each key that wrote something, ``asked`` the arrow down while there is nothing; ``offered`` is the
    list of words that may be shown below it.
    """

    typed = Signal()
    asked = Signal()

    def __init__(self, placeholder: str = "", lines: int = 2, most: int = 12, role: str = "body") -> None:
        super().__init__()
        self._lines, self._most, self._role = lines, most, role
        self.offered: QAbstractItemView | None = None
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """What is typed, to the letter but for blanks around it."""
        return self.toPlainText().strip()

    def set_words(self, words: str) -> None:
        """Fill the field."""
        if self.toPlainText() != words:
            self.setPlainText(words)

    def take(self, words: str) -> None:
        """Fill the field with words that were picked, and go on at their end."""
        self.set_words(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.toPlainText()
        if self.offered is not None and self.offered.isVisible() and event.key() in _FOR_THE_LIST:
            event.ignore()
            return
        super().keyPressEvent(event)
        if self.toPlainText() != before:
            self.typed.emit()
        elif event.key() == Qt.Key.Key_Down and not before:
            self.asked.emit()

    def keep_lines(self, lines: int) -> None:
        """Be at least so many lines high."""
        if lines != self._lines:
            self._lines = lines
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
        # Lines that a new width breaks anew are counted only after the resize.
        QTimer.singleShot(0, self, self._grow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _dress(self) -> None:
        self.setFont(theme.font(self._role))
        # The placeholder is painted in the viewport's font, which keeps the old size when the look changes.
        self.viewport().setFont(theme.font(self._role))
        self._grow()

    def _grow(self) -> None:
        needed = max(1, int(self.document().size().height()))
        shown = min(max(needed, self._lines), self._most)
        over = needed > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + theme.px(16) + 10)


class DayField(QLineEdit):
    """A day, typed as people write it: "24 Nov 2026", "24.11.2026", "2026-11-24"; empty is fine."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder or _("Day, month, year"))
        self.setMaxLength(40)
        self.editingFinished.connect(self._say_it)

    def day(self) -> date | None:
        """The day, or None when the field is empty; raises ``NotADay``."""
        return typed_day(self.text())

    def set_day(self, day: date | None) -> None:
        """Fill the field."""
        words = day_of(day) if day is not None else ""
        if self.text() != words:
            self.setText(words)
            # Where there is no room for all of it, the day matters more than the year.
            self.setCursorPosition(0)

    def day_or_none(self) -> date | None:
        """The day, or None while what is typed is no day."""
        try:
            return self.day()
        except NotADay:
            return None

    def is_none(self) -> bool:
        """True while there are words that are no day."""
        return bool(self.text().strip()) and self.day_or_none() is None

    def _say_it(self) -> None:
        day = self.day_or_none()
        if day is not None:
            self.set_day(day)


class Choice(QComboBox):
    """One of a few; the wheel changes nothing while it has not the focus."""

    def __init__(self, choices: list[tuple[str, object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for words, value in choices:
            self.addItem(words, value)

    def value(self) -> object:
        """What is chosen."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose; an unknown value changes nothing."""
        place = self.findData(value)
        if place >= 0:
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(QLineEdit):
    """A whole number within bounds, or nothing; ``chosen`` says that somebody typed."""

    chosen = Signal()

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setMaxLength(4)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textEdited.connect(self.chosen)

    def number(self) -> int | None:
        """The number, brought within its bounds; None when there is none."""
        digits = "".join(letter for letter in self.text() if letter.isdigit())
        return max(self._least, min(self._most, int(digits))) if digits else None

    def set_number(self, number: int | None) -> None:
        """Fill the field."""
        words = "" if number is None else str(number)
        if self.text() != words:
            self.setText(words)


def pair(first: QWidget, second: QWidget, gap: int = 16, stack_below: int = 380) -> TwoColumns:
    """Two labelled fields beside each other, one below the other where each would be too narrow to read."""
    return TwoColumns(boxed(column(first, None)), boxed(column(second, None)), (1, 1), gap, stack_below)
