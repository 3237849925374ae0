"""Two people write a plan at one screen: each part stored when it is left, signed by both, by mouse or by keyboard."""

from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QRadioButton, QWidget

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.plan import Commitment, Goal, HowSigned, Plan, PlanContent, Signer
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import audit, clients, comforts, plans, voices
from alliance_desktop.ui.together.together_page import TogetherPage
from alliance_desktop.ui.widgets.picks import Picks
from tests.journeys.conftest import PASSWORD, Hands

PLAIN = Qt.KeyboardModifier.NoModifier
STEPS = ("What matters", "Where", "Our goal", "Ways", "We agree", "In your words", "Sign")


def talk(hands: Hands) -> TogetherPage:
    assert hands.window.handed is not None
    page = hands.window.handed.page
    assert isinstance(page, TogetherPage)
    return page


def begin(hands: Hands) -> TogetherPage:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.click("together_button")
    hands.until(lambda: hands.window.handed is not None)
    return talk(hands)


def question(hands: Hands) -> str:
    return hands.find(QLabel, "question").text()


def current(client_id: int = 1) -> Plan:
    plan = plans.current(client_id)
    assert plan is not None
    return plan


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def used_before(hands: Hands) -> None:
    """Two other clients' plans, whose phrases can be picked again."""
    for name in ("Jonas Wehrling", "Greta Holmvik"):
        written_for(hands, name, "Kneeling at the flower bed", "Door-frame stretch")


def written_for(hands: Hands, name: str, activity: str, promise: str) -> None:
    now = hands.workspace.desk.now()
    plan = plans.begin(clients.welcome(ClientDraft(name), now).id, now)
    goal, step = Goal("g", activity=activity), Commitment("c", Whose.CLIENT, promise)
    plans.keep_draft(plan.id, PlanContent(Said("I want to type"), (goal,), commitments=(step,)), now)
    plans.make_ready(plan.id, {}, now)


class Counted:
    """Every click that is no stroke, mark or rating: what moves on, what chooses, and what stands for words."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.clicks = hands, Counter[str]()

    def click(self, name: str, of: str = "choosing") -> None:
        self.clicks[of] += 1
        self.hands.click(name)

    def words(self, name: str) -> None:
        self.click(name, "words")

    def next(self, then: str) -> None:
        self.click("talk_next_button", "moving on")
        assert then in question(self.hands)


def test_a_first_plan_is_made_and_signed_by_mouse_alone_in_ten_clicks(hands: Hands) -> None:
    hands.found()
    used_before(hands)
    hands.welcome("Maria Feldner")
    counted = Counted(hands)
    counted.click("together_button", "opening")
    assert question(hands) == "What matters most to you right now?"
    counted.next("Where do you feel it?")
    figure = hands.find(QWidget, "body_chart_figure")
    hands.until(lambda: figure.height() > 300)
    hands.qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.rect().center() - QPoint(0, 40))
    counted.next("What would you like to be able to do?")
    counted.words("activity_pick_1_button")
    scale = hands.find(QWidget, "goal_1_now")
    hands.qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(scale.width() // 2, scale.height() // 2))
    counted.next("Here are ways we could go")
    counted.words("talk_starter_2_button")
    counted.click("way_1_card")
    counted.next("What do we each do?")
    counted.words("promise_pick_1_button")
    counted.next("How would you tell a friend")
    counted.click("asked_1_button")
    counted.next("This is our plan")
    hands.sign("client_pad")
    counted.click("client_sign_button")
    hands.sign("therapist_pad")
    counted.click("therapist_sign_button")
    hands.until(lambda: question(hands) == "Our plan is signed")
    assert counted.clicks["moving on"] + counted.clicks["choosing"] <= 10
    assert counted.clicks == {"opening": 1, "moving on": 6, "choosing": 4, "words": 3}
    (version,) = current(3).versions
    content = version.content
    assert version.agreed
    assert {signature.how for signature in version.signatures} == {HowSigned.DRAWN}
    assert [goal.activity for goal in content.goals] == ["Kneeling at the flower bed"]
    assert content.goals[0].now is not None
    assert content.chosen_way is not None
    assert content.chosen_way.what == "Self-care only"
    assert [step.what for step in content.commitments] == ["Door-frame stretch"]
    assert len(content.marks) == 1
    assert content.reservations_asked
    take_back(hands)
    hands.until(lambda: hands.workspace.documents_tab.view.pages)
    assert hands.window.focusWidget().objectName() == "print_paper_button"
    assert hands.workspace.documents_tab.title.text() == "Version 1"


class Keys:
    """What a keyboard does, wherever the focus is; keys that write no words are counted."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.pressed = hands, Counter[str]()

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN, of: str = "choosing") -> None:
        self.pressed[of] += 1
        QTest.keyClick(self.focus, key, held)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    def tab_to(self, name: str) -> None:
        for _stop in range(80):
            if self.focus.objectName() == name:
                return
            self.press(Qt.Key.Key_Tab, of="Tab")
        raise AssertionError(f"Tab never came to {name}")

    def choose(self, name: str) -> None:
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def go_on(self, then: str) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "moving on")
        assert then in question(self.hands)


