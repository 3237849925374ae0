"""What a practice wrote before can be picked again; what clients said, and people who are gone, are not offered."""

from datetime import datetime

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import Commitment, Goal, PlanContent
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

    assert phrases.activities() == ("Typing", "Gardening")
    assert phrases.promised() == ("Walk", "Door-frame stretch")


def test_words_of_people_being_deleted_are_not_offered(practice: PracticeFolder, now: datetime) -> None:
    gone = written("Maria", plan_of("I want my garden", "Gardening", "Walk"), now)
    clients.delete(gone, now)

    assert (phrases.activities(), phrases.promised()) == ((), ())


def test_before_a_client_only_what_was_written_for_them_or_for_several_is_offered(
    practice: PracticeFolder, now: datetime
) -> None:
    maria = written("Maria", plan_of("I want my garden", "Gardening", "Door-frame stretch"), now)
    for name in ("Jonas", "Greta"):
        written(name, plan_of("I want to type", "Typing", "Walk", "Greet Leo"), now)
    written("Leo", plan_of("I want to sing", "Singing again", "Call the clinic"), now)

    assert set(phrases.activities()) == {"Gardening", "Typing", "Singing again"}
    assert set(phrases.activities(before=maria)) == {"Gardening", "Typing"}
    assert set(phrases.promised(before=maria)) == {"Door-frame stretch", "Walk"}
    assert set(phrases.promised(Whose.CLIENT, maria)) == {"Door-frame stretch", "Walk"}
