"""Fields to type in: a label that belongs to each, and one calm line when something cannot be right."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from alliance_desktop.domain.days import NotADay, day_of, typed_day
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class TextField(QLineEdit):
    """One line of words."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(400)

    def words(self) -> str:
        """What is typed, without blanks around it."""
        return self.text().strip()

    def set_words(self, words: str) -> None:
        """Fill the field."""
        if self.text() != words:
            self.setText(words)
            # The beginning of a long text says more than its end.
            self.setCursorPosition(0)


class MultiText(QPlainTextEdit):
    """Several lines of words; grows with them, and Tab goes on to the next field."""

    def __init__(self, placeholder: str = "", lines: int = 2, most: int = 12, role: str = "body") -> None:
        super().__init__()
        self._lines, self._most, self._role = lines, most, role
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

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


class PasswordField(QWidget):
    """A password, hidden until asked for, with a hint when Caps Lock seems to be on."""

    entered = Signal()
    edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}_field")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(400)
        self.show_button = QuietButton(_("Show"), "eye")
        self.show_button.setObjectName(f"{name}_show_button")
        self.show_button.setCheckable(True)
        self.caps_hint = Words(_("Caps Lock seems to be on."), "small", "warning")
        self.caps_hint.hide()
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(4, 0, 4, 0)
        inside.addStretch(1)
        inside.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.caps_hint)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(self.entered)
        self.show_button.toggled.connect(self._show)
        theme.signals.changed.connect(self._make_room)
        self._make_room()

    def large(self) -> "PasswordField":
        """Make it as large as the one field of a page is."""
        self.field.setProperty("large", True)
        return self

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self._name_button()

    def words(self) -> str:
        """The password as typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.show_button.setChecked(False)

    def _show(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_button.rename(_("Hide") if shown else _("Show"))
        self._name_button()
        self._make_room()

    def _name_button(self) -> None:
        told = _("Hide: {field}") if self.show_button.isChecked() else _("Show: {field}")
        self.show_button.setAccessibleName(told.format(field=self.accessibleName()))

    def _make_room(self) -> None:
        room = self.show_button.sizeHint().width()
        self.field.setTextMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.text().upper() != event.text().lower():
                self.caps_hint.setVisible(event.text().isupper() != shifted)
        return super().eventFilter(watched, event)


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
    """A whole number within bounds, or nothing."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setMaxLength(4)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """The number, brought within its bounds; None when there is none."""
        digits = "".join(letter for letter in self.text() if letter.isdigit())
        return max(self._least, min(self._most, int(digits))) if digits else None

    def set_number(self, number: int | None) -> None:
        """Fill the field."""
        words = "" if number is None else str(number)
        if self.text() != words:
            self.setText(words)


class Labelled(QWidget):
    """A field under its label, with room for a hint and for one calm line about what is wrong."""

    def __init__(self, label: str, field: QWidget, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Words(label, "heading", "muted")
        self.label.setBuddy(field)
        field.setObjectName(name)
        field.setAccessibleName(label.replace("&", ""))
        self.hint = Words(hint, "caption", "muted")
        self.hint.setVisible(bool(hint))
        self.problem = Words("", "small", "danger")
        self.problem.hide()
        self.setLayout(column(self.label, field, self.hint, self.problem, gap=6))

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or with an empty sentence that nothing is."""
        self.problem.set_or_hide(sentence)
        if sentence:
            self.field.setFocus()


def pair(first: QWidget, second: QWidget, gap: int = 16, stack_below: int = 380) -> TwoColumns:
    """Two labelled fields beside each other, one below the other where each would be too narrow to read."""
    return TwoColumns(boxed(column(first, None)), boxed(column(second, None)), (1, 1), gap, stack_below)
