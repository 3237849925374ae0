"""A client's answers are kept with their day; a yes waits to be looked at, and no answer is never a no."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer, to_look_at
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import clients, health, health_answers, integrity

pytestmark = pytest.mark.usefixtures("practice")


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def waiting(client_id: int, now: datetime) -> list[str]:
    answered = health_answers.behind(client_id)
    return [item.item.name for item in health.of(client_id) if to_look_at(item, answered, local_day(now))]


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


def test_other_words_about_what_was_decided_come_as_something_new_to_look_at(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts"),), now)
    (item,) = health.of(maria)
    decided = health.keep(item.id, HealthDraft(HealthKind.ALLERGY, "Nut oil", Caution.AVOID), now)
    for words in ("Nuts", "Nuts, ar", "Nuts, arnica"):
        health_answers.keep(maria, (HealthAnswer("allergy", True, words),), now + timedelta(days=9))
    assert [item.item.name for item in health.of(maria)] == ["Nut oil", "Allergy: Nuts, arnica"]
    assert health.of(maria)[0] == decided
    assert waiting(maria, now) == ["Allergy: Nuts, arnica"]


def test_the_same_answer_on_another_day_is_no_second_item(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("medicine", True, "Sertraline"),), now)
    for words in ("", "Sertraline"):
        health_answers.keep(maria, (HealthAnswer("medicine", True, words),), now + timedelta(days=9))
        assert [item.item.name for item in health.of(maria)] == ["Medicine: Sertraline"]
    (told,) = health_answers.behind(maria).values()
    assert [answer.words for answer in told] == ["Sertraline", "Sertraline"]


def test_a_no_on_another_day_takes_nothing_away(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("skin", True, "A scratch"),), now)
    later = now + timedelta(days=9)
    health_answers.keep(maria, (HealthAnswer("skin", False),), later)
    ((item_id, told),) = health_answers.behind(maria).items()
    assert [item.id for item in health.of(maria)] == [item_id]
    assert [answer.yes for answer in told] == [True, False]
    assert [answer.yes for answer in health_answers.before(maria, later)] == [True]


def test_a_yes_after_the_therapist_took_the_item_away_is_there_again(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("unwell", True, "A cold"),), now)
    health.remove(health.of(maria)[0].id, now)
    health_answers.keep(maria, (HealthAnswer("unwell", True, "A cold"),), now + timedelta(days=9))
    assert waiting(maria, now) == ["Unwell: A cold"]


def test_an_answer_taken_back_is_no_answer_and_leaves_no_item(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("skin", True), HealthAnswer("allergy", True, "Nuts")), now)
    health_answers.keep(maria, (HealthAnswer("allergy", True, "Nuts"),), now)
    assert [answer.code for answer in health_answers.last(maria)] == ["allergy"]
    assert [item.item.name for item in health.of(maria)] == ["Allergy: Nuts"]
    assert all(check.held for check in integrity.check())


def test_what_waits_is_decided_by_saying_what_it_means(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("skin", True), HealthAnswer("allergy", True, "Nuts")), now)
    health.note(maria, HealthDraft(name="Asked by the therapist", caution=Caution.ASK), now)
    assert waiting(maria, now) == ["Skin", "Allergy: Nuts"]
    skin, allergy, _asked = health.of(maria)
    health.keep(skin.id, replace(skin.item, advice="Look before the oil"), now)
    health.keep(allergy.id, replace(allergy.item, caution=Caution.AVOID), now)
    assert waiting(maria, now) == []


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
