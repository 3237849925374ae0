"""A backup is good only once it was read back, opened and counted; a restore can be cut short anywhere."""

import shutil
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from alliance_desktop import cli
from alliance_desktop.app import Hold
from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.backup import Here, Proven
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, backup_drives, backups, clients, practice_file, restores, vault
from alliance_desktop.services.backup_drives import DriveFull, DriveNotThere, DriveTooOld
from alliance_desktop.services.backups import AsksFirst
from alliance_desktop.services.rehearsals import BackupUnproven
from alliance_desktop.services.restores import AnotherPractice, BackupUnreadable, SampleOverPractice
from alliance_desktop.storage import atomic, cipher, container, keys
from alliance_desktop.storage.container import BackupDamaged
from alliance_desktop.storage.data_key import KeyForgotten
from alliance_desktop.storage.database import database
from alliance_desktop.storage.drives import found
from alliance_desktop.storage.exchange import ExchangeUnfinished
from alliance_desktop.storage.keys import CHEAP, DataKey, WrongPassword
from alliance_desktop.storage.lock import PracticeLock

PASSWORD = "moss lantern quiet"
Usage = namedtuple("Usage", "total used free")
CODE = recovery_code.make(123456789 << 64)


def nothing(*_told: int) -> None:
    """Nobody watches."""


@pytest.fixture
def opened(folder: PracticeFolder, now: datetime) -> Iterator[PracticeFolder]:
    practice_file.found(folder, keys.create(folder, PASSWORD, CODE, cost=CHEAP), Practice("Ana Brandl"), now)
    clients.welcome(ClientDraft("Maria Feldner"), now)
    yield folder
    if practice_file.is_open():
        practice_file.shut()


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    target = tmp_path / "STICK"
    target.mkdir()
    return target


def back_up(folder: PracticeFolder, drive: Path, now: datetime) -> Proven:
    proven = backups.make(backups.order(folder, now), drive, nothing)
    backups.note(proven, now)
    return proven


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


def test_a_lost_laptop_comes_back_on_an_empty_machine_with_the_recovery_code(
    opened: PracticeFolder, drive: Path, now: datetime, tmp_path: Path
) -> None:
    proven = back_up(opened, drive, now)
    practice_file.shut()
    elsewhere = PracticeFolder(tmp_path / "new laptop" / "practice")
    seen = restores.restore(drive / proven.file_name, elsewhere, None, CODE.lower(), now, nothing)
    assert seen.counts is not None
    assert seen.counts["client"] == 1
    practice_file.open_with(elsewhere, keys.open_with_password(elsewhere, PASSWORD), now)
    assert [line.full_name for line in clients.lines()] == ["Maria Feldner"]
    assert all(check.held for check in practice_file.check())


