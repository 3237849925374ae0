"""The foot of the talk: back, a quiet sentence, and one large button that says what comes next."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import row
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class OnwardButton(MainButton):
    """Its arrow stands behind the words and points where reading goes."""

    def _dress(self) -> None:
        self.setFont(theme.font("medium"))
        mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # The layout is turned around, so that what stands before the words comes behind them.
        turned = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(turned)
        draw = theme.icon_before_words if mirrored else theme.icon_after_words
        self.setIcon(draw("arrow-left" if mirrored else "arrow-right", self.token, 18))
        self.setIconSize(QSize(theme.px(24), theme.px(18)))
        self.updateGeometry()


class TalkFoot(QWidget):
    """Always in sight; a hairline above it says that the step goes on below."""

    def __init__(self) -> None:
        super().__init__()
        self._area: QScrollArea | None = None
        self.back_button = SecondButton(_("Back"), "chevron-left")
        self.back_button.setObjectName("talk_back_button")
        self.next_button = OnwardButton(_("Next"))
        self.next_button.setObjectName("talk_next_button")
        self.said = Words("", "small", "muted")
        self.said.setObjectName("step_said")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button in (self.back_button, self.next_button):
            button.large()
        inside = row(self.back_button, gap=16)
        inside.addWidget(self.said, 1)
        inside.addWidget(self.next_button)
        inside.setContentsMargins(2, 12, 2, 0)
        self.setLayout(inside)

    def follow(self, area: QScrollArea) -> None:
        """Be about this step from now on."""
        if self._area is not None:
            self._area.verticalScrollBar().valueChanged.disconnect(self.update)
            self._area.verticalScrollBar().rangeChanged.disconnect(self.update)
        self._area = area
        area.verticalScrollBar().valueChanged.connect(self.update)
        area.verticalScrollBar().rangeChanged.connect(self.update)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar = self._area.verticalScrollBar() if self._area is not None else None
        if bar is not None and bar.value() < bar.maximum():
            QPainter(self).fillRect(QRect(0, 0, self.width(), 1), theme.colour("hair_linen"))
