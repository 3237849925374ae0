"""Rehearsals: what came out of a backup is opened in a place apart, counted, and compared with what went in."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.history import Check
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit
from alliance_desktop.storage import cipher
from alliance_desktop.storage.data_key import DataKey
from alliance_desktop.words import _

_COUNTED = ("client", "signed_note", "plan_version", "signature", "document", "audit")
_SEARCHED = ("session", "voice", "plan_version", "plan_draft", "addendum")


class BackupUnproven(AllianceError):
    """What was written could not be opened and counted."""


def manifest(connection: sqlcipher.Connection) -> dict[str, object]:
    """What a copy holds: its schema, its counts and the head of its trail."""
    head = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone() or (0, audit.FIRST)
    return {
        "schema": connection.execute("PRAGMA user_version").fetchone()[0],
        "counts": _counts(connection),
        "audit_seq": head[0],
        "audit_head": head[1],
    }


def stored_manifest(path: Path, key: str) -> dict[str, object]:
    """The manifest that lies inside a copy; raises ``BackupUnproven``."""
    try:
        with cipher.opened(path, key, read_only=True) as connection:
            stored = json.loads(connection.execute("SELECT manifest FROM backup_manifest").fetchone()[0])
    except (sqlcipher.Error, ValueError, TypeError, RecursionError) as trouble:
        raise _unproven() from trouble
    if not isinstance(stored, dict):
        raise _unproven()
    return stored


def rehearse(path: Path, key: str, expected: dict[str, object]) -> dict[str, int]:
    """Open what came back and compare it with what went in; returns its counts or raises ``BackupUnproven``."""
    try:
        # Two looks at the same bytes at once. Whoever reads first sets up the log that both share, and holds the file
        # while it does: that is over before the other begins.
        with cipher.opened(path, key) as connection, ThreadPoolExecutor(1) as other:
            as_expected = manifest(connection) == expected
            whole = other.submit(_integrity, path, key)
            sound = (
                as_expected
                and connection.execute("PRAGMA cipher_integrity_check").fetchone() is None
                and connection.execute("PRAGMA foreign_key_check").fetchone() is None
                and json.loads(connection.execute("SELECT manifest FROM backup_manifest").fetchone()[0]) == expected
            )
            _check_search(connection)
            counts = _counts(connection)
            sound = whole.result() and sound
    except (sqlcipher.Error, AllianceError) as trouble:
        raise _unproven() from trouble
    if not sound:
        raise _unproven()
    return counts


def trail(path: Path, key: DataKey) -> Check:
    """Walk the whole trail of what came back; one that does not fit is told of, and the copy is good all the same."""
    try:
        with cipher.opened(path, key.sqlcipher, read_only=True) as connection:
            return audit.check_in(connection.execute, key.audit)
    except sqlcipher.Error as trouble:
        raise _unproven() from trouble


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}


def _integrity(path: Path, key: str) -> bool:
    with cipher.opened(path, key, read_only=True) as connection:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def _check_search(connection: sqlcipher.Connection) -> None:
    for table in _SEARCHED:
        connection.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('integrity-check')")


def _unproven() -> BackupUnproven:
    return BackupUnproven(_("What came back from the drive is not what was written. Please use another drive."))
