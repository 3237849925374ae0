"""Dialogs fit the screen at any text size and say what is missing before anything is pressed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientLine
from alliance_desktop.domain.consent import Consent, ConsentDraft, ConsentKind, Standing
from alliance_desktop.domain.health import HealthDraft
from alliance_desktop.domain.plan import Commitment, Goal, HowSigned, PlanContent, PlanVersion, Signer
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.clients.boundary_dialog import BoundaryDialog
from alliance_desktop.ui.clients.client_dialog import ClientDialog
from alliance_desktop.ui.clients.health_dialog import HealthDialog
from alliance_desktop.ui.clients.red_flag_dialog import RedFlagDialog
from alliance_desktop.ui.consent_parts.consent_dialog import ConsentDialog
from alliance_desktop.ui.consent_parts.consent_sheet import ConsentSheet
from alliance_desktop.ui.consent_parts.withdraw_dialog import WithdrawDialog
from alliance_desktop.ui.dialog import Dialog
from alliance_desktop.ui.plans.end_dialog import EndDialog
from alliance_desktop.ui.plans.sign_dialog import SignDialog
from alliance_desktop.ui.quit_dialog import QuitDialog
from alliance_desktop.ui.sessions.addendum_dialog import AddendumDialog
from alliance_desktop.ui.sessions.statement_dialog import StatementDialog
from alliance_desktop.ui.typed import put_back, typed
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words

CONTENT = PlanContent(
    Said("I want to garden again."),
    (Goal("g", Said("An hour in the garden"), activity="Kneeling", now=3, hoped=8),),
    commitments=(
        Commitment("a", Whose.THERAPIST, "Work slowly", "each visit"),
        Commitment("b", Whose.CLIENT, "Door-frame stretch", "every morning"),
    ),
)
VERSION = PlanVersion(
    1, 1, 1, CONTENT, (), "Maria Feldner", "Ana Brandl", "", "digest", datetime(2026, 5, 19, 10, tzinfo=UTC)
)
KNOWN = ClientLine(7, "Maria Feldner", "", "", None, 0, "", "", False)
CONSENT = Consent(1, 1, ConsentDraft(ConsentKind.TREATMENT, "I agree to it. " * 60, "", date(2026, 11, 20)))
OPENERS: dict[str, Callable[[QWidget], Dialog]] = {
    "client": ClientDialog.open_for,
    "quit": QuitDialog.open_for,
    "health": lambda page: HealthDialog.open_for(page, HealthDraft()),
    "consent": lambda page: ConsentDialog.open_for(page, date(2026, 11, 25), "Ana Brandl", "Maria"),
    "end": lambda page: EndDialog.open_for(page, "Maria"),
    "addendum": AddendumDialog.open_for,
    "red flags": lambda page: RedFlagDialog.open_for(page, None),
    "withdraw": lambda page: WithdrawDialog.open_for(page, CONSENT, date(2026, 11, 25)),
    "consent sheet": lambda page: ConsentSheet.open_for(
        page, ConsentKind.TREATMENT, Standing.HOLDS, CONSENT, date(2026, 11, 25)
    ),
    "statement": lambda page: StatementDialog.open_for(page, "Maria"),
    "boundary": lambda page: BoundaryDialog.open_for(page, date(2026, 11, 25)),
    "sign": lambda page: SignDialog.open_for(page, VERSION, "Maria", "Ana"),
}


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    theme.apply(qapp, Theme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    yield made
    theme.apply(qapp, Theme.LIGHT)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", OPENERS)
def test_a_dialog_stays_on_the_screen_with_its_buttons_in_sight(
    page: QWidget, qapp: QApplication, qtbot: QtBot, name: str, percent: int
) -> None:
    theme.apply(qapp, Theme.LIGHT, percent)

    dialog = OPENERS[name](page)
    qtbot.waitExposed(dialog)
    qtbot.wait(50)

    screen = dialog.screen().availableGeometry()
    assert dialog.height() <= screen.height() * 0.9 + 1
    assert dialog.width() <= screen.width()
    foot = QRect(dialog.foot.mapTo(dialog, QPoint(0, 0)), dialog.foot.size())
    assert dialog.rect().contains(foot)
    assert dialog.foot.height() >= dialog.foot.sizeHint().height()
    inside, seen = dialog.body.inside, dialog.body.viewport()
    assert inside.width() <= seen.width()
    assert inside.height() >= dialog.body.column.totalHeightForWidth(inside.width())


def test_what_comes_later_makes_the_dialog_longer_where_the_screen_has_room(page: QWidget, qtbot: QtBot) -> None:
    dialog = ClientDialog.open_for(page)
    qtbot.wait(50)
    before = dialog.height()

    dialog.show_known(KNOWN)

    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: dialog.body.verticalScrollBar().maximum() == 0)


def test_the_name_dialog_tells_what_is_typed_and_offers_who_is_here_already(page: QWidget, qtbot: QtBot) -> None:
    dialog = ClientDialog.open_for(page)
    typed: list[str] = []
    dialog.name_typed.connect(typed.append)
    dialog.name_typed.connect(lambda words: dialog.show_known(KNOWN if words else None))

    dialog.name_edit.setText("Maria")
    assert typed == ["Maria"]
    assert "Maria Feldner" in dialog.known_words.text()

    with qtbot.waitSignal(dialog.known_chosen) as chosen:
        dialog.known_button.click()
    assert chosen.args == [7]


def test_a_day_shows_its_day_first(page: QWidget, qapp: QApplication) -> None:
    dialog = ConsentDialog.open_for(page, date(2026, 11, 25), "Ana Brandl", "Maria")

    assert dialog.signed_edit.cursorPosition() == 0


@pytest.fixture
def sign(page: QWidget, qtbot: QtBot) -> SignDialog:
    dialog = SignDialog.open_for(page, VERSION, "Maria", "Ana")
    qtbot.wait(20)
    return dialog


def test_what_is_signed_stands_above_the_signatures(sign: SignDialog) -> None:
    shown = [block.text() for block in sign.findChildren(VoiceBlock)] + [w.text() for w in sign.findChildren(Words)]

    assert "“I want to garden again.”" in shown
    assert "“An hour in the garden”" in shown
    assert {"Work slowly", "each visit", "Door-frame stretch", "every morning"} <= set(shown)


def test_signing_waits_for_a_signature_and_says_so(sign: SignDialog, qtbot: QtBot) -> None:
    seat = sign.seats[Signer.CLIENT]
    assert not seat.sign_button.isEnabled()
    assert seat.why.isVisible()

    QTest.mousePress(seat.pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    for step in range(1, 8):
        QTest.mouseMove(seat.pad, QPoint(30 + 20 * step, 40 + 5 * step))
    QTest.mouseRelease(seat.pad, Qt.MouseButton.LeftButton, pos=QPoint(170, 75))

    assert seat.sign_button.isEnabled()
    assert not seat.why.isVisible()
    with qtbot.waitSignal(sign.signed) as signed:
        seat.sign_button.click()
    assert signed.args[0].how is HowSigned.DRAWN


def test_agreeing_aloud_waits_for_its_reason(sign: SignDialog, qtbot: QtBot) -> None:
    seat = sign.seats[Signer.THERAPIST]

    seat.how_choice.segments[1].click()
    assert not seat.pad.isVisible()
    assert not seat.sign_button.isEnabled()
    seat.reason_edit.setText("oil on my hands")

    with qtbot.waitSignal(sign.signed) as signed:
        seat.sign_button.click()
    assert (signed.args[0].how, signed.args[0].reason) == (HowSigned.ALOUD, "oil on my hands")


def test_whatever_a_client_touches_is_large_enough_for_a_finger(sign: SignDialog) -> None:
    seat = sign.seats[Signer.CLIENT]
    touched = [*seat.how_choice.segments, seat.sign_button, seat.acts.undo_button, seat.acts.clear_button]

    assert min(widget.height() for widget in touched) >= 44


def test_a_version_without_goals_or_steps_can_be_signed_too(page: QWidget) -> None:
    dialog = SignDialog.open_for(page, replace(VERSION, content=PlanContent()), "Maria", "Ana")

    assert dialog.isVisible()


def test_a_chosen_way_to_sign_comes_back_with_its_reason(page: QWidget, sign: SignDialog) -> None:
    seat = sign.seats[Signer.THERAPIST]
    seat.how_choice.segments[1].click()
    seat.reason_edit.setText("oil on my hands")
    kept = typed(sign)

    again = SignDialog.open_for(page, VERSION, "Maria", "Ana")
    put_back(again, kept)

    seat = again.seats[Signer.THERAPIST]
    assert seat.how_choice.value() is HowSigned.ALOUD
    assert seat.sign_button.isEnabled()
    assert not seat.pad.isVisible()
