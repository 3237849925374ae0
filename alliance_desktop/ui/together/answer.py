"""Answers to one question, beside each other, large: the chosen one in the client's colour, with a tick."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLayout, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import row
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


class Answers(QWidget):
    """At most one of a few; ``chosen`` carries its value, None once it was taken back.

    They wrap where there is no room, unless they are short and stand ``in_line``.
    """

    chosen = Signal(object)

    def __init__(self, name: str, question: str, choices: Sequence[tuple[str, Any]], in_line: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(question)
        self._values = [value for _words, value in choices]
        self.buttons = [Answer(words) for words, _value in choices]
        flow: QLayout = row(gap=8) if in_line else Flow()
        for place, button in enumerate(self.buttons):
            button.setObjectName(f"{name}_{place + 1}_button")
            button.setAccessibleName(f"{question} {button.text()}")
            button.clicked.connect(partial(self._choose, place))
            flow.addWidget(button)
        self.setLayout(flow)

    def value(self) -> Any:
        """What is chosen, or None."""
        return next((v for v, b in zip(self._values, self.buttons, strict=True) if b.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose without telling anybody; None chooses nothing."""
        for known, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(value is not None and known == value)

    def _choose(self, place: int) -> None:
        self.set_value(self._values[place] if self.buttons[place].isChecked() else None)
        self.chosen.emit(self.value())
