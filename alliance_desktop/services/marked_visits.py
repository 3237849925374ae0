"""The visits of a client that marked anything on the body, read at once."""

from datetime import date

from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.marked_visit import MarkedVisit
from alliance_desktop.domain.voice import Whose
from alliance_desktop.storage.database import database

_MARKED = (
    "SELECT s.id, s.number, s.day, m.uid, m.whose, m.kind, m.view, m.region, m.x, m.y, m.strength, m.words "
    "FROM session s JOIN note_mark m ON m.session_id = s.id "
    "WHERE s.client_id = ? AND s.signed_at IS NOT NULL ORDER BY s.day, s.number, m.place"
)


def of(client_id: int) -> tuple[MarkedVisit, ...]:
    """Every signed visit with marks, oldest first."""
    # Looked up, because making a member of its stored value costs as much as all the rest of a row.
    whose_of, kind_of = {str(each): each for each in Whose}, {str(each): each for each in MarkKind}
    visits: dict[int, tuple[int, date, list[Mark]]] = {}
    for session_id, number, day, uid, whose, kind, view, region, x, y, strength, words in database.execute_sql(
        _MARKED, (client_id,)
    ).fetchall():
        if session_id not in visits:
            visits[session_id] = number, date.fromisoformat(day), []
        made = Mark(uid, whose_of[whose], kind_of[kind], view, region, (x, y), strength, words)
        visits[session_id][2].append(made)
    return tuple(MarkedVisit(session_id, number, day, tuple(m)) for session_id, (number, day, m) in visits.items())
