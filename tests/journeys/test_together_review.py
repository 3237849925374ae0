"""Looking again together: what was agreed stands there, one change is made, told in the client's words, and signed."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    Goal,
    HowSigned,
    Plan,
    PlanContent,
    PlanState,
    Reservation,
    Signer,
)
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import documents, plans
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.widgets.words import Words
from tests.journeys.conftest import PASSWORD, Hands

STROKES: Strokes = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.6)),)
AGREED = PlanContent(
    Said("I want my garden back."),
    (Goal("g", Said("An hour of weeding"), "", "Weeding", 3, 8),),
    Agreement(6, "every two weeks", 60, "neck and shoulders"),
    (Commitment("c", Whose.CLIENT, "Door-frame stretch", "every morning", confidence=8),),
    review_on=date(2030, 3, 1),
    teach_back=Said("We go slowly"),
)


def current() -> Plan:
    plan = plans.current(1)
    assert plan is not None
    return plan


def talk(hands: Hands) -> TogetherPage:
    handed = hands.window.handed
    assert handed is not None
    assert isinstance(handed.page, TogetherPage)
    return handed.page


def question(hands: Hands) -> str:
    return hands.find(QLabel, "question").text()


@pytest.fixture
def review(hands: Hands) -> Hands:
    """Maria signed a plan some time ago, and looks at it again with Ana."""
    hands.found()
    hands.welcome("Maria Feldner")
    now = hands.workspace.desk.now() - timedelta(days=40)
    plan = plans.begin(1, now)
    plans.keep_draft(plan.id, AGREED, now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.DRAWN, now, STROKES)
    hands.click("together_button")
    hands.until(lambda: hands.window.handed is not None)
    return hands


def go_on_to(hands: Hands, wanted: str) -> None:
    while wanted not in question(hands):
        hands.click("talk_next_button")


def sign(hands: Hands, who: str) -> None:
    hands.sign(f"{who}_pad")
    hands.click(f"{who}_sign_button")


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def test_one_change_is_made_told_in_the_clients_words_and_the_whole_is_signed(review: Hands) -> None:
    hands = review
    assert hands.find(QPlainTextEdit, "talk_matters_edit").toPlainText() == "I want my garden back."
    go_on_to(hands, "What do we each do?")
    assert hands.find(QLineEdit, "rhythm_edit").text() == "every two weeks"
    hands.type("visits_edit", "4")
    go_on_to(hands, "This is our plan")
    changes = talk(hands).sign_step.changes
    assert [edit.accessibleName() for edit in changes.stops] == ["Why: Visits: 6 → 4"]
    hands.type("talk_reason_0_edit", "Four are enough for me")
    hands.click("talk_back_button")
    hands.click("talk_next_button")
    assert hands.find(QLineEdit, "talk_reason_0_edit").text() == "Four are enough for me"
    assert "the whole plan" in talk(hands).sign_step.whole.text()
    first = current().versions[0]
    sign(hands, "client")
    assert "Visits: 6 → 4: “Four are enough for me”" in {w.text() for w in changes.findChildren(QLabel)}
    sign(hands, "therapist")
    hands.until(lambda: question(hands) == "Our plan is signed")
    assert hands.find(QLabel, "thanked_words").text() == "Thank you, Maria. You have both signed."
    before, second = current().versions
    assert before == first
    assert second.agreed
    assert second.content == replace(first.content, agreement=replace(first.content.agreement, visits=4))
    assert [(change.path, change.reason) for change in second.changes] == [
        ("agreement/visits", "Four are enough for me")
    ]
    assert {signature.digest for signature in second.signatures} == {second.digest}
    assert plans.intact(second)
    take_back(hands)
    assert_printed(hands)


def assert_printed(hands: Hands) -> None:
    """The page that goes home tells the same change in the same words."""
    hands.tab("documents")
    tab = hands.workspace.documents_tab
    hands.until(lambda: tab.view.pages)
    tab.save_to(hands.folder.root.parent / "plan.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(documents.data(documents.of(1)[0].id))).pages)
    assert "Visits: 6 → 4: “Four are enough for me”" in " ".join(text.split())


def test_where_nothing_changed_only_the_next_day_is_set_and_signed(review: Hands) -> None:
    hands = review
    talk(hands).go(6)
    assert hands.find(QLabel, "nothing_new_words").text().startswith("Nothing changed, and that is fine")
    assert not hands.front.findChildren(QWidget, "client_pad")
    hands.click("next_look_3_button")
    hands.click("set_day_button")
    day = hands.workspace.desk.today() + timedelta(weeks=12)
    assert hands.find(QWidget, "client_pad")
    talk(hands).go(4)
    assert talk(hands).content().review_on == day
    talk(hands).go(6)
    sign(hands, "client")
    sign(hands, "therapist")
    second = current().versions[1]
    assert second.agreed
    assert [change.path for change in second.changes] == ["review_on"]
    assert second.content == replace(current().versions[0].content, review_on=day)
    assert current().state(hands.workspace.desk.today()) is PlanState.AGREED


def test_a_review_that_is_left_as_it_was_needs_no_signature(review: Hands) -> None:
    hands = review
    talk(hands).go(6)
    take_back(hands)
    assert current().draft is None
    assert len(current().versions) == 1


def test_a_change_after_the_first_signature_withdraws_it_once_that_was_said(review: Hands) -> None:
    hands = review
    talk(hands).go(4)
    hands.type("visits_edit", "4")
    talk(hands).go(6)
    sign(hands, "client")
    hands.click("step_5_button")
    assert question(hands) == "This is our plan"
    assert "Maria has signed this" in hands.find(QLabel, "step_said").text()
    assert current().waiting is not None
    hands.click("step_5_button")
    assert question(hands) == "What do we each do?"
    assert current().versions[1].withdrawn_at is not None
    hands.type("visits_edit", "3")
    talk(hands).go(6)
    sign(hands, "client")
    sign(hands, "therapist")
    versions = current().versions
    assert [(v.number, v.agreed) for v in versions] == [(1, True), (2, False), (3, True)]
    assert versions[1].content.agreement.visits == 4
    assert [change.after for change in versions[2].changes] == [3]


def test_what_is_missing_is_mended_where_it_stands_and_then_signed(review: Hands) -> None:
    hands = review
    talk(hands).go(4)
    hands.click("add_mine_button")
    hands.type("therapist_1_how_edit", "each visit")
    talk(hands).go(6)
    assert "does not say what" in hands.find(QLabel, "not_yet_words").text()
    hands.click("mend_button")
    assert question(hands) == "What do we each do?"
    assert hands.front.focusWidget().objectName() == "therapist_1_what_edit"
    hands.type("therapist_1_what_edit", "Work slowly")
    talk(hands).go(6)
    sign(hands, "client")
    sign(hands, "therapist")
    assert [step.what for step in current().shown.promised(Whose.THERAPIST)] == ["Work slowly"]


def test_a_day_that_is_none_is_said_before_signing_wherever_it_stands(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.click("together_button")
    page = talk(hands)
    hands.type("talk_matters_edit", "I want my garden back")
    page.go(4)
    hands.type("talk_review_edit", "soon")
    page.flush()
    take_back(hands)
    hands.click("together_button")
    hands.click("step_7_button")
    assert question(hands) == "What do we each do?"
    assert hands.front.focusWidget().objectName() == "talk_review_edit"
    assert hands.front.notice.isVisible()  # type: ignore[attr-defined]


def test_a_doubt_of_the_review_is_a_change_and_follows_the_client_while_it_is_open(review: Hands) -> None:
    hands = review
    talk(hands).go(5)
    hands.click("asked_2_button")
    hands.type("reservation_1_said_edit", "I bruise easily")
    talk(hands).go(6)
    told = {label.text() for label in talk(hands).sign_step.changes.findChildren(Words)}
    assert told == {"Not sure about: “I bruise easily”", "We asked about doubts"}
    sign(hands, "client")
    sign(hands, "therapist")
    (doubt,) = current().shown.open_reservations
    assert replace(doubt, uid="", said=Said(doubt.said.words)) == Reservation("", Said("I bruise easily"))


def test_a_doubt_that_was_signed_open_has_no_way_out_but_an_answer(review: Hands) -> None:
    hands = review
    talk(hands).go(5)
    hands.click("asked_2_button")
    hands.type("reservation_1_said_edit", "I bruise easily")
    assert hands.find(QWidget, "reservation_1_remove_button").isVisible(), "typed in this very draft"
    talk(hands).go(6)
    sign(hands, "client")
    sign(hands, "therapist")
    take_back(hands)
    hands.click("together_button")
    talk(hands).go(5)
    stays = "Still open: it stays until an answer is signed."
    assert stays in {label.text() for label in talk(hands).findChildren(Words) if label.isVisible()}
    assert not any(edit.isVisible() for edit in talk(hands).findChildren(QWidget, "reservation_1_remove_button"))
    said = hands.find(QPlainTextEdit, "reservation_1_said_edit")
    said.setFocus()
    said.clear()
    talk(hands).flush()
    draft = current().draft
    assert draft is not None
    assert [doubt.said.words for doubt in draft.reservations] == ["I bruise easily"]
    hands.type("reservation_1_answer_edit", "I go easy")
    talk(hands).go(6)
    assert {label.text() for label in talk(hands).sign_step.changes.findChildren(Words)} == {
        "“I bruise easily”: answered, I go easy"
    }
    sign(hands, "client")
    sign(hands, "therapist")
    take_back(hands)
    hands.tab("plan")
    hands.click("change_button")
    hands.until(lambda: hands.workspace.plan_tab.editor.isVisible())
    hands.click("reservation_1_remove_button")
    assert not hands.workspace.plan_tab.editor.doubts.editors
    hands.click("undo_button")
    assert hands.find(QPlainTextEdit, "reservation_1_said_edit").toPlainText() == "I bruise easily"