def test_two_restores_in_a_row_keep_what_each_replaced(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    first = back_up(opened, drive, now)
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    second = back_up(opened, drive, now + timedelta(hours=1))
    practice_file.shut()
    for place, proven in enumerate((first, second)):
        restores.restore(drive / proven.file_name, opened, PASSWORD, None, now + timedelta(hours=2 + place), nothing)
    practice_file.open_with(opened, keys.open_with_password(opened, PASSWORD), now)
    assert clients.count() == 2
    assert len([path for path in opened.root.iterdir() if path.name.startswith("replaced-")]) == 2


def test_a_wrong_password_or_a_damaged_backup_touches_nothing(
    opened: PracticeFolder, drive: Path, now: datetime
) -> None:
    proven = back_up(opened, drive, now)
    practice_file.shut()
    before = {path.name: path.read_bytes() for path in opened.root.iterdir() if path.is_file()}
    with pytest.raises(WrongPassword):
        restores.restore(drive / proven.file_name, opened, "no", None, now, nothing)
    (drive / proven.file_name).write_bytes((drive / proven.file_name).read_bytes()[:-9])
    with pytest.raises(BackupDamaged):
        restores.restore(drive / proven.file_name, opened, PASSWORD, None, now, nothing)
    assert {path.name: path.read_bytes() for path in opened.root.iterdir() if path.is_file()} == before


class PowerCut(Exception):
    pass


def cut_at(step: int, work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Do something with the power cut at the n-th time that a file takes its place."""
    count, real = iter(range(1000)), atomic.replace

    def cut(source: Path, target: Path) -> None:
        if next(count) == step:
            raise PowerCut
        real(source, target)

    with monkeypatch.context() as power:
        power.setattr(atomic, "replace", cut)
        with suppress(PowerCut):
            work()


# The first three put down the new keys and the plan of the exchange.
@pytest.mark.parametrize("step", range(10))
def test_a_restore_cut_short_anywhere_leaves_the_old_or_the_new(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    proven = back_up(opened, drive, now)
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    practice_file.shut()
    copy = drive / proven.file_name
    cut_at(step, lambda: restores.restore(copy, opened, PASSWORD, None, now, nothing), monkeypatch)
    assert vault.exists(opened)
    hold = Hold()
    hold.take(opened)
    practice_file.open_with(opened, vault.open_with_password(opened, PASSWORD, now), now)
    assert clients.count() == (2 if step < 3 else 1)
    assert all(check.held for check in practice_file.check())
    assert not opened.restore_plan.exists()
    hold.release()


@pytest.mark.parametrize("step", range(3, 10))
def test_a_restore_cut_short_is_finished_on_the_command_line_too(
    opened: PracticeFolder,
    drive: Path,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    step: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    proven = back_up(opened, drive, now)
    practice_file.shut()
    (tmp_path / "password").write_text(PASSWORD)
    copy = drive / proven.file_name
    cut_at(step, lambda: restores.restore(copy, opened, PASSWORD, None, now, nothing), monkeypatch)
    assert cli.run(["check", str(opened.root), "--password-file", str(tmp_path / "password")]) == 0
    assert "belongs together" in capsys.readouterr().out


def test_a_disk_that_lets_no_restore_be_finished_is_said_and_a_later_try_goes_on(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    proven = back_up(opened, drive, now)
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    practice_file.shut()
    copy = drive / proven.file_name
    cut_at(4, lambda: restores.restore(copy, opened, PASSWORD, None, now, nothing), monkeypatch)

    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError

    with monkeypatch.context() as stuck:
        stuck.setattr(atomic, "replace", refuse)
        for _try in range(2):
            with pytest.raises(ExchangeUnfinished, match="start it again"):
                PracticeLock(opened).take()
        with pytest.raises(ExchangeUnfinished):
            restores.restore(copy, opened, PASSWORD, None, now, nothing)
    restores.restore(copy, opened, PASSWORD, None, now, nothing)
    assert len(list(opened.root.glob("replaced-*"))) == 2
    practice_file.open_with(opened, keys.open_with_password(opened, PASSWORD), now)
    assert clients.count() == 1


def test_a_plan_that_rotted_still_keeps_what_was_there(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    proven = back_up(opened, drive, now)
    practice_file.shut()
    before = opened.database.read_bytes()
    copy = drive / proven.file_name
    cut_at(3, lambda: restores.restore(copy, opened, PASSWORD, None, now, nothing), monkeypatch)
    opened.restore_plan.write_text('{"from": "restoring", "aside": "../../elsewhere"}')
    PracticeLock(opened).take()
    assert (opened.root / "replaced-unknown" / "practice.db").read_bytes() == before
    practice_file.open_with(opened, keys.open_with_password(opened, PASSWORD), now)


def test_two_restores_in_one_second_keep_what_each_replaced(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    proven = back_up(opened, drive, now)
    practice_file.shut()
    for _time in range(2):
        restores.restore(drive / proven.file_name, opened, PASSWORD, None, now, nothing)
    assert len(list(opened.root.glob("replaced-*/practice.db"))) == 2


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


def restored(folder: PracticeFolder, copy: Path, now: datetime) -> None:
    practice_file.shut()
    restores.restore(copy, folder, PASSWORD, None, now, nothing)
    practice_file.open_with(folder, keys.open_with_password(folder, PASSWORD), now)


def test_after_an_older_backup_came_back_the_newer_ones_stay_and_numbers_go_on(
    opened: PracticeFolder, drive: Path, now: datetime, tmp_path: Path
) -> None:
    for day in range(60):
        made = back_up(opened, drive, now + timedelta(days=day))
        if day == 19:
            kept = Path(shutil.copy(drive / made.file_name, tmp_path))
    before = set(names_on(drive))
    restored(opened, kept, now + timedelta(days=60))
    first = back_up(opened, drive, now + timedelta(days=67))
    assert (first.sequence, first.removed) == (61, ())
    assert before < set(names_on(drive))
    for week in range(2, 6):
        assert back_up(opened, drive, now + timedelta(days=60 + 7 * week)).sequence == 60 + week
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


@pytest.fixture
def elsewhere(tmp_path: Path) -> PracticeFolder:
    (tmp_path / "elsewhere").mkdir()
    return PracticeFolder(tmp_path / "elsewhere")


def contents(folder: PracticeFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.root.iterdir() if path.is_file()}


def test_a_backup_of_the_sample_never_takes_the_place_of_a_practice(
    opened: PracticeFolder, drive: Path, now: datetime, elsewhere: PracticeFolder
) -> None:
    practice_file.shut()
    sample = keys.create(elsewhere, "sample", None, cost=CHEAP, sample=True)
    practice_file.found(elsewhere, sample, Practice("Ana Brandl", sample=True), now)
    copy = drive / back_up(elsewhere, drive, now).file_name
    practice_file.shut()
    before = contents(opened)
    for _wanted in (False, True):
        with pytest.raises(SampleOverPractice, match="your own"):
            restores.restore(copy, opened, "sample", None, now, nothing, over_another=_wanted)
    with pytest.raises(SampleOverPractice):
        restores.look(copy, nothing, opened)
    assert contents(opened) == before
    restores.restore(copy, elsewhere, "sample", None, now, nothing)


def test_a_backup_of_another_practice_takes_a_place_only_when_that_is_wanted(
    opened: PracticeFolder, drive: Path, now: datetime, elsewhere: PracticeFolder
) -> None:
    copy = drive / back_up(opened, drive, now).file_name
    practice_file.shut()
    other = keys.create(elsewhere, "another one", None, cost=CHEAP)
    practice_file.found(elsewhere, other, Practice("Bo Quint"), now)
    practice_file.shut()
    before = contents(elsewhere)
    with pytest.raises(AnotherPractice, match="another practice"):
        restores.restore(copy, elsewhere, PASSWORD, None, now, nothing)
    assert contents(elsewhere) == before
    assert restores.look(copy, nothing, elsewhere).here is Here.ANOTHER
    assert restores.look(copy, nothing, opened).here is Here.THE_SAME
    restores.restore(copy, elsewhere, PASSWORD, None, now, nothing, over_another=True)
    aside = PracticeFolder(next(elsewhere.root.glob("replaced-*")))
    practice_file.open_with(aside, keys.open_with_password(aside, "another one"), now)


def test_where_the_keys_are_gone_a_backup_still_comes_back(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    copy = drive / back_up(opened, drive, now).file_name
    practice_file.shut()
    opened.keys.unlink()
    opened.keys_copy.unlink()
    assert restores.look(copy, nothing, opened).here is Here.UNREADABLE
    restores.restore(copy, opened, PASSWORD, None, now, nothing)
    practice_file.open_with(opened, keys.open_with_password(opened, PASSWORD), now)


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


def test_a_restore_can_be_undone_once(opened: PracticeFolder, drive: Path, now: datetime) -> None:
    made = back_up(opened, drive, now)
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    assert restores.put_aside(opened) is None
    restored(opened, drive / made.file_name, now + timedelta(hours=1))
    assert clients.count() == 1
    aside = restores.put_aside(opened)
    assert aside is not None
    practice_file.shut()
    restores.bring_back(opened, aside, now + timedelta(hours=2))
    practice_file.open_with(opened, keys.open_with_password(opened, PASSWORD), now)
    assert clients.count() == 2
    assert restores.put_aside(opened) is None
    assert len(list(opened.root.glob("replaced-*/practice.db"))) == 1
    assert all(check.held for check in practice_file.check())
    assert back_up(opened, drive, now + timedelta(days=1)).removed == ()


@pytest.mark.parametrize("step", range(9))
def test_an_undo_cut_short_anywhere_leaves_one_or_the_other_with_its_newest_changes(
    opened: PracticeFolder, drive: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, step: int, tmp_path: Path
) -> None:
    made = back_up(opened, drive, now)
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    # As after a crash: the newest changes are not in the file itself.
    crashed = Path(shutil.copytree(opened.root, tmp_path / "crashed"))
    assert (crashed / "practice.db-wal").stat().st_size > 0
    practice_file.shut()
    for name in ("practice.db", "practice.db-wal"):
        shutil.copy(crashed / name, opened.root / name)
    restores.restore(drive / made.file_name, opened, PASSWORD, None, now, nothing)
    aside = next(opened.root.glob("replaced-*"))
    cut_at(step, lambda: restores.bring_back(opened, aside, now + timedelta(hours=1)), monkeypatch)
    hold = Hold()
    hold.take(opened)
    practice_file.open_with(opened, keys.open_with_password(opened, PASSWORD), now)
    assert clients.count() == (1 if step == 0 else 2)
    assert all(check.held for check in practice_file.check())
    hold.release()
