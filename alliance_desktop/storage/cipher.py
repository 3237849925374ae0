"""One way to open an encrypted file: the key first, every setting read back, nothing created by accident."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

# Older builds carry a fault in the write-ahead log that loses acknowledged commits.
OLDEST_SQLITE = (3, 51, 3)

_EVERYWHERE = {
    "foreign_keys": "ON",
    "recursive_triggers": "ON",
    "cell_size_check": "ON",
    "trusted_schema": "OFF",
    "temp_store": "MEMORY",
    "mmap_size": "0",
}
_WRITING = {"journal_mode": "WAL", "synchronous": "EXTRA", "secure_delete": "ON"}
_ON_MAC = {"fullfsync": "ON", "checkpoint_fullfsync": "ON"}
_READ_AS = {"ON": 1, "OFF": 0, "EXTRA": 3, "MEMORY": 2, "0": 0, "WAL": "wal"}


class PracticeDamaged(AllianceError):
    """The key is right and the file cannot be read with it."""


def damaged() -> PracticeDamaged:
    """The refusal to go on with a damaged file, wherever in it the damage shows."""
    return PracticeDamaged(
        _("The file with the records is damaged. It stays untouched; a backup can bring everything back.")
    )


class PracticeMissing(AllianceError):
    """There is no database file where one should be."""


class PracticeUnreachable(AllianceError):
    """The folder or the disk does not let the file be opened."""


class EngineTooOld(AllianceError):
    """The linked SQLite is one that loses data."""


class SettingRefused(AllianceError):
    """A setting that protects the records did not take."""


def connect(path: Path, key: str, *, create: bool = False, read_only: bool = False) -> sqlcipher.Connection:
    """Open an encrypted file with its raw key (``x'<64 hex>'``) and all protecting settings.

    Raises ``PracticeMissing`` (never creates a file unless asked to), ``PracticeDamaged``, ``PracticeUnreachable``,
    ``EngineTooOld`` and ``SettingRefused``. A read-only connection leaves the journal as it is.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise EngineTooOld(_("This computer's database engine is too old to keep records safe. Nothing was opened."))
    if not create:
        _look_at(path)
    mode = "ro" if read_only else "rwc" if create else "rw"
    try:
        return _keyed(f"{path.absolute().as_uri()}?mode={mode}", key, _EVERYWHERE | ({} if read_only else _WRITING))
    except sqlcipher.DatabaseError as trouble:
        raise PracticeUnreachable(
            _("The records cannot be opened here: the folder or the disk does not allow it. Nothing was changed.")
        ) from trouble


@contextmanager
def opened(path: Path, key: str, *, create: bool = False, read_only: bool = False) -> Iterator[sqlcipher.Connection]:
    """Open as ``connect`` does for the length of a with-block."""
    connection = connect(path, key, create=create, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


def _look_at(path: Path) -> None:
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError:
        size = None
    if size is None:
        raise PracticeMissing(_("The file with the records is not where it was. Nothing new was made in its place."))
    if size == 0:
        # An empty file would open as a new practice; it is what some faults of a disk leave of an old one.
        raise damaged()


def _keyed(uri: str, key: str, settings: dict[str, str]) -> sqlcipher.Connection:
    connection = sqlcipher.connect(uri, uri=True, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key="{key}"')
        _read_schema(connection)
        _set_all(connection, settings)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_schema(connection: sqlcipher.Connection) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlcipher.DatabaseError as trouble:
        if trouble.sqlite_errorcode in (sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT):
            raise damaged() from trouble
        raise


def _set_all(connection: sqlcipher.Connection, settings: dict[str, str]) -> None:
    for name, value in (settings | (_ON_MAC if sys.platform == "darwin" else {})).items():
        connection.execute(f"PRAGMA {name}={value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        # A build without memory mapping answers nothing at all, which is what was asked for.
        if found is not None and found[0] != _READ_AS[value]:
            raise SettingRefused(_("A setting that protects the records did not take. Nothing was opened."))
