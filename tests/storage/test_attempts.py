"""Guessing gets slower."""

import json
import shutil
from datetime import datetime, timedelta

import pytest

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import attempts


def test_three_slips_cost_nothing_and_then_each_guess_waits_longer(folder: PracticeFolder, now: datetime) -> None:
    pauses = []
    for _ in range(14):
        pauses.append(attempts.pause(folder, now))
        attempts.failed(folder, now)
    assert pauses[:7] == [0, 0, 0, 2, 4, 8, 16]
    assert max(pauses) == attempts.LONGEST
    assert attempts.pause(folder, now + timedelta(seconds=attempts.LONGEST)) == 0


def test_a_clock_set_back_locks_nobody_out(folder: PracticeFolder, now: datetime) -> None:
    for _ in range(4):
        attempts.failed(folder, now + timedelta(days=400))
    assert attempts.pause(folder, now) <= 4


def test_a_torn_file_counts_as_none_and_success_starts_again(folder: PracticeFolder, now: datetime) -> None:
    attempts.failed(folder, now)
    assert len(attempts.times(folder)) == 1
    folder.attempts.write_text("[")
    assert attempts.times(folder) == ()
    attempts.failed(folder, now)
    assert attempts.take(folder) == (now,)
    assert attempts.take(folder) == ()


@pytest.mark.parametrize("content", ["[", "7", "null", '{"a": 1}', "[1]", '["2026-05-19T10:00:00"]', "[" * 60_000])
def test_a_damaged_file_locks_nobody_out(folder: PracticeFolder, now: datetime, content: str) -> None:
    folder.attempts.write_text(content)

    assert attempts.times(folder) == ()
    assert attempts.pause(folder, now) == 0
    attempts.failed(folder, now)
    assert attempts.take(folder) == (now,)


def test_the_file_does_not_grow_for_ever(folder: PracticeFolder, now: datetime) -> None:
    folder.attempts.write_text(json.dumps([now.isoformat(timespec="microseconds")] * attempts.MOST))

    attempts.failed(folder, now + timedelta(hours=1))

    assert len(attempts.times(folder)) == attempts.MOST
    assert attempts.times(folder)[-1] == now + timedelta(hours=1)


def test_a_folder_that_is_gone_does_not_hide_that_the_password_was_wrong(folder: PracticeFolder, now: datetime) -> None:
    shutil.rmtree(folder.root)

    attempts.failed(folder, now)

    assert attempts.take(folder) == ()