def test_a_first_plan_is_made_and_signed_by_keyboard_alone(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    keys = Keys(hands)
    hands.window.activateWindow()
    hands.until(QApplication.focusWidget)
    keys.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier, "opening")
    hands.until(lambda: hands.window.handed is not None and QApplication.activeWindow() is hands.window.handed)
    keys.type("I want my garden back")
    keys.tab_to("talk_reflection_edit")
    keys.type("You want an hour of weeding")
    keys.choose("understood_1_button")
    keys.go_on("Where do you feel it?")
    keys.tab_to("body_chart_figure")
    keys.press(Qt.Key.Key_Return, of="marks")
    keys.go_on("What would you like to be able to do?")
    keys.type("An hour of weeding")
    keys.tab_to("goal_1_activity_edit")
    keys.type("Weeding")
    keys.go_on("Here are ways we could go")
    keys.choose("talk_starter_1_button")
    assert keys.focus.objectName() == "way_1_card"
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("talk_reason_edit")
    keys.type("I want to see first")
    keys.go_on("What do we each do?")
    keys.tab_to("visits_edit")
    keys.type("4")
    keys.go_on("How would you tell a friend")
    keys.type("We wait and look again")
    keys.choose("asked_1_button")
    keys.go_on("This is our plan")
    assert keys.focus.isVisible()
    hands.until(lambda: talk(hands).sign_step.is_shown)
    for who in ("client", "therapist"):
        keys.tab_to(f"{who}_how_choice_1")
        keys.press(Qt.Key.Key_Right)
        keys.tab_to(f"{who}_reason_edit")
        keys.type("No pen here")
        keys.choose(f"{who}_sign_button")
    hands.until(lambda: question(hands) == "Our plan is signed")
    made = Counter(keys.pressed)
    the_screen_is_taken_back_by_keyboard(keys)
    content = current().versions[0].content
    assert (content.what_matters.words, content.reflection, content.understood) == (
        "I want my garden back", "You want an hour of weeding", True,
    )  # fmt: skip
    assert (content.goals[0].said.words, content.choice.reason.words) == ("An hour of weeding", "I want to see first")
    assert (content.agreement.visits, len(content.marks)) == (4, 1)
    assert content.teach_back.words == "We wait and look again"
    assert "I want my garden back" in [voice.words for voice in voices.of(1)]
    assert made["moving on"] == 6
    assert made["choosing"] <= 10
    assert made["Tab"] <= 40


def the_screen_is_taken_back_by_keyboard(keys: Keys) -> None:
    hands = keys.hands
    keys.choose("take_back_lock_button")
    keys.tab_to("take_back_password_field")
    keys.type(PASSWORD)
    keys.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.window.handed is None)


def test_each_part_is_stored_when_it_is_left_and_the_talk_goes_on_where_it_was(hands: Hands) -> None:
    begin(hands)
    hands.type("talk_matters_edit", "I want my garden back")
    hands.click("talk_next_button")
    draft = current().draft
    assert draft is not None
    assert draft.what_matters.words == "I want my garden back"
    take_back(hands)
    assert hands.workspace.plan_tab.editor.matters_edit.words() == "I want my garden back"
    hands.click("together_button")
    assert question(hands) == "Where do you feel it?"
    assert [button.done for button in talk(hands).step_bar.buttons] == [True] + [False] * 6


