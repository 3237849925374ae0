"""A second view of a practice file for jobs that read much, and whole copies of it, proven to be whole."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.storage import cipher


@contextmanager
def reading(path: Path, key: str) -> Iterator[sqlcipher.Connection]:
    """Open a practice file read-only on the calling thread, in one read transaction: one moment, unchanging."""
    with cipher.opened(path, key, read_only=True) as connection:
        connection.execute("BEGIN")
        # The moment is taken by the first read, so there is one at once.
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield connection


def copy(path: Path, target: Path, key: str) -> None:
    """Copy a practice file in one step, as it is at one moment, to one plain file of this user's alone.

    What was at ``target`` is gone. Raises the engine's ``DatabaseError``, ``OSError`` and what ``cipher.connect`` does.
    """
    discard(target)
    target.touch(mode=0o600)
    with (
        cipher.opened(path, key, read_only=True) as source,
        cipher.opened(target, key, create=True) as made,
    ):
        made.execute("PRAGMA journal_mode=DELETE")
        source.backup(made)
        # The copy brings the mode of its source along.
        made.execute("PRAGMA journal_mode=DELETE")


def is_whole(path: Path, key: str) -> bool:
    """True when every page of a copy is sealed as it was written and everything in it belongs together."""
    try:
        with cipher.opened(path, key, read_only=True) as connection:
            sealed = connection.execute("PRAGMA cipher_integrity_check").fetchone() is None
            return sealed and bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlcipher.DatabaseError:
        return False


def discard(path: Path) -> None:
    """Take a database file and what lies beside it away; what something holds fast is left for the next start."""
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        for pause in (0.0, 0.1, 0.3):
            # Something may hold a file for a moment on Windows; ciphertext under work is swept at the next start.
            time.sleep(pause)
            with suppress(OSError):
                each.unlink(missing_ok=True)
                break
