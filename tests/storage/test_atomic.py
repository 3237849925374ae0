"""A small file is whole or as it was before, whatever the disk does."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from alliance_desktop.storage import atomic
from alliance_desktop.storage.atomic import FileNotWritten


def test_a_written_file_holds_exactly_what_was_given(tmp_path: Path) -> None:
    atomic.write(tmp_path / "file", b"one\r\ntwo\n\x00\xff")

    assert (tmp_path / "file").read_bytes() == b"one\r\ntwo\n\x00\xff"


def test_a_second_write_replaces_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    atomic.write(tmp_path / "file", b"a long first content")
    atomic.write(tmp_path / "file", b"short")

    assert (tmp_path / "file").read_bytes() == b"short"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_only_this_user_may_read_the_file(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        atomic.write(tmp_path / "file", b"secret")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"untouched")
    (tmp_path / "file.new").symlink_to(elsewhere)

    atomic.write(tmp_path / "file", b"ours")

    assert elsewhere.read_bytes() == b"untouched"
    assert (tmp_path / "file").read_bytes() == b"ours"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stays_and_nothing_lies_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, call: str
) -> None:
    atomic.write(tmp_path / "file", b"old")

    def refuse(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileNotWritten) as refusal:
        atomic.write(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
    assert ("full" in str(refusal.value)) == (number == errno.ENOSPC)


def test_a_drive_that_cannot_sync_a_folder_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def sync_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", sync_files_only)
    atomic.write(tmp_path / "file", b"whole")

    assert (tmp_path / "file").read_bytes() == b"whole"


def test_the_content_is_synced_before_the_rename_and_the_folder_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def noted_sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        sync(descriptor)

    def noted_rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_rename)
    atomic.write(tmp_path / "file", b"whole")

    assert steps == (["content", "rename"] if sys.platform == "win32" else ["content", "rename", "folder"])


def test_a_folder_that_is_gone_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="not where it was"):
        atomic.write(tmp_path / "gone" / "file", b"words")
