"""What a client does alone on the handed-over screen, and how the therapist finds it afterwards."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget

from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import audit, consents, health, health_answers, held_forms, plans, practice_file
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from tests.journeys.conftest import PASSWORD, Hands


def at_profile(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    hands.tab("profile")


def take_back(hands: Hands) -> None:
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)


def words(hands: Hands, name: str) -> str:
    return hands.find(QLabel, name).text()


def from_the_menu(hands: Hands, words: str) -> None:
    hands.click("more_button")
    menu = hands.find(QMenu, "more_menu")
    next(action for action in menu.actions() if words in action.text()).trigger()
    menu.close()
    hands.until(lambda: hands.window.handed is not None)


def shown(hands: Hands) -> str:
    """All words in sight, read and spoken."""
    parts = [part for part in hands.front.findChildren(QWidget) if part.isVisible()]
    told = [part.accessibleName() for part in parts] + [part.text() for part in parts if isinstance(part, QLabel)]
    return "\n".join(told)


def press(hands: Hands, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other, wherever the cursor is."""
    hands.until(lambda: QApplication.activeWindow() is hands.front and QApplication.focusWidget() is not None)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or hands.front, key, held)


def type_here(hands: Hands, words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or hands.front, words)


def tab_to(hands: Hands, name: str) -> None:
    """Go with Tab alone to the thing with this name."""
    for _stop in range(80):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        press(hands, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def hand_over(hands: Hands, name: str = "questions_button") -> None:
    hands.click(name)
    hands.until(lambda: hands.window.handed is not None)


def begin_consent(hands: Hands) -> None:
    hands.click("consent_button")
    hands.until(lambda: hands.window.findChildren(QWidget, "consent_dialog"))


def answered(client_id: int = 1) -> list[tuple[str, bool, str]]:
    return [(answer.code, answer.yes, answer.words) for answer in health_answers.last(client_id)]


def test_health_questions_are_answered_by_mouse_alone_and_wait_for_the_therapist(hands: Hands) -> None:
    at_profile(hands)
    hand_over(hands)
    hands.click("asked_unwell_1_button")
    hands.click("task_skip_button")
    hands.click("asked_medicine_2_button")
    hands.click("task_next_button")
    hands.click("line_allergy_button")
    hands.click("asked_allergy_2_button")
    assert words(hands, "task_said").startswith("3 of 17 answered.")
    for _question in range(13):
        hands.click("task_skip_button")
    assert words(hands, "end_words").startswith("That was all, Maria.")
    hands.click("task_done_button")
    assert words(hands, "task_thanks") == "Thank you, Maria."
    take_back(hands)
    assert answered() == [("unwell", False, ""), ("medicine", True, ""), ("allergy", True, "")]
    assert [item.item.name for item in health.of(1)] == ["Medicine", "Allergy"]
    assert words(hands, "answered_words").endswith(": 2 to look at")


def test_health_questions_are_answered_by_keyboard_alone(hands: Hands) -> None:
    at_profile(hands)
    hand_over(hands)
    press(hands, Qt.Key.Key_1, Qt.Key.Key_2)
    type_here(hands, "A rash, since 2")
    press(hands, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    tab_to(hands, "asked_medicine_2_button")
    press(hands, Qt.Key.Key_Space)
    type_here(hands, "Sertraline")
    tab_to(hands, "task_next_button")
    press(hands, Qt.Key.Key_Space)
    press(hands, Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert hands.find(QWidget, "asked_medicine_2_button").hasFocus()
    press(hands, *[Qt.Key.Key_Return] * 15, held=Qt.KeyboardModifier.ControlModifier)
    tab_to(hands, "task_done_button")
    press(hands, Qt.Key.Key_Space)
    assert words(hands, "task_thanks") == "Thank you, Maria."
    assert answered() == [("unwell", False, ""), ("skin", True, "A rash, since 2"), ("medicine", True, "Sertraline")]


def test_what_is_typed_is_stored_by_itself_and_shown_when_the_screen_is_given_again(hands: Hands) -> None:
    at_profile(hands)
    hand_over(hands)
    hands.click("line_allergy_button")
    hands.click("asked_allergy_2_button")
    hands.type("said_allergy_edit", "Nuts")
    hands.until(lambda: answered() == [("allergy", True, "Nuts")])
    take_back(hands)
    hand_over(hands)
    assert hands.find(QWidget, "line_allergy_button").accessibleName().endswith("Yes")
    hands.click("line_allergy_button")
    hands.click("asked_allergy_2_button")
    hands.click("task_skip_button")
    assert answered() == []
    assert health.of(1) == ()


def test_the_therapist_finds_the_answers_in_the_client_s_voice_and_decides_what_they_mean(hands: Hands) -> None:
    at_profile(hands)
    hand_over(hands)
    hands.click("line_allergy_button")
    hands.click("asked_allergy_2_button")
    hands.type("said_allergy_edit", "Nuts")
    hands.click("task_next_button")
    hands.click("asked_surgery_1_button")
    take_back(hands)
    assert words(hands, "answered_words").endswith(": 1 to look at")
    hands.until(lambda: "Maria said: Nuts" in shown(hands))
    assert "Do not treat" not in shown(hands)
    hands.click("read_answers_button")
    hands.until(lambda: shown(hands).count("not answered") == 15)
    assert "no, " in shown(hands)
    hands.click(f"change_health_{health.of(1)[0].id}_button")
    hands.until(lambda: hands.window.findChildren(QWidget, "health_dialog"))
    hands.type("advice_edit", "No almond oil")
    hands.click("accept_button")
    hands.until(lambda: words(hands, "answered_words").endswith("nothing more to look at"))
    hands.until(lambda: "Maria said: Nuts" in shown(hands))


def test_a_lock_in_the_middle_keeps_every_answer(hands: Hands) -> None:
    at_profile(hands)
    hand_over(hands)
    hands.click("line_allergy_button")
    hands.click("asked_allergy_2_button")
    hands.type("said_allergy_edit", "Nuts")
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    hands.unlock()
    assert answered() == [("allergy", True, "Nuts")]


def test_a_client_alone_sees_nothing_that_the_therapist_noted(hands: Hands) -> None:
    at_profile(hands)
    now = hands.workspace.desk.now()
    health.note(1, HealthDraft(HealthKind.ALLERGY, "zuzaname", Caution.STOP, "zuzaarea", "zuzaadvice"), now)
    health_answers.keep(1, (HealthAnswer("allergy", True, "Nuts"),), now)
    item = health.of(1)[-1]
    health.keep(item.id, replace(item.item, name="zuzanut", advice="zuzahands", caution=Caution.AVOID), now)
    hands.workspace.desk.changed.emit()
    hand_over(hands)
    hands.click("line_allergy_button")
    told = shown(hands)
    take_back(hands)
    begin_consent(hands)
    hand_over(hands, "hand_over_consent_button")
    told += shown(hands)
    take_back(hands)
    from_the_menu(hands, "shows where it is")
    told += shown(hands)
    assert "Are you allergic to anything" in told
    assert "zuza" not in told
    assert "Feldner" not in told


def test_a_consent_is_read_and_signed_by_mouse_alone_and_its_wording_can_be_read_later(hands: Hands) -> None:
    at_profile(hands)
    begin_consent(hands)
    hand_over(hands, "hand_over_consent_button")
    assert "I may say stop at any moment" in words(hands, "consent_text")
    assert not hands.find(QWidget, "task_done_button").isEnabled()
    hands.sign("consent_pad")
    hands.click("task_done_button")
    take_back(hands)
    (consent,) = consents.of(1)
    assert consent.signature is not None
    assert (consent.signature.how, consent.signature.name) == (HowSigned.DRAWN, "Maria Feldner")
    assert consents.intact(consent)
    assert all(check.held for check in practice_file.check())
    hands.until(lambda: "signed by hand" in shown(hands))
    hands.click(f"read_consent_{consent.id}_button")
    told = [part.accessibleName() for part in hands.window.findChildren(VoiceBlock) if part.isVisible()]
    assert [words for words in told if "stop at any moment" in words]
    assert "Signature of Maria Feldner" in shown(hands)


def test_a_consent_is_read_from_its_beginning_and_signed_by_keyboard_alone(hands: Hands) -> None:
    at_profile(hands)
    begin_consent(hands)
    hands.type("text_edit", "I agree to what we spoke about, all of it. " * 40)
    hand_over(hands, "hand_over_consent_button")
    area = hands.find(QScrollArea, "area")
    hands.until(lambda: area.verticalScrollBar().maximum() > 0)
    hands.until(area.hasFocus)
    assert area.verticalScrollBar().value() == 0
    press(hands, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    tab_to(hands, "other_way_button")
    press(hands, Qt.Key.Key_Space)
    assert not hands.find(QWidget, "task_done_button").isEnabled()
    type_here(hands, "Maria F")
    tab_to(hands, "task_done_button")
    press(hands, Qt.Key.Key_Space)
    assert words(hands, "task_thanks") == "Thank you, Maria."
    (consent,) = consents.of(1)
    assert consent.signature is not None
    assert (consent.signature.how, consent.signature.name) == (HowSigned.TYPED, "Maria F")
    assert consents.intact(consent)
    take_back(hands)
    hands.until(lambda: "signed with the name typed" in shown(hands))


def test_a_lock_before_the_client_has_answered_keeps_the_words_of_the_consent(hands: Hands) -> None:
    at_profile(hands)
    begin_consent(hands)
    hands.type("text_edit", "Own words")
    hand_over(hands, "hand_over_consent_button")
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    hands.unlock()
    (held,) = held_forms.waiting()
    assert held.typed["text_edit"] == "Own words"
    hands.workspace.open_client(1, "profile")
    begin_consent(hands)
    hand_over(hands, "hand_over_consent_button")
    assert words(hands, "consent_text") == "Own words"
    hands.click("decline_consent_button")
    assert held_forms.waiting() == ()


def test_a_consent_may_be_declined_and_nothing_is_stored(hands: Hands) -> None:
    at_profile(hands)
    begin_consent(hands)
    hand_over(hands, "hand_over_consent_button")
    hands.click("decline_consent_button")
    assert words(hands, "task_thanks") == "That is fine, Maria."
    take_back(hands)
    assert consents.of(1) == ()


def test_the_client_marks_the_figure_alone_and_both_find_it_in_the_plan(hands: Hands) -> None:
    at_profile(hands)
    from_the_menu(hands, "shows where it is")
    figure = hands.find(QWidget, "body_chart_figure")
    hands.until(lambda: figure.height() > 300)
    hands.qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.rect().center() - QPoint(0, 40))
    hands.click("task_done_button")
    take_back(hands)
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert [mark.whose for mark in plan.draft.marks] == [Whose.CLIENT]


def test_the_client_marks_the_figure_by_keyboard_alone_and_a_lock_loses_no_mark(hands: Hands) -> None:
    at_profile(hands)
    from_the_menu(hands, "shows where it is")
    hands.until(lambda: hands.find(QWidget, "body_chart_figure").hasFocus())
    press(hands, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    hands.unlock()
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert [mark.whose for mark in plan.draft.marks] == [Whose.CLIENT]


def test_marks_that_a_client_makes_while_the_draft_is_open_stand_in_the_editor(hands: Hands) -> None:
    at_profile(hands)
    hands.tab("plan")
    hands.click("begin_plan_button")
    hands.type("matters_edit", "I want to kneel")
    hands.click("hand_over_body_button")
    hands.until(lambda: hands.find(QWidget, "body_chart_figure").hasFocus())
    press(hands, Qt.Key.Key_Return)
    hands.click("task_done_button")
    take_back(hands)
    editor = hands.workspace.plan_tab.editor
    hands.until(lambda: [mark.whose for mark in editor.content().marks] == [Whose.CLIENT])
    hands.type("matters_edit", "I want to kneel again")
    hands.workspace.plan_tab.leave()
    plan = plans.current(1)
    assert plan is not None
    assert plan.draft is not None
    assert len(plan.draft.marks) == 1
    assert plan.draft.what_matters.words == "I want to kneel again"


def test_looking_at_the_figure_without_marking_begins_no_plan(hands: Hands) -> None:
    at_profile(hands)
    from_the_menu(hands, "shows where it is")
    hands.click("task_done_button")
    take_back(hands)
    assert plans.current(1) is None
    assert "begun" not in [line.action for line in audit.lines()]
