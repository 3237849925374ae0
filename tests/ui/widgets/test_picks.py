"""Earlier words below a field: shown while typing or by the arrow down, taken by keyboard, never by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.fields import MultiText, TextField
from alliance_desktop.ui.widgets.picks import Picks
from tests.ui.widgets.conftest import Dress

WORDS = ["It pulls", "It hurts for days", "Numb fingers"]


@pytest.fixture(params=[TextField, MultiText])
def field(request: pytest.FixtureRequest, dress: Dress, qtbot: QtBot) -> Iterator[TextField | MultiText]:
    made: TextField | MultiText = request.param()
    window = boxed(column(made, TextField()))
    Picks(window, lambda: WORDS).offer_in(made)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    window.close()


def shown() -> list[str]:
    """What stands in the list below the field, or nothing."""
    popup = QApplication.activePopupWidget()
    if not isinstance(popup, QAbstractItemView):
        return []
    model = popup.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(key: Qt.Key) -> None:
    front: QWidget | None = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert front is not None
    QTest.keyClick(front, key)


def test_typing_offers_what_fits_and_a_key_takes_it(field: TextField | MultiText, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "hur")
    assert shown() == ["It hurts for days"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.words() == "It hurts for days"
    assert shown() == []


def test_the_arrow_down_shows_all_of_it_while_there_is_nothing(field: TextField | MultiText) -> None:
    press(Qt.Key.Key_Down)
    assert shown() == WORDS
    press(Qt.Key.Key_Escape)
    assert (shown(), field.words()) == ([], "")


def test_nothing_is_filled_in_that_was_not_taken(field: TextField | MultiText) -> None:
    QTest.keyClicks(field, "it")
    assert len(shown()) == 2
    press(Qt.Key.Key_Return)
    assert (shown(), field.words()) == ([], "it")


def test_a_picked_phrase_counts_as_typed(field: TextField | MultiText) -> None:
    told: list[str] = []
    written = field.textEdited if isinstance(field, TextField) else field.textChanged
    written.connect(lambda *_words: told.append(field.words()))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert told[-1] == "It pulls"


def test_what_is_offered_is_read_when_it_is_wanted_and_read_anew_for_another_plan(dress: Dress, qtbot: QtBot) -> None:
    asked: list[int] = []

    def source() -> list[str]:
        asked.append(1)
        return WORDS

    window = boxed(column())
    qtbot.addWidget(window)
    picks = Picks(window, source)
    assert asked == []
    assert picks.words() == picks.words() == WORDS
    assert asked == [1]
    picks.read_anew()
    assert picks.words() == WORDS
    assert asked == [1, 1]
