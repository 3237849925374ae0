"""Writes a small file whole or not at all: after a crash or a power cut there is the old one or the new one."""

import errno
import os
import sys
import time
from pathlib import Path

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

# Virus scanners and indexers on Windows hold a fresh file for some hundredths of a second.
_TRIES = 8
_FIRST_WAIT = 0.01


class FileNotWritten(AllianceError):
    """The disk or the folder did not take a file; what was there before is untouched."""


def write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, readable by this user only, and return once the disk has it.

    The folder must exist. Raises ``FileNotWritten`` when the computer does not let it; an older file then stays.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        # A leftover of a killed program goes first, so that this file is ours alone, never one that was laid there.
        fresh.unlink(missing_ok=True)
        _write_through(fresh, content)
        replace(fresh, path)
    except OSError as trouble:
        _sweep(fresh)
        raise FileNotWritten(_sentence(trouble)) from trouble


def replace(source: Path, target: Path) -> None:
    """Rename a file over another in the same folder and make the rename last; raises ``OSError``."""
    for attempt in range(_TRIES):
        try:
            source.replace(target)
            break
        except PermissionError:
            if sys.platform != "win32" or attempt == _TRIES - 1:
                raise
            time.sleep(_FIRST_WAIT * 2**attempt)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can; raises ``OSError``."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as trouble:
        # exFAT and some FUSE drives cannot sync a folder at all; that is no trouble of this file.
        if trouble.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(descriptor)


def _write_through(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        if sys.platform == "darwin":
            import fcntl  # exists on this system only

            # macOS answers a plain fsync before the drive itself has written.
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)


def _sweep(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _sentence(trouble: OSError) -> str:
    if trouble.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return _("The disk is full, so this was not saved. Make some room and try again; nothing was lost.")
    if trouble.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _("This folder can only be read, so nothing was saved in it. What was there before is untouched.")
    if trouble.errno == errno.ENOENT:
        return _("The folder is not where it was, so this was not saved. Is its drive still plugged in?")
    return _("The disk did not take it, so this was not saved. What was there before is untouched.")
