"""An encrypted file opens with its key and every protecting setting, or not at all; nothing is made by accident."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import cipher, upgrade
from alliance_desktop.storage.cipher import EngineTooOld, PracticeDamaged, PracticeMissing, PracticeUnreachable
from alliance_desktop.storage.keys import DataKey

NOBODY = 65534

PROMISED = {
    "journal_mode": "wal",
    "synchronous": 3,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "cell_size_check": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "temp_store": 2,
}


@pytest.fixture
def file(folder: PracticeFolder, data_key: DataKey) -> Path:
    upgrade.create(folder.database, data_key.sqlcipher)
    return folder.database


def test_every_setting_that_was_promised_reads_back(file: Path, data_key: DataKey) -> None:
    with cipher.opened(file, data_key.sqlcipher) as connection:
        read = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PROMISED}
        mapped = connection.execute("PRAGMA mmap_size").fetchone()
    assert read == PROMISED
    assert mapped is None or mapped[0] == 0


def test_the_cipher_is_left_as_any_sqlcipher_tool_expects_it(file: Path, data_key: DataKey) -> None:
    with cipher.opened(file, data_key.sqlcipher) as connection:
        names = ("cipher_page_size", "cipher_hmac_algorithm", "cipher_kdf_algorithm", "cipher_use_hmac")
        assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == [
            "4096", "HMAC_SHA512", "PBKDF2_HMAC_SHA512", "1",
        ]  # fmt: skip


def test_a_connection_for_reading_cannot_write(file: Path, data_key: DataKey) -> None:
    with (
        cipher.opened(file, data_key.sqlcipher, read_only=True) as connection,
        pytest.raises(sqlcipher.OperationalError, match="readonly"),
    ):
        connection.execute("INSERT INTO backup_manifest VALUES (1, '{}')")


def test_the_file_is_for_its_owner_alone_and_holds_no_plain_word(file: Path) -> None:
    assert file.stat().st_mode & 0o077 == 0
    assert b"CREATE TABLE" not in file.read_bytes()
    assert not file.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_missing_file_is_told_and_never_made(folder: PracticeFolder, data_key: DataKey, read_only: bool) -> None:
    with pytest.raises(PracticeMissing):
        cipher.connect(folder.database, data_key.sqlcipher, read_only=read_only)
    assert list(folder.root.iterdir()) == []


def test_a_file_that_was_emptied_is_damaged_and_never_a_new_practice(file: Path, data_key: DataKey) -> None:
    file.write_bytes(b"")
    with pytest.raises(PracticeDamaged):
        cipher.connect(file, data_key.sqlcipher)
    assert file.read_bytes() == b""


def test_a_key_that_does_not_fit_is_a_damaged_file(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(PracticeDamaged, match="backup"):
        cipher.connect(file, DataKey(bytes(32), "0" * 32).sqlcipher)
    assert file.read_bytes() == before


def test_a_damaged_first_page_is_told_and_left_as_it_is(file: Path, data_key: DataKey) -> None:
    damaged = bytes(64) + file.read_bytes()[64:]
    file.write_bytes(damaged)
    with pytest.raises(PracticeDamaged):
        cipher.connect(file, data_key.sqlcipher)
    assert file.read_bytes() == damaged


def test_an_engine_that_loses_commits_is_refused(
    file: Path, data_key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sqlcipher.sqlite_version_info >= cipher.OLDEST_SQLITE
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", (3, 51, 1))
    with pytest.raises(EngineTooOld):
        cipher.connect(file, data_key.sqlcipher)


def test_a_folder_that_can_only_be_read_is_told_in_a_sentence(data_key: DataKey) -> None:
    root = Path(tempfile.mkdtemp(prefix="alliance-read-only-"))
    try:
        upgrade.create(root / "practice.db", data_key.sqlcipher)
        for path in (root / "practice.db", root):
            path.chmod(0o555 if path == root else 0o444)
        with without_power(root), pytest.raises(PracticeUnreachable) as told:
            cipher.connect(root / "practice.db", data_key.sqlcipher)
        assert isinstance(told.value, AllianceError)
    finally:
        root.chmod(0o700)
        shutil.rmtree(root)


@contextmanager
def without_power(root: Path) -> Iterator[None]:
    """Root may write everywhere, so for this the process is nobody for a moment."""
    if os.name != "posix" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
