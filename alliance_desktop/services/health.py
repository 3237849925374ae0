"""Health items: what the therapist must know, dated, and never silently dropped."""

from dataclasses import asdict
from datetime import date, datetime

from alliance_desktop.domain.health import HealthDraft, HealthItem, Safety, safety
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import HealthItemRow
from alliance_desktop.words import _


class HealthNameMissing(AllianceError):
    """A health item says what it is."""


class EndsBeforeItBegins(AllianceError):
    """The last day lies before the first."""


@transaction
def note(client_id: int, draft: HealthDraft, now: datetime) -> HealthItem:
    """Add one health item."""
    row_id = HealthItemRow.insert(client=client_id, recorded_at=now, **asdict(_checked(draft))).execute()
    clients.touch(client_id, now)
    audit.record("added", "health item", row_id, now)
    return _item(HealthItemRow.get_by_id(row_id))


@transaction
def keep(item_id: int, draft: HealthDraft, now: datetime) -> HealthItem:
    """Store what the form says about one health item."""
    HealthItemRow.update(**asdict(_checked(draft))).where(HealthItemRow.id == item_id).execute()
    kept = _item(HealthItemRow.get_by_id(item_id))
    clients.touch(kept.client_id, now)
    audit.record("changed", "health item", item_id, now)
    return kept


@transaction
def remove(item_id: int, now: datetime) -> HealthItem:
    """Take an item out of sight; ``bring_back`` undoes it."""
    HealthItemRow.update(removed_at=now).where(HealthItemRow.id == item_id).execute()
    audit.record("removed", "health item", item_id, now)
    return _item(HealthItemRow.get_by_id(item_id))


@transaction
def bring_back(item_id: int, now: datetime) -> HealthItem:
    """Undo a removal."""
    HealthItemRow.update(removed_at=None).where(HealthItemRow.id == item_id).execute()
    audit.record("brought back", "health item", item_id, now)
    return _item(HealthItemRow.get_by_id(item_id))


def of(client_id: int) -> tuple[HealthItem, ...]:
    """All health items of a client, past ones too, oldest first."""
    rows = HealthItemRow.select().where(HealthItemRow.client == client_id, HealthItemRow.removed_at.is_null())
    return tuple(_item(row) for row in rows.order_by(HealthItemRow.id))


def safety_of(client_id: int, today: date) -> Safety:
    """What the safety strip says today."""
    return safety(of(client_id), today)


def _checked(draft: HealthDraft) -> HealthDraft:
    if not draft.name.strip():
        raise HealthNameMissing(_("Please say what it is, in a word or two."))
    if draft.since is not None and draft.until is not None and draft.until < draft.since:
        raise EndsBeforeItBegins(_("It ends before it begins. Please look at the two days."))
    return draft


def _item(row: HealthItemRow) -> HealthItem:
    draft = HealthDraft(row.kind, row.name, row.caution, row.area, row.advice, row.since, row.until)
    return HealthItem(row.id, row.client_id, draft)