def test_a_goal_rests_on_the_sentence_it_came_from(hands: Hands) -> None:
    page = begin(hands)
    hands.type("talk_matters_edit", "I want my garden back")
    page.go(1)
    figure = hands.find(QWidget, "body_chart_figure")
    QTest.keyClick(figure, Qt.Key.Key_Return)
    hands.type("body_chart_client_note_edit", "worse in the morning")
    page.go(2)
    hands.type("goal_1_said_edit", "An hour of weeding")
    hands.click("goal_1_source_button")
    hands.click("goal_1_source_1_button")
    page.go(6)
    for who in ("client", "therapist"):
        hands.sign(f"{who}_pad")
        hands.click(f"{who}_sign_button")
    (version,) = current().versions
    content, said = version.content, {voice.words: voice for voice in voices.of(1)}
    assert version.agreed
    assert plans.intact(version)
    assert content.goals[0].source == content.what_matters
    assert content.goals[0].source.voice == said["I want my garden back"].uid
    assert content.marks[0].note == "worse in the morning"
    assert "worse in the morning" in said


def test_a_lock_in_the_middle_keeps_what_was_said_and_shows_the_door(hands: Hands) -> None:
    begin(hands)
    hands.type("talk_matters_edit", "I want my garden back")
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    hands.unlock()
    draft = current().draft
    assert draft is not None
    assert draft.what_matters.words == "I want my garden back"
    assert "I want my garden back" in [voice.words for voice in voices.of(1)]


def test_a_day_that_is_none_is_said_before_the_step_is_left(hands: Hands) -> None:
    page = begin(hands)
    page.go(4)
    hands.type("talk_review_edit", "soon")
    hands.click("talk_next_button")
    assert question(hands) == "What do we each do?"
    assert hands.front.notice.isVisible()  # type: ignore[attr-defined]


def test_nothing_to_sign_is_said_in_a_sentence_and_stays_a_draft(hands: Hands) -> None:
    page = begin(hands)
    page.go(6)
    assert "nothing to sign yet" in hands.find(QLabel, "not_yet_words").text()
    assert not hands.front.findChildren(QWidget, "client_pad")
    hands.click("mend_button")
    assert question(hands) == "What matters most to you right now?"
    assert plans.current(1) is None


def half_signed(hands: Hands) -> TogetherPage:
    page = begin(hands)
    hands.type("talk_matters_edit", "I want my garden back")
    page.go(6)
    hands.sign("client_pad")
    hands.click("client_sign_button")
    return page


def test_going_back_from_a_half_signed_plan_says_so_and_takes_it_back(hands: Hands) -> None:
    half_signed(hands)
    hands.click("talk_back_button")
    assert hands.find(QLabel, "step_said").text().startswith("Maria has signed this. Going back takes it back")
    assert current().waiting is not None
    hands.click("talk_back_button")
    assert question(hands) == "How would you tell a friend what we are going to do?"
    plan = current()
    assert plan.waiting is None
    assert plan.draft is not None
    assert plan.versions[0].withdrawn_at is not None
    assert plan.draft.what_matters.words == "I want my garden back"


def test_a_half_signed_plan_opens_where_the_other_signs(hands: Hands) -> None:
    half_signed(hands)
    take_back(hands)
    hands.click("together_button")
    assert question(hands) == "This is our plan"
    hands.find(QRadioButton, "therapist_how_choice_2").click()
    hands.type("therapist_reason_edit", "Oily hands")
    hands.until(lambda: talk(hands).sign_step.is_shown)
    hands.click("therapist_sign_button")
    assert current().versions[0].agreed
    assert {s.signer for s in current().versions[0].signatures} == {Signer.CLIENT, Signer.THERAPIST}


