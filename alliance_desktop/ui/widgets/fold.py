"""A part of a form that is one quiet line until somebody wants it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.words import Words


class Fold(QWidget):
    """Shows a link while the part is empty; the link unfolds it for good and puts the cursor into its first field."""

    unfolded = Signal()

    def __init__(
        self, name: str, offer: str, inside: QWidget, first: QWidget | None = None, title: Words | None = None
    ) -> None:
        super().__init__()
        self.button = LinkButton(offer, "plus")
        self.button.setObjectName(name)
        self.title = title if title is not None else Words()
        self._inside, self._first = inside, first
        self.setLayout(column(self.button, self.title, inside, gap=8))
        self.button.clicked.connect(self._unfold)
        self.show_filled(False)

    def show_filled(self, filled: bool) -> None:
        """Show the part if there is something in it, else only the link."""
        self.button.setVisible(not filled)
        self.title.setVisible(filled and bool(self.title.text()))
        self._inside.setVisible(filled)

    @property
    def is_open(self) -> bool:
        """True once the part is in sight."""
        return not self._inside.isHidden()

    def _unfold(self) -> None:
        self.show_filled(True)
        if self._first is not None:
            self._first.setFocus()
        self.unfolded.emit()
