"""The backup file: a clear header, sealed pieces of ciphertext, and sums over all of it, readable without a key.

magic | header length u32 | header JSON | pieces: n u32, n bytes, 16 of HMAC | u32 0 | HMAC | SHA-256 of all before.
"""

import hashlib
import hmac
import json
import os
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.moments import moment_text
from alliance_desktop.errors import AllianceError
from alliance_desktop.storage.wrapping import MOST_SLOTS
from alliance_desktop.words import _

MAGIC = b"ALLIBAK1"
FORMAT = 1
PIECE = 65_536
LARGEST_HEADER = 64 * 1024
_SEAL = 16
_SUMS = 64
_BEYOND = 1 << 63
# A clock may be wrong; at the ends of the calendar a moment has no local day any more.
_YEARS = range(1970, 9999)
_VAULT_ID = re.compile("[0-9a-f]{32}")

Report = Callable[[int, int], None]


class NotABackup(AllianceError):
    """The file is something else."""


class BackupNewer(AllianceError):
    """The backup was made by a newer program."""


class BackupDamaged(AllianceError):
    """The backup is not as it was written."""


@dataclass(frozen=True, slots=True)
class Header:
    """What anybody can read of a backup: no names, no counts."""

    vault_id: str
    created_at: datetime
    sequence: int
    sample: bool
    slots: Mapping[str, Mapping[str, Any]]
    length: int

    def data(self) -> bytes:
        """The header's canonical bytes."""
        return canonical(
            {
                "format": FORMAT,
                "vault": self.vault_id,
                "created_at": moment_text(self.created_at),
                "sequence": self.sequence,
                "sample": self.sample,
                "slots": {name: dict(slot) for name, slot in self.slots.items()},
                "length": self.length,
            }
        )


def write(payload: Path, target: Path, header: Header, mac_key: bytes, report: Report) -> None:
    """Write a backup of ``payload`` to ``target`` in one go and force it to the disk; may raise OSError."""
    data = header.data()
    head = hashlib.sha256(data).digest()
    with payload.open("rb", buffering=0) as source, target.open("xb", buffering=0) as file:
        sums = _Sums(mac_key)

        def put(block: bytes) -> None:
            sums.take(block)
            # A raw file may take less than it is given.
            view = memoryview(block)
            while view:
                view = view[file.write(view) :]

        put(MAGIC + struct.pack("<I", len(data)) + data)
        index, done = 0, 0
        while piece := source.read(PIECE):
            put(struct.pack("<I", len(piece)) + piece + _seal(mac_key, head, index, piece))
            index, done = index + 1, done + len(piece)
            report(done, header.length)
        put(struct.pack("<I", 0))
        put(sums.mac.digest())
        file.write(sums.sha.digest())
        os.fsync(file.fileno())


class _Sums:
    """Both sums over every byte so far."""

    def __init__(self, mac_key: bytes) -> None:
        self.mac = hmac.new(mac_key, digestmod=hashlib.sha256)
        self.sha = hashlib.sha256()

    def take(self, block: bytes) -> None:
        self.mac.update(block)
        self.sha.update(block)


def _seal(mac_key: bytes, head: bytes, index: int, piece: bytes) -> bytes:
    return hmac.digest(mac_key, head + struct.pack("<QI", index, len(piece)) + piece, hashlib.sha256)[:_SEAL]


def read_header(path: Path) -> Header:
    """Read who made a backup and when; raises ``NotABackup``, ``BackupNewer``, ``BackupDamaged`` or OSError."""
    with path.open("rb") as file:
        return _header(file)[0]


def check_outer(path: Path, report: Report) -> Header:
    """Check that a backup is complete and unchanged, without any key, past the computer's memory of the file."""
    size = path.stat().st_size
    with path.open("rb", buffering=0) as file:
        _past_cache(file)
        header, _data = _header(file)
        file.seek(0)
        sha, left = hashlib.sha256(), size - 32
        while left > 0:
            block = file.read(min(left, 1 << 20))
            if not block:
                raise _damaged()
            sha.update(block)
            left -= len(block)
            report(size - 32 - left, size)
        if left < 0 or not hmac.compare_digest(sha.digest(), file.read(33)):
            raise _damaged()
    return header


