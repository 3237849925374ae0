"""Answers grow old, each question by its own days; the client is asked those again, and the others stand beside."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer
from alliance_desktop.services import health_answers
from tests.journeys.conftest import PASSWORD, Hands


def test_what_has_grown_old_is_named_in_the_brief_and_asked_first_on_the_handed_over_screen(hands: Hands) -> None:
    hands.found()
    hands.welcome("Maria Feldner")
    desk = hands.workspace.desk
    answers = tuple(HealthAnswer(question.code, False) for question in QUESTIONS)
    health_answers.keep(1, answers, desk.now() - timedelta(days=60))
    desk.changed.emit()
    hands.tab("brief")
    hands.until(lambda: "To ask again: Unwell, Skin, Pregnancy, Chest or breathing and 2 more" in told(hands))
    hands.click("ask_again_button")
    hands.until(lambda: hands.window.handed is not None)
    assert "0 of 6 answered." in told(hands)
    line = hands.find(QWidget, "line_medicine_button")
    assert "No, " in line.accessibleName()
    for code in ("unwell", "skin", "pregnancy", "breath", "numb", "night_pain"):
        hands.click(f"asked_{code}_1_button")
    assert "That was all, Maria." in told(hands)
    hands.click("line_medicine_button")
    hands.click("asked_medicine_2_button")
    hands.click("task_next_button")
    assert "7 of 7 answered." in told(hands)
    hands.click("task_done_button")
    hands.click("take_back_lock_button")
    hands.type("take_back_password_field", PASSWORD)
    hands.click("take_back_button")
    hands.until(lambda: hands.window.handed is None)
    hands.until(lambda: "To ask again" not in told(hands))
    assert [answer.code for answer in health_answers.last(1) if answer.yes] == ["medicine"]


def told(hands: Hands) -> str:
    return "\n".join(label.text() for label in hands.front.findChildren(QLabel) if label.isVisible())
