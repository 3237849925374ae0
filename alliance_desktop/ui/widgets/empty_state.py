"""What an empty pane says: what it is for, and one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.ui.layouts import column as column_of
from alliance_desktop.ui.widgets.buttons import Button
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Picture, Words


class EmptyState(QWidget):
    """A quiet sentence with perhaps one thing to do."""

    def __init__(self, icon: str, sentence: str, button: Button | None = None) -> None:
        super().__init__()
        self.sentence = Words(sentence, "body", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(12)
        column.addWidget(Picture(icon, "muted", 28), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Readable(column_of(self.sentence), 520))
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
