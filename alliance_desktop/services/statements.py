"""What clients state about signed notes: written once under the note, and never changed."""

from datetime import datetime

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.statement import Statement, StatementDraft, StatementUnsigned, seal_of
from alliance_desktop.domain.strokes import Strokes, from_json, is_blank, to_json
from alliance_desktop.services import audit, clients, practice, sessions
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.limit_models import ClientStatementRow
from alliance_desktop.words import _


@transaction
def sign(session_id: int, draft: StatementDraft, strokes: Strokes, now: datetime) -> Statement:
    """Keep what the client states, with the signature they just drew; raises ``StatementUnsigned`` for dots."""
    if is_blank(strokes):
        raise StatementUnsigned(_("There is no signature yet. Please sign in the field."))
    return _kept(session_id, draft, HowSigned.DRAWN, "", to_json(strokes), "", now)


@transaction
def sign_typed(session_id: int, draft: StatementDraft, name: str, now: datetime) -> Statement:
    """Keep what the client states, with the name that they typed; raises ``StatementUnsigned`` for no name."""
    if not name.strip():
        raise StatementUnsigned(_("There is no name yet. Please type it in the field."))
    return _kept(session_id, draft, HowSigned.TYPED, name.strip(), "", "", now)


@transaction
def dictate(session_id: int, draft: StatementDraft, now: datetime) -> Statement:
    """Keep what the client said aloud, as the therapist wrote it down."""
    return _kept(session_id, draft, HowSigned.ALOUD, "", "", practice.current().therapist, now)


def _kept(
    session_id: int, draft: StatementDraft, how: HowSigned, name: str, strokes: str, taken_by: str, now: datetime
) -> Statement:
    kept, session = draft.checked(), sessions.one(session_id)
    row_id = ClientStatementRow.insert(
        session=session_id,
        stance=kept.stance,
        words=kept.words,
        day=local_day(now),
        how=how,
        name=name or clients.one(session.client_id).full_name,
        strokes=strokes,
        taken_by=taken_by,
        folded=folded(kept.words),
        at=now,
    ).execute()
    clients.touch(session.client_id, now)
    made = _statement(ClientStatementRow.get_by_id(row_id))
    audit.record("stated", "client statement", row_id, now, seal_of(made, session.digest))
    return made


def of(session_id: int) -> tuple[Statement, ...]:
    """What the client stated about a note, oldest first."""
    rows = ClientStatementRow.select().where(ClientStatementRow.session == session_id)
    return tuple(_statement(row) for row in rows.order_by(ClientStatementRow.id))


def intact(statement_id: int, seal: str) -> bool:
    """True when a statement says what was stated, under the note it was stated about."""
    statement = _statement(ClientStatementRow.get_by_id(statement_id))
    return seal_of(statement, sessions.one(statement.session_id).digest) == seal


def _statement(row: ClientStatementRow) -> Statement:
    draft = StatementDraft(row.stance, row.words)
    strokes = from_json(row.strokes) if row.strokes else ()
    return Statement(row.id, row.session_id, draft, row.day, row.how, row.name, strokes, row.taken_by, row.at)
