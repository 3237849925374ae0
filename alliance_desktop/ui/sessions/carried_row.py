"""Words from last time that wait for a look: a dotted bar, and keep, change or drop."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from alliance_desktop.domain.session import NoteField, NoteKey, field_words
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _, day_words


class CarriedRow(Frame):
    """A note with one of these open can be kept, not signed."""

    kept = Signal(str)
    dropped = Signal(str)

    def __init__(self, key: NoteKey) -> None:
        super().__init__("quiet")
        self._key = key
        self.words = Words("")
        self.keep_button = SecondButton(_("Keep"), "check")
        self.change_button = SecondButton(_("Change"))
        self.drop_button = LinkButton(_("Drop"))
        self.buttons = (self.keep_button, self.change_button, self.drop_button)
        for name in ("keep_button", "change_button", "drop_button"):
            button = getattr(self, name)
            button.setObjectName(f"{key}_{name}")
            button.setAccessibleName(f"{button.text()}: {field_words(key)}")
        buttons = boxed(row(*self.buttons, None))
        line = column(TwoColumns(self.words, buttons, (1, 0), 8, 420))
        line.setContentsMargins(20, 10, 12, 10)
        self.setLayout(line)
        self.keep_button.clicked.connect(self._keep)
        self.change_button.clicked.connect(self._keep)
        self.drop_button.clicked.connect(self._drop)

    def show_field(self, field: NoteField) -> None:
        """Show what was written last time."""
        day = day_words(field.carried_from) if field.carried_from is not None else ""
        self.words.setText(_("From {day}: {words} Still true?").format(day=day, words=field.words))

    def _keep(self) -> None:
        self.kept.emit(str(self._key))

    def _drop(self) -> None:
        self.dropped.emit(str(self._key))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("accent"), 3, Qt.PenStyle.DotLine))
        place = QRectF(self.rect())
        painter.drawLine(place.topLeft(), place.bottomLeft())