def unpack(path: Path, mac_key: bytes, target: Path, report: Report) -> Header:
    """Check every piece and both sums while writing the ciphertext to ``target``; raises as ``read_header`` does.

    Reads past the computer's memory of the file, so that what the drive holds is what is checked.
    """
    with path.open("rb", buffering=0) as file, target.open("xb") as out:
        _past_cache(file)
        header, data = _header(file)
        sums = _Sums(mac_key)
        sums.take(MAGIC + struct.pack("<I", len(data)) + data)
        done = 0
        for piece in _pieces(file, mac_key, hashlib.sha256(data).digest(), sums):
            out.write(piece)
            done += len(piece)
            if done > header.length:
                raise _damaged()
            report(done, header.length)
        told = _exactly(file, _SUMS)
        mac = sums.mac.digest()
        sums.sha.update(mac)
        if done != header.length or not hmac.compare_digest(told, mac + sums.sha.digest()) or file.read(1):
            raise _damaged()
    return header


def _pieces(file: BinaryIO, mac_key: bytes, head: bytes, sums: _Sums) -> Iterator[bytes]:
    index = 0
    while True:
        size = _exactly(file, 4)
        sums.take(size)
        length = struct.unpack("<I", size)[0]
        if length == 0:
            return
        if length > PIECE:
            raise _damaged()
        block = _exactly(file, length + _SEAL)
        piece, seal = block[:length], block[length:]
        if not hmac.compare_digest(seal, _seal(mac_key, head, index, piece)):
            raise _damaged()
        sums.take(block)
        index += 1
        yield piece


def _header(file: BinaryIO) -> tuple[Header, bytes]:
    start = file.read(12)
    if len(start) < 12 or start[:7] != MAGIC[:7]:
        raise NotABackup(_("This file is not a backup of this program."))
    if start[:8] != MAGIC:
        raise _newer()
    length = struct.unpack("<I", start[8:])[0]
    if length > LARGEST_HEADER:
        raise _damaged()
    data = _exactly(file, length)
    try:
        told = json.loads(data)
        if told["format"] > FORMAT:
            raise _newer()
        moment = datetime.fromisoformat(told["created_at"])
        header = Header(told["vault"], moment, told["sequence"], told["sample"], told["slots"], told["length"])
        sound = _plausible(header) and header.data() == data
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as trouble:
        raise _damaged() from trouble
    if not sound:
        raise _damaged()
    return header, data


def _plausible(header: Header) -> bool:
    """True when every value has the kind and the bounds that those of a backup have, whoever wrote it."""
    return (
        isinstance(header.vault_id, str)
        and _VAULT_ID.fullmatch(header.vault_id) is not None
        and header.created_at.year in _YEARS
        and type(header.sequence) is int
        and 0 <= header.sequence < _BEYOND
        and isinstance(header.sample, bool)
        and isinstance(header.slots, dict)
        and len(header.slots) <= MOST_SLOTS
        and type(header.length) is int
        and 0 <= header.length < _BEYOND
    )


def _exactly(file: BinaryIO, length: int) -> bytes:
    blocks, left = [], length
    while left:
        block = file.read(left)
        if not block:
            raise _damaged()
        blocks.append(block)
        left -= len(block)
    return b"".join(blocks)


def _past_cache(file: BinaryIO) -> None:
    """Make the system forget what it remembers of the file, where it can be told to."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    else:
        _past_cache_on_mac(file)


def _past_cache_on_mac(file: BinaryIO) -> None:
    try:
        import fcntl  # not there on Windows, where the drive's own write-through is all there is
    except ImportError:
        return
    fcntl.fcntl(file.fileno(), getattr(fcntl, "F_NOCACHE", 48), 1)


def _damaged() -> BackupDamaged:
    return BackupDamaged(_("This backup is damaged or not complete. Nothing was changed; please use another one."))


def _newer() -> BackupNewer:
    return BackupNewer(_("This backup was made by a newer version of the program. Please update it first."))
