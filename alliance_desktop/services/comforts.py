"""Comfort and touch: what a client likes, changed only by adding the new wish and dating the old one."""

from datetime import datetime

from alliance_desktop.domain.comfort import ComfortItem, ComfortKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import ComfortItemRow


@transaction
def keep(client_id: int, kind: ComfortKind, words: str, whose: Whose, now: datetime) -> tuple[ComfortItem, ...]:
    """Store what is known of one kind; blank words end it. Returns all that holds now."""
    held = next((item for item in of(client_id) if item.kind is kind), None)
    same = held is not None and (held.words, held.whose) == (words.strip(), whose)
    if same or (held is None and not words.strip()):
        return of(client_id)
    current = (ComfortItemRow.client == client_id) & (ComfortItemRow.kind == kind) & ComfortItemRow.until.is_null()
    ComfortItemRow.update(until=local_day(now)).where(current).execute()
    if words.strip():
        ComfortItemRow.insert(
            client=client_id, kind=kind, words=words.strip(), whose=whose, since=local_day(now)
        ).execute()
    clients.touch(client_id, now)
    audit.record("changed", "comfort", client_id, now, str(kind))
    return of(client_id)


def of(client_id: int) -> tuple[ComfortItem, ...]:
    """What holds now, in the order of the card."""
    rows = ComfortItemRow.select().where(ComfortItemRow.client == client_id, ComfortItemRow.until.is_null())
    items = {row.kind: ComfortItem(row.kind, row.words, row.whose, row.since) for row in rows}
    return tuple(items[kind] for kind in ComfortKind if kind in items)


def history(client_id: int, kind: ComfortKind) -> tuple[ComfortItem, ...]:
    """Everything that was ever said of one kind, oldest first."""
    rows = ComfortItemRow.select().where(ComfortItemRow.client == client_id, ComfortItemRow.kind == kind)
    return tuple(ComfortItem(r.kind, r.words, r.whose, r.since) for r in rows.order_by(ComfortItemRow.id))
