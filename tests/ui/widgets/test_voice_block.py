"""Whose words these are is seen, heard and kept when they are copied."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop import words
from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.voice_block import VoiceBlock

Dress = Callable[[Theme, int], None]
LONG = "I want to garden for an hour again without paying for it the next day"


def test_a_screen_reader_hears_who_said_it_and_when(qtbot: QtBot, dress: Dress) -> None:
    block = VoiceBlock()
    qtbot.addWidget(block)

    block.show_voice("Please warm the room.", Whose.CLIENT, "24 March", "Maria")

    heard = QAccessible.queryAccessibleInterface(block)
    assert heard.text(QAccessible.Text.Name) == "Maria said: Please warm the room. (24 March)"
    assert heard.role() == QAccessible.Role.StaticText


def test_only_the_client_is_quoted(qtbot: QtBot, dress: Dress) -> None:
    blocks = {whose: VoiceBlock("A warm room", whose) for whose in Whose}
    for block in blocks.values():
        qtbot.addWidget(block)

    shown = {whose: block.text() for whose, block in blocks.items()}

    assert shown == {Whose.CLIENT: "“A warm room”", Whose.THERAPIST: "A warm room", Whose.BOTH: "A warm room"}


@pytest.mark.parametrize("percent", [90, 100, 200])
@pytest.mark.parametrize("said", [LONG, "Donaudampfschifffahrtsgesellschaftskapitän" * 2, "日本語のなまえ" * 9])
def test_no_word_is_cut_off_at_any_text_size(qtbot: QtBot, dress: Dress, said: str, percent: int) -> None:
    dress(Theme.LIGHT, percent)
    page = QWidget()
    qtbot.addWidget(page)
    block = VoiceBlock(said, Whose.CLIENT, "24 March")
    QVBoxLayout(page).addWidget(block)
    page.resize(300, 800)

    with qtbot.waitExposed(page):
        page.show()

    ink = theme.colour("clay_ink").name()
    drawn = block.grab().toImage()
    assert block.height() >= block.heightForWidth(block.width())
    edges = [drawn.pixelColor(drawn.width() - 1, y).name() for y in range(drawn.height())]
    assert ink not in edges
    assert ink not in [drawn.pixelColor(x, drawn.height() - 1).name() for x in range(20, drawn.width())]


def test_a_new_look_is_worn_at_once(qtbot: QtBot, dress: Dress) -> None:
    block = VoiceBlock("A warm room", Whose.BOTH)
    qtbot.addWidget(block)
    block.resize(300, 40)

    bars = []
    for look in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
        dress(look, 100)
        picture = block.grab().toImage()
        bars.append((picture.pixelColor(1, 3), picture.pixelColor(6, 3)))
        assert bars[-1] == (theme.colour("clay"), theme.colour("accent"))

    assert len(set(map(QColor.name, (bar[0] for bar in bars)))) == 3


def test_right_to_left_turns_the_bar_to_the_other_side(qtbot: QtBot, dress: Dress) -> None:
    block = VoiceBlock("שלום", Whose.CLIENT)
    qtbot.addWidget(block)
    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    block.resize(300, 40)

    picture = block.grab().toImage()

    assert picture.pixelColor(298, 5) == theme.colour("clay")
    assert picture.pixelColor(1, 5) != theme.colour("clay")


def test_words_are_marked_with_the_mouse_and_copied(qtbot: QtBot, dress: Dress) -> None:
    block = VoiceBlock("Please warm the room.", Whose.CLIENT)
    qtbot.addWidget(block)
    block.resize(400, 40)
    with qtbot.waitExposed(block):
        block.show()

    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=QPoint(2, 12))
    QTest.mouseMove(block, QPoint(398, 12))
    QTest.mouseRelease(block, Qt.MouseButton.LeftButton, pos=QPoint(398, 12))
    QTest.keyClick(block, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert block.marked_words() == "“Please warm the room.”"
    assert QGuiApplication.clipboard().text() == "“Please warm the room.”"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_double_click_marks_one_word(qtbot: QtBot, dress: Dress, language: str) -> None:
    with words.speaking(language):
        block = VoiceBlock("Please warm the room.", Whose.CLIENT)
    qtbot.addWidget(block)
    block.resize(400, 40)
    with qtbot.waitExposed(block):
        block.show()

    with words.speaking(language):
        QTest.mouseDClick(block, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))

    assert block.marked_words() == "Please"
