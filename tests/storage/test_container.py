"""A backup file tells every change of a bit, every cut, and everything that is not one."""

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alliance_desktop.storage import container
from alliance_desktop.storage.container import BackupDamaged, BackupNewer, Header, NotABackup

KEY = bytes(range(32))
MADE = datetime(2026, 11, 23, 18, 15, tzinfo=UTC)


def nothing(_done: int, _total: int) -> None:
    """Nobody watches."""


def written(tmp_path: Path, payload: bytes = b"ciphertext " * 9000) -> Path:
    source = tmp_path / "payload"
    source.write_bytes(payload)
    header = Header("4f2a91c7" * 4, MADE, 42, False, {"password": {"kdf": "argon2id"}}, len(payload))
    path = tmp_path / "backup.alliance"
    container.write(source, path, header, KEY, nothing)
    return path


def test_what_is_unpacked_is_what_was_packed(tmp_path: Path) -> None:
    path = written(tmp_path)
    header = container.unpack(path, KEY, tmp_path / "out", nothing)
    assert (tmp_path / "out").read_bytes() == (tmp_path / "payload").read_bytes()
    assert container.check_outer(path, nothing) == header == container.read_header(path)
    assert header.sequence == 42


def test_an_empty_payload_and_one_of_just_one_piece_come_back(tmp_path: Path) -> None:
    for size in (0, 1, container.PIECE, container.PIECE + 1):
        folder = tmp_path / str(size)
        folder.mkdir()
        path = written(folder, b"x" * size)
        container.unpack(path, KEY, folder / "out", nothing)
        assert (folder / "out").read_bytes() == b"x" * size


def test_every_flipped_bit_is_found_with_and_without_the_key(tmp_path: Path) -> None:
    path = written(tmp_path, b"short")
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << place % 8)]) + whole[place + 1 :])
        with pytest.raises((BackupDamaged, NotABackup, BackupNewer)):
            container.check_outer(path, nothing)
        with pytest.raises((BackupDamaged, NotABackup, BackupNewer)):
            container.unpack(path, KEY, tmp_path / f"out{place}", nothing)


def test_every_cut_and_every_addition_is_found(tmp_path: Path) -> None:
    path = written(tmp_path, b"short")
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises((BackupDamaged, NotABackup)):
            container.check_outer(path, nothing)
        with pytest.raises((BackupDamaged, NotABackup)):
            container.unpack(path, KEY, tmp_path / f"out{length}", nothing)
    path.write_bytes(whole + b"\0")
    with pytest.raises(BackupDamaged):
        container.unpack(path, KEY, tmp_path / "longer", nothing)


def test_pieces_in_another_order_are_found(tmp_path: Path) -> None:
    path = written(tmp_path, b"a" * container.PIECE + b"b" * container.PIECE)
    whole = path.read_bytes()
    start = 12 + struct.unpack("<I", whole[8:12])[0]
    one = 4 + container.PIECE + 16
    swapped = (
        whole[:start] + whole[start + one : start + 2 * one] + whole[start : start + one] + whole[start + 2 * one :]
    )
    path.write_bytes(swapped)
    with pytest.raises(BackupDamaged):
        container.unpack(path, KEY, tmp_path / "out", nothing)


def test_another_practices_key_opens_nothing_and_a_stop_stops(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.raises(BackupDamaged):
        container.unpack(path, bytes(32), tmp_path / "out", nothing)

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        container.check_outer(path, stop)