def test_at_a_review_everything_is_there_only_the_change_is_shown_and_the_whole_is_signed(hands: Hands) -> None:
    page = half_signed(hands)
    hands.sign("therapist_pad")
    hands.click("therapist_sign_button")
    take_back(hands)
    hands.click("together_button")
    page = talk(hands)
    assert question(hands) == "What matters most to you right now?"
    assert hands.find(QWidget, "talk_matters_edit").toPlainText() == "I want my garden back"  # type: ignore[attr-defined]
    page.go(4)
    hands.type("visits_edit", "6")
    page.go(6)
    hands.type("talk_reason_0_edit", "It goes slowly")
    assert page.sign_step.whole.isVisible()
    for who in ("client", "therapist"):
        hands.sign(f"{who}_pad")
        hands.click(f"{who}_sign_button")
    first, second = current().versions
    assert second.agreed
    assert [(change.path, change.after, change.reason) for change in second.changes] == [
        ("agreement/visits", 6, "It goes slowly")
    ]
    assert second.content.what_matters.words == "I want my garden back"
    assert plans.intact(first)
    assert plans.intact(second)


def test_a_review_that_changes_nothing_leaves_no_draft_behind(hands: Hands) -> None:
    half_signed(hands)
    hands.sign("therapist_pad")
    hands.click("therapist_sign_button")
    take_back(hands)
    hands.click("together_button")
    talk(hands).go(6)
    assert "Nothing changed" in hands.find(QLabel, "nothing_new_words").text()
    assert not talk(hands).sign_step.seats
    take_back(hands)
    assert current().draft is None


def test_the_clock_fills_a_dot_a_minute_and_shows_no_number(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begin(hands)
    now = hands.workspace.desk.now()
    monkeypatch.setattr(page.clock, "_clock", lambda: now + timedelta(minutes=3, seconds=5))
    page.clock.look()
    assert page.clock.minutes == 3
    # Both would hear it.
    assert page.clock.accessibleName() == ""


def test_the_clock_goes_on_when_the_talk_is_resumed_and_begins_anew_once_all_signed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = half_signed(hands)
    now = hands.workspace.desk.now()
    monkeypatch.setattr(page.clock, "_clock", lambda: now + timedelta(minutes=3))
    take_back(hands)
    hands.click("together_button")
    page = talk(hands)
    assert page.clock.minutes == 3
    hands.sign("therapist_pad")
    hands.click("therapist_sign_button")
    take_back(hands)
    hands.click("together_button")
    assert talk(hands).clock.minutes == 0


def test_the_trail_tells_that_the_screen_was_handed_over_and_taken_back(hands: Hands) -> None:
    begin(hands)
    take_back(hands)
    told = [(line.action, line.detail) for line in audit.lines() if line.action in ("handed over", "taken back")]
    assert sorted(told) == [("handed over", ""), ("taken back", "password")]


def test_nothing_that_was_written_for_somebody_else_is_offered_before_a_client(hands: Hands) -> None:
    hands.found()
    used_before(hands)
    written_for(hands, "Leo Zhuravel", "Holding my son", "Call the clinic")
    written_for(hands, "Dara Novak", "Walks with Leo", "Dara on every sheet")
    written_for(hands, "Omar Thistlewood", "Walks with Leo", "Dara on every sheet")
    hands.welcome("Maria Feldner")
    now = hands.workspace.desk.now()
    maria = clients.lines("Maria")[0].id
    comforts.keep(maria, ComfortKind.AREAS_NO, "Told me why, never mention", Whose.THERAPIST, now)
    hands.click("together_button")
    told = ""
    for _step in range(5):
        parts = [part for part in hands.front.findChildren(QWidget) if part.isVisible()]
        told += "\n".join([part.accessibleName() for part in parts])
        told += "\n".join([part.text() for part in parts if isinstance(part, QLabel | QAbstractButton)])
        told += "\n".join([part.placeholderText() for part in parts if isinstance(part, QLineEdit)])
        told += "\n".join("\n".join(offered.words()) for offered in hands.front.findChildren(Picks))
        hands.click("talk_next_button")
    assert "Kneeling at the flower bed" in told
    assert "Door-frame stretch" in told
    private = ("Holding my son", "Call the clinic", "Leo", "Dara", "never mention")
    assert [words for words in private if words in told] == []
