"""Brings a practice file to the schema of this program, step by step, from nothing or from any older number."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic, cipher, snapshot
from alliance_desktop.storage.migrations import (
    m0001_main_job,
    m0002_reviews,
    m0003_held_forms,
    m0004_guards,
    m0005_whole_plan,
    m0006_together,
    m0007_closing_check,
    m0008_visits,
    m0009_notes,
    m0010_limits,
    m0011_note_marks,
    m0012_scales,
)
from alliance_desktop.words import _

# Listed by hand so that a frozen program finds them.
MIGRATIONS = (
    m0001_main_job,
    m0002_reviews,
    m0003_held_forms,
    m0004_guards,
    m0005_whole_plan,
    m0006_together,
    m0007_closing_check,
    m0008_visits,
    m0009_notes,
    m0010_limits,
    m0011_note_marks,
    m0012_scales,
)
NEWEST = MIGRATIONS[-1].NUMBER


# Every table, index and guard as it was written down; what the search makes for itself differs from engine to engine.
SCHEMA = (
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' "
    "AND NOT (type = 'table' AND name GLOB '*_words_*')"
)


class PracticeNewer(AllianceError):
    """The file was written by a newer program."""


class UpgradeBroken(AllianceError):
    """A migration did not come to its end, or left a reference pointing nowhere; it was undone."""


class CopyUnproven(AllianceError):
    """The copy that must stand beside the file before an upgrade could not be made, so nothing was changed."""


class FileNotMade(AllianceError):
    """The disk or the folder did not take a new practice file; nothing is left of it."""


def create(path: Path, key: str) -> None:
    """Make a new practice file with all migrations; raises ``FileExistsError`` rather than touch one that is there.

    Raises ``FileNotMade`` when the computer does not let it; a second try then starts afresh.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise
    except OSError as trouble:
        raise FileNotMade(_not_made()) from trouble
    try:
        with cipher.opened(path, key, create=True) as connection:
            _run(connection, 0)
    except BaseException as trouble:
        for left in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            left.unlink(missing_ok=True)
        if isinstance(trouble, sqlcipher.DatabaseError | cipher.PracticeUnreachable):
            raise FileNotMade(_not_made()) from trouble
        raise


def _not_made() -> str:
    return _("The file for the records could not be made here. Is the disk full, or can this folder only be read?")


def needed(path: Path, key: str) -> bool:
    """True when the file is older than this program; raises ``PracticeNewer`` when newer, ``PracticeDamaged``."""
    return _schema(path, key) < NEWEST


def keep_copy(folder: PracticeFolder, key: str) -> Path:
    """Put a proven copy of the file beside it, as it is before ``bring_up``; only the newest such copy is kept.

    Raises ``CopyUnproven``; neither the file nor an earlier copy was then touched.
    """
    made, kept = folder.aside / "before-schema.db", folder.before_schema(NEWEST)
    try:
        folder.aside.mkdir(mode=0o700, exist_ok=True)
        snapshot.copy(folder.database, made, key)
        if not snapshot.is_whole(made, key) or _schema(made, key) != _schema(folder.database, key):
            raise CopyUnproven(_not_copied())
        atomic.replace(made, kept)
        atomic.sync_folder(folder.root)
    except (OSError, sqlcipher.DatabaseError, cipher.PracticeUnreachable, cipher.PracticeDamaged) as trouble:
        raise CopyUnproven(_not_copied()) from trouble
    finally:
        snapshot.discard(made)
    for older in folder.before_schemas():
        if older != kept:
            snapshot.discard(older)
    return kept


def _schema(path: Path, key: str) -> int:
    with cipher.opened(path, key, read_only=True) as connection:
        return _number(connection)


def _not_copied() -> str:
    return _(
        "Before the records are brought to the new version a copy of them is kept, and it could not be made. Is the "
        "disk full? Nothing was changed."
    )


def bring_up(path: Path, key: str) -> None:
    """Run the migrations that are missing, each in its own transaction; ``keep_copy`` comes before it.

    Raises ``PracticeNewer``, ``PracticeDamaged`` and ``UpgradeBroken``; the file is then as it was.
    """
    with cipher.opened(path, key) as connection:
        try:
            _run(connection, _number(connection))
        except sqlcipher.DatabaseError as trouble:
            raise UpgradeBroken(_broken()) from trouble


def schema() -> frozenset[tuple[str, str, str, str]]:
    """What ``SCHEMA`` finds in a new file: the migrations are run in memory, and nothing is written."""
    with closing(sqlcipher.connect(":memory:", isolation_level=None)) as connection:
        _run(connection, 0)
        return frozenset(connection.execute(SCHEMA).fetchall())


def _number(connection: sqlcipher.Connection) -> int:
    number = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if number > NEWEST:
        raise PracticeNewer(
            _("These records were written by a newer version of the program. Nothing was changed; please update it.")
        )
    if number == 0:
        # A practice has a number from its first moment; without one the file was emptied, not made by us.
        raise cipher.PracticeDamaged(
            _("The file with the records is empty. It stays untouched; a backup can bring everything back.")
        )
    return number


def _run(connection: sqlcipher.Connection, done: int) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    for migration in MIGRATIONS:
        number = migration.NUMBER
        if number > done:
            _run_one(connection, migration.STATEMENTS, number)
    connection.execute("PRAGMA foreign_keys=ON")


def _run_one(connection: sqlcipher.Connection, statements: str, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _each(statements):
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise UpgradeBroken(_broken())
        connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _broken() -> str:
    return _("The records could not be brought to the new version. They are as they were.")


def _each(statements: str) -> list[str]:
    """Split into whole statements; ``executescript`` would commit between them."""
    found, waiting = [], ""
    for line in statements.splitlines():
        waiting += line + "\n"
        if sqlcipher.complete_statement(waiting):
            found.append(waiting.strip())
            waiting = ""
    return [statement for statement in found if statement]
