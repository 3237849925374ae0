"""Guessing gets slower."""

from datetime import datetime, timedelta
from pathlib import Path

from alliance_desktop.storage import attempts


def test_three_slips_cost_nothing_and_then_each_guess_waits_longer(tmp_path: Path, now: datetime) -> None:
    path, pauses = tmp_path / "attempts.json", []
    for _ in range(14):
        pauses.append(attempts.pause(path, now))
        attempts.failed(path, now)
    assert pauses[:7] == [0, 0, 0, 2, 4, 8, 16]
    assert max(pauses) == attempts.LONGEST
    assert attempts.pause(path, now + timedelta(seconds=attempts.LONGEST)) == 0


def test_a_clock_set_back_locks_nobody_out(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "attempts.json"
    for _ in range(4):
        attempts.failed(path, now + timedelta(days=400))
    assert attempts.pause(path, now) <= 4


def test_a_torn_file_counts_as_none_and_success_starts_again(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "attempts.json"
    attempts.failed(path, now)
    assert len(attempts.times(path)) == 1
    path.write_text("[")
    assert attempts.times(path) == ()
    attempts.clear(path)
    attempts.clear(path)
    assert not path.exists()
