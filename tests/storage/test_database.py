"""A service is stored whole or not at all, trouble of the computer is a calm sentence, and locked means forgotten."""

import gc
import logging
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, clients, documents
from alliance_desktop.services import practice as practices
from alliance_desktop.storage import cipher, upgrade
from alliance_desktop.storage.cipher import PracticeDamaged, PracticeMissing
from alliance_desktop.storage.data_key import KeyForgotten
from alliance_desktop.storage.database import PracticeBusy, PracticeClosed, StorageTrouble, database, transaction
from alliance_desktop.storage.keys import DataKey


@transaction
def two_clients(now: datetime, slip: bool) -> None:
    clients.welcome(ClientDraft("Ida"), now)
    clients.welcome(ClientDraft("Ole"), now)
    if slip:
        raise ZeroDivisionError


def test_all_of_a_service_is_stored_or_nothing(practice: PracticeFolder, now: datetime) -> None:
    before = audit.head()
    with pytest.raises(ZeroDivisionError):
        two_clients(now, slip=True)
    assert (clients.count(), audit.head()) == (0, before)
    two_clients(now, slip=False)
    assert clients.count() == 2


def fill_the_disk() -> None:
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_is_a_calm_sentence_and_nothing_is_half_stored(practice: PracticeFolder, now: datetime) -> None:
    ida = clients.welcome(ClientDraft("Ida"), now).id
    before = audit.head()
    fill_the_disk()
    with pytest.raises(StorageTrouble, match="disk is full"):
        documents.keep(ida, DocumentKind.PLAN, Given.PRINTED, 1, 2, bytes(800_000), now)
    assert (documents.of(ida), audit.head()) == ((), before)
    database.execute_sql("PRAGMA max_page_count=100000")
    assert documents.keep(ida, DocumentKind.PLAN, Given.PRINTED, 1, 2, bytes(800_000), now).size == 800_000


def test_while_another_writes_it_is_said_to_come_in_a_moment(
    practice: PracticeFolder, data_key: DataKey, now: datetime
) -> None:
    with cipher.opened(practice.database, data_key.sqlcipher) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PracticeBusy, match="in a moment"):
            clients.welcome(ClientDraft("Ida"), now)
        other.execute("ROLLBACK")
    assert clients.welcome(ClientDraft("Ida"), now).called == "Ida"


def test_a_file_that_can_only_be_read_is_a_calm_sentence(practice: PracticeFolder, now: datetime) -> None:
    database.execute_sql("PRAGMA query_only=ON")
    with pytest.raises(StorageTrouble, match="only be read"):
        clients.welcome(ClientDraft("Ida"), now)
    database.execute_sql("PRAGMA query_only=OFF")
    assert clients.count() == 0


def test_a_mistake_of_our_own_is_not_dressed_up_as_trouble(practice: PracticeFolder, now: datetime) -> None:
    @transaction
    def wrong() -> None:
        database.execute_sql("INSERT INTO practice (id) VALUES (2)")

    with pytest.raises(peewee.IntegrityError):
        wrong()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER voice_no_update",
        "DROP TABLE voice",
        "DROP INDEX voice_client",
        "ALTER TABLE voice RENAME TO other",
        "ALTER TABLE voice ADD COLUMN other TEXT",
        "ATTACH DATABASE ':memory:' AS other",
        "DETACH DATABASE main",
        "VACUUM",
        "VACUUM INTO 'copy.db'",
        "PRAGMA foreign_keys=OFF",
        "PRAGMA Foreign_Keys(0)",
        "PRAGMA main.foreign_keys=0",
        "PRAGMA recursive_triggers=OFF",
        "PRAGMA writable_schema=ON",
        "PRAGMA trusted_schema=ON",
        "PRAGMA rekey='other'",
        "PRAGMA hexrekey='00'",
        "PRAGMA key='other'",
        "PRAGMA cipher_page_size=1024",
        "PRAGMA cipher_default_kdf_iter=1",
        "PRAGMA journal_mode=DELETE",
        "PRAGMA synchronous=OFF",
        "PRAGMA secure_delete=OFF",
        "PRAGMA user_version=9",
        "PRAGMA schema_version=9",
        "PRAGMA ignore_check_constraints=ON",
        "PRAGMA cell_size_check=OFF",
        "PRAGMA defer_foreign_keys=ON",
        "PRAGMA temp_store=FILE",
        "UPDATE sqlite_schema SET sql = ''",
    ],
)
def test_the_running_program_cannot_loosen_what_guards_the_records(practice: PracticeFolder, statement: str) -> None:
    with pytest.raises(peewee.DatabaseError, match=r"not authorized|authorization denied|may not be modified"):
        database.execute_sql(statement)


