"""A talk is left in the middle, given back or locked: what was said comes back, and no word leaves nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.plan import Agreement, EndedBy, HowSigned, Plan, PlanContent, PlanState, Signer
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import audit, held_forms, plans
from alliance_desktop.ui.together.together_page import TogetherPage
from tests.journeys.conftest import PASSWORD, Hands

STROKES: Strokes = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.6)),)


def talk(hands: Hands) -> TogetherPage:
    hands.until(lambda: hands.window.handed is not None)
    assert hands.window.handed is not None
    page = hands.window.handed.page
    assert isinstance(page, TogetherPage)
    return page


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def lock(hands: Hands) -> None:
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    hands.unlock()
    hands.workspace.open_client(1, "plan")


def current() -> Plan:
    plan = plans.current(1)
    assert plan is not None
    return plan


def begin(hands: Hands) -> TogetherPage:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.click("together_button")
    return talk(hands)


def agreed(hands: Hands) -> None:
    """Maria signed a plan some time ago."""
    hands.found()
    hands.welcome("Maria Feldner")
    now = hands.workspace.desk.now() - timedelta(days=40)
    plan = plans.begin(1, now)
    plans.keep_draft(plan.id, PlanContent(Said("I want my garden back."), agreement=Agreement(6)), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.DRAWN, now, STROKES)
    hands.click("together_button")


def fewer_visits(hands: Hands) -> TogetherPage:
    page = talk(hands)
    page.go(4)
    hands.type("visits_edit", "4")
    page.go(6)
    return page


@pytest.mark.parametrize("leave", [take_back, lock])
def test_why_something_changes_and_why_nobody_signs_by_hand_comes_back(
    hands: Hands, leave: Callable[[Hands], None]
) -> None:
    agreed(hands)
    fewer_visits(hands)
    hands.type("talk_reason_0_edit", "Four are enough for me")
    hands.until(lambda: hands.find(QWidget, "client_pad").isEnabled())
    hands.find(QRadioButton, "client_how_choice_2").click()
    hands.type("client_reason_edit", "My hand hurts")
    leave(hands)
    assert hands.find(QLineEdit, "reason_0_edit").text() == "Four are enough for me"
    hands.click("together_button")
    page = talk(hands)
    page.go(6)
    assert hands.find(QLineEdit, "talk_reason_0_edit").text() == "Four are enough for me"
    assert hands.find(QLineEdit, "client_reason_edit").text() == "My hand hurts"
    hands.until(lambda: page.sign_step.is_shown)
    hands.click("client_sign_button")
    assert [(change.path, change.reason) for change in current().versions[1].changes] == [
        ("agreement/visits", "Four are enough for me")
    ]


def test_what_the_second_of_them_typed_comes_back_as_well_and_is_gone_once_all_signed(hands: Hands) -> None:
    agreed(hands)
    page = fewer_visits(hands)
    hands.until(lambda: page.sign_step.is_shown)
    for who in ("client", "therapist"):
        hands.find(QRadioButton, f"{who}_how_choice_2").click()
        hands.type(f"{who}_reason_edit", f"no pen for the {who}")
    hands.click("client_sign_button")
    lock(hands)
    hands.click("together_button")
    page = talk(hands)
    assert hands.find(QLineEdit, "therapist_reason_edit").text() == "no pen for the therapist"
    hands.until(lambda: page.sign_step.is_shown)
    hands.click("therapist_sign_button")
    assert current().versions[1].agreed
    assert held_forms.of(1, Form.REASONS, current().id) == {}


def test_a_reason_typed_beside_the_draft_comes_back_in_the_talk_and_goes_along_when_signing_is_taken_back(
    hands: Hands,
) -> None:
    agreed(hands)
    fewer_visits(hands)
    take_back(hands)
    hands.type("reason_0_edit", "It goes so well")
    lock(hands)
    assert hands.find(QLineEdit, "reason_0_edit").text() == "It goes so well"
    hands.click("together_button")
    page = talk(hands)
    page.go(6)
    assert hands.find(QLineEdit, "talk_reason_0_edit").text() == "It goes so well"
    hands.until(lambda: page.sign_step.is_shown)
    hands.sign("client_pad")
    hands.click("client_sign_button")
    for _press in range(2):
        hands.click("talk_back_button")
    page.go(6)
    assert hands.find(QLineEdit, "talk_reason_0_edit").text() == "It goes so well"


def test_a_reason_stays_with_its_own_draft(hands: Hands) -> None:
    agreed(hands)
    fewer_visits(hands)
    hands.type("talk_reason_0_edit", "Four are enough for me")
    take_back(hands)
    hands.click("drop_button")
    hands.click("change_button")
    hands.type("visits_edit", "3")
    assert hands.find(QLineEdit, "reason_0_edit").text() == ""
    now = hands.workspace.desk.now()
    hands.type("reason_0_edit", "Three will do")
    hands.welcome("Jonas Wehrling")
    plan = plans.begin(2, now)
    plans.keep_draft(plan.id, PlanContent(Said("I want to type."), agreement=Agreement(6)), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.DRAWN, now, STROKES)
    plans.keep_draft(plans.begin(2, now).id, PlanContent(Said("I want to type."), agreement=Agreement(3)), now)
    hands.workspace.open_client(2, "plan")
    hands.workspace.plan_tab.refresh()
    assert hands.find(QLineEdit, "reason_0_edit").text() == ""
    hands.workspace.open_client(1, "plan")
    assert hands.find(QLineEdit, "reason_0_edit").text() == "Three will do"


def test_ways_and_doubts_come_back_after_a_lock(hands: Hands) -> None:
    page = begin(hands)
    page.go(3)
    hands.click("write_ways_button")
    hands.type("way_1_what_edit", "Slow and steady")
    hands.type("way_1_less_good_edit", "It takes longer")
    hands.type("not_wanted_edit", "No cracking")
    lock(hands)
    hands.click("together_button")
    page = talk(hands)
    page.go(5)
    hands.click("asked_2_button")
    hands.type("reservation_1_said_edit", "Will it last?")
    lock(hands)
    hands.click("together_button")
    page = talk(hands)
    page.go(5)
    assert hands.find(QPlainTextEdit, "reservation_1_said_edit").toPlainText() == "Will it last?"
    (way,) = page.content().ways
    assert (way.what, way.less_good) == ("Slow and steady", "It takes longer")
    assert page.content().choice.not_wanted.words == "No cracking"


def test_a_day_that_was_chosen_and_not_set_comes_back(hands: Hands) -> None:
    agreed(hands)
    talk(hands).go(6)
    hands.type("next_look_edit", "1 Mar 2031")
    lock(hands)
    hands.click("together_button")
    talk(hands).go(6)
    assert "2031" in hands.find(QLineEdit, "next_look_edit").text()
    hands.click("set_day_button")
    day = current().draft.review_on  # type: ignore[union-attr]
    assert day is not None
    assert day.year == 2031


@pytest.mark.parametrize("leave", [take_back, lock])
def test_a_talk_without_a_word_leaves_nothing(hands: Hands, leave: Callable[[Hands], None]) -> None:
    page = begin(hands)
    for _step in page.steps[1:]:
        hands.click("talk_next_button")
    leave(hands)
    assert plans.of(1) == ()
    assert not [line for line in audit.lines() if line.action == "begun"]
    assert hands.find(QWidget, "begin_plan_button")


def test_a_word_that_was_taken_away_again_leaves_no_draft(hands: Hands) -> None:
    page = begin(hands)
    hands.type("talk_matters_edit", "My back")
    page.flush()
    assert current().draft is not None
    field = hands.find(QPlainTextEdit, "talk_matters_edit")
    field.clear()
    QApplication.processEvents()
    take_back(hands)
    assert current().draft is None
    assert hands.find(QWidget, "begin_plan_button")


def test_a_doubt_of_an_ended_plan_goes_along_and_is_signed_without_another_word(hands: Hands) -> None:
    agreed(hands)
    page = talk(hands)
    page.go(5)
    hands.click("asked_2_button")
    hands.type("reservation_1_said_edit", "Will it last?")
    page.go(6)
    for who in ("client", "therapist"):
        hands.sign(f"{who}_pad")
        hands.click(f"{who}_sign_button")
    take_back(hands)
    plans.end(current().id, EndedBy.COMPLETED, "", hands.workspace.desk.now())
    hands.click("together_button")
    take_back(hands)
    assert len(plans.of(1)) == 1
    hands.click("together_button")
    talk(hands).go(6)
    for who in ("client", "therapist"):
        hands.sign(f"{who}_pad")
        hands.click(f"{who}_sign_button")
    newest = plans.of(1)[0]
    assert newest.agreed is not None
    assert [doubt.said.words for doubt in newest.agreed.content.reservations] == ["Will it last?"]


def test_a_plan_that_was_talked_through_and_not_signed_is_known_as_such(hands: Hands) -> None:
    page = begin(hands)
    hands.type("talk_matters_edit", "I want my garden back")
    today = hands.workspace.desk.today()
    page.go(5)
    assert current().state(today) is PlanState.DRAFT
    page.go(len(page.steps) - 1)
    assert current().state(today) is PlanState.DISCUSSED
    page.back()
    page.go(len(page.steps) - 1)
    take_back(hands)
    assert [entry.action for entry in audit.lines(50)].count("discussed") == 1
