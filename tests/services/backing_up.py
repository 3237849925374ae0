"""A backup onto a drive and back from it, and what may cut either short."""

from datetime import datetime
from pathlib import Path

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.backup import Proven
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import backups, practice_file, restores
from alliance_desktop.storage import keys

PASSWORD = "moss lantern quiet"


CODE = recovery_code.make(123456789 << 64)


def nothing(*_told: int) -> None:
    """Nobody watches."""


def back_up(folder: PracticeFolder, drive: Path, now: datetime) -> Proven:
    proven = backups.make(backups.order(folder, now), drive, nothing)
    backups.note(proven, now)
    return proven


class PowerCut(Exception):
    pass


def restored(folder: PracticeFolder, copy: Path, now: datetime) -> None:
    practice_file.shut()
    restores.restore(copy, folder, PASSWORD, None, now, nothing)
    practice_file.open_with(folder, keys.open_with_password(folder, PASSWORD), now)


def contents(folder: PracticeFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.root.iterdir() if path.is_file()}
