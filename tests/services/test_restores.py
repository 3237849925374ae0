"""A restore leaves the old or the new whatever cuts it short, keeps what it replaced, and can be undone once."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from alliance_desktop import cli
from alliance_desktop.app import Hold
from alliance_desktop.domain.backup import Here
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, practice_file, restores, vault
from alliance_desktop.services.restores import AnotherPractice, SampleOverPractice
from alliance_desktop.storage import atomic, keys
from alliance_desktop.storage.container import BackupDamaged
from alliance_desktop.storage.exchange import ExchangeUnfinished
from alliance_desktop.storage.keys import CHEAP, WrongPassword
from alliance_desktop.storage.lock import PracticeLock
from tests.services.backing_up import CODE, PASSWORD, PowerCut, back_up, contents, nothing, restored


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


@pytest.fixture
def elsewhere(tmp_path: Path) -> PracticeFolder:
    (tmp_path / "elsewhere").mkdir()
    return PracticeFolder(tmp_path / "elsewhere")


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
