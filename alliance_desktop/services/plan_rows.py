"""Between the rows of a plan and its records; known to the plans service and to readers of many plans."""

import json
from datetime import datetime

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    EndedBy,
    Ending,
    Goal,
    Plan,
    PlanContent,
    PlanVersion,
    Reservation,
    Signature,
    from_plain,
)
from alliance_desktop.domain.plan_changes import Change
from alliance_desktop.domain.strokes import from_json
from alliance_desktop.domain.voice import Said, Whose, quoted
from alliance_desktop.storage.database import database
from alliance_desktop.storage.models import (
    CommitmentDoneRow,
    DraftCommitmentRow,
    DraftGoalRow,
    DraftReservationRow,
    PlanDraftRow,
    PlanEventRow,
    PlanRow,
    PlanVersionRow,
    SignatureRow,
)


def plan(row: PlanRow) -> Plan:
    """Read one plan whole."""
    events = list(PlanEventRow.select().where(PlanEventRow.plan == row.id).order_by(PlanEventRow.id))
    withdrawn = {event.version_id: event.at for event in events if event.kind == "withdrawn"}
    versions = tuple(
        _version(version, withdrawn.get(version.id))
        for version in PlanVersionRow.select().where(PlanVersionRow.plan == row.id).order_by(PlanVersionRow.number)
    )
    made_at = versions[-1].made_at if versions else row.started_at
    discussed = [event.at for event in events if event.kind == "discussed" and event.at >= made_at]
    ended = next((event for event in events if event.kind == "ended"), None)
    done = CommitmentDoneRow.select().where(CommitmentDoneRow.plan == row.id)
    return Plan(
        row.id,
        row.uid,
        row.client_id,
        row.started_at,
        versions,
        draft(row.id),
        discussed[-1] if discussed else None,
        Ending(ended.at, EndedBy(ended.by), ended.reason) if ended else None,
        frozenset(tick.uid for tick in done),
    )


def _version(row: PlanVersionRow, withdrawn_at: datetime | None) -> PlanVersion:
    signatures = tuple(
        Signature(s.signer, s.name, s.how, s.digest, s.at, from_json(s.strokes) if s.strokes else (), s.reason)
        for s in SignatureRow.select().where(SignatureRow.version == row.id).order_by(SignatureRow.id)
    )
    return PlanVersion(
        row.id,
        row.plan_id,
        row.number,
        from_plain(json.loads(row.content)),
        tuple(Change(**change) for change in json.loads(row.changes)),
        row.client,
        row.therapist,
        row.previous_digest,
        row.digest,
        row.made_at,
        signatures,
        withdrawn_at,
    )


def draft(plan_id: int) -> PlanContent | None:
    """Read the draft under work, or None."""
    row = PlanDraftRow.get_or_none(PlanDraftRow.plan == plan_id)
    if row is None:
        return None
    goals = DraftGoalRow.select().where(DraftGoalRow.plan == plan_id).order_by(DraftGoalRow.place)
    steps = DraftCommitmentRow.select().where(DraftCommitmentRow.plan == plan_id).order_by(DraftCommitmentRow.place)
    doubts = DraftReservationRow.select().where(DraftReservationRow.plan == plan_id).order_by(DraftReservationRow.place)
    return PlanContent(
        Said(row.what_matters, row.what_matters_day, row.what_matters_voice or ""),
        tuple(
            Goal(g.uid, Said(g.words, g.words_day, g.voice or ""), g.professional, g.activity, g.now, g.hoped, g.by_day)
            for g in goals
        ),
        Agreement(row.visits, row.rhythm, row.minutes, row.areas_yes, row.areas_no),
        tuple(Commitment(c.uid, c.whose, c.what, c.how, c.due) for c in steps),
        tuple(Reservation(r.uid, Said(r.words, r.words_day, r.voice or ""), r.answer) for r in doubts),
        row.reservations_asked,
        row.review_on,
    )


