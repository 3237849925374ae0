"""What the therapist promised: made, kept, and shown until it is."""

from datetime import date, datetime

from alliance_desktop.domain.client import called
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.promise import Promise, PromiseLine
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import ClientRow, PromiseRow
from alliance_desktop.words import _


class PromiseEmpty(AllianceError):
    """A promise has words."""


@transaction
def make(
    client_id: int, words: str, said: str, now: datetime, session_id: int | None = None, due: date | None = None
) -> Promise:
    """Write down a promise; ``said`` is what the client had said, ``due`` None means the next visit."""
    if not words.strip():
        raise PromiseEmpty(_("A promise needs a word or two."))
    row_id = PromiseRow.insert(
        client=client_id, session=session_id, said=said.strip(), words=words.strip(), made_on=local_day(now), due=due
    ).execute()
    clients.touch(client_id, now)
    audit.record("made", "promise", row_id, now)
    return _promise(PromiseRow.get_by_id(row_id))


@transaction
def mark(promise_id: int, done: bool, now: datetime) -> Promise:
    """Say that a promise was kept today, or that it is still open."""
    PromiseRow.update(done_on=local_day(now) if done else None).where(PromiseRow.id == promise_id).execute()
    audit.record("kept" if done else "reopened", "promise", promise_id, now)
    return _promise(PromiseRow.get_by_id(promise_id))


def of(client_id: int, limit: int = 6) -> tuple[Promise, ...]:
    """All open promises, newest first, then the ones kept lately while there are fewer than ``limit``."""
    rows = PromiseRow.select().where(PromiseRow.client == client_id)
    waiting = list(rows.where(PromiseRow.done_on.is_null()).order_by(PromiseRow.id.desc()))
    kept = rows.where(PromiseRow.done_on.is_null(False)).order_by(PromiseRow.done_on.desc(), PromiseRow.id.desc())
    return tuple(_promise(row) for row in (*waiting, *kept.limit(max(0, limit - len(waiting)))))


def due(today: date, limit: int = 12) -> tuple[PromiseLine, ...]:
    """Open promises whose day has come or that are for the next visit, to clients who are still here."""
    rows = (
        PromiseRow.select(PromiseRow, ClientRow)
        .join(ClientRow)
        .where(
            PromiseRow.done_on.is_null(),
            PromiseRow.due.is_null() | (PromiseRow.due <= today),
            ClientRow.deleted_at.is_null(),
            ClientRow.archived_at.is_null(),
        )
        .order_by(PromiseRow.due.is_null(), PromiseRow.due, PromiseRow.id.desc())
        .limit(limit)
    )
    return tuple(_line(row) for row in rows)


def _line(row: PromiseRow) -> PromiseLine:
    client = row.client
    return PromiseLine(_promise(row), called(client.full_name, client.chosen_name), client.full_name)


def _promise(row: PromiseRow) -> Promise:
    return Promise(row.id, row.client_id, row.said, row.words, row.made_on, row.due, row.done_on)
