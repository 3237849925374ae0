"""What a client does alone on the handed-over screen, and how the therapist finds it afterwards."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from alliance_desktop.domain.health import Caution
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import audit, consents, health, health_answers, plans, practice_file
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


def test_health_questions_are_answered_by_mouse_and_wait_for_the_therapist(hands: Hands) -> None:
    at_profile(hands)
    hands.click("questions_button")
    hands.click("asked_unwell_1_button")
    hands.click("asked_allergy_2_button")
    hands.type("said_allergy_edit", "Nuts")
    assert words(hands, "task_said") == "2 questions answered of 17"
    hands.click("task_done_button")
    assert words(hands, "task_thanks") == "Thank you, Maria."
    take_back(hands)
    assert [item.item.name for item in health.of(1)] == ["Allergy: Nuts"]
    assert health.of(1)[0].item.caution is Caution.ASK
    assert "Maria answered 2 questions, 1 yes" in words(hands, "answered_words")
    assert [(answer.code, answer.yes) for answer in health_answers.last(1)] == [("unwell", False), ("allergy", True)]


def test_health_questions_are_answered_by_keyboard_alone_and_an_answer_can_be_taken_back(hands: Hands) -> None:
    at_profile(hands)
    hands.click("questions_button")
    hands.until(lambda: QApplication.activeWindow() is hands.window.handed)
    assert hands.window.handed is not None
    hands.window.handed.page.take_focus()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or hands.front, key)
    QTest.keyClicks(QApplication.focusWidget() or hands.front, "A cold")
    assert [(answer.code, answer.yes) for answer in health_answers.last(1)] == [("unwell", True)]
    hands.window.handed.page.leave()
    assert health_answers.last(1)[0].words == "A cold"


def test_a_lock_in_the_middle_keeps_every_answer(hands: Hands) -> None:
    at_profile(hands)
    hands.click("questions_button")
    hands.click("asked_allergy_2_button")
    hands.type("said_allergy_edit", "Nuts")
    hands.workspace.auto_lock.idle.emit()
    hands.until(lambda: hands.window.handed is None and hands.window.isVisible())
    hands.unlock()
    assert [answer.words for answer in health_answers.last(1)] == ["Nuts"]


def test_a_consent_is_read_and_signed_by_the_client_and_its_wording_can_be_read_later(hands: Hands) -> None:
    at_profile(hands)
    hands.click("consent_button")
    hands.until(lambda: hands.window.findChildren(QWidget, "consent_dialog"))
    hands.click("hand_over_consent_button")
    hands.until(lambda: hands.window.handed is not None)
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
    hands.click(f"read_consent_{consent.id}_button")
    told = [part.accessibleName() for part in hands.window.findChildren(VoiceBlock) if part.isVisible()]
    assert [words for words in told if "stop at any moment" in words]


def test_a_consent_may_be_declined_and_nothing_is_stored(hands: Hands) -> None:
    at_profile(hands)
    hands.click("consent_button")
    hands.until(lambda: hands.window.findChildren(QWidget, "consent_dialog"))
    hands.click("hand_over_consent_button")
    hands.until(lambda: hands.window.handed is not None)
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


def test_looking_at_the_figure_without_marking_begins_no_plan(hands: Hands) -> None:
    at_profile(hands)
    from_the_menu(hands, "shows where it is")
    hands.click("task_done_button")
    take_back(hands)
    assert plans.current(1) is None
    assert "begun" not in [line.action for line in audit.lines()]
