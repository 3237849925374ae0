"""A field to look for something: the glass, what the key for it is, and a cross that empties it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.words import Picture, Words
from alliance_desktop.words import _


class FindField(QLineEdit):
    """Shows the key while it is empty and the cross while it is not; both grow with the text."""

    def __init__(self, name: str, label: str, placeholder: str, key: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(400)
        self.glass = Picture("search", "muted", 18)
        self.key = Words(key, "caption", "muted").one_line()
        self.clear_button = QPushButton()
        self.clear_button.setObjectName(f"{name}_clear_button")
        self.clear_button.setAccessibleName(_("Clear: {field}").format(field=label))
        self.clear_button.setToolTip(_("Clear"))
        self.clear_button.setProperty("kind", "bare")
        # Esc and the keys of the field do the same: no stop of its own on the way of Tab.
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._inside = QHBoxLayout(self)
        self._inside.addWidget(self.glass)
        self._inside.addStretch(1)
        self._inside.addWidget(self.key)
        self._inside.addWidget(self.clear_button)
        for part in (self.glass, self.key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clear_button.clicked.connect(self.clear)
        self.textChanged.connect(self._fit)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """What is typed, without blanks around it."""
        return self.text().strip()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self.clear_button.setIcon(theme.icon("x", "text", 16))
        self.clear_button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.clear_button.setFixedSize(theme.px(24), theme.px(24))
        self._inside.setContentsMargins(theme.px(11), 0, theme.px(8), 0)
        self._inside.setSpacing(0)
        self._fit()

    def _fit(self) -> None:
        empty = not self.text()
        begin, end = theme.px(24), theme.px(20)
        # The key goes before the words that say what the field is for.
        room = self.width() - 2 * theme.px(11) - begin - self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.key.setVisible(empty and bool(self.key.text()) and room > self.key.sizeHint().width())
        self.clear_button.setVisible(not empty)
        self.setTextMargins(*((end, 0, begin, 0) if self.isRightToLeft() else (begin, 0, end, 0)))
