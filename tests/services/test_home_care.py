"""What is given to do at home is offered again to whom it was given, and stands on the papers for home."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.plan import Commitment, HowSigned, PlanContent, Signer
from alliance_desktop.domain.session import NoteDraft
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, home_care, papers, plans, sessions, visit_papers


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def given(client_id: int, now: datetime, *home: str) -> int:
    session = sessions.begin(client_id, now)
    sessions.keep(session.id, NoteDraft(now.date(), promise="Bring tea", home=home), now)
    return sessions.finish(session.id, "Ana Brandl", now).id


def agreed(client_id: int, now: datetime, *commitments: Commitment) -> None:
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, PlanContent(commitments=commitments), now)
    version = plans.make_ready(plan.id, {}, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, now, reason="oil on the hands")


def test_what_was_given_is_offered_again_newest_first_and_others_only_what_is_about_none(
    maria: int, now: datetime
) -> None:
    jonas, petra = (clients.welcome(ClientDraft(name), now).id for name in ("Jonas Wehrling", "Petra Lund"))
    given(maria, now, "Warm pack", "Stretch, 30 seconds")
    given(maria, now + timedelta(days=7), "Walk after lunch", "warm pack")
    for somebody in (jonas, petra):
        given(somebody, now, "Feet up for ten minutes", "Ring Petra when it hurts")
    given(jonas, now + timedelta(days=1), "Only for Jonas")
    assert home_care.offered(maria) == (
        *("Walk after lunch", "warm pack", "Stretch, 30 seconds"),
        "Feet up for ten minutes",
    )
    assert "Ring Petra when it hurts" in home_care.offered(petra)


def test_the_summary_and_the_sheets_for_home_say_it_before_what_the_plan_says(maria: int, now: datetime) -> None:
    agreed(maria, now, Commitment("w", Whose.CLIENT, "Warm pack", "evenings"))
    visit = given(maria, now, "**Stretch** at the door", "warm pack evenings")
    summary = visit_papers.of(visit, now.date())
    assert [step.what for step in summary.steps] == ["Stretch at the door", "Warm pack"]
    version = papers.to_print(maria)
    assert version is not None
    for kind in (DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD):
        assert [step.what for step in papers.of_plan(version, kind).at_home] == ["Stretch at the door", "Warm pack"]
    assert papers.of_plan(version).given == ()


def test_a_plan_without_steps_has_a_sheet_for_home_once_a_visit_gave_something(maria: int, now: datetime) -> None:
    agreed(maria, now, Commitment("i", Whose.THERAPIST, "Slow work"))
    version = papers.to_print(maria)
    assert DocumentKind.HOME_CARE not in papers.kinds(version, maria)
    given(maria, now, "Stretch at the door")
    assert DocumentKind.HOME_CARE in papers.kinds(version, maria)
    given(maria, now + timedelta(days=3))
    assert DocumentKind.HOME_CARE not in papers.kinds(version, maria)
