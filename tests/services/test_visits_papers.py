"""What the papers about the visits are drawn from: the very numbers of the screen, and only a signed note."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.chart import EventKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import OFF_AT_FIRST, Section
from alliance_desktop.domain.plan import Commitment, Goal, HowSigned, PlanContent, Signer, Signs
from alliance_desktop.domain.real_change import ActivityMeans
from alliance_desktop.domain.repair import RepairDraft
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating, Session
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import (
    clients,
    left_out,
    outcomes,
    papers,
    plans,
    progress_papers,
    repairs,
    sessions,
    visit_papers,
)
from alliance_desktop.services.visit_papers import NoteNotSigned

LADDER = ("not", "little", "an hour", "two hours", "all day")


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def visited(client_id: int, moment: datetime, *ratings: Rating, signed: bool = True) -> Session:
    session = sessions.begin(client_id, moment)
    words = {NoteKey.ASKED: "My neck", NoteKey.DID: "Neck and jaw", NoteKey.RESPONSE: "Warm", NoteKey.THINK: "Worried"}
    fields = tuple(NoteField(key, said) for key, said in words.items())
    sessions.keep(session.id, NoteDraft(local_day(moment), fields=fields, ratings=ratings, promise="Bring tea"), moment)
    return sessions.finish(session.id, "Ana Brandl", moment) if signed else sessions.one(session.id)


def agreed(client_id: int, step: int, number: int, moment: datetime) -> None:
    plan = plans.begin(client_id, moment)
    content = PlanContent(
        goals=(Goal("g", Said("Garden"), activity="Weeding", now=number, hoped=8, ladder=LADDER, step=step),),
        commitments=(
            Commitment("done", Whose.CLIENT, "Buy a stool"),
            Commitment("todo", Whose.CLIENT, "Stretch", "daily"),
            Commitment("mine", Whose.THERAPIST, "Slow work"),
        ),
        signs=Signs(call_me="it swells"),
    )
    plans.keep_draft(plan.id, content, moment)
    version = plans.make_ready(plan.id, {}, moment)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, moment, reason="oil on the hands")


def test_the_page_has_the_very_chart_of_the_screen(maria: int, now: datetime) -> None:
    for week in range(4, 0, -1):
        visited(maria, now - timedelta(weeks=week), Rating("Tension", 3 + week, 2), Rating("Ease", 5, 6))
    today = local_day(now)
    assert progress_papers.of(maria, today).chart == outcomes.of(maria)
    assert progress_papers.of(maria, today, ("Ease",)).chart == outcomes.of(maria, ("Ease",))


def test_a_goal_is_told_from_the_version_agreed_first_to_the_one_agreed_last(maria: int, now: datetime) -> None:
    agreed(maria, -2, 3, now - timedelta(days=60))
    agreed(maria, 0, 6, now)
    (way,) = progress_papers.of(maria, local_day(now)).goals
    assert (way.began, way.began_number, way.since) == ("not", 3, local_day(now - timedelta(days=60)))
    assert (way.goal.step, way.goal.now) == (0, 6)
    assert progress_papers.is_there(maria)


def test_strains_and_how_we_work_are_off_until_they_are_ticked(maria: int, now: datetime) -> None:
    visited(maria, now - timedelta(days=20), Rating("Tension", 6, 2))
    visited(maria, now, Rating("Tension", 4, 2))
    repairs.note(maria, RepairDraft(local_day(now - timedelta(days=3)), client_said="Too firm"), now)
    today = local_day(now)
    first = progress_papers.of(maria, today)
    assert first.left_out == OFF_AT_FIRST
    assert Section.REPAIRS in first.held
    assert first.printed_chart is not None
    assert first.printed_chart.events == ()
    left_out.put_back(maria, DocumentKind.PROGRESS, Section.REPAIRS, now)
    chart = progress_papers.of(maria, today).printed_chart
    assert chart is not None
    assert [(event.kind, event.words) for event in chart.events] == [(EventKind.REPAIR, "we talked about how we work")]
    left_out.leave_out(maria, DocumentKind.PROGRESS, Section.REPAIRS, now)
    assert progress_papers.of(maria, today).left_out == OFF_AT_FIRST


def test_a_summary_is_drawn_from_a_signed_note_alone(maria: int, now: datetime) -> None:
    session = visited(maria, now, Rating("Tension", 6, 3), signed=False)
    with pytest.raises(NoteNotSigned, match="Once it is signed"):
        visit_papers.of(session.id, local_day(now))
    sessions.finish(session.id, "Ana Brandl", now)
    page = visit_papers.of(session.id, local_day(now))
    assert (page.asked, page.did, page.response, page.promise) == ("My neck", "Neck and jaw", "Warm", "Bring tea")
    assert "Worried" not in repr(page)


def test_a_summary_says_what_is_still_to_do_at_home_and_when_to_call(maria: int, now: datetime) -> None:
    agreed(maria, 0, 5, now - timedelta(days=3))
    plan = plans.current(maria)
    assert plan is not None
    plans.tick(plan.id, "done", True, now)
    page = visit_papers.of(visited(maria, now).id, local_day(now))
    assert [step.what for step in page.steps] == ["Stretch"]
    assert page.signs.call_me == "it swells"


def test_without_a_visit_of_its_own_the_summary_is_of_the_one_signed_last(maria: int, now: datetime) -> None:
    first = visited(maria, now - timedelta(days=7))
    last = visited(maria, now)
    sessions.add(last.id, "The right side, not the left", "mixed up", "Ana Brandl", now)
    kind, today = DocumentKind.VISIT_SUMMARY, local_day(now)
    page = papers.of_visits(kind, maria, today)
    assert isinstance(page, VisitPaper)
    assert (page.number, page.added) == (2, True)
    other = papers.of_visits(kind, maria, today, first.id)
    assert isinstance(other, VisitPaper)
    assert (other.number, other.added) == (1, False)


def test_the_mean_over_activities_is_there_once_they_were_rated_a_second_time(maria: int, now: datetime) -> None:
    agreed(maria, 0, 3, now - timedelta(days=60))
    assert outcomes.activities(maria) is None
    agreed(maria, 0, 6, now)
    assert outcomes.activities(maria) == ActivityMeans(3.0, 6.0)


def test_what_the_page_says_of_its_own_is_in_the_client_s_language(maria: int, now: datetime) -> None:
    clients.keep(maria, ClientDraft("Maria Feldner", language="de"), now)
    visited(maria, now - timedelta(days=7), Rating("Ruhe", 3, 4))
    agreed(maria, 0, 3, now - timedelta(days=5))
    visited(maria, now, Rating("Ruhe", 5, 6))
    page = progress_papers.of(maria, local_day(now))
    assert page.chart is not None
    assert (page.language, [event.words for event in page.chart.events]) == ("de", ["Plan, Fassung 1"])
