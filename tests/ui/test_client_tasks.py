"""What a client does alone, as pages: large enough to touch, one question open, nothing of it lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind
from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer
from alliance_desktop.domain.held_form import Form
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, consents, health_answers, held_forms, scales
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.together.body_task import BodyTask
from alliance_desktop.ui.together.consent_task import ConsentTask
from alliance_desktop.ui.together.health_task import HealthTask
from alliance_desktop.ui.together.scale_task import ScaleTask
from alliance_desktop.ui.together.task_page import TaskPage
from tests.domain.any_scale import neck

FINGER = 44


@pytest.fixture
def maria(practice: PracticeFolder, qapp: QApplication) -> int:
    theme.apply(qapp, Theme.LIGHT, 130)
    return clients.welcome(ClientDraft("Maria Feldner"), Desk().now()).id


def shown(qtbot: QtBot, page: TaskPage, width: int = 1280, height: int = 730) -> None:
    page.setProperty("room", "client")
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)
    page.take_focus()
    QTest.qWait(50)


def consent(text: str = "I agree.") -> ConsentDraft:
    return ConsentDraft(ConsentKind.TREATMENT, text, "", Desk().today())


def own_scale(highest: int = 10) -> int:
    return scales.make(neck(highest=highest), Desk().now()).id


@pytest.mark.parametrize("kind", ["health", "consent", "body", "scale", "wide scale"])
def test_whatever_a_client_touches_is_large_enough_for_a_finger(qtbot: QtBot, maria: int, kind: str) -> None:
    desk = Desk()
    page = {
        "health": lambda: HealthTask(desk, maria),
        "consent": lambda: ConsentTask(desk, maria, consent()),
        "body": lambda: BodyTask(desk, maria),
        "scale": lambda: ScaleTask(desk, maria, own_scale()),
        "wide scale": lambda: ScaleTask(desk, maria, own_scale(100)),
    }[kind]()
    shown(qtbot, page)
    touched = [
        part
        for sort in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for part in page.findChildren(sort)
        if part.isVisible()
    ]
    small = [(part.objectName(), part.width(), part.height()) for part in touched if part.height() < FINGER]
    assert touched
    assert small == []


def test_skipping_is_as_large_as_going_on(qtbot: QtBot, maria: int) -> None:
    page = HealthTask(Desk(), maria)
    shown(qtbot, page)
    assert page.skip_button.size() == page.next_button.size()


def test_what_is_said_goes_above_the_buttons_where_it_would_press_them(qtbot: QtBot, maria: int) -> None:
    page = ConsentTask(Desk(), maria, consent())
    shown(qtbot, page)
    beside = page.said.geometry()
    assert beside.left() > page.no_button.geometry().right()
    assert beside.right() < page.done_button.geometry().left()

    page.resize(page.no_button.width() + page.done_button.width() + 120, 730)
    QTest.qWait(50)

    assert page.said.geometry().bottom() < page.done_button.geometry().top()
    for button in (page.no_button, page.done_button):
        assert button.width() >= button.sizeHint().width()

    page.resize(1280, 730)
    QTest.qWait(50)

    assert page.said.geometry() == beside


def test_one_question_is_open_and_the_first_without_an_answer_is_next(qtbot: QtBot, maria: int) -> None:
    desk = Desk()
    health_answers.keep(maria, (HealthAnswer("unwell", False), HealthAnswer("skin", True, "A scratch")), desk.now())
    page = HealthTask(desk, maria)
    shown(qtbot, page)
    assert [asked.question.code for asked in page.rows if asked.is_open] == ["medicine"]
    assert page.rows[1].line.accessibleName().endswith("Yes")
    assert page.answers() == health_answers_without_times(maria, desk)


def health_answers_without_times(client_id: int, desk: Desk) -> tuple[HealthAnswer, ...]:
    kept = health_answers.of_day(client_id, desk.now())
    return tuple(HealthAnswer(answer.code, answer.yes, answer.words) for answer in kept)


def test_what_was_said_another_day_is_shown_and_is_no_answer_of_today(qtbot: QtBot, maria: int) -> None:
    desk = Desk()
    health_answers.keep(maria, (HealthAnswer("unwell", True, "A cold"),), desk.now() - timedelta(days=30))
    page = HealthTask(desk, maria)
    shown(qtbot, page)
    assert page.rows[0].is_open
    assert "you said: Yes, “A cold”" in page.rows[0].last_time.text()
    assert page.answers() == ()


def test_the_open_question_is_always_in_sight(qtbot: QtBot, maria: int) -> None:
    page = HealthTask(Desk(), maria)
    shown(qtbot, page, 1024, 560)
    for asked in page.rows:
        seen = page.area.viewport().rect()
        corner = asked.sheet.mapTo(page.area.viewport(), asked.sheet.rect().topLeft())
        assert seen.contains(corner), asked.question.code
        page.skip_button.click()
        QTest.qWait(20)
    assert page.done_button.isVisible()
    assert not page.skip_button.isVisible()


def test_a_number_typed_into_the_words_answers_nothing(qtbot: QtBot, maria: int) -> None:
    page = HealthTask(Desk(), maria)
    shown(qtbot, page)
    QTest.keyClick(page.rows[0].answers.buttons[0], Qt.Key.Key_2)
    assert page.rows[0].answers.value() is True
    QTest.keyClicks(page.rows[0].words_edit.text_edit, "12")
    assert page.rows[0].is_open
    assert page.rows[0].words_edit.words() == "12"
    assert len(page.answers()) == 1


def test_after_the_thanks_the_client_may_look_once_more(qtbot: QtBot, maria: int) -> None:
    page = HealthTask(Desk(), maria)
    shown(qtbot, page)
    for _question in QUESTIONS:
        page.skip_button.click()
    page.done_button.click()
    assert page.is_over
    page.again_button.click()
    assert not page.is_over


def test_a_long_consent_is_read_before_the_place_to_sign_is_seen(qtbot: QtBot, maria: int) -> None:
    page = ConsentTask(Desk(), maria, consent("I agree to what we spoke about. " * 80))
    shown(qtbot, page)
    assert page.area.verticalScrollBar().value() == 0
    assert page.text.visibleRegion().boundingRect().top() == 0
    assert page.signing.pad.visibleRegion().isEmpty()


def test_with_a_half_typed_name_and_the_way_changed_nothing_can_be_signed(qtbot: QtBot, maria: int) -> None:
    page = ConsentTask(Desk(), maria, consent())
    shown(qtbot, page)
    page.signing.other_way_button.click()
    page.signing.name_edit.setText("Maria")
    assert page.done_button.isEnabled()
    page.signing.other_way_button.click()
    assert not page.done_button.isEnabled()
    assert consents.of(maria) == ()


def test_a_signed_consent_cannot_be_signed_twice(qtbot: QtBot, maria: int) -> None:
    page = ConsentTask(Desk(), maria, consent())
    shown(qtbot, page)
    page.signing.other_way_button.click()
    page.signing.name_edit.setText("Maria")
    page.done_button.click()
    again: QWidget = page.again_button
    assert page.is_over
    assert not again.isVisible()
    assert len(consents.of(maria)) == 1


def test_answers_on_a_scale_wait_until_the_client_is_done_and_are_kept_once(qtbot: QtBot, maria: int) -> None:
    scale_id = own_scale(100)
    page = ScaleTask(Desk(), maria, scale_id)
    shown(qtbot, page)
    first, second = page.rows[:2]
    first.number.set_answer(40)
    page.go_on()
    QTest.keyClicks(second.number, "120")
    assert "“120” is no number from 0 to 100" in page.said.text()
    page.leave()
    assert scales.of(maria) == ()

    again = ScaleTask(Desk(), maria, scale_id)
    shown(qtbot, again)
    assert [row.state() for row in again.rows[:3]] == [40, "120", None]
    again.rows[1].number.set_answer(60)
    for row in again.rows[2:]:
        row.number.set_answer(50)
    again.go_on()
    qtbot.mouseClick(again.asked[4].line, Qt.MouseButton.LeftButton)
    again.go_on()
    qtbot.mouseClick(again.done_button, Qt.MouseButton.LeftButton)
    again.leave()
    assert [each.draft.answers for each in scales.of(maria)[0].times] == [(40, 60, 50, 50, 50)]
    assert held_forms.of(maria, Form.SCALE_ANSWERS, scale_id) == {}


def test_who_answers_nothing_is_thanked_and_nothing_is_kept(qtbot: QtBot, maria: int) -> None:
    page = ScaleTask(Desk(), maria, own_scale())
    shown(qtbot, page)
    for _question in page.rows:
        qtbot.mouseClick(page.skip_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.done_button, Qt.MouseButton.LeftButton)
    assert page.is_over
    assert scales.of(maria) == ()
