"""The file of a practice: an upgrade keeps a proven copy, a refusal leaves nothing open, a second try goes on."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, clients, practice_file
from alliance_desktop.services import practice as practices
from alliance_desktop.storage import cipher, snapshot, upgrade
from alliance_desktop.storage.cipher import PracticeMissing
from alliance_desktop.storage.data_key import DataKey, KeyForgotten
from alliance_desktop.storage.database import StorageTrouble
from alliance_desktop.storage.upgrade import CopyUnproven

OLD_FILES = Path(__file__).resolve().parents[1] / "data" / "old_files"


@pytest.fixture
def old(folder: PracticeFolder) -> Iterator[PracticeFolder]:
    """A practice that the first released program wrote."""
    shutil.copyfile(OLD_FILES / "practice-1.db", folder.database)
    yield folder
    practice_file.shut()


def schema(path: Path, key: DataKey) -> int:
    with cipher.opened(path, key.sqlcipher, read_only=True) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_before_an_upgrade_a_proven_copy_is_kept_beside_and_only_the_newest(
    old: PracticeFolder, data_key: DataKey, now: datetime
) -> None:
    before = old.root / "practice-before-schema-1.db"
    before.write_bytes(b"of an earlier upgrade")
    practice_file.open_with(old, data_key.copy(), now)
    kept = old.before_schemas()
    assert [path.name for path in kept] == [f"practice-before-schema-{upgrade.NEWEST}.db"]
    assert schema(kept[0], data_key) == 1
    assert snapshot.is_whole(kept[0], data_key.sqlcipher)
    assert kept[0].stat().st_mode & 0o777 == 0o600
    assert b"Feldner" not in kept[0].read_bytes()
    assert [line.full_name for line in clients.lines()] == ["María Feldner"]


def test_what_was_written_last_is_in_the_copy_even_if_only_its_journal_has_it(
    old: PracticeFolder, data_key: DataKey, now: datetime, tmp_path: Path
) -> None:
    with cipher.opened(old.database, data_key.sqlcipher) as connection:
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("UPDATE practice SET title = 'in the journal'")
        killed = PracticeFolder(tmp_path / "killed")
        shutil.copytree(old.root, killed.root)
    practice_file.open_with(killed, data_key.copy(), now)
    with cipher.opened(killed.before_schemas()[0], data_key.sqlcipher, read_only=True) as connection:
        assert connection.execute("SELECT title FROM practice").fetchone() == ("in the journal",)


@pytest.mark.parametrize("way", ["full", "rotten"])
def test_without_a_proven_copy_nothing_is_upgraded(
    old: PracticeFolder, data_key: DataKey, now: datetime, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    honest = snapshot.copy
    earlier = old.root / "practice-before-schema-1.db"
    earlier.write_bytes(b"of an earlier upgrade")

    def copy(path: Path, target: Path, key: str) -> None:
        if way == "full":
            raise OSError(28, "no space")
        honest(path, target, key)
        data = bytearray(target.read_bytes())
        data[len(data) // 2] ^= 1
        target.write_bytes(data)

    with monkeypatch.context() as bad:
        bad.setattr(snapshot, "copy", copy)
        with pytest.raises(CopyUnproven, match="Nothing was changed"):
            practice_file.open_with(old, data_key.copy(), now)
    assert schema(old.database, data_key) == 1
    assert old.before_schemas() == (earlier,)
    assert list(old.aside.iterdir()) == []
    practice_file.open_with(old, data_key.copy(), now)
    assert schema(old.database, data_key) == upgrade.NEWEST


def test_a_practice_that_needs_no_upgrade_gets_no_copy(
    practice: PracticeFolder, data_key: DataKey, now: datetime
) -> None:
    practice_file.open_with(practice, data_key.copy(), now)
    assert practice.before_schemas() == ()


def test_a_refused_opening_leaves_no_key_and_nothing_open(
    practice: PracticeFolder, data_key: DataKey, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_asked: object) -> None:
        raise StorageTrouble("full")

    gone, late = data_key.copy(), data_key.copy()
    with pytest.raises(PracticeMissing):
        practice_file.open_with(PracticeFolder(practice.root / "gone"), gone, now)
    monkeypatch.setattr(audit, "record", full)
    with pytest.raises(StorageTrouble):
        practice_file.open_with(practice, late, now)
    assert not practice_file.is_open()
    for key in (gone, late):
        with pytest.raises(KeyForgotten):
            _ = key.secret


def test_founding_that_was_refused_half_way_goes_on_at_the_second_try(
    folder: PracticeFolder, data_key: DataKey, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_asked: object) -> None:
        raise StorageTrouble("full")

    with monkeypatch.context() as bad:
        bad.setattr(audit, "record", full)
        with pytest.raises(StorageTrouble):
            practice_file.found(folder, data_key.copy(), Practice("Ana Brandl"), now)
    assert not practice_file.is_open()
    for _try in range(2):
        practice_file.found(folder, data_key.copy(), Practice("Ana Brandl"), now)
        assert practices.current().therapist == "Ana Brandl"
    assert [line.action for line in audit.lines()] == ["founded"]
    practice_file.shut()
