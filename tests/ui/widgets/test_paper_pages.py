"""A paper read together: one page at a time, turned by either button, its words there to be heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from alliance_desktop.ui.widgets.paper_pages import PaperPages
from tests.ui.widgets.conftest import Dress

WORDS = ("What matters to you", "I will", "Signatures")


def paper(pages: int) -> bytes:
    canvas = Canvas("", pagesize=A4)
    for words in WORDS[:pages]:
        canvas.drawString(100, 400, words)
        canvas.rect(60, 60, 475, 722)
        canvas.showPage()
    return bytes(canvas.getpdfdata())


@pytest.fixture
def pages(dress: Dress, qtbot: QtBot) -> PaperPages:
    made = PaperPages("page", "Our plan", "The page is being drawn …")
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def test_until_the_paper_is_there_it_says_so_and_nothing_can_be_turned(pages: PaperPages) -> None:
    assert (pages.number, pages.told.text()) == (0, "The page is being drawn …")
    assert not any(button.isVisible() for button in pages.stops)


def test_pages_are_turned_and_told(pages: PaperPages) -> None:
    pages.show_pdf(paper(3))
    assert (pages.number, pages.told.text()) == (1, "Page 1 of 3")
    assert not pages.before_button.isEnabled()
    pages.after_button.click()
    assert pages.page.accessibleName() == "Our plan: Page 2 of 3"
    assert pages.page.accessibleDescription() == "I will"
    pages.after_button.click()
    assert (pages.number, pages.after_button.isEnabled()) == (3, False)
    pages.before_button.click()
    assert pages.number == 2


def test_the_button_at_the_foot_goes_round_and_brings_the_keyboard_to_the_head(pages: PaperPages) -> None:
    pages.show_pdf(paper(2))
    for expected in (2, 1):
        pages.turn_button.setFocus()
        QTest.keyClick(pages.turn_button, Qt.Key.Key_Space)
        assert pages.number == expected
        assert QApplication.focusWidget() in (pages.before_button, pages.after_button)


def test_the_keyboard_is_never_left_on_a_button_that_rests(pages: PaperPages) -> None:
    pages.show_pdf(paper(2))
    pages.after_button.setFocus()
    QTest.keyClick(pages.after_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is pages.before_button
    QTest.keyClick(pages.before_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is pages.after_button


def test_one_page_needs_no_buttons_and_another_paper_begins_where_it_can(pages: PaperPages) -> None:
    pages.show_pdf(paper(3))
    pages.after_button.click()
    pages.after_button.click()
    pages.show_pdf(paper(1))
    assert (pages.number, pages.told.text()) == (1, "Page 1 of 1")
    assert not any(button.isVisible() for button in pages.stops)


def test_a_page_is_as_wide_as_its_room_and_loses_nothing_but_white(pages: PaperPages, qtbot: QtBot) -> None:
    pages.show_pdf(paper(1))
    pages.resize(900, 600)
    qtbot.waitUntil(lambda: pages.page.pixmap().deviceIndependentSize().width() == pages.width() - 2)
    drawn = pages.page.pixmap().toImage()
    across = [drawn.pixelColor(x, drawn.height() // 3).lightness() for x in range(drawn.width())]
    dark = [x for x, light in enumerate(across) if light < 200]
    assert dark
    assert dark[0] > 0
    assert dark[-1] < drawn.width() - 1
