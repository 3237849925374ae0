"""Phrases that were used before, as buttons: whoever has only a mouse or a finger needs no keyboard for them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.buttons import SecondButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_MOST = 6
_LONGEST = 60


class PicksRow(QWidget):
    """At most six of them, the newest first; hidden while there are none.

    Of words longer than ``shown`` the beginning stands on the button, all of them beside the mouse and for ears.
    """

    picked = Signal(str)

    def __init__(self, name: str, title: str, shown: int = _LONGEST) -> None:
        super().__init__()
        self.setObjectName(f"{name}s")
        self._name, self._shown = name, shown
        self.buttons: list[SecondButton] = []
        self._flow = Flow()
        self.setLayout(column(Words(title, "small", "muted"), boxed(self._flow), gap=4))
        self.hide()

    def show_words(self, words: Sequence[str]) -> None:
        """Offer these; what is too long for a button is left to the fields."""
        emptied(self._flow)
        self.buttons = []
        for number, each in enumerate([each for each in words if len(each) <= _LONGEST][:_MOST], 1):
            short = each if len(each) <= self._shown else f"{each[: self._shown - 1].rstrip()}…"
            button = SecondButton(short, "plus")
            button.setToolTip(each if short != each else "")
            button.setObjectName(f"{self._name}_{number}_button")
            button.setAccessibleName(_("Used before: {words}").format(words=each))
            button.clicked.connect(partial(self._pick, each))
            self.buttons.append(button)
            self._flow.addWidget(button)
        self.setVisible(bool(self.buttons))

    def _pick(self, words: str) -> None:
        self.picked.emit(words)
