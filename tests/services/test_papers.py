"""What a paper is drawn from, and what of it can be left out."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from alliance_desktop.domain.appointment import AppointmentDraft
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import FIRST_TO_GO, Section, held, section_of, without
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.plan import (
    Choice,
    Commitment,
    Goal,
    PlanContent,
    PlanVersion,
    Reservation,
    Signer,
    Signs,
    Way,
)
from alliance_desktop.domain.plan import HowSigned as How
from alliance_desktop.domain.session import NoteDraft, Rating
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import (
    appointments,
    clients,
    documents,
    left_out,
    paper_texts,
    papers,
    plans,
    promises,
    sessions,
)

TODAY = date(2026, 5, 19)
WHOLE = PlanContent(
    what_matters=Said("My garden"),
    reflection="You want your Sundays back",
    goals=(Goal("g", Said("Weed for an hour"), "Lifting tolerance", "Weeding", 3, 8),),
    commitments=(Commitment("c", Whose.CLIENT, "Door-frame stretch"),),
    reservations=(Reservation("r", Said("Will it hurt?")),),
    reservations_asked=True,
    strengths=Said("A hot bath"),
    understanding="The rotator cuff is tired; range of motion is less than it was.",
    ways=(Way("w", "Slow and steady"),),
    choice=Choice("w", Said("I trust it"), Said("No cracking")),
    signs=Signs("You weed", "After three visits", "it swells", "it goes numb"),
    teach_back=Said("Slowly, and I do my bit"),
)


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def agreed(client_id: int, content: PlanContent, now: datetime) -> PlanVersion:
    plan = plans.current(client_id)
    plan = plan if plan is not None and plan.draft is not None else plans.begin(client_id, now)
    plans.keep_draft(plan.id, content, now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        version = plans.sign(version.id, signer, How.ALOUD, strokes=(), reason="oil on the hands", now=now)
    return version


def test_what_was_asked_for_and_done_between_two_agreements_is_on_the_next_paper(maria: int, now: datetime) -> None:
    first = agreed(maria, WHOLE, now)
    heater = promises.make(maria, "Heater on before she comes", "Please warm the room", now)
    promises.make(maria, "Still owed", "I forget the stretches", now)
    unasked = promises.make(maria, "Nobody asked", "", now)
    later = now + timedelta(days=14)
    for done in (heater, unasked):
        promises.mark(done.id, True, later - timedelta(days=7))
    plans.begin(maria, later)
    second = agreed(maria, replace(WHOLE, reflection="You want your evenings back"), later)
    paper = papers.of_plan(second)
    assert [(each.said, each.words) for each in paper.kept] == [("Please warm the room", "Heater on before she comes")]
    assert Section.ASKED in papers.may_leave_out(DocumentKind.PLAN, paper)
    assert papers.of_plan(first).kept == ()
    third = agreed(maria, WHOLE, later + timedelta(days=7))
    assert papers.of_plan(third).kept == ()


def test_a_paper_says_when_they_come_again_only_as_seen_from_a_day(maria: int, now: datetime) -> None:
    version = agreed(maria, WHOLE, now)
    day = local_day(now)
    appointments.book(AppointmentDraft(maria, day, time(18)), now)
    coming = appointments.book(AppointmentDraft(maria, day + timedelta(days=14), time(10, 30)), now)
    assert papers.of_plan(version).next_visit is None
    assert papers.of_plan(version, today=day).next_visit == coming
    assert papers.of_plan(version, today=coming.day).next_visit is None


def test_without_a_plan_only_papers_that_need_none_can_be_drawn(maria: int) -> None:
    assert papers.to_print(maria) is None
    # Nobody was here yet: there is nothing to tell of visits either.
    loose = tuple(kind for kind in DocumentKind if not kind.needs_plan and not kind.of_visits)
    assert papers.kinds(None, maria) == loose


def test_what_is_done_at_home_needs_something_to_do(maria: int, now: datetime) -> None:
    no_visit = {DocumentKind.VISIT_SUMMARY}
    assert set(DocumentKind) - set(papers.kinds(agreed(maria, WHOLE, now), maria)) == no_visit
    idle = agreed(maria, replace(WHOLE, commitments=()), now)
    at_home = {DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD}
    assert set(DocumentKind) - set(papers.kinds(idle, maria)) == at_home | no_visit


def test_how_it_goes_needs_a_number_or_a_step_and_a_summary_a_signed_note(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    sessions.keep(session.id, NoteDraft(local_day(now), ratings=(Rating("Tension", 6, 3),)), now)
    assert DocumentKind.PROGRESS in papers.kinds(None, maria)
    assert DocumentKind.VISIT_SUMMARY not in papers.kinds(None, maria)
    sessions.finish(session.id, "Ana Brandl", now)
    assert DocumentKind.VISIT_SUMMARY in papers.kinds(None, maria)


def test_every_part_that_holds_something_can_be_left_out_and_nothing_else(maria: int, now: datetime) -> None:
    # A doubt without an answer would stay in the next version.
    version = agreed(maria, replace(WHOLE, reservations=()), now)
    offered = papers.may_leave_out(DocumentKind.PLAN, papers.of_plan(version))
    assert offered == (*held(version.content), Section.ROOM, Section.GLOSSARY)
    bare = agreed(maria, PlanContent(goals=(Goal("g", Said("Weed")),), commitments=WHOLE.commitments), now)
    assert papers.may_leave_out(DocumentKind.PLAN, papers.of_plan(bare)) == (Section.CHANGES, Section.ROOM)
    assert papers.may_leave_out(DocumentKind.POCKET_CARD, papers.of_plan(bare, DocumentKind.POCKET_CARD)) == ()


@pytest.mark.parametrize("section", held(WHOLE))
def test_what_is_left_out_is_gone_from_the_paper_and_from_what_is_told_as_new(
    maria: int, now: datetime, section: Section
) -> None:
    agreed(maria, without(WHOLE, set(Section)), now)
    second = agreed(maria, WHOLE, now)
    left_out.leave_out(maria, DocumentKind.PLAN, section, now)
    paper = papers.of_plan(second)
    assert section not in held(paper.content)
    assert paper.withheld == (section,)
    assert paper.version == second
    told = {section_of(change.path) for change in second.changes}
    assert section in told
    assert len(paper.changes) < len(plans.change_lines(second))


def test_signatures_calls_steps_goals_and_what_was_agreed_stay_whatever_is_left_out(maria: int, now: datetime) -> None:
    version = agreed(maria, WHOLE, now)
    for section in Section:
        left_out.leave_out(maria, DocumentKind.PLAN, section, now)
    paper = papers.of_plan(version)
    assert (paper.content.signs.call_me, paper.content.signs.call_doctor) == ("it swells", "it goes numb")
    assert paper.content.commitments == WHOLE.commitments
    assert [goal.said.words for goal in paper.content.goals] == ["Weed for an hour"]
    assert paper.content.agreement == version.content.agreement
    assert len(paper.version.signatures) == 2


def test_professional_words_that_occur_are_explained_and_those_left_out_are_not(maria: int, now: datetime) -> None:
    version = agreed(maria, WHOLE, now)
    assert [each.word for each in papers.of_plan(version).explained] == ["rotator cuff", "range of motion"]
    left_out.leave_out(maria, DocumentKind.PLAN, Section.GOING_ON, now)
    assert papers.of_plan(version).explained == ()


def test_ones_own_words_are_printed_until_ours_are_put_back(practice: PracticeFolder, now: datetime) -> None:
    assert papers.loose(DocumentKind.GUIDE, TODAY).texts == {}
    paper_texts.keep(PaperText.LIMITS, "en", " I work on Mondays. ", now)
    paper_texts.keep(PaperText.LIMITS, "de", "Nur montags.", now)
    assert papers.loose(DocumentKind.GUIDE, TODAY).texts == {PaperText.LIMITS: "I work on Mondays."}
    paper_texts.keep(PaperText.LIMITS, "en", PaperText.LIMITS.ours, now)
    assert papers.loose(DocumentKind.GUIDE, TODAY).texts == {}
    assert paper_texts.of("de") == {PaperText.LIMITS: "Nur montags."}


def test_a_client_with_a_plan_is_asked_about_their_own_goals(maria: int, now: datetime) -> None:
    assert papers.loose(DocumentKind.THINK_BEFORE, TODAY, maria).first
    agreed(maria, WHOLE, now)
    paper = papers.loose(DocumentKind.THINK_BEFORE, TODAY, maria)
    assert (paper.called, paper.goals) == ("Maria", ("Weed for an hour",))
    assert Section.GOALS in papers.may_leave_out(DocumentKind.THINK_BEFORE, paper)


def test_what_is_new_is_told_since_the_version_that_was_agreed(maria: int, now: datetime) -> None:
    agreed(maria, WHOLE, now)

    def ready(words: str) -> PlanVersion:
        plan = plans.begin(maria, now)
        plans.keep_draft(plan.id, replace(WHOLE, reflection=words), now)
        return plans.make_ready(plan.id, {}, now)

    taken_back, third = ready("Your Sundays"), ready("Your weekends")
    assert (taken_back.number, third.number) == (2, 3)
    assert papers.of_plan(third).since == 1
    assert papers.of_plan(plans.version(1)).since == 0


def test_a_long_plan_may_give_way_in_what_was_not_ticked_on_purpose_and_never_before_it_is_signed(
    maria: int, now: datetime
) -> None:
    version = agreed(maria, WHOLE, now)
    assert papers.of_plan(version).may_go == FIRST_TO_GO
    assert papers.of_plan(version, DocumentKind.HOME_CARE).may_go == ()
    left_out.put_back(maria, DocumentKind.PLAN, Section.SAID_BACK, now)
    assert Section.SAID_BACK not in papers.of_plan(version).may_go
    to_sign = papers.of_plan(version, whole=True)
    assert (to_sign.may_go, to_sign.whole) == ((), True)


def test_on_the_screen_the_client_has_a_copy_only_once_one_of_this_version_was_handed_out(
    maria: int, now: datetime
) -> None:
    first = agreed(maria, WHOLE, now)
    assert papers.of_plan(first).copied, "the paper is the copy"
    assert not papers.of_plan(first, whole=True).copied
    documents.keep(maria, DocumentKind.HOME_CARE, Given.PRINTED, first.number, 1, b"%PDF", now)
    assert not papers.of_plan(first, whole=True).copied
    documents.keep(maria, DocumentKind.PLAN, Given.PRINTED, first.number, 2, b"%PDF", now)
    assert papers.of_plan(first, whole=True).copied
    assert not papers.of_plan(agreed(maria, replace(WHOLE, reflection="More"), now), whole=True).copied


def test_how_a_goal_went_is_told_by_the_versions_agreed(maria: int, now: datetime) -> None:
    agreed(maria, WHOLE, now)
    goal = replace(WHOLE.goals[0], now=6)
    second = agreed(maria, replace(WHOLE, goals=(goal,)), now + timedelta(days=30))
    line = papers.of_plan(second).progress
    assert line is not None
    assert [number for _day, number in line.numbers] == [3, 6]
    assert papers.of_plan(plans.version(1)).progress is None


def test_words_are_looked_for_in_the_language_of_the_client(
    maria: int, practice: PracticeFolder, now: datetime
) -> None:
    version = agreed(maria, WHOLE, now)
    assert {swap.language for swap in papers.of_plan(version).swaps} == {"en"}
    clients.keep(maria, ClientDraft("Maria Feldner", language="de"), now)
    assert {swap.language for swap in papers.of_plan(version).swaps} == {"de"}


def test_the_whole_name_of_another_client_is_found_on_every_paper_that_has_it(maria: int, now: datetime) -> None:
    for name in ("Jonas Wehrling", "Zoë Ågren", "Leo", "Eva Lind", "Maria Feldner", "Ana María Ruiz"):
        clients.welcome(ClientDraft(name), now)
    named = replace(
        WHOLE,
        goals=(Goal("g", Said("Dance with ZOE AGREN’s group")),),
        commitments=(Commitment("c", Whose.CLIENT, "Stretch as Jonas Wehrling, and Leo, do", "daily"),),
        understanding="Evan Linde is no client. Anna Maria Ruiz neither.",
        guardian="Eva Lind",
    )
    version = agreed(maria, named, now)
    assert papers.of_plan(version).strangers == ("Jonas Wehrling", "Zoë Ågren")
    for kind in (DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD):
        assert papers.of_plan(version, kind).strangers == ("Jonas Wehrling",)
    assert papers.loose(DocumentKind.THINK_BEFORE, TODAY, maria).strangers == ("Zoë Ågren",)
    left_out.leave_out(maria, DocumentKind.THINK_BEFORE, Section.GOALS, now)
    assert papers.loose(DocumentKind.THINK_BEFORE, TODAY, maria).strangers == ()


def test_a_name_that_is_no_longer_in_the_plan_is_found_in_what_is_new(maria: int, now: datetime) -> None:
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    agreed(maria, replace(WHOLE, reflection="You walk with Jonas Wehrling"), now)
    second = agreed(maria, replace(WHOLE, reflection="You walk"), now)
    assert papers.of_plan(second).strangers == ("Jonas Wehrling",)
    left_out.leave_out(maria, DocumentKind.PLAN, Section.CHANGES, now)
    assert papers.of_plan(second).strangers == ()
