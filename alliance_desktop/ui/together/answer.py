"""Answers to one question, beside each other, large: the chosen one in the client's colour, with a tick."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.buttons import Button
from alliance_desktop.ui.widgets.flow import Flow


class Answer(Button):
    """One answer; pressed again it is taken back."""

    kind = "answer"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.large()
        self.toggled.connect(self._mark)

    def _mark(self, _chosen: bool) -> None:
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font("medium"))
        self.setIconSize(QSize(theme.px(24), theme.px(18)))
        self.setIcon(theme.icon_before_words("check", "clay", 18) if self.isChecked() else QIcon())
        self.updateGeometry()


class Tile(Answer):
    """A high answer, with the key that gives it below its words."""

    def __init__(self, text: str, key: str, wide: int) -> None:
        self._key, self._wide = key, wide
        super().__init__(text)
        self.setProperty("tile", True)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(theme.px(self._wide), theme.px(74)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("clay_ink" if self.isChecked() else "muted"))
        line = painter.fontMetrics().height()
        below = QRect(0, self.height() // 2 + theme.px(4), self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._key)


class Answers(QWidget):
    """At most one of a few; ``chosen`` carries its value, None once it was taken back.

    With ``keys`` they are tiles, ``wide`` as many pixels, that name the key of each; whoever shows them listens to
    the keys.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, question: str, choices: Sequence[tuple[str, Any]], keys: bool = False, wide: int = 170
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(question)
        self._values = [value for _words, value in choices]
        self.buttons = [
            Tile(words, str(number), wide) if keys else Answer(words)
            for number, (words, _value) in enumerate(choices, 1)
        ]
        flow = Flow()
        for place, button in enumerate(self.buttons):
            button.setObjectName(f"{name}_{place + 1}_button")
            button.setAccessibleName(f"{question} {button.text()}")
            button.clicked.connect(partial(self._choose, place))
            flow.addWidget(button)
        self.setLayout(flow)

    @property
    def first(self) -> QWidget:
        """The one that is chosen, else the first."""
        return next((button for button in self.buttons if button.isChecked()), self.buttons[0])

    def value(self) -> Any:
        """What is chosen, or None."""
        return next((v for v, b in zip(self._values, self.buttons, strict=True) if b.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose without telling anybody; None chooses nothing."""
        for known, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(value is not None and known == value)

    def press(self, place: int) -> None:
        """Give the answer at a place, counted from 0, as its key does; pressed again it stays."""
        self.set_value(self._values[place])
        self.chosen.emit(self.value())

    def _choose(self, place: int) -> None:
        self.set_value(self._values[place] if self.buttons[place].isChecked() else None)
        self.chosen.emit(self.value())