# In the order of ``parts_of``: the part of the plan, the place in it, whose words, and the words.
_DRAFT_WORDS = """
    SELECT 0, 0, 'client', what_matters FROM plan_draft WHERE plan_id = :plan
    UNION ALL SELECT 1, 3 * place, 'client', words FROM draft_goal WHERE plan_id = :plan
    UNION ALL SELECT 1, 3 * place + 1, 'therapist', professional FROM draft_goal WHERE plan_id = :plan
    UNION ALL SELECT 1, 3 * place + 2, 'therapist', activity FROM draft_goal WHERE plan_id = :plan
    UNION ALL SELECT 2, 0, 'therapist', rhythm FROM plan_draft WHERE plan_id = :plan
    UNION ALL SELECT 2, 1, 'therapist', areas_yes FROM plan_draft WHERE plan_id = :plan
    UNION ALL SELECT 2, 2, 'therapist', areas_no FROM plan_draft WHERE plan_id = :plan
    UNION ALL SELECT 3, 2 * place, 'therapist', what FROM draft_commitment WHERE plan_id = :plan
    UNION ALL SELECT 3, 2 * place + 1, 'therapist', how FROM draft_commitment WHERE plan_id = :plan
    UNION ALL SELECT 4, 2 * place, 'client', words FROM draft_reservation WHERE plan_id = :plan
    UNION ALL SELECT 4, 2 * place + 1, 'therapist', answer FROM draft_reservation WHERE plan_id = :plan
    ORDER BY 1, 2
"""


def draft_parts(plan_id: int) -> list[tuple[Whose, str]]:
    """The words of a draft as ``parts_of`` gives them, in one statement: a search reads many while somebody types."""
    rows = database.execute_sql(_DRAFT_WORDS, {"plan": plan_id}).fetchall()
    return [(Whose(whose), words) for _part, _place, whose, words in rows if words.strip()]


def write_draft(plan_id: int, content: PlanContent, now: datetime) -> None:
    """Replace the draft's rows by this content; inside the caller's transaction."""
    remove_draft(plan_id)
    agreement = content.agreement
    PlanDraftRow.insert(
        plan=plan_id,
        what_matters=content.what_matters.words,
        what_matters_day=content.what_matters.day,
        what_matters_voice=content.what_matters.voice or None,
        visits=agreement.visits,
        rhythm=agreement.rhythm,
        minutes=agreement.minutes,
        areas_yes=agreement.areas_yes,
        areas_no=agreement.areas_no,
        reservations_asked=content.reservations_asked,
        review_on=content.review_on,
        folded=folded(text_of(content)),
        saved_at=now,
    ).execute()
    for place, goal in enumerate(content.goals):
        DraftGoalRow.insert(
            plan=plan_id,
            place=place,
            uid=goal.uid,
            words=goal.said.words,
            words_day=goal.said.day,
            voice=goal.said.voice or None,
            professional=goal.professional,
            activity=goal.activity,
            now=goal.now,
            hoped=goal.hoped,
            by_day=goal.by,
        ).execute()
    for place, step in enumerate(content.commitments):
        DraftCommitmentRow.insert(
            plan=plan_id, place=place, uid=step.uid, whose=step.whose, what=step.what, how=step.how, due=step.due
        ).execute()
    for place, doubt in enumerate(content.reservations):
        DraftReservationRow.insert(
            plan=plan_id,
            place=place,
            uid=doubt.uid,
            words=doubt.said.words,
            words_day=doubt.said.day,
            voice=doubt.said.voice or None,
            answer=doubt.answer,
        ).execute()


def remove_draft(plan_id: int) -> None:
    """Take the draft's rows away; inside the caller's transaction."""
    for table in (DraftGoalRow, DraftCommitmentRow, DraftReservationRow, PlanDraftRow):
        table.delete().where(table.plan == plan_id).execute()


def titles(content: PlanContent) -> dict[str, str]:
    """Name goals, commitments and reservations by uid, for sentences about what changed; the client's words quoted."""
    named = {goal.uid: quoted(goal.said.words) if goal.said else goal.title for goal in content.goals}
    named |= {step.uid: step.what for step in content.commitments}
    return named | {doubt.uid: quoted(doubt.said.words) for doubt in content.reservations if doubt.said}


def text_of(content: PlanContent) -> str:
    """All words of a plan in reading order, one part a line, for searching."""
    return "\n".join(words for _whose, words in parts_of(content))


def parts_of(content: PlanContent) -> list[tuple[Whose, str]]:
    """The words of a plan in reading order, each with whose they are; what both agreed is the therapist's to word."""
    told, client = Whose.THERAPIST, Whose.CLIENT
    parts = [(client, content.what_matters.words)]
    for goal in content.goals:
        parts += [(client, goal.said.words), (told, goal.professional), (told, goal.activity)]
    agreement = content.agreement
    parts += [(told, words) for words in (agreement.rhythm, agreement.areas_yes, agreement.areas_no)]
    for step in content.commitments:
        parts += [(told, step.what), (told, step.how)]
    for doubt in content.reservations:
        parts += [(client, doubt.said.words), (told, doubt.answer)]
    return [(whose, words) for whose, words in parts if words.strip()]
