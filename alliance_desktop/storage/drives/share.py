"""Tells folders of this computer from those of another one; light, because the lock asks before every start."""

import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_NETWORK = {
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "sshfs", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "afpfs",
    "webdav", "davfs", "fuse.davfs2",
}  # fmt: skip
_REMOTE = 4  # what Windows calls a drive that lies on another computer


def is_network_share(folder: Path) -> bool:
    """True for a folder, made or still to be made, that lies on another computer."""
    there = folder.absolute()
    while not _exists(there) and there != there.parent:
        there = there.parent
    volume = QStorageInfo(str(there))
    kind = bytes(volume.fileSystemType().data()).decode(errors="replace").lower()
    return kind in _NETWORK or (sys.platform == "win32" and _is_remote(there))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _is_remote(path: Path) -> bool:
    import ctypes  # only here: asks Windows itself, which calls every share NTFS

    windll = getattr(ctypes, "windll", None)
    named = path.anchor.startswith("\\\\")
    return named or (windll is not None and windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE)
