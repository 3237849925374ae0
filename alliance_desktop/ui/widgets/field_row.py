"""A label with what belongs to it: at its side where there is room, above it where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.words import Words


class FieldRow(QWidget):
    """``side`` is the label's width beside the field, ``drop`` how far below its top; both in the text's size."""

    def __init__(self, label: Words, field: QWidget, side: int = 104, drop: int = 10, least: int = 320) -> None:
        super().__init__()
        self.label, self.field = label, field
        self._side, self._drop, self._least = side, drop, least
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(field, 1)
        theme.signals.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        above = self.width() < theme.px(self._side + self._least)
        way = QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)
        self._line.setSpacing(4 if above else theme.px(8))
        self.label.setMinimumWidth(0 if above else theme.px(self._side))
        self.label.setMaximumWidth(16_777_215 if above else theme.px(self._side))
        # Beside a field the label stands on its first line.
        self.label.setContentsMargins(0, 0 if above else theme.px(self._drop), 0, 0)
