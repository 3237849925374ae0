"""What a practice wrote before can be picked again; what clients said, and people who are gone, are not offered."""

from dataclasses import replace
from datetime import datetime

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import Agreement, Commitment, Goal, PlanContent, Signs, Way
from alliance_desktop.domain.plan_phrase import Phrase
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, phrases, plans


def written(name: str, content: PlanContent, now: datetime) -> int:
    client_id = clients.welcome(ClientDraft(name), now).id
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, content, now)
    plans.make_ready(plan.id, {}, now)
    return client_id


def plan_of(said: str, activity: str, *promised: str) -> PlanContent:
    steps = tuple(Commitment(f"c{n}", Whose.CLIENT, what) for n, what in enumerate(promised))
    return PlanContent(Said(said), (Goal("g", Said(said), "", activity),), commitments=steps)


def test_earlier_words_are_offered_once_the_newest_first(practice: PracticeFolder, now: datetime) -> None:
    written("Maria", plan_of("I want my garden", "Gardening", "Door-frame stretch", "Walk"), now)
    written("Jonas", plan_of("I want to type", "Typing", "Walk"), now)

    assert phrases.used(Phrase.ACTIVITY) == ("Typing", "Gardening")
    assert phrases.used(Phrase.PROMISE) == ("Walk", "Door-frame stretch")


def test_words_of_people_being_deleted_are_not_offered(practice: PracticeFolder, now: datetime) -> None:
    gone = written("Maria", plan_of("I want my garden", "Gardening", "Walk"), now)
    clients.delete(gone, now)

    assert (phrases.used(Phrase.ACTIVITY), phrases.used(Phrase.PROMISE)) == ((), ())


def test_before_a_client_only_what_was_written_for_them_or_for_several_is_offered(
    practice: PracticeFolder, now: datetime
) -> None:
    maria = written("Maria", plan_of("I want my garden", "Gardening", "Door-frame stretch"), now)
    for name in ("Jonas", "Greta"):
        written(name, plan_of("I want to type", "Typing", "Walk", "Greet Leo"), now)
    written("Leo", plan_of("I want to sing", "Singing again", "Call the clinic"), now)

    assert set(phrases.used(Phrase.ACTIVITY)) == {"Gardening", "Typing", "Singing again"}
    assert set(phrases.used(Phrase.ACTIVITY, before=maria)) == {"Gardening", "Typing"}
    assert set(phrases.used(Phrase.PROMISE, before=maria)) == {"Door-frame stretch", "Walk"}
    assert set(phrases.used(Phrase.PROMISE, Whose.CLIENT, maria)) == {"Door-frame stretch", "Walk"}


EVERYWHERE = PlanContent(
    Said("I want to sing"),
    (Goal("g", Said("Sing"), "breath support", "Singing", ladder=("a note", "", "a song", "", "")),),
    Agreement(6, "every two weeks"),
    (Commitment("c", Whose.CLIENT, "Hum", "twice a day", stop_if="it stings"),),
    ways=(Way("w", "Slow and steady", "It lasts", "It takes long", "six visits"),),
    signs=Signs("You sing", "No change by May", "It hurts", "You faint"),
)
USED = {
    Phrase.PROFESSIONAL: {"breath support"},
    Phrase.STEP: {"a note", "a song"},
    Phrase.WAY: {"Slow and steady"},
    Phrase.GOOD: {"It lasts"},
    Phrase.LESS_GOOD: {"It takes long"},
    Phrase.EFFORT: {"six visits"},
    Phrase.RHYTHM: {"every two weeks"},
    Phrase.HOW: {"twice a day"},
    Phrase.STOP_IF: {"it stings"},
    Phrase.IT_WORKS: {"You sing"},
    Phrase.WE_STOP: {"No change by May"},
    Phrase.CALL_ME: {"It hurts"},
    Phrase.CALL_DOCTOR: {"You faint"},
    Phrase.ACTIVITY: {"Singing"},
    Phrase.PROMISE: {"Hum"},
}


@pytest.mark.parametrize("phrase", Phrase)
def test_a_phrase_of_every_place_is_offered_and_before_a_client_only_once_it_is_about_nobody(
    practice: PracticeFolder, now: datetime, phrase: Phrase
) -> None:
    leo, maria = written("Leo", EVERYWHERE, now), written("Maria", PlanContent(Said("My back")), now)
    assert set(phrases.used(phrase)) == USED[phrase]
    assert set(phrases.used(phrase, before=leo)) == USED[phrase]
    assert phrases.used(phrase, before=maria) == ()
    written("Greta", replace(EVERYWHERE, what_matters=Said("I want to hum")), now)
    assert set(phrases.used(phrase, before=maria)) == USED[phrase]
