"""The paper with what is said about it and the places to sign: beside each other, or one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from alliance_desktop.ui import theme

# Below this width the words on the paper would be too small beside the places; measures at 100 % text.
_BESIDE_FROM = 820
_SIDE = 280
_GAP, _BETWEEN = 40, 16


class BesidePaper(QWidget):
    """Where there is little room, what is said comes before the paper, and the places after it.

    ``turned`` says that the order in which it is read is another one now.
    """

    turned = Signal()

    def __init__(self, paper: QWidget, said: QWidget, places: QWidget) -> None:
        super().__init__()
        self._paper, self._said, self._places = paper, said, places
        self.is_stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_BETWEEN)
        self._grid.setColumnStretch(0, 1)
        self._place()
        theme.signals.changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Lay out for the width there is; without a paper there is nothing to stand beside."""
        stacked = self.width() < theme.px(_BESIDE_FROM) or self._paper.isHidden()
        turned, self.is_stacked = stacked is not self.is_stacked, stacked
        self._place()
        if turned:
            self.turned.emit()

    def _place(self) -> None:
        """Put the three where they belong; what hangs at the top keeps its height."""
        stacked, top = self.is_stacked, Qt.AlignmentFlag.AlignTop
        for widget in (self._paper, self._said, self._places):
            self._grid.removeWidget(widget)
        if stacked:
            for row, widget in enumerate((self._said, self._paper, self._places)):
                self._grid.addWidget(widget, row, 0)
        else:
            self._grid.addWidget(self._paper, 0, 0, 3, 1)
            self._grid.addWidget(self._said, 0, 1, top)
            self._grid.addWidget(self._places, 1, 1, top)
        # Beside the paper the last row takes what it is longer than both.
        self._grid.setRowStretch(2, 0 if stacked else 1)
        self._grid.setColumnMinimumWidth(1, 0 if stacked else theme.px(_SIDE))
        for widget in (self._said, self._places):
            widget.setMaximumWidth(16_777_215 if stacked else theme.px(_SIDE))
