"""A plan's state follows from what happened to it, and its digest from every letter of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    EndedBy,
    Ending,
    Goal,
    HowSigned,
    Plan,
    PlanContent,
    PlanState,
    PlanVersion,
    Reservation,
    Signature,
    Signer,
)
from alliance_desktop.domain.plan_snapshot import changes_since, digest_of, from_plain, plain
from alliance_desktop.domain.voice import Said, Whose

NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)
TODAY = date(2026, 5, 19)
CONTENT = PlanContent(
    Said("Garden again", TODAY, "v1"),
    (Goal("g", Said("Kneel", TODAY, "v2"), "Kneeling", "Gardening", 3, 8, TODAY),),
    Agreement(6, "weekly", 60, "neck", "calves"),
    (Commitment("c", Whose.CLIENT, "Stretch", "daily", TODAY),),
    (Reservation("r", Said("Will it last?", TODAY, "v3"), ""),),
    True,
    TODAY,
)


def signature(signer: Signer, digest: str = "d", after: int = 0) -> Signature:
    return Signature(signer, "N", HowSigned.ALOUD, digest, NOW + timedelta(minutes=after), (), "rain")


def version(number: int = 1, *signatures: Signature, withdrawn: bool = False) -> PlanVersion:
    gone = NOW if withdrawn else None
    return PlanVersion(number, 1, number, CONTENT, (), "Maria", "Ana", "", "d", NOW, signatures, gone)


BOTH = (signature(Signer.CLIENT), signature(Signer.THERAPIST, after=3))
PLAN = Plan(1, "u", 1, NOW)


def test_plain_values_give_the_content_back() -> None:
    assert from_plain(plain(CONTENT)) == CONTENT
    assert from_plain(plain(PlanContent())) == PlanContent()
    assert PlanContent().is_empty
    assert not CONTENT.is_empty


def test_a_goal_that_points_to_no_sentence_is_written_as_it_always_was() -> None:
    (goal,) = CONTENT.goals
    assert "source" not in plain(CONTENT)["goals"][0]
    pointing = replace(CONTENT, goals=(replace(goal, source=CONTENT.what_matters),))
    assert plain(pointing)["goals"][0]["source"] == {"words": "Garden again", "day": "2026-05-19", "voice": "v1"}
    assert from_plain(plain(pointing)) == pointing


def test_a_version_is_agreed_once_both_signed_this_very_content() -> None:
    assert version(1, *BOTH).agreed
    assert version(1, *BOTH).agreed_at == NOW + timedelta(minutes=3)
    assert not version(1, BOTH[0]).agreed
    assert version(1, BOTH[0]).agreed_at is None
    assert not version(1, BOTH[0], signature(Signer.THERAPIST, "another content")).agreed


def test_a_version_waits_for_those_who_have_not_signed_until_it_is_withdrawn() -> None:
    assert version().waiting_for == (Signer.CLIENT, Signer.THERAPIST)
    assert version(1, BOTH[1]).waiting_for == (Signer.CLIENT,)
    assert version(1, withdrawn=True).waiting_for == ()
    assert version(1, BOTH[0]).signature_of(Signer.CLIENT) == BOTH[0]
    assert version(1, BOTH[0]).signature_of(Signer.THERAPIST) is None


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (PLAN, PlanState.DRAFT),
        (replace(PLAN, draft=CONTENT), PlanState.DRAFT),
        (replace(PLAN, draft=CONTENT, discussed_at=NOW), PlanState.DISCUSSED),
        (replace(PLAN, versions=(version(),)), PlanState.TO_SIGN),
        (replace(PLAN, versions=(version(1, BOTH[0]),)), PlanState.HALF_SIGNED),
        (replace(PLAN, versions=(version(1, BOTH[0], withdrawn=True),), draft=CONTENT), PlanState.DRAFT),
        (replace(PLAN, versions=(version(1, *BOTH),), draft=CONTENT), PlanState.DRAFT),
        (replace(PLAN, versions=(version(1, *BOTH),)), PlanState.REVIEW_DUE),
        (replace(PLAN, versions=(version(1, *BOTH), version(2))), PlanState.TO_SIGN),
        (replace(PLAN, versions=(version(1, *BOTH), version(2, withdrawn=True))), PlanState.REVIEW_DUE),
        (replace(PLAN, versions=(version(1, *BOTH),), ending=Ending(NOW, EndedBy.CLIENT)), PlanState.ENDED),
    ],
)
def test_where_a_plan_stands_follows_from_what_happened(plan: Plan, state: PlanState) -> None:
    assert plan.state(TODAY) is state


def test_a_review_is_due_from_its_day_on() -> None:
    plan = replace(PLAN, versions=(version(1, *BOTH),))
    assert plan.state(TODAY - timedelta(days=1)) is PlanState.AGREED


def test_what_waits_is_shown_before_what_is_agreed_and_that_before_the_draft() -> None:
    newer, draft = replace(CONTENT, review_on=None), PlanContent(Said("Dance"))
    waiting = replace(version(2), content=newer)
    assert replace(PLAN, draft=draft).shown == draft
    assert replace(PLAN, versions=(version(1, *BOTH),), draft=draft).shown == CONTENT
    assert replace(PLAN, versions=(version(1, *BOTH), waiting)).shown == newer
    assert PLAN.shown == PlanContent()


def test_a_doubt_is_open_until_it_is_answered() -> None:
    assert CONTENT.open_reservations == CONTENT.reservations
    assert not replace(CONTENT.reservations[0], answer="We look in June").is_open
    assert not Reservation("r").is_open
    assert [step.uid for step in CONTENT.promised(Whose.CLIENT)] == ["c"]
    assert CONTENT.promised(Whose.THERAPIST) == ()


def test_the_digest_covers_everything_that_is_signed() -> None:
    changes = changes_since(PlanContent(), CONTENT)
    seal = digest_of("u", 2, CONTENT, changes, ("Maria", "Ana"), "before")
    others = {
        digest_of("w", 2, CONTENT, changes, ("Maria", "Ana"), "before"),
        digest_of("u", 3, CONTENT, changes, ("Maria", "Ana"), "before"),
        digest_of("u", 2, replace(CONTENT, review_on=None), changes, ("Maria", "Ana"), "before"),
        digest_of("u", 2, CONTENT, changes[1:], ("Maria", "Ana"), "before"),
        digest_of("u", 2, CONTENT, (replace(changes[0], reason="x"), *changes[1:]), ("Maria", "Ana"), "before"),
        digest_of("u", 2, CONTENT, changes, ("Ida", "Ana"), "before"),
        digest_of("u", 2, CONTENT, changes, ("Maria", "Ida"), "before"),
        digest_of("u", 2, CONTENT, changes, ("Maria", "Ana"), "other"),
    }
    assert len(others | {seal}) == 9
    assert digest_of("u", 2, from_plain(plain(CONTENT)), changes, ("Maria", "Ana"), "before") == seal


def test_the_digest_of_the_first_schema_never_changes() -> None:
    seal = digest_of("u", 1, CONTENT, (), ("Maria", "Ana"), "")
    assert seal == "2179e97d659eaac3de454cb71891240d4f79f5fb11bcc13d9e0b4ad3697e74e8"


def test_a_goal_is_named_by_what_there_is() -> None:
    assert CONTENT.goals[0].title == "Kneel"
    assert Goal("g", activity="Gardening", professional="Kneeling").title == "Gardening"
    assert Goal("g", professional="Kneeling").title == "Kneeling"


def test_both_look_again_after_half_of_the_visits_and_after_all() -> None:
    looks = [Agreement(visits=visits).looks for visits in (None, 1, 2, 5, 6)]
    assert looks == [(), (1,), (1, 2), (3, 5), (3, 6)]


def test_a_goal_has_a_measure_with_its_number_or_with_steps() -> None:
    assert not Goal("g", activity="Gardening").has_measure
    assert not Goal("g", now=3).has_measure
    assert Goal("g", activity="Gardening", now=3).has_measure
    assert Goal("g", ladder=("", "", "One hour", "", "")).has_measure
