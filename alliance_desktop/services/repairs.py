"""The repair notebook: noted once, looked at again later; a wrong entry is left out, never rewritten."""

import json
from datetime import date, datetime

from peewee import ModelSelect

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.repair import Marker, Repair, RepairDraft, RepairOutcome, seal_of
from alliance_desktop.domain.voice import Said
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients, voices
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.visit_models import RepairRow
from alliance_desktop.words import _

WHERE_SAID = "repair notebook"


class NoSuchRepair(AllianceError):
    """There is no entry with this number."""


@transaction
def note(client_id: int, draft: RepairDraft, now: datetime) -> Repair:
    """Write an entry; what the client said becomes something they said, found by the search.

    Raises ``NothingNoted``, ``NotYet`` and ``CheckTooEarly``.
    """
    kept = draft.checked(local_day(now))
    row_id = RepairRow.insert(
        client=client_id,
        day=kept.day,
        noticed_by=kept.noticed_by,
        kind=kept.kind,
        strand=kept.strand,
        markers=json.dumps([marker for marker in Marker if marker in kept.markers]),
        client_said=kept.client_said.strip(),
        i_said=kept.i_said.strip(),
        we_changed=kept.we_changed.strip(),
        plan_changed=kept.plan_changed,
        check_on=kept.check_on,
        outcome=kept.outcome,
        at=now,
    ).execute()
    if kept.client_said.strip():
        voices.settle(client_id, Said(kept.client_said.strip(), kept.day), WHERE_SAID, now)
    clients.touch(client_id, now)
    made = one(row_id)
    audit.record("noted", "repair", row_id, now, seal_of(made))
    return made


@transaction
def look_again(repair_id: int, outcome: RepairOutcome, now: datetime) -> Repair:
    """Say how it went, as it looks from now; returns the entry as it was, so that this can be undone."""
    before = one(repair_id)
    looked = now if outcome is not RepairOutcome.OPEN else None
    RepairRow.update(outcome=outcome, looked_at=looked).where(RepairRow.id == repair_id).execute()
    audit.record(f"looked again: {outcome}", "repair", repair_id, now)
    return before


@transaction
def take_back(repair_id: int, now: datetime) -> Repair:
    """Leave an entry out that was made by mistake; it stays in the file. ``bring_back`` undoes it."""
    before = one(repair_id)
    RepairRow.update(taken_back_at=now).where(RepairRow.id == repair_id).execute()
    audit.record("taken back", "repair", repair_id, now)
    return before


@transaction
def bring_back(repair_id: int, now: datetime) -> Repair:
    """Undo ``take_back``."""
    RepairRow.update(taken_back_at=None).where(RepairRow.id == repair_id).execute()
    audit.record("brought back", "repair", repair_id, now)
    return one(repair_id)


def one(repair_id: int) -> Repair:
    """One entry; raises ``NoSuchRepair``."""
    row = RepairRow.get_or_none(RepairRow.id == repair_id)
    if row is None:
        raise NoSuchRepair(_("This entry is not in the notebook any more."))
    return _repair(row)


def of(client_id: int) -> tuple[Repair, ...]:
    """All entries about a client, newest first."""
    rows = _rows(client_id).order_by(RepairRow.day.desc(), RepairRow.id.desc())
    return tuple(map(_repair, rows))


def due(client_id: int, today: date) -> tuple[Repair, ...]:
    """Open entries whose day to look again has come."""
    return tuple(each for each in of(client_id) if each.draft.is_due(today))


def intact(repair_id: int, seal: str) -> bool:
    """True when an entry says what was noted."""
    return seal_of(one(repair_id)) == seal


def _rows(client_id: int) -> ModelSelect:
    return RepairRow.select().where(RepairRow.client == client_id, RepairRow.taken_back_at.is_null())


def _repair(row: RepairRow) -> Repair:
    draft = RepairDraft(
        row.day,
        row.noticed_by,
        row.kind,
        row.strand,
        frozenset(Marker(marker) for marker in json.loads(row.markers)),
        row.client_said,
        row.i_said,
        row.we_changed,
        bool(row.plan_changed),
        row.check_on,
        row.outcome,
    )
    return Repair(row.id, row.client_id, draft, row.looked_at)
