"""Two columns beside each other, or one below the other where there is no room for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from alliance_desktop.ui import theme


class TwoColumns(QWidget):
    """The second column goes below the first when the width, measured in the text's size, is under ``stack_below``.

    It does so too where the two need more than there is: some languages use longer words.
    """

    def __init__(
        self, first: QWidget, second: QWidget, shares: tuple[int, int], gap: int, stack_below: int, side: int = 0
    ) -> None:
        super().__init__()
        self._first, self._second, self._shares = first, second, shares
        self._side, self._stack_below = side, stack_below
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(gap)
        self._both.addWidget(first, shares[0])
        self._both.addWidget(second, shares[1])
        self._both.addStretch(0)
        theme.signals.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        # Below each other they are as narrow as the wider one, and whoever asks may make it that narrow.
        return QSize(max(self._needs()), super().minimumSizeHint().height())

    def _needs(self) -> tuple[int, int]:
        first, second = (
            0 if one.isHidden() else max(one.minimumWidth(), one.minimumSizeHint().width())
            for one in (self._first, self._second)
        )
        return first, second

    def _fit(self) -> None:
        needed = sum(self._needs()) + self._both.spacing() if not self._side else 0
        stacked = self.width() < max(theme.px(self._stack_below), needed)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != way:
            self._both.setDirection(way)
        # Below each other both are as high as they are, and what is left lies under them.
        for place, share in enumerate((0, 0, 1) if stacked else (*self._shares, 0)):
            self._both.setStretch(place, share)
        if self._side:
            # A column of set width is only as narrow as that while it stands beside the other.
            self._second.setMinimumWidth(0 if stacked else theme.px(self._side))
            self._second.setMaximumWidth(16_777_215 if stacked else theme.px(self._side))
