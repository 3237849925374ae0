"""Something with a list at its side; where there is no room for both, the list is a click away."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.words import _


class BesideList(QWidget):
    """The list goes when the width, measured in the text's size, is under ``least``; a button swaps the two then.

    It is ``side`` wide, or as wide as its longest words need.
    """

    def __init__(self, main: QWidget, listed: QWidget, words: str, least: int = 720, side: int = 260) -> None:
        super().__init__()
        self._main, self._listed, self._words = main, listed, words
        self._least, self._side = least, side
        self._filled = True
        self._listing = False
        self.list_button = LinkButton(words, "history")
        self.list_button.setObjectName("list_button")
        both = row(gap=32)
        both.addWidget(main, 1)
        both.addWidget(listed)
        outer = column(self.list_button)
        outer.addLayout(both, 1)
        self.setLayout(outer)
        self.list_button.clicked.connect(self._swap)
        theme.signals.changed.connect(self._fit)
        self._fit()

    def show_list(self, filled: bool) -> None:
        """Say whether there is anything in the list; an empty one takes no room."""
        self._filled = filled
        self._fit()

    def close_list(self) -> None:
        """Something was chosen: show it."""
        self._listing = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _swap(self) -> None:
        self._listing = not self._listing
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme.px(self._least)
        listing = narrow and self._listing and self._filled
        self.list_button.setVisible(narrow and self._filled)
        self.list_button.rename(_("Back") if listing else self._words)
        self._main.setVisible(not listing)
        self._listed.setVisible(self._filled and (listing or not narrow))
        side = max(theme.px(self._side), self._listed.minimumSizeHint().width())
        self._listed.setMinimumWidth(0 if narrow else side)
        self._listed.setMaximumWidth(16_777_215 if narrow else side)
