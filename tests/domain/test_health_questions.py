"""The questions are our own, each with a code that stays, and an item is called by what the client said."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alliance_desktop.domain.health import Caution, HealthDraft, HealthItem, HealthKind
from alliance_desktop.domain.health_questions import (
    QUESTIONS,
    HealthAnswer,
    HealthQuestion,
    grown_old,
    item_name,
    names_of,
    title_of,
    to_ask,
    to_look_at,
)

DAY = date(2026, 5, 19)
ALLERGY = next(question for question in QUESTIONS if question.code == "allergy")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.code)
def test_each_is_one_question_in_plain_words(question: HealthQuestion) -> None:
    assert question.asked().count("?") == 1
    assert len(question.asked().split()) <= 20
    assert question.code.replace("_", "").isalpha()


def test_every_kind_of_health_item_is_asked_about() -> None:
    assert {question.kind for question in QUESTIONS} == set(HealthKind)


def test_where_the_words_stand_below_they_are_not_said_twice() -> None:
    told = (HealthAnswer("allergy", True, "Nuts"),)
    assert title_of(HealthDraft(name=item_name(ALLERGY, "Nuts")), told) == "Allergy"
    assert title_of(HealthDraft(name=item_name(ALLERGY, "Nuts"), advice="no almond oil"), told) == (
        "Allergy: no almond oil"
    )
    assert title_of(HealthDraft(name="Nut oil"), told) == "Nut oil"
    assert title_of(HealthDraft(name="Nut oil"), ()) == "Nut oil"


@pytest.mark.parametrize(
    ("draft", "waits"),
    [
        (HealthDraft(name="Allergy", caution=Caution.ASK), True),
        (HealthDraft(name="Allergy", caution=Caution.ASK, advice="each time"), False),
        (HealthDraft(name="Allergy", caution=Caution.ASK, area="legs"), False),
        (HealthDraft(name="Allergy", caution=Caution.AVOID), False),
        (HealthDraft(name="Allergy"), False),
        (HealthDraft(name="Allergy", caution=Caution.ASK, until=date(2026, 5, 1)), False),
    ],
)
def test_what_nobody_has_decided_waits(draft: HealthDraft, waits: bool) -> None:
    assert to_look_at(HealthItem(7, 1, draft), {7}, DAY) is waits
    assert not to_look_at(HealthItem(8, 1, draft), {7}, DAY)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.code)
def test_an_answer_grows_old_on_the_day_its_question_says(question: HealthQuestion) -> None:
    told = (HealthAnswer(question.code, False, "", datetime(2026, 5, 19, 10, 0, tzinfo=UTC)),)
    assert grown_old(told, DAY + timedelta(days=question.again - 1)) == ()
    assert grown_old(told, DAY + timedelta(days=question.again)) == (question,)
    assert len(to_ask(told, DAY)) == len(QUESTIONS) - 1
    assert len(to_ask(told, DAY + timedelta(days=question.again))) == len(QUESTIONS)


def test_what_was_never_answered_is_asked_and_has_not_grown_old() -> None:
    assert grown_old((), DAY) == ()
    assert to_ask((), DAY) == QUESTIONS


def test_a_few_are_named_and_the_others_counted() -> None:
    assert names_of(QUESTIONS[:2]) == "Unwell, Skin"
    assert names_of(QUESTIONS[:6]) == "Unwell, Skin, Medicine, Blood thinner and 2 more"
