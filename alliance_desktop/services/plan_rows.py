"""Between the rows of a plan and its records; known to the plans service and to readers of many plans."""

import json
from dataclasses import replace
from datetime import datetime

from alliance_desktop.domain import body_mark
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.plan import (
    EndedBy,
    Ending,
    Plan,
    PlanContent,
    PlanVersion,
    Reservation,
    Signature,
)
from alliance_desktop.domain.plan_changes import Change
from alliance_desktop.domain.plan_snapshot import from_plain, plain
from alliance_desktop.domain.strokes import from_json
from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.storage.database import database
from alliance_desktop.storage.models import (
    CommitmentDoneRow,
    PlanDraftRow,
    PlanEventRow,
    PlanRow,
    PlanVersionRow,
    SignatureRow,
)

# In a query about a client's plan ``p`` and its version ``v``: the visits after the day on which it was agreed.
VISITS_SINCE = (
    "(SELECT count(*) FROM session n WHERE n.client_id = p.client_id AND n.signed_at IS NOT NULL "
    "AND n.day > (SELECT date(max(s.at), 'localtime') FROM signature s WHERE s.version_id = v.id))"
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
    agreed = next((version for version in reversed(versions) if version.agreed), None)
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
        _visits_since(agreed) if agreed is not None and agreed.content.agreement.visits is not None else 0,
        () if any(version.signatures for version in versions) else _open_before(row),
    )


def _open_before(row: PlanRow) -> tuple[Reservation, ...]:
    """What the client was not sure about in the plan before this one."""
    before = PlanRow.select().where(PlanRow.client == row.client_id, PlanRow.id < row.id).order_by(PlanRow.id.desc())
    former = before.first()
    return plan(former).open_reservations if former is not None else ()


def _visits_since(version: PlanVersion) -> int:
    query = f"SELECT {VISITS_SINCE} FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.id = ?"
    return int(database.execute_sql(query, (version.id,)).fetchone()[0])


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
    return None if row is None else from_plain(json.loads(row.content))


def write_draft(plan_id: int, content: PlanContent, now: datetime) -> None:
    """Write the draft as this content; inside the caller's transaction."""
    written = {"content": canonical(plain(content)).decode(), "folded": folded(text_of(content)), "saved_at": now}
    if not PlanDraftRow.update(**written).where(PlanDraftRow.plan == plan_id).execute():
        PlanDraftRow.insert(plan=plan_id, **written).execute()


def remove_draft(plan_id: int) -> None:
    """Take the draft away; inside the caller's transaction."""
    PlanDraftRow.delete().where(PlanDraftRow.plan == plan_id).execute()


def titles(content: PlanContent) -> dict[str, str]:
    """Name goals, commitments and reservations by uid, for sentences about what changed; the client's words quoted."""
    named = {goal.uid: quoted(goal.said.words) if goal.said else goal.title for goal in content.goals}
    named |= {mark.uid: body_mark.words(replace(mark, strength=None, note="")) for mark in content.marks}
    named |= {way.uid: way.what for way in content.ways}
    named |= {step.uid: step.what for step in content.commitments}
    return named | {doubt.uid: quoted(doubt.said.words) for doubt in content.reservations if doubt.said}


def text_of(content: PlanContent) -> str:
    """All words of a plan in reading order, one part a line, for searching."""
    return "\n".join(words for _whose, words in parts_of(content))


def parts_of(content: PlanContent) -> list[tuple[Whose, str]]:
    """The words of a plan in reading order, each with whose they are; what both agreed is the therapist's to word."""
    told, client = Whose.THERAPIST, Whose.CLIENT
    agreement, signs, choice = content.agreement, content.signs, content.choice
    parts = [(client, content.what_matters.words), (told, content.reflection), (client, content.strengths.words)]
    parts.append((told, content.understanding))
    # Our sentence about a mark is nobody's own words.
    parts += [(told, body_mark.words(mark)) for mark in content.marks]
    for goal in content.goals:
        parts += [(client, goal.said.words), (told, goal.professional), (told, goal.activity)]
        parts += [(told, step) for step in goal.ladder]
    for way in content.ways:
        parts += [(told, words) for words in (way.what, way.good, way.less_good, way.effort)]
    parts += [(client, choice.reason.words), (client, choice.not_wanted.words)]
    parts += [(told, words) for words in (agreement.rhythm, agreement.areas_yes, agreement.areas_no)]
    parts += [(told, agreement.pressure), (told, agreement.stop_signal)]
    for step in content.commitments:
        parts += [(told, step.what), (told, step.how), (told, step.stop_if)]
    parts += [(told, words) for words in (signs.it_works, signs.we_stop, signs.call_me, signs.call_doctor)]
    for doubt in content.reservations:
        parts += [(client, doubt.said.words), (told, doubt.answer)]
    parts.append((client, content.teach_back.words))
    return [(whose, words) for whose, words in parts if words.strip()]
