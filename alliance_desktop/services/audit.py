"""The trail: one chained row for each thing done, written in the same transaction as the change."""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.history import AuditLine, Check
from alliance_desktop.domain.moments import moment_text
from alliance_desktop.storage.database import database
from alliance_desktop.storage.models import AuditRow
from alliance_desktop.words import _, counted

FIRST = "0" * 64


def record(action: str, entity: str, entity_id: int, now: datetime, detail: str = "") -> None:
    """Add one link; ``detail`` holds field names, counts or a digest, never the words of a record.

    Must be called inside the transaction of the change it tells of.
    """
    seq, previous = head()
    at = moment_text(now)
    AuditRow.insert(
        seq=seq + 1,
        at=now,
        action=action,
        entity=entity,
        entity_id=entity_id,
        detail=detail,
        prev_hash=previous,
        hash=link(database.key.audit, (seq + 1, at, action, entity, entity_id, detail, previous)),
    ).execute()


def head() -> tuple[int, str]:
    """Return the number and hash of the last link; (0, zeros) before the first."""
    row = database.execute_sql("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, FIRST)


def link(key: bytes, row: tuple[int, str, str, str, int, str, str]) -> str:
    """Return the HMAC-SHA256 (hex) of one row (seq, at, action, entity, id, detail, previous hash)."""
    return hmac.digest(key, canonical(list(row)), hashlib.sha256).hex()


def broken_at(key: bytes, rows: Iterable[tuple[int, str, str, str, int, str, str, str]], previous: str) -> int | None:
    """Walk rows in order (their own hash last) and return the number of the first that does not fit, or None."""
    expected = None
    for row in rows:
        *told, own = row
        fits = (expected is None or row[0] == expected) and row[6] == previous
        if not fits or own != link(key, (*told,)):  # type: ignore[arg-type]
            return row[0]
        previous, expected = own, row[0] + 1
    return None


def check(last: int | None = None) -> Check:
    """Check the chain of the open practice, all of it or its ``last`` links, and every head that a backup bears."""
    return check_in(database.execute_sql, database.key.audit, last)


def check_in(execute: Callable[..., Any], key: bytes, last: int | None = None) -> Check:
    """The same through any connection's ``execute``, for a job that has its own; 100,000 links take a second or two."""
    end = execute("SELECT coalesce(max(seq), 0) FROM audit").fetchone()[0]
    start = max(1, end - last + 1) if last is not None else 1
    before = execute("SELECT hash FROM audit WHERE seq = ?", (start - 1,)).fetchone()
    rows = execute(
        "SELECT seq, at, action, entity, entity_id, detail, prev_hash, hash FROM audit WHERE seq >= ? ORDER BY seq",
        (start,),
    )
    broken = broken_at(key, rows, before[0] if before else FIRST)
    if broken is not None:
        return Check("audit", False, _("The trail of changes does not fit from entry {n} on.").format(n=broken))
    if execute("SELECT 1 FROM audit WHERE seq = 1 AND action = 'founded'").fetchone() is None:
        return Check("audit", False, _("The trail of changes has lost its beginning."))
    lost = execute(
        "SELECT min(audit_seq) FROM backup_run LEFT JOIN audit ON seq = audit_seq WHERE hash IS NOT audit_head"
    ).fetchone()[0]
    if lost is not None:
        told = _("The trail of changes is not the one that was backed up: entry {n} is another, or is gone.")
        return Check("audit", False, told.format(n=lost))
    whole = counted("The trail of changes is whole, {n} entry.", "The trail of changes is whole, {n} entries.", end)
    return Check("audit", True, whole)


def newest(actions: tuple[str, ...], after: int) -> AuditLine | None:
    """The last link that tells of one of these actions, after the link of this number; None when there is none."""
    row = (
        AuditRow.select().where((AuditRow.seq > after) & AuditRow.action.in_(actions)).order_by(AuditRow.seq.desc())
    ).first()
    return _line(row) if row is not None else None


def lines(limit: int = 200) -> tuple[AuditLine, ...]:
    """The last links, newest first."""
    return tuple(_line(row) for row in AuditRow.select().order_by(AuditRow.seq.desc()).limit(limit))


def _line(row: AuditRow) -> AuditLine:
    return AuditLine(row.seq, row.at, row.action, row.entity, row.entity_id, row.detail)
