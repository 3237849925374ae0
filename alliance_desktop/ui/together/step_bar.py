"""The way of the talk: each step by its name, ticked when there is something of it, the present one underlined."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import row
from alliance_desktop.words import _

_LINE = 3


class _StepButton(QPushButton):
    """One step; short, it shows its number or its tick alone."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number, self._title = number, title
        self.done, self.short = False, False
        self.setCheckable(True)
        self.setProperty("kind", "bare")
        self.setObjectName(f"step_{number}_button")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.dress)
        theme.signals.changed.connect(self.dress)
        self.dress()

    def words(self) -> str:
        """What stands on it."""
        if self.short and not self.isChecked():
            return "" if self.done else str(self._number)
        return self._title

    def dress(self) -> None:
        """Show whether it is done, and where the talk is."""
        self.setFont(theme.font("step_now" if self.isChecked() else "caption"))
        self.setText(self.words())
        ticked = self.done and not self.isChecked()
        self.setIcon(theme.icon_before_words("check", "accent", 14) if ticked else QIcon())
        self.setIconSize(QSize(theme.px(20), theme.px(14)))
        state = _("now") if self.isChecked() else _("done") if self.done else _("to come")
        self.setAccessibleName(_("{n}, {title}, {state}").format(n=self._number, title=self._title, state=state))
        self.updateGeometry()

    def wide(self, short: bool) -> int:
        """How wide it is, in short or in full."""
        words = "" if short and self.done else str(self._number) if short else self._title
        words = self._title if self.isChecked() else words
        icon = theme.px(20) if self.done and not self.isChecked() else 0
        return max(44, QFontMetrics(theme.font("step_now")).horizontalAdvance(words) + icon + theme.px(10))

    def sizeHint(self) -> QSize:
        return QSize(self.wide(self.short), max(44, theme.px(44)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(0, self.height() - _LINE, self.width(), _LINE, theme.colour("text"))
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.drawRoundedRect(self.rect().adjusted(ring, ring, -ring, -ring - _LINE), 6, 6)


class StepBar(QWidget):
    """``chosen`` carries the place of a step, counted from 0."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("step_bar")
        self.setAccessibleName(_("Steps of the talk"))
        self.buttons = [_StepButton(number, title) for number, title in enumerate(titles, 1)]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._choose, place))
        self.setLayout(row(*self.buttons, None, gap=4))
        theme.signals.changed.connect(self._fit)

    def show_place(self, now: int, done: Sequence[bool]) -> None:
        """Show where the talk is, and what it has been through."""
        for place, (button, was) in enumerate(zip(self.buttons, done, strict=True)):
            button.done = was
            button.setChecked(place == now)
            button.dress()
        self._fit()

    def _choose(self, place: int) -> None:
        # The page says where the talk is, once what was typed is stored.
        self.buttons[place].setChecked(not self.buttons[place].isChecked())
        self.chosen.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = sum(button.wide(False) + 4 for button in self.buttons) > self.width()
        for button in self.buttons:
            if button.short != short:
                button.short = short
                button.dress()

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(button.wide(True) + 4 for button in self.buttons), max(44, theme.px(44)))
