"""Signing: the page that goes home, what changed, and a place for each, by keyboard alone and in every size."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import (
    Commitment,
    HowSigned,
    Plan,
    PlanContent,
    Reservation,
    Signer,
)
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import left_out, plans
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together import sign_step
from alliance_desktop.ui.together.sign_step import SignStep
from tests.ui.test_every_window import cut_off
from tests.ui.together.stage import BOTH, FULL, STROKES, press, shown, tab_to, typed


def drafted(client_id: int, now: datetime, content: PlanContent) -> Plan:
    return plans.keep_draft(plans.begin(client_id, now).id, content, now)


def agreed(client_id: int, now: datetime, content: PlanContent) -> Plan:
    plan = drafted(client_id, now, content)
    version = plans.make_ready(plan.id, {}, now)
    for signer in content.signers:
        plans.sign(version.id, signer, HowSigned.DRAWN, now, STROKES)
    return plans.one(plan.id)


@pytest.fixture
def sign(maria: int, now: datetime, qtbot: QtBot) -> SignStep:
    return shown(SignStep(Desk(clock=lambda: now), "Maria", "Ana"), qtbot)


def aloud(step: SignStep, signer: Signer, qtbot: QtBot) -> None:
    until_drawn(step, qtbot)
    seat = step.seats[signer]
    seat.how_choice.segments[1].click()
    seat.reason_edit.setText("no pen at hand")
    seat.sign_button.click()


def until_drawn(step: SignStep, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: step.is_shown, timeout=20_000)


def test_the_page_that_goes_home_is_read_before_anybody_signs(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    sign.show_plan(drafted(maria, now, BOTH))
    until_drawn(sign, qtbot)
    assert "I want to garden again." in sign.pages.page.accessibleDescription()
    assert "draft, not signed" in sign.pages.page.accessibleDescription()
    assert plans.current(maria) == drafted(maria, now, BOTH)
    assert list(sign.seats) == [Signer.CLIENT, Signer.THERAPIST]


def test_the_draft_becomes_a_version_with_the_first_signature_and_not_before(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    plan = drafted(maria, now, FULL)
    sign.show_plan(plan)
    assert set(sign.seats) == {Signer.CLIENT, Signer.THERAPIST, Signer.GUARDIAN}
    with qtbot.waitSignal(sign.signed):
        aloud(sign, Signer.CLIENT, qtbot)
    version = plans.one(plan.id).waiting
    assert version is not None
    assert version.waiting_for == (Signer.THERAPIST, Signer.GUARDIAN)
    assert sign.is_half_signed
    assert "Maria has signed this" in sign.back_words()
    assert QApplication.focusWidget() is sign.seats[Signer.THERAPIST].how_choice.segments[0]
    aloud(sign, Signer.THERAPIST, qtbot)
    assert not sign.is_over
    aloud(sign, Signer.GUARDIAN, qtbot)
    assert sign.is_over
    assert sign.thanks.thanked.text() == "Thank you, Maria. All have signed."
    assert sign.stops == ()


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (PlanContent(), "what_matters"),
        (replace(BOTH, commitments=(Commitment("x", Whose.CLIENT, "", "daily"),)), "commitments"),
        (replace(BOTH, reservations=(Reservation("x", Said(), "We will see"),)), "reservations"),
    ],
)
def test_what_cannot_be_signed_yet_is_said_and_leads_to_where_it_is_mended(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot, content: PlanContent, part: str
) -> None:
    sign.show_plan(drafted(maria, now, content))
    assert sign.not_yet.isVisible()
    assert not sign.seats
    with qtbot.waitSignal(sign.mend_wanted) as wanted:
        sign.not_yet.mend_button.click()
    assert wanted.args == [part]


def test_a_review_shows_only_what_changed_and_signs_the_whole(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    agreed(maria, now, BOTH)
    plan = drafted(maria, now, replace(BOTH, agreement=replace(BOTH.agreement, visits=4)))
    sign.show_plan(plan)
    (reason,) = sign.changes.stops
    assert reason.accessibleName() == "Why: Visits: 6 → 4"
    assert sign.whole.isVisible()
    reason.setText("It goes slowly")  # type: ignore[attr-defined]  # a field
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        aloud(sign, signer, qtbot)
        told = {label.text() for label in sign.changes.findChildren(QLabel)}
        assert "Visits: 6 → 4: “It goes slowly”" in told
    version = plans.one(plan.id).versions[1]
    assert version.agreed
    assert [(change.path, change.reason) for change in version.changes] == [("agreement/visits", "It goes slowly")]
    assert version.content.what_matters.words == BOTH.what_matters.words
    assert plans.intact(version)


def test_a_review_that_changes_nothing_is_praised_and_can_set_the_next_day(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    agreed(maria, now, BOTH)
    plan = plans.begin(maria, now)
    sign.show_plan(plan)
    assert sign.nothing_new.isVisible()
    assert not sign.seats
    assert not sign.nothing_new.set_button.isEnabled()
    sign.nothing_new.look_again.buttons[1].click()
    with qtbot.waitSignal(sign.day_set):
        sign.nothing_new.set_button.click()
    sign.show_plan(plans.one(plan.id))
    told = [line.words for _change, line in plans.draft_change_lines(plans.one(plan.id))]
    assert told == ["Next look together: 1 August 2026 → 16 June 2026"]
    assert len(sign.changes.stops) == 1
    assert set(sign.seats) == {Signer.CLIENT, Signer.THERAPIST}


@pytest.mark.parametrize(("percent", "width"), [(130, 1152), (130, 896), (200, 1152)])
def test_nothing_of_signing_is_cut_off_in_large_letters(
    look: Callable[[int], None], sign: SignStep, maria: int, now: datetime, qtbot: QtBot, percent: int, width: int
) -> None:
    look(percent)
    sign.window().resize(width, 560)
    agreed(maria, now, FULL)
    for content in (FULL, replace(FULL, agreement=replace(FULL.agreement, visits=4, areas_yes="both shoulders"))):
        sign.show_plan(drafted(maria, now, content))
        until_drawn(sign, qtbot)
        qtbot.wait(100)
        assert list(cut_off(sign.window())) == []
    for signer in FULL.signers:
        aloud(sign, signer, qtbot)
    qtbot.wait(60)
    assert list(cut_off(sign.window())) == []


def test_all_sign_by_keyboard_alone(sign: SignStep, maria: int, now: datetime, qtbot: QtBot) -> None:
    sign.rebuilt.connect(lambda: set_tab_order(sign.stops))
    sign.show_plan(drafted(maria, now, BOTH))
    until_drawn(sign, qtbot)
    sign.take_focus()
    for who in ("client", "therapist"):
        tab_to(f"{who}_how_choice_1")
        press(Qt.Key.Key_Down)
        typed(f"{who}_reason_edit", "no pen at hand")
        tab_to(f"{who}_sign_button")
        press(Qt.Key.Key_Space)
    assert sign.is_over
    said = {label.text() for label in sign.thanks.findChildren(QLabel)}
    assert "Ana has the screen again with the password." in said
    assert not [w for w in sign.thanks.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_what_is_left_out_of_a_printed_page_is_read_before_it_is_signed_all_the_same(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    left_out.leave_out(maria, DocumentKind.PLAN, Section.GOING_ON, now)
    agreed(maria, now, BOTH)
    sign.show_plan(drafted(maria, now, replace(BOTH, understanding="It has calmed down")))
    until_drawn(sign, qtbot)
    words = []
    for _page in range(3):
        words.append(" ".join(sign.pages.page.accessibleDescription().split()))
        sign.pages.turn_button.click()
    read = " ".join(words)
    assert "It has calmed down" in read
    assert "What we think is going on: The shoulder is on guard → It has calmed down" in read


@pytest.mark.parametrize(("width", "stacked"), [(1152, False), (896, True)])
def test_where_there_is_little_room_what_changed_is_read_before_the_page(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot, width: int, stacked: bool
) -> None:
    sign.window().resize(width, 560)
    agreed(maria, now, BOTH)
    sign.show_plan(drafted(maria, now, replace(BOTH, understanding="It has calmed down")))
    until_drawn(sign, qtbot)
    qtbot.wait(100)

    changes, seat = sign.changes, sign.seats[Signer.CLIENT]
    tops = [widget.mapTo(sign, widget.rect().topLeft()).y() for widget in (changes, sign.pages, seat)]
    assert sign.signing.is_stacked is stacked
    assert (tops[0] < tops[1] < tops[2]) is stacked
    assert (sign.stops.index(changes.stops[0]) < sign.stops.index(sign.pages.stops[0])) is stacked
    assert sign.pages.page.width() > 680


def test_nobody_signs_before_the_page_is_before_them(sign: SignStep, maria: int, now: datetime, qtbot: QtBot) -> None:
    sign.show_plan(drafted(maria, now, BOTH))
    sign.take_focus()
    focused = QApplication.focusWidget()
    client = sign.seats[Signer.CLIENT]
    assert focused is client.how_choice.segments[0]
    client.how_choice.segments[1].click()
    client.reason_edit.setText("no pen at hand")
    assert not client.sign_button.isEnabled()
    assert not sign.seats[Signer.THERAPIST].pad.isEnabled()
    assert client.why.text() == "The page is being drawn. Then you can sign."
    until_drawn(sign, qtbot)
    assert client.sign_button.isEnabled()
    assert sign.seats[Signer.THERAPIST].pad.isEnabled()
    assert QApplication.focusWidget() is not None
    assert not client.why.isVisible()


def test_other_words_are_drawn_anew_before_they_are_signed(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot
) -> None:
    sign.show_plan(drafted(maria, now, BOTH))
    until_drawn(sign, qtbot)
    sign.show_plan(drafted(maria, now, replace(BOTH, understanding="It has calmed down")))
    assert not sign.is_shown
    assert not sign.seats[Signer.CLIENT].pad.isEnabled()
    until_drawn(sign, qtbot)
    assert sign.seats[Signer.CLIENT].pad.isEnabled()


def test_a_page_that_cannot_be_drawn_is_agreed_aloud_or_signed_on_paper(
    sign: SignStep, maria: int, now: datetime, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> bytes:
        raise OSError("no room")

    monkeypatch.setattr(sign_step, "_drawn", full)
    plan = drafted(maria, now, BOTH)
    sign.show_plan(plan)
    sign.take_focus()
    until_drawn(sign, qtbot)
    assert "could not be drawn" in sign.pages.told.text()
    client = sign.seats[Signer.CLIENT]
    assert [segment.isEnabled() for segment in client.how_choice.segments] == [False, True, True]
    assert QApplication.focusWidget() is client.how_choice.segments[1]
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        aloud(sign, signer, qtbot)
    assert plans.one(plan.id).versions[0].agreed
