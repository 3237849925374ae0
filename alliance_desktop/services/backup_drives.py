"""The folder that backups go to: whether it is the right one, what of ours lies in it, and what of that may go."""

import re
import shutil
from contextlib import suppress
from pathlib import Path

from alliance_desktop.domain import backup
from alliance_desktop.domain.backup import BackupFile
from alliance_desktop.errors import AllianceError
from alliance_desktop.storage import atomic, container
from alliance_desktop.storage.drives import found
from alliance_desktop.words import _

# What lies beside the backups and tells the drive again; it names the vault and nobody.
_MARKER = "alliance-{vault}.drive"
# FAT32, by the names that systems call it, and what a file on it can hold at most.
_FAT = frozenset({"vfat", "msdos", "msdosfs", "fat", "fat32"})
_LARGEST_ON_FAT = (4 << 30) - 1
# Seals and sums are one part in three thousand of a backup; some room is left beside it.
_SPARE = 8 << 20


class DriveNotThere(AllianceError):
    """The folder for backups is not there or cannot be written."""


class DriveFull(AllianceError):
    """There is not enough room."""


class DriveTooOld(AllianceError):
    """The drive's file system cannot hold a file of this size."""


def ours(target: Path, vault_id: str) -> tuple[BackupFile, ...]:
    """The backups of one practice in a folder, by their names; raises ``OSError``."""
    named = (backup.read_name(path.name) for path in target.iterdir())
    return tuple(file for file in named if file is not None and file.vault == vault_id[:8])


def look_at(target: Path) -> None:
    """Raises ``DriveNotThere`` for a folder that is not there."""
    if not target.is_dir():
        raise DriveNotThere(_("The drive is not there. Plug it in and try again; nothing was changed."))


def has_room(target: Path, payload: int) -> None:
    """Look whether a backup of so many bytes fits; raises ``DriveFull``, ``DriveTooOld`` and ``OSError``."""
    size = payload + (payload >> 10) + _SPARE
    if size > _LARGEST_ON_FAT and found.file_system(target) in _FAT:
        raise DriveTooOld(
            _(
                "This drive is formatted as FAT32, which holds no file of 4 GB or more, and the backup is that large. "
                "Please use another drive, or one formatted as exFAT. Nothing on it was changed."
            )
        )
    if shutil.disk_usage(target).free < size:
        raise DriveFull(_("There is not enough room on the drive. Nothing on it was changed."))


def is_known(target: Path, vault_id: str) -> bool:
    """True for a folder that bears our mark or holds a backup of ours; raises ``OSError``."""
    return _marker(target, vault_id).exists() or bool(ours(target, vault_id))


def mark(target: Path, vault_id: str) -> None:
    """Leave the mark by which the drive is known again; a drive that does not take it has its backups to tell it by."""
    marker = _marker(target, vault_id)
    with suppress(AllianceError, OSError):
        if not marker.exists():
            atomic.write(marker, vault_id.encode() + b"\n")


def sweep(target: Path, vault_id: str) -> None:
    """Take away what backups of ours that were cut off left half written; raises ``OSError``."""
    half = re.compile(rf"alliance-{vault_id[:8]}-\d{{8}}T\d{{6}}Z-\d{{4,9}}\.alliance\.part")
    for path in list(target.iterdir()):
        if half.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _marker(target: Path, vault_id: str) -> Path:
    return target / _MARKER.format(vault=vault_id[:8])


def thin_out(target: Path, vault_id: str, proven: str) -> tuple[str, ...]:
    """Take our older backups away and return their names; ``proven`` is the one that was just opened and counted.

    Nothing goes unless three of those that stay are whole. Raises ``OSError`` when the folder cannot be read.
    """
    files = ours(target, vault_id)
    kept = backup.to_keep(files)
    gone = sorted({file.name for file in files} - kept)
    if not gone or not _enough_are_whole(target, [file for file in files if file.name in kept], proven):
        return ()
    for name in gone:
        # An old one that stays is no trouble of the new one.
        with suppress(OSError):
            (target / name).unlink(missing_ok=True)
    return tuple(gone)


def _enough_are_whole(target: Path, kept: list[BackupFile], proven: str) -> bool:
    """Look through the newest ones until enough are found whole; each is read to its end."""
    found = 0
    for file in sorted(kept, key=lambda file: file.made_at, reverse=True):
        found += file.name == proven or _is_whole(target / file.name)
        if found == backup.FEWEST:
            return True
    return False


def _is_whole(path: Path) -> bool:
    try:
        container.check_outer(path, lambda _done, _total: None)
    except (OSError, AllianceError):
        return False
    return True
