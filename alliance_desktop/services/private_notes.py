"""What a therapist writes beside a visit for nobody else: kept apart from the note, in no paper and no search."""

from datetime import date, datetime

from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import SessionRow
from alliance_desktop.storage.note_models import PrivateNoteRow


def of(session_id: int) -> str:
    """What is written beside one visit; empty when nothing is."""
    row = PrivateNoteRow.get_or_none(PrivateNoteRow.session == session_id)
    return "" if row is None else str(row.words)


@transaction
def keep(session_id: int, words: str, now: datetime) -> str:
    """Keep what stands there; nothing lets it go. The visit may be signed or not, and its note is not touched."""
    PrivateNoteRow.delete().where(PrivateNoteRow.session == session_id).execute()
    if words.strip():
        PrivateNoteRow.insert(session=session_id, words=words, saved_at=now).execute()
    return words


@transaction
def exported(client_id: int, now: datetime) -> tuple[tuple[int, date, str], ...]:
    """All that is written beside the visits of a client: number, day and words of each, oldest first; noted down.

    It leaves the program on its own, never with anything else.
    """
    rows = PrivateNoteRow.select(PrivateNoteRow, SessionRow).join(SessionRow).where(SessionRow.client == client_id)
    in_order = rows.order_by(SessionRow.day, SessionRow.number)
    found = tuple((row.session.number, row.session.day, str(row.words)) for row in in_order)
    audit.record("taken out", "private notes", client_id, now, str(len(found)))
    return found
