"""What is chosen stays in sight and answers to the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.toggles import Segmented

Dress = Callable[[Theme, int], None]
FORMATS = [("Quick", "quick"), ("SOAP", "soap"), ("Long", "long")]
PLACES = [("Neck", "neck"), ("Shoulders", "shoulders"), ("Upper back", "back"), ("Hips", "hips")]


@pytest.fixture
def segmented(qtbot: QtBot, dress: Dress) -> Segmented:
    made = Segmented("format_choice", "Form of the note", FORMATS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_one_of_a_few_is_always_chosen(segmented: Segmented) -> None:
    assert segmented.value() == "quick"

    segmented.set_value("soap")
    segmented.set_value("something unknown")

    assert segmented.value() == "soap"


def test_arrows_choose_and_say_so(segmented: Segmented, qtbot: QtBot) -> None:
    segmented.segments[0].setFocus()

    with qtbot.waitSignal(segmented.chosen) as told:
        QTest.keyClick(segmented.segments[0], Qt.Key.Key_Right)

    assert told.args == ["soap"]
    assert segmented.segments[1].hasFocus()


def test_choosing_moves_nothing(segmented: Segmented) -> None:
    before = [(segment.geometry(), segment.sizeHint()) for segment in segmented.segments]

    QTest.mouseClick(segmented.segments[2], Qt.MouseButton.LeftButton)

    assert segmented.value() == "long"
    assert [(segment.geometry(), segment.sizeHint()) for segment in segmented.segments] == before


def test_a_segment_is_a_radio_button_with_its_words(segmented: Segmented) -> None:
    heard = QAccessible.queryAccessibleInterface(segmented.segments[1])

    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == "SOAP"


def test_filling_in_tells_nobody(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.set_value("long")


def test_segments_are_large_enough_and_wear_each_look(segmented: Segmented, dress: Dress) -> None:
    for look, percent in ((Theme.LIGHT, 90), (Theme.DARK, 100), (Theme.CONTRAST, 200)):
        dress(look, percent)
        segmented.adjustSize()
        chosen = segmented.segments[0]
        assert chosen.height() >= 32
        assert chosen.grab().toImage().pixelColor(chosen.width() - 6, 6) == theme.colour("teal_tint")


def test_where_the_row_has_no_room_the_choices_stand_below_each_other(qtbot: QtBot, dress: Dress) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    made = Segmented("way", "How", FORMATS, large=True)
    made.setParent(around)
    made.resize(600, 60)
    around.show()
    assert len({segment.y() for segment in made.segments}) == 1

    made.resize(made.minimumSizeHint().width(), 160)

    qtbot.waitUntil(lambda: len({segment.y() for segment in made.segments}) == 3)
    assert all(segment.height() >= 44 for segment in made.segments)


def test_tab_comes_to_what_was_chosen_before_it_ever_had_the_focus(segmented: Segmented) -> None:
    segmented.segments[1].click()

    stops = [segment for segment in segmented.segments if segment.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops == [segmented.segments[1]]
