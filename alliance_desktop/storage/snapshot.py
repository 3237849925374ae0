"""A second, read-only view of the practice for jobs that read much while the therapist goes on writing."""

from collections.abc import Iterator
from contextlib import contextmanager
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
