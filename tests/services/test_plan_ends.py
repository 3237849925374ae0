"""A plan that somebody else has to sign may be changed until they did, and a doubt outlives the plan it was said in."""

from dataclasses import replace
from datetime import datetime

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import EndedBy, HowSigned, PlanContent, PlanState, Reservation, Signer
from alliance_desktop.domain.voice import Said
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, integrity, plans, today
from alliance_desktop.services.plans import NoLongerOffered, PlanEnded

DOUBT = Reservation("r", Said("Will it hurt?"))


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def offered(client_id: int, content: PlanContent, now: datetime) -> int:
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, content, now)
    return plans.make_ready(plan.id, {}, now).id


@pytest.mark.parametrize("also", [{"guardian": "Eva Feldner"}, {"interpreter": "Ivo Marek"}])
def test_what_client_and_therapist_signed_may_be_changed_until_the_third_did(
    maria: int, now: datetime, also: dict[str, str]
) -> None:
    content = replace(PlanContent(Said("My garden")), **also)  # type: ignore[arg-type]  # a name each
    version_id = offered(maria, content, now)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version_id, signer, HowSigned.ALOUD, now, reason="no pen")
    plan = plans.begin(maria, now)
    assert (plan.draft, plan.agreed, plan.waiting) == (plan.versions[0].content, None, None)
    assert plan.versions[0].withdrawn_at == now
    assert plan.state(now.date()) is PlanState.DRAFT
    with pytest.raises(NoLongerOffered):
        plans.sign(version_id, content.signers[-1], HowSigned.ALOUD, now, reason="no pen")
    assert [one.kind for one in today.today(now).unfinished] == ["plan draft"]
    assert [look for look in integrity.check() if not look.held] == []


def test_a_doubt_goes_along_through_a_plan_that_was_ended_before_it_was_offered(maria: int, now: datetime) -> None:
    plan_id = plans.begin(maria, now).id
    plans.keep_draft(plan_id, PlanContent(Said("My garden"), reservations=(DOUBT,)), now)
    plans.make_ready(plan_id, {}, now)
    for _ended in range(2):
        plans.end(plans.begin(maria, now).id, EndedBy.CLIENT, "moves away", now)
        (doubt,) = plans.begin(maria, now).draft.reservations  # type: ignore[union-attr]  # just begun
        assert doubt.said.words == "Will it hurt?"


def test_an_ended_plan_is_not_talked_through_again(maria: int, now: datetime) -> None:
    plan_id = plans.begin(maria, now).id
    plans.end(plan_id, EndedBy.COMPLETED, "", now)
    with pytest.raises(PlanEnded):
        plans.discuss(plan_id, now)
