"""The open practice: one encrypted connection, for the GUI thread only, that writes in whole transactions."""

import functools
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from peewee import DatabaseError, SqliteDatabase
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
    """The computer, not the program, kept something from being saved; what was there before is untouched."""


class PracticeBusy(StorageTrouble):
    """Another connection is writing this very moment; trying again will do."""


class PracticeClosed(AllianceError):
    """Something asked for records while the practice is locked."""


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

    Trouble of the computer (disk full, read-only, unplugged) leaves as ``StorageTrouble``; our own mistakes do not.
    """

    @functools.wraps(verb)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        if database.in_transaction():
            return verb(*args, **kwargs)
        try:
            with database.transaction("IMMEDIATE"):
                return verb(*args, **kwargs)
        except (DatabaseError, sqlcipher.DatabaseError) as trouble:
            refusal = _refusal(trouble)
            if refusal is None:
                raise
            raise refusal from trouble

    return whole


def _refusal(trouble: BaseException) -> StorageTrouble | None:
    """Return the calm sentence for environment trouble, looking behind errors that only followed from it."""
    cause: BaseException | None = trouble
    while cause is not None:
        code = getattr(cause, "sqlite_errorcode", None)
        if code is not None and (sentence := _sentence(code & 0xFF)):
            kind = PracticeBusy if code & 0xFF in (sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED) else StorageTrouble
            return kind(sentence)
        cause = cause.__context__
    return None


def _sentence(code: int) -> str:
    sentences: dict[int, Any] = {
        sqlcipher.SQLITE_FULL: _("The disk is full, so this was not saved. Make some room; your words are still here."),
        sqlcipher.SQLITE_READONLY: _("This folder can only be read, so nothing was saved. Your words are still here."),
        sqlcipher.SQLITE_IOERR: _("The disk did not take it, so this was not saved. Your words are still here."),
        sqlcipher.SQLITE_CANTOPEN: _("The practice's folder cannot be reached. Your words are still here."),
        sqlcipher.SQLITE_BUSY: _("Something else is writing just now. It will be saved in a moment."),
        sqlcipher.SQLITE_LOCKED: _("Something else is writing just now. It will be saved in a moment."),
        sqlcipher.SQLITE_CORRUPT: _("The file with the records is damaged. Nothing was changed; restore a backup."),
        sqlcipher.SQLITE_NOTADB: _("The file with the records is damaged. Nothing was changed; restore a backup."),
    }
    return str(sentences.get(code, ""))
