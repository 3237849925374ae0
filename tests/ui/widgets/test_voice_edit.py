"""The field for somebody's words keeps them to the letter."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit

Dress = Callable[[Theme, int], None]


def test_the_marks_of_a_quotation_are_never_part_of_the_words(qtbot: QtBot, dress: Dress) -> None:
    edit = VoiceEdit(Whose.CLIENT, "What matters", "matters_edit")
    qtbot.addWidget(edit)

    edit.set_words("Please warm the room.")

    assert edit.words() == "Please warm the room."


def test_tab_goes_on_to_the_next_field(qtbot: QtBot, dress: Dress) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first = VoiceEdit(Whose.CLIENT, "Maria said", "said_edit")
    second = VoiceEdit(Whose.THERAPIST, "In words", "words_edit")
    lines = QVBoxLayout(page)
    lines.addWidget(first)
    lines.addWidget(second)
    with qtbot.waitExposed(page):
        page.show()
    first.setFocus()

    QTest.keyClick(first.text_edit, Qt.Key.Key_Tab)

    assert second.text_edit.hasFocus()
    assert first.words() == ""


def test_the_field_grows_with_its_text_and_the_bar_with_the_field(qtbot: QtBot, dress: Dress) -> None:
    edit = VoiceEdit(Whose.CLIENT, "Maria said", "said_edit")
    qtbot.addWidget(edit)
    edit.resize(300, edit.sizeHint().height())
    with qtbot.waitExposed(edit):
        edit.show()
    low = edit.text_edit.height()

    with qtbot.waitSignal(edit.edited):
        edit.set_words("The morning stiffness is gone on most days. " * 4)
    qtbot.waitUntil(lambda: edit.text_edit.height() > 2 * low)

    edit.resize(300, edit.sizeHint().height())
    picture = edit.grab().toImage()
    assert picture.pixelColor(1, picture.height() - 2) == theme.colour("clay")


def _ink(edit: VoiceEdit) -> list[int]:
    picture, muted = edit.grab().toImage(), theme.colour("muted").name()
    rows = range(picture.height())
    return [y for y in rows if any(picture.pixelColor(x, y).name() == muted for x in range(20, edit.width()))]


def test_a_hint_is_readable_in_every_look_and_grows_with_the_text(qtbot: QtBot, dress: Dress) -> None:
    edit = VoiceEdit(Whose.CLIENT, "Maria said", "said_edit", "In her own words")
    qtbot.addWidget(edit)
    edit.resize(400, 100)
    small = _ink(edit)

    for look in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
        dress(look, 200)
        large = _ink(edit)
        assert large[-1] - large[0] > 1.5 * (small[-1] - small[0])


def test_fields_side_by_side_begin_at_the_same_height(qtbot: QtBot, dress: Dress) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    short, long = VoiceEdit(Whose.CLIENT, "Said", "said_edit"), VoiceEdit(Whose.THERAPIST, "Words", "words_edit")
    row = QHBoxLayout(page)
    row.addWidget(short)
    row.addWidget(long)
    page.resize(500, 10)
    with qtbot.waitExposed(page):
        page.show()

    long.set_words("The morning stiffness is gone on most days. " * 4)
    qtbot.waitUntil(lambda: long.text_edit.height() > 2 * short.text_edit.height())
    page.adjustSize()

    tops = [edit.text_edit.mapTo(page, QPoint(0, 0)).y() for edit in (short, long)]
    assert tops[0] == tops[1]
