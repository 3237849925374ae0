"""The open practice: one encrypted connection, for the GUI thread only, that writes in whole transactions."""

import functools
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.errors import AllianceError
from alliance_desktop.storage import cipher
from alliance_desktop.storage.keys import DataKey
from alliance_desktop.words import _

P = ParamSpec("P")
R = TypeVar("R")

_DENIED_ACTIONS = {
    sqlcipher.SQLITE_DROP_TABLE,
    sqlcipher.SQLITE_DROP_TRIGGER,
    sqlcipher.SQLITE_DROP_INDEX,
    sqlcipher.SQLITE_DROP_VTABLE,
    sqlcipher.SQLITE_DROP_VIEW,
    sqlcipher.SQLITE_ALTER_TABLE,
    sqlcipher.SQLITE_ATTACH,
    sqlcipher.SQLITE_DETACH,
}
_DENIED_PRAGMAS = {
    "key", "rekey", "hexkey", "hexrekey", "writable_schema", "recursive_triggers", "foreign_keys", "trusted_schema",
    "journal_mode", "synchronous", "secure_delete", "user_version", "schema_version", "application_id",
    "ignore_check_constraints", "cell_size_check", "temp_store", "mmap_size", "locking_mode", "fullfsync",
    "checkpoint_fullfsync", "defer_foreign_keys",
}  # fmt: skip


class StorageTrouble(AllianceError):
    """The computer, not the program, kept something from being read or saved; what was there is untouched."""


class PracticeBusy(StorageTrouble):
    """Another connection is writing this very moment; trying again will do."""


class PracticeClosed(AllianceError):
    """Something asked for records while the practice is locked."""


def _calm(method: Callable[..., Any]) -> Callable[..., Any]:
    """Make a cursor's method say trouble of the computer calmly; a mistake of our own stays what it is."""

    @functools.wraps(method)
    def calm(cursor: sqlcipher.Cursor, *asked: Any) -> Any:
        try:
            return method(cursor, *asked)
        except sqlcipher.DatabaseError as trouble:
            _refuse(trouble)
            raise

    return calm


class _Cursor(sqlcipher.Cursor):
    """A damaged page shows where it is read: at the statement, or at any of its rows."""

    execute = _calm(sqlcipher.Cursor.execute)
    fetchone = _calm(sqlcipher.Cursor.fetchone)
    fetchall = _calm(sqlcipher.Cursor.fetchall)
    __next__ = _calm(sqlcipher.Cursor.__next__)


def _refuse(trouble: sqlcipher.DatabaseError) -> None:
    """Raise the calm sentence for trouble of the computer; nothing for a mistake of ours."""
    # Extended codes tell which call of the system it was; their last byte, what kind of trouble.
    code = (getattr(trouble, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_NOTADB):
        raise cipher.damaged() from trouble
    if code in (sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED):
        raise PracticeBusy(_("Something else is writing just now. It will be saved in a moment.")) from trouble
    if sentence := _sentence(code):
        raise StorageTrouble(sentence) from trouble


def _sentence(code: int) -> str:
    sentences: dict[int, str] = {
        sqlcipher.SQLITE_FULL: _("The disk is full, so this was not saved. Make some room; your words are still here."),
        sqlcipher.SQLITE_READONLY: _("This folder can only be read, so nothing was saved. Your words are still here."),
        sqlcipher.SQLITE_IOERR: _("The disk does not answer as it should. Your words are still here; try again."),
        sqlcipher.SQLITE_CANTOPEN: _("The practice's folder cannot be reached. Your words are still here."),
    }
    return sentences.get(code, "")


class EncryptedDatabase(SqliteDatabase):
    """peewee's SQLite on SQLCipher; remembers no key once closed."""

    def __init__(self) -> None:
        super().__init__(None, autoconnect=False)
        self._key: DataKey | None = None

    def open(self, path: Path, key: DataKey) -> None:
        """Open one practice file; raises what ``cipher.connect`` raises and has then forgotten the key."""
        self.shut()
        self._key = key
        self.init(str(path))
        try:
            self.connect()
        except BaseException:
            self.shut()
            raise

    def shut(self) -> None:
        """Close the file and forget the key; a practice that is shut stays shut."""
        if not self.deferred:
            self.close()
        self.init(None)
        if self._key is not None:
            self._key.forget()
        self._key = None

    @property
    def key(self) -> DataKey:
        """The key of the practice that is open; raises ``PracticeClosed``."""
        if self._key is None:
            raise PracticeClosed(_("The practice is locked."))
        return self._key

    def cursor(self, *_named: Any) -> Any:
        """One cursor, through which every statement of the program goes and every row comes.

        Raises ``PracticeDamaged``, ``PracticeBusy`` and ``StorageTrouble``, now or at any of its rows.
        """
        if self.is_closed():
            return super().cursor()
        return self.connection().cursor(_Cursor)

    def rollback(self) -> None:
        """Undo what was begun; on a full disk SQLite did that already, and asking again would hide the cause."""
        if self.is_closed() or self.connection().in_transaction:
            super().rollback()

    def _connect(self) -> sqlcipher.Connection:
        connection = cipher.connect(Path(self.database), self.key.sqlcipher)
        connection.set_authorizer(_authorize)
        return connection


def _authorize(action: int, first: str | None, second: str | None, _schema: str | None, _trigger: str | None) -> int:
    if action in _DENIED_ACTIONS:
        return sqlcipher.SQLITE_DENY
    if action == sqlcipher.SQLITE_PRAGMA and second is not None and _is_guarded(first or ""):
        return sqlcipher.SQLITE_DENY
    return sqlcipher.SQLITE_OK


def _is_guarded(pragma: str) -> bool:
    return pragma.lower() in _DENIED_PRAGMAS or pragma.lower().startswith("cipher")


database = EncryptedDatabase()

# peewee's DEBUG lines hold the text of notes, so that logger never speaks, whoever opens the practice.
logging.getLogger("peewee").disabled = True


def transaction(verb: Callable[P, R]) -> Callable[P, R]:
    """Make a service one transaction: all of it is stored, or nothing.

    Trouble of the computer (disk full, read-only, unplugged) is ``StorageTrouble``; our own mistakes are not.
    """

    @functools.wraps(verb)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        if database.in_transaction():
            return verb(*args, **kwargs)
        with database.transaction("IMMEDIATE"):
            return verb(*args, **kwargs)

    return whole
