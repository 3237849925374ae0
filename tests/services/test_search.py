"""Whatever was written or said is found by how its words begin, newest first, with the words marked."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import Goal, PlanContent
from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import UnfinishedKind
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import clients, plans, search, sessions, today

pytestmark = pytest.mark.usefixtures("practice")


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.spans]


@pytest.fixture
def maria(practice: object, now: datetime) -> int:
    client_id = clients.welcome(ClientDraft("Maria Feldner", chosen_name="Mizzi"), now).id
    for days, words in ((0, "Nacken gelöst, Straße zu Fuß"), (7, "Nackenrolle unter dem Kopf")):
        session = sessions.begin(client_id, now + timedelta(days=days))
        note = NoteDraft(now.date() + timedelta(days=days), fields=(NoteField(NoteKey.DID, words),))
        sessions.keep(session.id, note, now + timedelta(days=days))
        sessions.finish(session.id, "Ana", now + timedelta(days=days))
    return client_id


def test_notes_are_found_newest_first_without_accents(maria: int) -> None:
    hits = search.find("nacken")
    assert [hit.kind for hit in hits] == [HitKind.NOTE, HitKind.NOTE]
    assert [marked(hit) for hit in hits] == [["Nacken"], ["Nacken"]]
    assert hits[0].text == "Nackenrolle unter dem Kopf"
    assert marked(search.find("gelost strasse")[0]) == ["gelöst", "Straße"]


def test_names_plans_and_what_was_said_are_found(maria: int, now: datetime) -> None:
    plan = plans.begin(maria, now)
    content = PlanContent(Said("Garten, eine Stunde"), (Goal("g", Said("Knien ohne Schmerz"), "Kneeling"),))
    plans.keep_draft(plan.id, content, now)
    assert [hit.kind for hit in search.find("knien")] == [HitKind.PLAN]
    plans.make_ready(plan.id, {}, now)
    assert [hit.kind for hit in search.find("knie")] == [HitKind.SAID, HitKind.PLAN]
    assert [(hit.kind, marked(hit)) for hit in search.find("mizzi")] == [(HitKind.CLIENT, ["Mizzi"])]


def test_an_addition_is_found_too(maria: int, now: datetime) -> None:
    sessions.add(sessions.lines(maria)[0].id, "It was the left heel", "Sides", "Ana", now)
    assert [hit.kind for hit in search.find("heel")] == [HitKind.NOTE]


def test_what_belongs_to_a_deleted_client_is_not_found(maria: int, now: datetime) -> None:
    clients.delete(maria, now)
    assert search.find("nacken") == ()


@pytest.mark.parametrize("typed", ['"', "*", "a* OR", "NEAR(", "-", "(", "^x", "col:x", "'; --", "   ", "…", "\\"])
def test_strange_characters_find_nothing_and_break_nothing(maria: int, typed: str) -> None:
    search.find(typed)


def test_a_long_text_is_cut_around_the_word(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    long = "wort " * 200 + "Zielwort " + "wort " * 200
    sessions.keep(session.id, NoteDraft(now.date(), fields=(NoteField(NoteKey.DID, long),)), now)
    hit = search.find("zielw")[0]
    assert marked(hit) == ["Zielw"]
    assert len(hit.text) < 260


def test_today_shows_what_is_unfinished(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    plan = plans.begin(maria, now)
    plans.keep_draft(plan.id, PlanContent(Said("Garten")), now)
    page = today.today(now)
    assert {(one.kind, one.id) for one in page.unfinished} == {
        (UnfinishedKind.NOTE, session.id),
        (UnfinishedKind.PLAN_DRAFT, plan.id),
    }
    plans.make_ready(plan.id, {}, now)
    assert UnfinishedKind.PLAN_TO_SIGN in {one.kind for one in today.today(now).unfinished}
    assert [line.full_name for line in page.lately] == ["Maria Feldner"]
