"""What the tests of widgets share: the look applied, and put back to plain light afterwards."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme

Dress = Callable[[Theme, int], None]


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Dress]:
    """Dress the program in a look at a text size; light at 100 % to begin with."""

    def apply(look: Theme, percent: int) -> None:
        theme.apply(qapp, look, percent)

    apply(Theme.LIGHT, 100)
    yield apply
    apply(Theme.LIGHT, 100)
