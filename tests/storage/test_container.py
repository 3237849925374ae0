"""A backup file tells every change of a bit, every cut, and everything that is not one."""

import json
import struct
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def forged(tmp_path: Path, header: bytes) -> Path:
    """A file with a true start and any header, and nothing behind it."""
    path = tmp_path / "forged.alliance"
    path.write_bytes(container.MAGIC + struct.pack("<I", len(header)) + header)
    return path


def header_with(**changed: object) -> bytes:
    told: dict[str, object] = {
        "format": 1, "vault": "4f2a91c7" * 4, "created_at": "2026-11-23T18:15:00.000000+00:00", "sequence": 42,
        "sample": False, "slots": {"password": {"kdf": "argon2id"}}, "length": 5,
    }  # fmt: skip
    return json.dumps(told | changed, sort_keys=True, separators=(",", ":")).encode()


def test_the_forger_of_these_tests_writes_what_the_program_writes(tmp_path: Path) -> None:
    assert container.read_header(forged(tmp_path, header_with())).sequence == 42


@pytest.mark.parametrize(
    "header",
    [
        b'{"format":' + b"[" * 50_000,
        b'{"slots":' + b'{"a":' * 12_000,
        b"[" * 60_000 + b"]" * 4_000,
        b'{"format":' + b"9" * 60_000 + b"}",
        b"\xff\xfe",
        b'{"format":NaN}',
        b"[]",
        b"",
        header_with(created_at="0001-01-01T00:00:00.000000+23:59"),
        header_with(created_at="9999-12-31T23:59:59.999999-23:59"),
        header_with(created_at="0001-01-01T00:00:00.000000+00:00"),
        header_with(created_at="2026-11-23T18:15:00"),
        header_with(created_at=7),
        header_with(sequence="42"),
        header_with(sequence=-1),
        header_with(sequence=True),
        header_with(sequence=10**30),
        header_with(sample="yes"),
        header_with(length=5.0),
        header_with(length=-1),
        header_with(length=10**30),
        header_with(vault="../../../../etc/passwd"),
        header_with(vault=None),
        header_with(slots=[]),
        header_with(slots={"password": None}),
        header_with(slots={str(n): {} for n in range(9)}),
        header_with(format="1"),
        header_with(format=None),
    ],
)
def test_a_header_that_no_program_of_ours_wrote_is_damaged(tmp_path: Path, header: bytes) -> None:
    path = forged(tmp_path, header)
    for read in (container.read_header, lambda file: container.check_outer(file, nothing)):
        with pytest.raises(BackupDamaged):
            read(path)
    with pytest.raises(BackupDamaged):
        container.unpack(path, KEY, tmp_path / "out", nothing)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = ("format", "vault", "created_at", "sequence", "sample", "slots", "length")


@given(st.binary(max_size=200) | st.dictionaries(st.sampled_from(NAMES), values).map(lambda told: header_with(**told)))
def test_any_bytes_are_a_backup_or_are_refused_in_a_sentence(header: bytes) -> None:
    with TemporaryDirectory() as home:
        for content in (header, container.MAGIC + struct.pack("<I", len(header)) + header):
            path = Path(home) / "any.alliance"
            path.write_bytes(content)
            with suppress(NotABackup, BackupNewer, BackupDamaged):
                container.read_header(path)
            with pytest.raises((NotABackup, BackupNewer, BackupDamaged)):
                container.check_outer(path, nothing)


def test_a_size_is_believed_only_within_bounds_and_before_anything_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.alliance"
    path.write_bytes(container.MAGIC + struct.pack("<I", 0xFFFFFFFF) + b"{}")
    with pytest.raises(BackupDamaged):
        container.read_header(path)
    head = header_with()
    piece = struct.pack("<I", container.PIECE + 1) + bytes(container.PIECE + 17)
    path.write_bytes(container.MAGIC + struct.pack("<I", len(head)) + head + piece)
    with pytest.raises(BackupDamaged):
        container.unpack(path, KEY, tmp_path / "out", nothing)
    assert (tmp_path / "out").stat().st_size == 0
