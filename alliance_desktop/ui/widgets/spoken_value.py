"""A painted widget that tells a screen reader its value, which Qt does for its own widgets only."""

from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QSlider, QWidget


class SpokenValue(QWidget):
    """A widget that is a picture to a screen reader, with a name and a value in words."""

    def __init__(self) -> None:
        super().__init__()
        _listen()

    def spoken(self) -> str:
        """The value in words."""
        return ""

    def tell_value(self) -> None:
        """Say to whoever listens that the value is another one."""
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.spoken()))


class SpokenSlider(QSlider):
    """A slider whose numbers mean something else, which is what a screen reader hears; whoever sets it says it."""

    def __init__(self) -> None:
        super().__init__()
        self._spoken = ""
        _listen()

    def spoken(self) -> str:
        """The value in words."""
        return self._spoken

    def say(self, words: str) -> None:
        """Say the value in these words from now on."""
        if words != self._spoken:
            self._spoken = words
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, words))


class _Heard(QAccessibleWidget):
    """What a screen reader asks."""

    def text(self, which: QAccessible.Text) -> str:
        # The widget is asked for each time: keeping it here would keep it alive.
        widget = self.object()
        if which is QAccessible.Text.Value and isinstance(widget, SpokenValue | SpokenSlider):
            return widget.spoken()
        return super().text(which)


@lru_cache
def _listen() -> None:
    QAccessible.installFactory(_made)


def _made(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, SpokenSlider):
        return _Heard(thing, QAccessible.Role.Slider)
    return _Heard(thing, QAccessible.Role.Graphic) if isinstance(thing, SpokenValue) else None
