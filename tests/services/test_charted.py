"""What is charted besides the numbers of the notes: the activities of the goals, and how both work together."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.chart import EventKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.plan import Goal, HowSigned, PlanContent, Signer
from alliance_desktop.domain.repair import RepairDraft
from alliance_desktop.domain.session import NoteDraft, Rating
from alliance_desktop.domain.voice import Said
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, closing_checks, outcomes, plans, repairs, sessions


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def agreed(client_id: int, number: int, moment: datetime) -> None:
    plan = plans.begin(client_id, moment)
    goal = Goal("g", Said("Garden for an hour"), activity="Weeding", now=number, hoped=8)
    plans.keep_draft(plan.id, PlanContent(goals=(goal,)), moment)
    version = plans.make_ready(plan.id, {}, moment)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, moment, reason="oil on the hands")


def checked(client_id: int, touch: int, moment: datetime) -> None:
    closing_checks.type_slip(client_id, ClosingCheck(moment.date(), {Strand.TOUCH: touch}), moment)


def test_a_dip_its_repair_and_the_recovery_stand_on_one_chart_without_any_other_number(
    maria: int, now: datetime
) -> None:
    for weeks, touch in ((3, 5), (2, 2), (0, 5)):
        checked(maria, touch, now - timedelta(weeks=weeks))
    repairs.note(maria, RepairDraft((now - timedelta(weeks=1)).date(), we_changed="Ask first"), now)
    assert outcomes.measures(maria) == ("Touch, closing check",)
    chart = outcomes.of(maria)
    assert chart is not None
    assert [value for _day, value in chart.series[0].values] == [10, 2.5, 10]
    assert [event.kind for event in chart.events] == [EventKind.REPAIR]


def test_activities_of_the_goals_and_strands_come_after_what_is_rated_in_the_notes(maria: int, now: datetime) -> None:
    agreed(maria, 3, now - timedelta(days=60))
    assert outcomes.measures(maria) == ()
    agreed(maria, 6, now)
    session = sessions.begin(maria, now)
    sessions.keep(session.id, NoteDraft(now.date(), ratings=(Rating("Tension", 7, 4),)), now)
    for days in (7, 0):
        checked(maria, 4, now - timedelta(days=days))
    assert outcomes.measures(maria) == ("Tension", "Garden for an hour", "Touch, closing check")
    chart = outcomes.of(maria, ("Garden for an hour",))
    assert chart is not None
    assert [value for _day, value in chart.series[0].values] == [3, 6]
    assert chart.series[0].better is Better.MORE
