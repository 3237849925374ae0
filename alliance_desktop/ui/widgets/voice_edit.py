"""Where somebody's words are typed: the bar in their colour stands beside the field, never around it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.fields import MultiText

_BARS = {Whose.CLIENT: ("clay",), Whose.THERAPIST: ("accent",), Whose.BOTH: ("clay", "accent")}


class VoiceEdit(QWidget):
    """A growing text field in one of the voices."""

    edited = Signal()

    def __init__(self, whose: Whose, label: str, name: str, placeholder: str = "", lines: int = 1) -> None:
        super().__init__()
        self._whose = whose
        self.text_edit = MultiText(placeholder, lines, role="quote" if whose is Whose.CLIENT else "body")
        self.text_edit.setProperty("voice", str(whose))
        self.text_edit.setObjectName(name)
        self.text_edit.setAccessibleName(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(13 if whose is Whose.BOTH else 11, 0, 0, 0)
        row.addWidget(self.text_edit)
        self.setFocusProxy(self.text_edit)
        self.text_edit.textChanged.connect(self.edited)
        theme.signals.changed.connect(self.update)

    def words(self) -> str:
        """What is typed."""
        return self.text_edit.words()

    def set_words(self, words: str) -> None:
        """Fill the field."""
        self.text_edit.set_words(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, token in enumerate(_BARS[self._whose]):
            painter.fillRect(QRectF(place * 5, 0, 3, self.height()), theme.colour(token))
