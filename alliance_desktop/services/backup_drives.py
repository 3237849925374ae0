"""The folder that backups go to: what of ours lies in it, and what of that may go."""

from contextlib import suppress
from pathlib import Path

from alliance_desktop.domain import backup
from alliance_desktop.domain.backup import BackupFile
from alliance_desktop.errors import AllianceError
from alliance_desktop.storage import container


def ours(target: Path, vault_id: str) -> tuple[BackupFile, ...]:
    """The backups of one practice in a folder, by their names; raises ``OSError``."""
    named = (backup.read_name(path.name) for path in target.iterdir())
    return tuple(file for file in named if file is not None and file.vault == vault_id[:8])


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
