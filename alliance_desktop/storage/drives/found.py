"""Which drives are there now, the ones that can be carried away first."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from alliance_desktop.domain.backup import Drive

# Names of folders that stand in for drives: the door for the tour and for tests.
STAND_INS = "ALLIANCE_DRIVES"
_CLOUD = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "nextcloud", "owncloud", "pcloud", "mega")


def drives() -> tuple[Drive, ...]:
    """Every drive that is ready, removable ones first; stand-ins named in the environment count as removable."""
    found = [_stand_in(Path(folder)) for folder in os.environ.get(STAND_INS, "").split(os.pathsep) if folder]
    removable = _removable_roots()
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if not volume.isValid() or not volume.isReady() or _of_the_system(root):
            continue
        kind = bytes(volume.fileSystemType().data()).decode(errors="replace")
        name = volume.displayName() or Path(root).name or root
        free = int(volume.bytesAvailable())
        found.append(Drive(name, root, free, root in removable, kind, not volume.isReadOnly()))
    return tuple(sorted(found, key=lambda drive: not drive.removable))


def _stand_in(folder: Path) -> Drive:
    free = shutil.disk_usage(folder).free if folder.is_dir() else 0
    return Drive(folder.name, str(folder), free, True, "", os.access(folder, os.W_OK))


def _of_the_system(root: str) -> bool:
    if sys.platform == "linux":
        return not root.startswith(("/media/", "/run/media/", "/mnt/"))
    if sys.platform == "darwin":
        return not root.startswith("/Volumes/")
    return root.rstrip("/\\").upper() == os.environ.get("SYSTEMDRIVE", "C:").upper()


def _removable_roots() -> set[str]:
    if sys.platform == "linux":
        return removable_of_lsblk(_told("lsblk", "-J", "-o", "MOUNTPOINTS,TRAN,HOTPLUG"))
    if sys.platform == "darwin":
        return {str(path) for path in Path("/Volumes").iterdir()} if Path("/Volumes").is_dir() else set()
    return _removable_on_windows()


def _told(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=5).stdout
    except (OSError, subprocess.TimeoutExpired):
        # A drive that hangs must not keep the others from being shown.
        return ""


def removable_of_lsblk(told: str) -> set[str]:
    """Read lsblk's JSON: the mount points below a disk that hangs on USB or can be unplugged."""
    try:
        tree = json.loads(told)["blockdevices"]
    except (ValueError, KeyError, TypeError):
        return set()
    roots: set[str] = set()

    def walk(device: dict[str, object], outside: bool) -> None:
        outside = outside or device.get("tran") == "usb" or device.get("hotplug") in (True, "1")
        points = device.get("mountpoints")
        if outside and isinstance(points, list):
            roots.update(point for point in points if isinstance(point, str))
        children = device.get("children")
        for child in children if isinstance(children, list) else []:
            walk(child, outside)

    for device in tree if isinstance(tree, list) else []:
        walk(device, False)
    return roots


def _removable_on_windows() -> set[str]:
    import ctypes  # only here: asks Windows itself

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return set()
    letters = (f"{chr(letter)}:/" for letter in range(ord("A"), ord("Z") + 1))
    return {root for root in letters if windll.kernel32.GetDriveTypeW(root.replace("/", "\\")) == 2}


def is_in_a_cloud(folder: Path) -> bool:
    """True when a part of the path is named like a folder that some service copies elsewhere."""
    return any(sign in part.casefold() for part in folder.parts for sign in _CLOUD)


def file_system(folder: Path) -> str:
    """What the system calls the file system of a folder, in small letters; empty where it does not say."""
    return bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode(errors="replace").lower()


def on_the_same_disk(one: Path, other: Path) -> bool:
    """True when both lie on the same volume; a drive that went away lies on none."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
