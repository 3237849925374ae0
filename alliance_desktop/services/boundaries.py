"""The private log of boundaries: noted once, left out when it was a slip, and read by nobody but the therapist."""

from datetime import datetime

from alliance_desktop.domain.boundary import BoundaryDraft, BoundaryNote, seal_of
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.limit_models import BoundaryNoteRow


@transaction
def note(client_id: int, draft: BoundaryDraft, now: datetime) -> BoundaryNote:
    """Write an entry; raises ``NothingHappened`` and ``BoundaryToCome``."""
    kept = draft.checked(local_day(now))
    row_id = BoundaryNoteRow.insert(
        client=client_id, day=kept.day, kind=kept.kind, happened=kept.happened, did=kept.did, next=kept.next, at=now
    ).execute()
    clients.touch(client_id, now)
    made = _note(BoundaryNoteRow.get_by_id(row_id))
    audit.record("noted", "boundary", row_id, now, seal_of(made))
    return made


@transaction
def take_back(note_id: int, now: datetime) -> BoundaryNote:
    """Leave an entry out that was a slip; it stays in the file. ``bring_back`` undoes it."""
    BoundaryNoteRow.update(taken_back_at=now).where(BoundaryNoteRow.id == note_id).execute()
    audit.record("taken back", "boundary", note_id, now)
    return _note(BoundaryNoteRow.get_by_id(note_id))


@transaction
def bring_back(note_id: int, now: datetime) -> BoundaryNote:
    """Undo ``take_back``."""
    BoundaryNoteRow.update(taken_back_at=None).where(BoundaryNoteRow.id == note_id).execute()
    audit.record("brought back", "boundary", note_id, now)
    return _note(BoundaryNoteRow.get_by_id(note_id))


def of(client_id: int) -> tuple[BoundaryNote, ...]:
    """All entries about a client that were not left out, newest first."""
    rows = BoundaryNoteRow.select().where(BoundaryNoteRow.client == client_id, BoundaryNoteRow.taken_back_at.is_null())
    return tuple(_note(row) for row in rows.order_by(BoundaryNoteRow.day.desc(), BoundaryNoteRow.id.desc()))


def intact(note_id: int, seal: str) -> bool:
    """True when an entry says what was noted."""
    return seal_of(_note(BoundaryNoteRow.get_by_id(note_id))) == seal


def _note(row: BoundaryNoteRow) -> BoundaryNote:
    draft = BoundaryDraft(row.day, row.kind, row.happened, row.did, row.next)
    return BoundaryNote(row.id, row.client_id, draft)
