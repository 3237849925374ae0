"""The last three steps of the talk, each in a window of its own, in the letters that a client reads."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients
from alliance_desktop.ui import theme
from alliance_desktop.ui.together.agree_step import AgreeStep
from alliance_desktop.ui.together.hand_over import LEAST_POINTS
from alliance_desktop.ui.together.words_step import WordsStep
from tests.ui.together.stage import COMFORT, TODAY, held, shown


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Callable[[int], None]]:
    """Dress the program as a client sees it, at a text size."""

    def dress(percent: int) -> None:
        theme.apply(qapp, Theme.LIGHT, percent, least=LEAST_POINTS)

    dress(130)
    yield dress
    held.clear()
    theme.apply(qapp, Theme.LIGHT)


@pytest.fixture
def agree(practice: PracticeFolder, qtbot: QtBot) -> AgreeStep:
    return shown(AgreeStep("Maria", "Ana", lambda: COMFORT, lambda: TODAY, lambda *_what: ()), qtbot)


@pytest.fixture
def words(practice: PracticeFolder, qtbot: QtBot) -> WordsStep:
    return shown(WordsStep("Maria", "Ana", tuple), qtbot)


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id
