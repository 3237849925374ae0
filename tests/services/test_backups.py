"""A backup is good only once it was read back, opened and counted; a restore can be cut short anywhere."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, backup_drives, backups, clients, practice_file, restores, vault
from alliance_desktop.services.backup_drives import DriveFull, DriveNotThere, DriveTooOld
from alliance_desktop.services.backups import AsksFirst
from alliance_desktop.services.rehearsals import BackupUnproven
from alliance_desktop.services.restores import BackupUnreadable
from alliance_desktop.storage import cipher, container, keys
from alliance_desktop.storage.container import BackupDamaged
from alliance_desktop.storage.data_key import KeyForgotten
from alliance_desktop.storage.database import database
from alliance_desktop.storage.drives import found
from alliance_desktop.storage.keys import DataKey
from tests.services.backing_up import PASSWORD, PowerCut, back_up, contents, nothing, restored

Usage = namedtuple("Usage", "total used free")


def test_a_backup_says_what_came_back_and_leaves_only_itself(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    steps: list[int] = []
    proven = backups.make(backups.order(opened, now), drive, lambda step, _done, _total: steps.append(step))
    assert (proven.clients, proven.notes) == (1, 0)
    assert sorted(set(steps)) == [1, 2, 3, 4]
    assert names_on(drive) == [proven.file_name]
    assert len(list(drive.iterdir())) == 2
    assert list(opened.aside.iterdir()) == []
    backups.note(proven, now)
    assert backups.lines()[0].file_name == proven.file_name
    assert b"Maria" not in (drive / proven.file_name).read_bytes()


def test_writing_goes_on_while_a_backup_is_made(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    def write(step: int, _done: int, _total: int) -> None:
        clients.welcome(ClientDraft(f"Client of step {step}"), now)

    backups.make(backups.order(opened, now), drive, write)
    assert clients.count() > 4


def test_no_drive_a_full_drive_and_a_stop_change_nothing(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DriveNotThere):
        backups.make(backups.order(opened, now), drive / "gone", nothing)
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _path: Usage(10, 10, 0))
        with pytest.raises(DriveFull):
            backups.make(backups.order(opened, now), drive, nothing)

    def stop(step: int, _done: int, _total: int) -> None:
        if step == 3:
            raise InterruptedError

    with pytest.raises((InterruptedError, DriveNotThere)):
        backups.make(backups.order(opened, now), drive, stop)
    assert list(drive.iterdir()) == []


def test_a_drive_that_lies_is_found_out(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest: Callable[..., None] = container.write

    def lying(payload: Path, target: Path, *more: object) -> None:
        honest(payload, target, *more)
        data = bytearray(target.read_bytes())
        data[len(data) // 2] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr(container, "write", lying)
    with pytest.raises((BackupDamaged, BackupUnproven)):
        backups.make(backups.order(opened, now), drive, nothing)
    assert list(drive.iterdir()) == []


def test_no_key_outlives_a_backup_or_a_restore(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    taken: list[DataKey] = []
    unwrap: Callable[..., DataKey] = keys.unwrap

    def watched(*asked: object, **more: object) -> DataKey:
        taken.append(unwrap(*asked, **more))
        return taken[-1]

    good, bad = backups.order(opened, now), backups.order(opened, now)
    proven = backups.make(good, drive, nothing)
    with pytest.raises(DriveNotThere):
        backups.make(bad, drive / "gone", nothing)
    practice_file.shut()
    monkeypatch.setattr(keys, "unwrap", watched)
    copy = drive / proven.file_name
    restores.prove(copy, tmp_path / "apart.db", PASSWORD, None, nothing)
    restores.restore(copy, opened, PASSWORD, None, now, nothing)
    with monkeypatch.context() as full:
        full.setattr(keys, "place", lambda *_asked, **_more: (_ for _ in ()).throw(PowerCut))
        with pytest.raises(PowerCut):
            restores.restore(copy, opened, PASSWORD, None, now, nothing)
    for key in (good.key, bad.key, *taken):
        with pytest.raises(KeyForgotten):
            _ = key.secret
    assert len(taken) == 3


def test_a_backup_on_a_drive_that_went_away_is_a_calm_sentence(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    for work in (
        lambda: restores.look(drive / "gone.alliance", nothing),
        lambda: restores.restore(drive / "gone.alliance", opened, PASSWORD, None, now, nothing),
    ):
        with pytest.raises(BackupUnreadable, match="cannot be read"):
            work()


def test_a_backup_stopped_at_its_last_moment_leaves_nothing(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    def stop(step: int, done: int, _total: int) -> None:
        if (step, done) == (4, 1):
            raise InterruptedError

    with pytest.raises((InterruptedError, DriveNotThere)):
        backups.make(backups.order(opened, now), drive, stop)
    assert list(drive.iterdir()) == []


def names_on(drive: Path) -> list[str]:
    return sorted(path.name for path in drive.glob("*.alliance"))


def test_after_an_older_backup_came_back_the_newer_ones_stay_and_numbers_go_on(
    opened: PracticeFolder, drive: Path, now: datetime, tmp_path: Path
) -> None:
    for day in range(30):
        made = back_up(opened, drive, now + timedelta(days=day))
        if day == 9:
            kept = Path(shutil.copy(drive / made.file_name, tmp_path))
    before = set(names_on(drive))
    restored(opened, kept, now + timedelta(days=30))
    first = back_up(opened, drive, now + timedelta(days=37))
    assert (first.sequence, first.removed) == (31, ())
    assert before < set(names_on(drive))
    for week in range(2, 6):
        assert back_up(opened, drive, now + timedelta(days=30 + 7 * week)).sequence == 30 + week
    newest = sorted(before)[-7:]
    assert set(newest) <= set(names_on(drive))
    assert len(names_on(drive)) < len(before) + 5


def test_the_number_of_a_restored_backup_is_not_given_twice(
    opened: PracticeFolder, drive: Path, now: datetime, tmp_path: Path
) -> None:
    other = tmp_path / "OTHER STICK"
    other.mkdir()
    made = back_up(opened, drive, now)
    restored(opened, drive / made.file_name, now + timedelta(hours=1))
    again = back_up(opened, other, now + timedelta(hours=2))
    assert (made.sequence, again.sequence) == (1, 2)
    assert [line.action for line in audit.lines() if line.action == "restored"] == ["restored"]
    assert all(check.held for check in practice_file.check())


def test_nothing_is_taken_away_while_fewer_than_three_that_stay_are_whole(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    for hour in range(3):
        back_up(opened, drive, now + timedelta(hours=hour))
    for name in names_on(drive):
        (drive / name).write_bytes((drive / name).read_bytes()[:-9])
    for day in (40, 80):
        assert back_up(opened, drive, now + timedelta(days=day)).removed == ()
    assert len(names_on(drive)) == 5
    back_up(opened, drive, now + timedelta(days=120))
    assert len(names_on(drive)) < 6


def test_the_drive_is_marked_and_the_mark_names_nobody(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    back_up(opened, drive, now)
    (marker,) = drive.glob("*.drive")
    assert marker.name.isascii()
    assert marker.read_text().strip() == vault.vault_id(opened)


def test_another_drive_in_the_place_of_the_last_one_is_asked_about(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    back_up(opened, drive, now)
    shutil.rmtree(drive)
    drive.mkdir()
    with pytest.raises(AsksFirst, match="drive of the last backup"):
        back_up(opened, drive, now + timedelta(days=1))
    assert list(drive.iterdir()) == []
    backups.note(backups.make(backups.order(opened, now + timedelta(days=1), sure=True), drive, nothing), now)
    # Once it was wanted it is known, even when its backups were moved elsewhere.
    for path in drive.glob("*.alliance"):
        path.unlink()
    back_up(opened, drive, now + timedelta(days=2))


def test_a_file_too_large_for_the_drive_is_said_before_anything_is_written(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "file_system", lambda _target: "vfat")
    back_up(opened, drive, now)
    monkeypatch.setattr(backup_drives, "_SPARE", 4 << 30)
    before = contents(PracticeFolder(drive))
    with pytest.raises(DriveTooOld, match="exFAT"):
        back_up(opened, drive, now + timedelta(hours=1))
    assert contents(PracticeFolder(drive)) == before


def test_a_practice_that_shrank_is_asked_about_and_takes_no_older_backup_away(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    clients.welcome(ClientDraft("Leila Maroukian"), now)
    for hour in range(8):
        back_up(opened, drive, now + timedelta(hours=hour))
    before = set(names_on(drive))
    restored_rows = database.execute_sql("SELECT count(*) FROM client").fetchone()[0]
    assert restored_rows == 3
    database.execute_sql("DELETE FROM client WHERE id > 1")
    later = now + timedelta(days=90)
    with pytest.raises(AsksFirst, match="much less"):
        back_up(opened, drive, later)
    assert set(names_on(drive)) == before
    proven = backups.make(backups.order(opened, later, sure=True), drive, nothing)
    assert (proven.clients, proven.removed) == (1, ())
    assert before < set(names_on(drive))


def test_what_a_kill_left_half_written_is_swept_at_the_next_backup(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    mine = f"alliance-{vault.vault_id(opened)[:8]}-20260519T101407Z-0001.alliance.part"
    others = ("alliance-00000000-20260519T101407Z-0001.alliance.part", "holiday.part")
    for name in (mine, *others):
        (drive / name).write_bytes(b"half")
    back_up(opened, drive, now + timedelta(hours=1))
    assert sorted(path.name for path in drive.glob("*.part")) == sorted(others)


def test_a_trail_that_does_not_fit_is_told_of_and_takes_no_older_backup_away(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    for hour in range(8):
        back_up(opened, drive, now + timedelta(hours=hour))
    assert back_up(opened, drive, now + timedelta(hours=9)).caution == ""
    practice_file.shut()
    key = keys.open_with_password(opened, PASSWORD)
    with cipher.opened(opened.database, key.sqlcipher) as outside:
        guard = outside.execute("SELECT name, sql FROM sqlite_schema WHERE name LIKE '%audit%update%'").fetchall()
        for name, _sql in guard:
            outside.execute(f"DROP TRIGGER {name}")
        outside.execute("UPDATE audit SET detail = 'other' WHERE seq = 2")
        for _name, sql in guard:
            outside.execute(sql)
    practice_file.open_with(opened, key, now)
    proven = back_up(opened, drive, now + timedelta(days=90))
    assert "does not fit from entry 2" in proven.caution
    assert proven.removed == ()


def test_a_backup_that_was_made_but_never_noted_is_found_on_the_drive(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    back_up(opened, drive, now)
    later = now + timedelta(days=3)
    made = backups.make(backups.order(opened, later), drive, nothing)
    proven = backups.unnoted(backups.order(opened, later + timedelta(days=2)), drive, nothing)
    assert proven is not None
    run = backups.note_late(proven, later + timedelta(days=2))
    assert run is not None
    assert (run.file_name, run.finished_at, run.size) == (made.file_name, later, made.size)
    assert backups.unnoted(backups.order(opened, later), drive, nothing) is None
    assert all(check.held for check in practice_file.check())


def test_backups_of_another_course_of_things_are_not_noted(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    first = back_up(opened, drive, now)
    for day in (1, 2):
        back_up(opened, drive, now + timedelta(days=day))
    restored(opened, drive / first.file_name, now + timedelta(days=3))
    proven = backups.unnoted(backups.order(opened, now), drive, nothing)
    assert proven is not None
    assert backups.note_late(proven, now) is None
    assert all(check.held for check in practice_file.check())
