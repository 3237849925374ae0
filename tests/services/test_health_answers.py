"""A client's answers are kept with their day; a yes waits to be looked at, and no answer is never a no."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer
from alliance_desktop.services import clients, health, health_answers, integrity

pytestmark = pytest.mark.usefixtures("practice")


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def test_a_yes_becomes_an_item_that_asks_first_in_the_client_s_words(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts"), HealthAnswer("skin", False)), now)
    (item,) = health.of(maria)
    assert (item.item.kind, item.item.name, item.item.caution) == (HealthKind.ALLERGY, "Allergy: Nuts", Caution.ASK)
    assert [(answer.code, answer.yes) for answer in health_answers.last(maria)] == [("skin", False), ("allergy", True)]


def test_what_was_not_answered_is_not_a_no(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("skin", False),), now)
    assert [answer.code for answer in health_answers.last(maria)] == ["skin"]
    assert health.of(maria) == ()


def test_other_words_change_the_item_and_a_no_takes_it_away_again(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("allergy", True),), now)
    health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts, and arnica"),), now)
    assert [item.item.name for item in health.of(maria)] == ["Allergy: Nuts, and arnica"]
    health_answers.keep(maria, (HealthAnswer("allergy", False),), now)
    assert health.of(maria) == ()
    health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts"),), now)
    assert [item.item.name for item in health.of(maria)] == ["Allergy: Nuts"]


def test_what_the_therapist_decided_is_left_alone(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts"),), now)
    (item,) = health.of(maria)
    decided = health.keep(item.id, item.item.__class__(HealthKind.ALLERGY, "Nut oil", Caution.AVOID), now)
    health_answers.keep(maria, (HealthAnswer("allergy", False),), now)
    assert health.of(maria) == (decided,)


def test_answers_of_another_day_stay_as_they_were(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("skin", True, "A scratch"),), now)
    later = now + timedelta(days=9)
    assert health_answers.of_day(maria, later) == ()
    health_answers.keep(maria, (HealthAnswer("skin", False),), later)
    assert [answer.yes for answer in health_answers.of_day(maria, now)] == [True]
    assert [answer.yes for answer in health_answers.last(maria)] == [False]
    assert all(check.held for check in integrity.check())


def test_the_same_yes_on_another_day_makes_no_second_item(maria: int, now: datetime) -> None:
    for day in (0, 9):
        health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts"),), now + timedelta(days=day))
    assert [item.item.name for item in health.of(maria)] == ["Allergy: Nuts"]
    assert len(health_answers.of_day(maria, now + timedelta(days=9))) == 1


def test_every_question_has_words_and_a_code_of_its_own() -> None:
    assert len({question.code for question in QUESTIONS}) == len(QUESTIONS)
    assert all(question.asked().endswith("?") and question.called() for question in QUESTIONS)
