"""A signature drawn on screen is kept as drawn."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.strokes import ASPECT
from alliance_desktop.ui.widgets.signature_pad import SignatureActs, SignaturePad, SignatureView

Dress = Callable[[Theme, int], None]


def _draw(pad: SignaturePad, *places: tuple[int, int]) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))


@pytest.fixture
def pad(qtbot: QtBot, dress: Dress) -> SignaturePad:
    made = SignaturePad("client_pad", "Signature of Maria", "Maria Feldner")
    qtbot.addWidget(made)
    made.resize(480, 200)
    made.show()
    return made


def test_a_stroke_lies_where_the_hand_drew_it(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        _draw(pad, (48, 100), (240, 50), (432, 100))

    (stroke,) = pad.strokes()

    assert stroke[0] == pytest.approx((0.1, 0.5))
    assert stroke[-1] == pytest.approx((0.9, 0.5))
    assert pad.accessibleDescription() == "Signed"


def test_a_wider_field_does_not_stretch_the_signature(pad: SignaturePad) -> None:
    pad.resize(900, 200)

    _draw(pad, (48, 100), (240, 50), (432, 100))

    assert pad.strokes()[0][-1] == pytest.approx((0.9, 0.5))
    assert pad.heightForWidth(240) == round(240 / ASPECT)


def test_a_dot_is_shown_but_signs_nothing(pad: SignaturePad) -> None:
    _draw(pad, (240, 60))

    assert pad.strokes() == ()
    assert pad.grab().toImage().pixelColor(240, 60) == QColor("#1F2A2E")


def test_the_right_button_draws_nothing(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=QPoint(40, 40))
    QTest.mouseMove(pad, QPoint(300, 90))

    assert pad.is_empty()


def test_the_last_stroke_is_taken_back_and_all_can_be_cleared(pad: SignaturePad, qtbot: QtBot) -> None:
    acts = SignatureActs(pad)
    qtbot.addWidget(acts)
    assert not acts.undo_button.isEnabled()
    _draw(pad, (48, 100), (240, 50))
    first = pad.strokes()
    _draw(pad, (60, 120), (340, 90))

    acts.undo_button.click()
    assert pad.strokes() == first

    acts.clear_button.click()
    assert pad.is_empty()
    assert not acts.clear_button.isEnabled()


def test_a_stored_signature_grows_with_the_text(qtbot: QtBot, dress: Dress) -> None:
    view = SignatureView((((0.1, 0.5), (0.9, 0.5)),), "Signature of Maria")
    qtbot.addWidget(view)
    small = view.sizeHint()

    dress(Theme.DARK, 200)

    assert view.sizeHint().height() == 2 * small.height()
    assert view.sizeHint().width() == round(88 * ASPECT)


def test_the_field_fills_a_column_in_its_own_shape(qtbot: QtBot, dress: Dress) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    pad = SignaturePad("client_pad", "Signature of Maria")
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(pad)
    lines.addStretch(1)
    page.resize(384, 500)

    with qtbot.waitExposed(page):
        page.show()

    assert (pad.width(), pad.height()) == (384, 160)


@pytest.mark.parametrize("look", [Theme.DARK, Theme.CONTRAST])
def test_in_a_dark_look_the_field_does_not_glare(pad: SignaturePad, dress: Dress, look: Theme) -> None:
    dress(look, 100)
    _draw(pad, (240, 60))

    seen = pad.grab().toImage()

    assert seen.pixelColor(240, 60).lightness() > 180
    assert seen.pixelColor(120, 30).lightness() < 60


def test_the_line_under_the_hand_is_the_line_that_stays(pad: SignaturePad) -> None:
    places = [(40 + 6 * n, 90 + (n * 29) % 50 - 25) for n in range(60)]
    _draw(pad, (60, 40), (200, 60), (300, 40))
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(pad, QPoint(*place))
        pad.repaint()
    under_the_hand = pad.grab().toImage()
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))
    stays = pad.grab().toImage()

    differ = [
        (x, y)
        for x in range(pad.width())
        for y in range(pad.height())
        if abs(under_the_hand.pixelColor(x, y).lightness() - stays.pixelColor(x, y).lightness()) > 70
    ]
    # Smoothed edges may differ where two parts of the line meet, never the line itself.
    assert len(differ) < 20


def test_after_one_stroke_is_taken_back_another_can_be_drawn(pad: SignaturePad) -> None:
    _draw(pad, (60, 40), (200, 60), (300, 40))
    _draw(pad, (60, 120), (200, 140), (300, 120))
    pad.take_back()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 90))
    QTest.mouseMove(pad, QPoint(300, 90))
    shown = pad.grab().toImage()
    ink = QColor("#1F2A2E")
    assert shown.pixelColor(180, 90) == ink
    assert all(shown.pixelColor(200, y) != ink for y in range(125, 150))
