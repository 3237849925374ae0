"""The ring goes with the focus, and with the button when that is gone."""

from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.ui.widgets.buttons import MainButton
from alliance_desktop.ui.widgets.focus_ring import FocusRing
from tests.ui.widgets.conftest import Dress, dress

__all__ = ["dress"]


def test_a_page_that_goes_away_with_the_focus_on_its_button_takes_the_ring_with_it(qtbot: QtBot, dress: Dress) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = QWidget()
    window.setCentralWidget(page)
    ring, button = FocusRing(window), MainButton("Go on")
    button.setParent(page)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(ring.isVisible)
    button.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible())
