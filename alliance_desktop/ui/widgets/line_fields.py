"""Fields of one line, as the door has them: words, a password, and the label that belongs to each."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class TextField(QLineEdit):
    """One line of words; ``asked`` is the arrow down, for words that are offered there."""

    asked = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # late: its enumerations would keep the door waiting

        if event.key() == Qt.Key.Key_Down:
            self.asked.emit()
        super().keyPressEvent(event)

    def words(self) -> str:
        """What is typed, without blanks around it."""
        return self.text().strip()

    def set_words(self, words: str) -> None:
        """Fill the field."""
        if self.text() != words:
            self.setText(words)
            # The beginning of a long text says more than its end.
            self.setCursorPosition(0)


class _PasswordEdit(QLineEdit):
    """Tells each letter that is typed and whether Shift was down; a filter would wake Python for every event."""

    typed = Signal(str, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # late: its enumerations would keep the door waiting

        letter = event.text()
        if letter.upper() != letter.lower():
            self.typed.emit(letter, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        super().keyPressEvent(event)


class PasswordField(QWidget):
    """A password, hidden until asked for, with a hint when Caps Lock seems to be on."""

    entered = Signal()
    edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _PasswordEdit()
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
        self.field.typed.connect(self._mind_caps)
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

    def offer(self, words: str) -> None:
        """Fill in a password that somebody has to read first."""
        self.field.setText(words)
        self.show_button.setChecked(True)
        self.edited.emit(words)

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

    def _mind_caps(self, letter: str, shifted: bool) -> None:
        self.caps_hint.setVisible(letter.isupper() != shifted)


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.label, field, self.hint, self.problem):
            column.addWidget(widget)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or with an empty sentence that nothing is."""
        self.problem.set_or_hide(sentence)
        if sentence:
            self.field.setFocus()
