"""Old backups are thinned out, never by a clock alone, never to fewer than three."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.backup import (
    BackupFile,
    Urgency,
    file_name,
    next_sequence,
    read_name,
    to_keep,
    urgency,
)

VAULT = "4f2a91c7" * 4
NOW = datetime(2026, 11, 23, 18, 15, tzinfo=UTC)


def made(moment: datetime, sequence: int) -> BackupFile:
    found = read_name(file_name(VAULT, moment, sequence))
    assert found is not None
    return found


def test_a_name_holds_no_person_and_is_read_back() -> None:
    assert file_name(VAULT, NOW, 42) == "alliance-4f2a91c7-20261123T181500Z-0042.alliance"
    assert made(NOW, 42) == BackupFile("alliance-4f2a91c7-20261123T181500Z-0042.alliance", "4f2a91c7", NOW, 42)
    assert read_name("holiday.jpg") is None
    assert read_name("alliance-4f2a91c7-20269923T181500Z-0042.alliance") is None


def test_two_years_of_daily_backups_leave_a_handful_spread_over_time() -> None:
    files = [made(NOW - timedelta(days=back), 1000 - back) for back in range(730)]
    kept = to_keep(files)
    assert len(kept) < 45
    assert {file.name for file in files[:12]} <= kept
    ages = sorted((NOW - file.made_at).days for file in files if file.name in kept)
    assert ages[-1] > 300


moments = st.integers(946_684_800, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(st.lists(st.tuples(moments, st.integers(1, 9999)), max_size=40))
def test_whatever_the_clock_said_the_newest_three_stay(told: list[tuple[datetime, int]]) -> None:
    files = {n: made(moment, n) for moment, n in told}
    kept = to_keep(files.values())
    newest = sorted(files, reverse=True)[:3]
    assert {files[n].name for n in newest} <= kept
    assert kept <= {file.name for file in files.values()}


def test_a_fresh_backup_is_not_nagged_about() -> None:
    assert urgency(NOW - timedelta(days=1), NOW) is Urgency.FRESH
    assert urgency(NOW - timedelta(days=3), NOW) is Urgency.DUE
    assert urgency(None, NOW) is urgency(NOW - timedelta(days=8), NOW) is Urgency.OVERDUE


def test_backups_made_before_a_restore_are_not_the_first_to_go() -> None:
    drive = {made(NOW + timedelta(days=day), day + 1) for day in range(60)}
    drive = {file for file in drive if file.name in to_keep(drive)}
    latest = sorted(drive, key=lambda file: file.made_at)[-12:]
    # Number 20 comes back and knows nothing of the forty after it.
    for week in range(1, 9):
        drive.add(made(NOW + timedelta(days=60 + 7 * week), next_sequence(drive, 20)))
        drive = {file for file in drive if file.name in to_keep(drive)}
        numbers = [file.sequence for file in sorted(drive, key=lambda file: file.made_at)]
        assert numbers == sorted(set(numbers))
    assert numbers[-8:] == list(range(61, 69))
    assert latest[-1] in drive


def test_numbers_that_were_set_back_on_a_drive_delete_nothing_of_the_newest_days() -> None:
    before = [made(NOW + timedelta(days=day), day + 1) for day in range(60)]
    after = [made(NOW + timedelta(days=60 + day), 20 + day) for day in range(3)]
    kept = to_keep([*before, *after])
    assert {file.name for file in [*before[-9:], *after]} <= kept
