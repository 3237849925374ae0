"""The log tells where a fault happened, and never what stood in the records."""

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance_desktop import log


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A practice's log folder that is being written."""
    log.start(tmp_path / "log")
    yield tmp_path / "log"
    log.stop()


def broken(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as cause:
        raise ValueError(f"cannot read {name}") from cause


def test_a_fault_is_told_by_its_place_and_kind_and_quotes_nobody(folder: Path) -> None:
    try:
        broken("Maria Feldner")
    except ValueError as fault:
        log.logger.error("a fault of ours", exc_info=fault)
    told = (folder / "alliance.log").read_text(encoding="utf-8")
    assert "a fault of ours" in told
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert "tests/test_log.py" in told
    assert " broken" in told
    assert "Feldner" not in told


def test_a_fault_on_a_thread_is_told_by_its_place_and_quotes_nobody(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=broken, args=("Maria Feldner",))
    thread.start()
    thread.join()

    class Leaving:
        def __del__(self) -> None:
            broken("Maria Feldner")

    Leaving()
    gc.collect()
    told = (folder / "alliance.log").read_text(encoding="utf-8")
    assert told.count("builtins.ValueError") == 2
    assert "a fault on a thread" in told
    assert "a fault that nobody could catch" in told
    assert "Feldner" not in told
    assert capfd.readouterr() == ("", "")


def test_a_log_that_is_closed_gives_back_what_it_took(tmp_path: Path) -> None:
    before = (threading.excepthook, sys.unraisablehook)
    log.start(tmp_path)
    assert (threading.excepthook, sys.unraisablehook) != before
    log.stop()
    assert (threading.excepthook, sys.unraisablehook) == before


def test_a_full_log_is_turned_over_once_and_the_one_before_is_kept(tmp_path: Path) -> None:
    (tmp_path / "alliance.log").write_bytes(b"x" * (log.FULL + 1))
    log.start(tmp_path)
    log.logger.error("fresh")
    log.stop()
    assert (tmp_path / "alliance.log.1").stat().st_size == log.FULL + 1
    assert "fresh" in (tmp_path / "alliance.log").read_text(encoding="utf-8")


def test_starting_again_goes_on_in_the_same_file_and_writes_each_line_once(folder: Path) -> None:
    log.start(folder)
    log.logger.error("only once")
    assert (folder / "alliance.log").read_text(encoding="utf-8").count("only once") == 1


def test_a_folder_that_takes_no_log_stops_nobody_and_nothing_goes_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    log.start(tmp_path / "log")
    silent = logging.getLogger("alliance_desktop")
    silent.propagate = False
    try:
        silent.error("Maria Feldner")
    finally:
        silent.propagate = True
    assert capfd.readouterr() == ("", "")
