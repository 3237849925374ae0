"""The way of the talk: each step by its name, ticked when there is something of it, the present one underlined."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import row
from alliance_desktop.words import _

_LINE, _TICK, _GAP, _SIDE, _BETWEEN = 3, 14, 6, 6, 2


def bar_height() -> int:
    """How high the header is that the steps stand in, for a finger and for its words."""
    return max(64, theme.px(44))


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
        self.setText(self.words())
        state = _("now") if self.isChecked() else _("done") if self.done else _("to come")
        self.setAccessibleName(_("{n}, {title}, {state}").format(n=self._number, title=self._title, state=state))
        self.updateGeometry()

    @property
    def _ticked(self) -> bool:
        return self.done and not self.isChecked()

    def wide(self, short: bool) -> int:
        """How wide it is, in short or in full."""
        words = "" if short and self.done else str(self._number) if short else self._title
        words = self._title if self.isChecked() else words
        tick = theme.px(_TICK + (_GAP if words else 0)) if self._ticked else 0
        return max(44, QFontMetrics(theme.font("step_now")).horizontalAdvance(words) + tick + theme.px(2 * _SIDE))

    def sizeHint(self) -> QSize:
        return QSize(self.wide(self.short), bar_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        # By hand: a style sheet gives every button one weight and one colour.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, font = self.isChecked(), theme.font("step_now" if self.isChecked() else "caption")
        words, tick = self.words(), theme.px(_TICK) if self._ticked else 0
        gap = theme.px(_GAP) if tick and words else 0
        whole = tick + gap + QFontMetrics(font).horizontalAdvance(words)
        left = (self.width() - whole) // 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if tick:
            x = left + whole - tick if mirrored else left
            painter.drawPixmap(x, (self.height() - tick) // 2, theme.pixmap("check", "accent", _TICK))
        painter.setFont(font)
        painter.setPen(theme.colour("text" if now or self.underMouse() else "muted"))
        place = QRect(left if mirrored else left + tick + gap, 0, whole - tick - gap, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
        if now:
            side = theme.px(_SIDE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            # The lower corners lie outside: only the upper ones are round.
            line = QRect(side, self.height() - _LINE, self.width() - 2 * side, 2 * _LINE)
            painter.drawRoundedRect(line, 2, 2)
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.drawRoundedRect(self.rect().adjusted(ring, 8, -ring, -8), 6, 6)


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
        self.setLayout(row(*self.buttons, None, gap=_BETWEEN))
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
        short = sum(button.wide(False) + _BETWEEN for button in self.buttons) > self.width()
        for button in self.buttons:
            if button.short != short:
                button.short = short
                button.dress()

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(button.wide(True) + _BETWEEN for button in self.buttons), bar_height())
