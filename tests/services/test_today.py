"""The first page and the brief show what is unfinished, owed and due, and nothing of people who are gone."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.plan import Agreement, HowSigned, PlanContent, PlanState, Reservation, Signer
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import UnfinishedKind
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import (
    briefs,
    clients,
    comforts,
    consents,
    health,
    plans,
    promises,
    sessions,
    thresholds,
    today,
)
from alliance_desktop.services.clients import NoSuchClient


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def agreed(client_id: int, review_on: date, now: datetime) -> int:
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, PlanContent(Said("Garden"), review_on=review_on), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="by telephone")
    return plan.id


def test_a_day_without_anybody_is_empty(practice: PracticeFolder, now: datetime) -> None:
    page = today.today(now)
    assert (page.day, page.clients) == (now.astimezone().date(), 0)
    assert (page.lately, page.unfinished, page.promises, page.reviews) == ((), (), (), ())


def test_a_review_is_due_from_its_day_on(maria: int, now: datetime) -> None:
    agreed(maria, now.date() + timedelta(days=1), now)
    assert today.today(now).reviews == ()
    due = today.today(now + timedelta(days=1)).reviews
    assert [(review.client_id, review.on) for review in due] == [(maria, now.date() + timedelta(days=1))]


def test_a_review_stays_due_when_a_change_was_offered_and_dropped(maria: int, now: datetime) -> None:
    plan_id = agreed(maria, now.date(), now)
    draft = plans.begin(maria, now).draft
    assert draft is not None
    plans.keep_draft(plan_id, replace(draft, what_matters=Said("Dance")), now)
    plans.make_ready(plan_id, {}, now)
    assert today.today(now).reviews == ()
    plans.begin(maria, now)
    plans.drop_draft(plan_id, now)
    assert plans.one(plan_id).state(now.date()) is PlanState.REVIEW_DUE
    assert [review.client_id for review in today.today(now).reviews] == [maria]


def seen(client_id: int, at: datetime, signed: bool = True) -> None:
    session = sessions.begin(client_id, at)
    sessions.keep(session.id, NoteDraft(at.date(), fields=(NoteField(NoteKey.DID, "Back"),)), at)
    if signed:
        sessions.finish(session.id, "Ana Brandl", at)


def test_a_review_is_due_when_half_of_the_visits_are_done(maria: int, now: datetime) -> None:
    plan = plans.begin(maria, now)
    plans.keep_draft(plan.id, PlanContent(Said("Garden"), agreement=Agreement(visits=3)), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="by telephone")
    seen(maria, now)
    seen(maria, now + timedelta(days=7))
    later = now + timedelta(days=14)
    seen(maria, later, signed=False)
    assert today.today(later).reviews == ()
    assert plans.one(plan.id).state(later.date()) is PlanState.AGREED
    sessions.finish(sessions.lines(maria)[0].id, "Ana Brandl", later)
    assert [(r.client_id, r.on, r.done, r.visits) for r in today.today(later).reviews] == [(maria, None, 2, 3)]
    assert plans.one(plan.id).state(later.date()) is PlanState.REVIEW_DUE
    assert briefs.brief(maria, later).plan_state is PlanState.REVIEW_DUE
    plans.begin(maria, later)
    assert today.today(later).reviews == ()


def test_a_plan_that_is_due_by_day_and_by_visits_is_named_once(maria: int, now: datetime) -> None:
    plan = plans.begin(maria, now)
    content = PlanContent(Said("Garden"), agreement=Agreement(visits=1), review_on=now.date())
    plans.keep_draft(plan.id, content, now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="by telephone")
    later = now + timedelta(days=7)
    seen(maria, later)
    assert [(r.client_id, r.on) for r in today.today(later).reviews] == [(maria, now.date())]


def test_what_waits_longest_comes_first_and_nothing_of_people_put_away_is_shown(maria: int, now: datetime) -> None:
    ole = clients.welcome(ClientDraft("Ole"), now).id
    sessions.begin(maria, now - timedelta(days=3))
    sessions.begin(ole, now)
    plans.begin(maria, now - timedelta(days=1))
    assert [one.kind for one in today.today(now).unfinished] == [
        UnfinishedKind.NOTE,
        UnfinishedKind.PLAN_DRAFT,
        UnfinishedKind.NOTE,
    ]
    clients.archive(maria, now)
    assert [one.client_id for one in today.today(now).unfinished] == [ole]
    clients.delete(ole, now)
    assert today.today(now).unfinished == ()


def test_the_brief_reads_together_what_to_know(maria: int, now: datetime) -> None:
    health.note(maria, HealthDraft(HealthKind.ALLERGY, "Nut oil", Caution.AVOID), now)
    comforts.keep(maria, ComfortKind.STOP_WORD, "Halt", Whose.CLIENT, now)
    consents.record(maria, ConsentDraft(ConsentKind.TREATMENT, "I agree.", "", now.date()), now)
    promises.make(maria, "Warm the oil", "My feet were cold", now)
    plan = plans.begin(maria, now)
    doubts = (Reservation("r", Said("Is it safe?")), Reservation("s", Said("Time?"), "Ten minutes"))
    plans.keep_draft(plan.id, PlanContent(Said("Garden"), reservations=doubts), now)
    session = sessions.begin(maria, now)
    sessions.keep(session.id, NoteDraft(now.date(), fields=(NoteField(NoteKey.RESPONSE, "Breath slowed"),)), now)
    sessions.finish(session.id, "Ana Brandl", now)
    brief = briefs.brief(maria, now)
    assert (brief.client.called, brief.visits, brief.what_matters.words) == ("Maria", 1, "Garden")
    assert (brief.safety.level, brief.safety.lines) == (Caution.AVOID, ("Nut oil",))
    assert [item.words for item in brief.comfort] == ["Halt"]
    assert [promise.words for promise in brief.promises] == ["Warm the oil"]
    assert [doubt.said.words for doubt in brief.reservations] == ["Is it safe?"]
    assert brief.last is not None
    assert brief.last.note.words(NoteKey.RESPONSE) == "Breath slowed"
    assert brief.plan_state is PlanState.DRAFT
    assert brief.consent is not None


def test_a_doubt_said_in_a_draft_that_nobody_signed_is_in_the_brief_and_one_answered_there_is_not(
    maria: int, now: datetime
) -> None:
    plan = plans.begin(maria, now)
    safe = Reservation("r", Said("Is it safe?"))
    plans.keep_draft(plan.id, PlanContent(Said("Garden"), reservations=(safe,)), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="oil on the hands")
    plans.begin(maria, now)
    new = Reservation("s", Said("How long?"))
    plans.keep_draft(plan.id, PlanContent(Said("Garden"), reservations=(replace(safe, answer="Yes"), new)), now)
    brief = briefs.brief(maria, now)
    assert [doubt.said.words for doubt in brief.reservations] == ["How long?"]
    assert brief.what_matters.words == "Garden"
    plans.drop_draft(plan.id, now)
    assert [doubt.said.words for doubt in briefs.brief(maria, now).reservations] == ["Is it safe?"]


def test_the_brief_of_somebody_new_invents_nothing(maria: int, now: datetime) -> None:
    brief = briefs.brief(maria, now)
    assert (brief.visits, brief.last, brief.plan_state, brief.consent) == (0, None, None, None)
    assert not brief.what_matters
    assert (brief.goals, brief.comfort, brief.promises) == ((), (), ())
    with pytest.raises(NoSuchClient):
        briefs.brief(maria + 1, now)


def test_no_unsigned_note_is_left_out_however_many_there_are(maria: int, now: datetime) -> None:
    waiting = [clients.welcome(ClientDraft(f"Somebody {n}"), now).id for n in range(30)]
    for days, client_id in enumerate(waiting):
        sessions.begin(client_id, now - timedelta(days=days))
    assert [one.client_id for one in today.today(now).unfinished] == waiting[::-1]


def test_a_plan_is_to_be_looked_at_after_as_many_visits_as_the_settings_say(maria: int, now: datetime) -> None:
    plan = plans.begin(maria, now)
    plans.keep_draft(plan.id, PlanContent(Said("Garden"), agreement=Agreement(visits=4)), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="by telephone")
    for days in (1, 2):
        seen(maria, now + timedelta(days=days))
    later = now + timedelta(days=2)
    assert [review.client_id for review in today.today(later).reviews] == [maria]
    thresholds.keep("review_early_percent", 75, now)
    assert today.today(later).reviews == ()
