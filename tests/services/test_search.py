"""Whatever was written or said is found by how its words begin, newest first, with the words marked."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.folding import folded, search_words
from alliance_desktop.domain.plan import Goal, PlanContent
from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import UnfinishedKind
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, plans, search, sessions, today
from alliance_desktop.storage import cipher
from alliance_desktop.storage.keys import DataKey

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


def test_archived_clients_are_found_by_name_after_the_others_and_deleted_ones_are_not(
    maria: int, now: datetime
) -> None:
    clients.archive(maria, now)
    clients.welcome(ClientDraft("Zoe Feldner"), now)
    clients.delete(clients.welcome(ClientDraft("Ida Feldner"), now).id, now)
    found = [(hit.client_name, hit.archived) for hit in search.find("feld")]
    assert found == [("Zoe Feldner", False), ("Maria Feldner", True)]


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


def kept(client_id: int, words: str, now: datetime, promise: str = "") -> int:
    session = sessions.begin(client_id, now)
    fields = (NoteField(NoteKey.DID, words),) if words else ()
    sessions.keep(session.id, NoteDraft(now.date(), fields=fields, promise=promise), now)
    return session.id


def test_a_note_that_is_only_a_promise_shows_it(maria: int, now: datetime) -> None:
    kept(maria, "", now, "Wärmflasche mitbringen")
    assert [(hit.text, marked(hit)) for hit in search.find("warmfl")] == [("Wärmflasche mitbringen", ["Wärmfl"])]


def test_newest_is_by_the_day_of_the_visit_not_by_when_it_was_typed(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now + timedelta(days=20))
    long_ago = NoteDraft(now.date() - timedelta(days=300), fields=(NoteField(NoteKey.DID, "Nackenkissen"),))
    sessions.keep(session.id, long_ago, now + timedelta(days=20))
    days = [hit.day for hit in search.find("nacken")]
    assert days == sorted(days, key=lambda day: day or now.date(), reverse=True)
    assert len(days) == 3


def test_at_most_the_wanted_number_of_each_kind_is_shown(maria: int, now: datetime) -> None:
    for _n in range(3):
        sessions.add(sessions.lines(maria)[0].id, "Nacken links", "Sides", "Ana", now)
    assert [hit.kind for hit in search.find("nacken", limit=2)] == [HitKind.NOTE, HitKind.NOTE]


def test_a_plan_with_many_versions_hides_no_other_plan(maria: int, now: datetime) -> None:
    ole = clients.welcome(ClientDraft("Ole"), now).id
    for client_id, times in ((ole, 1), (maria, 5)):
        for n in range(times):
            plan = plans.begin(client_id, now)
            plans.keep_draft(plan.id, PlanContent(Said(f"Tanzen {n}")), now)
            plans.make_ready(plan.id, {}, now)
    hits = [hit for hit in search.find("tanzen", limit=2) if hit.kind is HitKind.PLAN]
    assert {hit.client_id for hit in hits} == {ole, maria}


def test_words_in_any_order_with_commas_find_the_name_and_are_marked_inside_it(maria: int, now: datetime) -> None:
    clients.welcome(ClientDraft("山田太郎"), now)
    assert [(hit.text, marked(hit)) for hit in search.find("Feldner, maria")] == [
        ("Maria Feldner (Mizzi)", ["Maria", "Feldner"])
    ]
    assert [marked(hit) for hit in search.find("太郎")] == [["太郎"]]
    assert [marked(hit) for hit in search.find("eldn")] == [["eldn"]]


def test_a_page_of_pasted_text_is_too_much_for_nobody(maria: int) -> None:
    assert search.find("wort " * 5000) == ()
    assert clients.lines("wort " * 5000) == ()


def test_a_long_text_without_spaces_is_cut_too(maria: int, now: datetime) -> None:
    kept(maria, "首" * 3000 + " 肩こり " + "首" * 3000, now)
    hit = search.find("肩")[0]
    assert marked(hit) == ["肩"]
    assert len(hit.text) < 300


def test_a_draft_shows_its_newest_words_and_what_was_dropped_is_not_found(maria: int, now: datetime) -> None:
    plan = plans.begin(maria, now)
    plans.keep_draft(plan.id, PlanContent(Said("Klettern")), now)
    plans.keep_draft(plan.id, PlanContent(Said("Schwimmen")), now)
    assert search.find("klettern") == ()
    assert [hit.text for hit in search.find("schwimm")] == ["Schwimmen"]
    session_id = kept(maria, "Faszien", now)
    sessions.discard(session_id, now)
    assert search.find("faszien") == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=12))
def test_whatever_is_typed_is_answered(maria: int, typed: str) -> None:
    search.find(typed)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(categories=["L", "Nd", "Zs", "Po"], max_codepoint=0x24F), min_size=1, max_size=40))
def test_what_is_marked_is_what_was_looked_for(maria: int, now: datetime, words: str) -> None:
    kept(maria, words, now)
    for typed in search_words(words)[:3]:
        spans = [marked(hit) for hit in search.find(typed) if hit.kind is HitKind.NOTE and hit.day == now.date()]
        assert all(folded(found).startswith(typed) or typed in folded(found) for marks in spans for found in marks)
        assert any(spans)


def test_the_index_of_words_fits_the_records(maria: int, practice: PracticeFolder, data_key: DataKey) -> None:
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        for table in ("session", "voice", "plan_version", "plan_draft", "addendum"):
            words = f"{table}_words"
            connection.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")


def test_a_hit_in_a_plan_is_one_voice(maria: int, now: datetime) -> None:
    plan = plans.begin(maria, now)
    goal = Goal("g", Said("Knien im Garten"), "Kneeling, with a cushion at first")
    plans.keep_draft(plan.id, PlanContent(Said("Eine Stunde im Garten"), (goal,)), now)

    assert [(hit.text, hit.whose) for hit in search.find("knien")] == [("Knien im Garten", Whose.CLIENT)]
    assert [(hit.text, hit.whose) for hit in search.find("cushion")] == [
        ("Kneeling, with a cushion at first", Whose.THERAPIST)
    ]


def test_a_hit_in_a_note_is_one_voice_and_the_part_that_holds_most_of_the_words(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    fields = (NoteField(NoteKey.ASKED, "Bitte die Waden"), NoteField(NoteKey.DID, "Waden und Kreuz, lang"))
    sessions.keep(session.id, NoteDraft(now.date(), fields=fields), now)

    assert [(hit.text, hit.whose) for hit in search.find("bitte")] == [("Bitte die Waden", Whose.CLIENT)]
    assert [(hit.text, hit.whose) for hit in search.find("kreuz waden")] == [("Waden und Kreuz, lang", Whose.THERAPIST)]