def test_what_only_looks_is_allowed(practice: PracticeFolder) -> None:
    assert database.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1
    assert database.execute_sql("PRAGMA quick_check").fetchone()[0] == "ok"
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def test_locked_means_closed_and_the_key_forgotten(folder: PracticeFolder, data_key: DataKey) -> None:
    upgrade.create(folder.database, data_key.sqlcipher)
    key, secret = data_key.copy(), data_key.sqlcipher
    database.open(folder.database, key)
    database.shut()
    with pytest.raises(PracticeClosed):
        _ = database.key
    with pytest.raises(KeyForgotten):
        _ = key.sqlcipher
    with pytest.raises(peewee.InterfaceError):
        database.execute_sql("SELECT 1")
    gc.collect()
    assert secret not in repr(vars(database))
    database.shut()


def test_a_practice_that_does_not_open_leaves_no_key_behind(folder: PracticeFolder, data_key: DataKey) -> None:
    with pytest.raises(PracticeMissing):
        database.open(folder.database, data_key)
    with pytest.raises(PracticeClosed):
        _ = database.key
    with pytest.raises(KeyForgotten):
        _ = data_key.sqlcipher


def test_no_query_opens_the_practice_by_itself(folder: PracticeFolder, data_key: DataKey) -> None:
    upgrade.create(folder.database, data_key.sqlcipher)
    with pytest.raises(peewee.InterfaceError):
        clients.count()


def test_nothing_but_the_practices_own_files_is_written(practice: PracticeFolder, now: datetime) -> None:
    clients.welcome(ClientDraft("Ida"), now)
    assert {path.name for path in practice.root.iterdir()} == {"practice.db", "practice.db-wal", "practice.db-shm"}
    assert all(b"Ida" not in Path(path).read_bytes() for path in practice.root.iterdir())


def test_peewee_says_nothing_of_what_it_stores(
    practice: PracticeFolder, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        clients.welcome(ClientDraft("Ida"), now)
    assert "Ida" not in caplog.text


NAMES = "SELECT full_name FROM client ORDER BY id"


def rot(practice: PracticeFolder, key: DataKey, late: bool) -> None:
    """Let one byte rot in a page of the clients: one that is read after some of them were, or the very first."""
    database.shut()
    whole = practice.database.read_bytes()
    for page in range(8, len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 + 1000] ^= 1
        practice.database.write_bytes(content)
        with suppress(PracticeDamaged), cipher.opened(practice.database, key.sqlcipher, read_only=True) as connection:
            told: list[str] = []
            try:
                told.extend(name for (name,) in connection.execute(NAMES))
            except sqlcipher.DatabaseError:
                if bool(told) is late:
                    return
    raise AssertionError("no page of the clients was found")


@pytest.mark.parametrize("late", [False, True])
def test_a_damaged_page_is_a_calm_sentence_at_whichever_row_it_shows(
    practice: PracticeFolder, data_key: DataKey, now: datetime, late: bool
) -> None:
    for nth in range(200):
        clients.welcome(ClientDraft(f"Ida {nth}"), now)
    rot(practice, data_key, late)
    database.open(practice.database, data_key.copy())

    @transaction
    def write() -> None:
        practices.choose_backup_folder(Path("/media/stick"), now)
        list(database.execute_sql(NAMES))

    with pytest.raises(PracticeDamaged):
        write()
    # SQLCipher answers nothing more once it met a page that does not fit its seal.
    for read in (clients.lines, clients.count, practices.backup_folder):
        with pytest.raises(PracticeDamaged, match="a backup can bring everything back"):
            read()
    database.open(practice.database, data_key.copy())
    assert practices.backup_folder() is None
    with pytest.raises(PracticeDamaged):
        database.execute_sql(NAMES).fetchall()
