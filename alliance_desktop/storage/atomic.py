"""Replaces a small file so that a crash leaves the old one or the new one, never half of one."""

import os
import sys
import time
from pathlib import Path

# A scanner or an indexer may hold a file for a moment on Windows.
_TRIES = 10 if sys.platform == "win32" else 1


def write(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path``, force it to the disk, put it in place for good; may raise OSError."""
    beside = path.with_name(path.name + ".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    replace(beside, path)


def replace(old: Path, new: Path) -> None:
    """Rename ``old`` to ``new`` for good, over what is there."""
    for attempt in range(_TRIES):
        try:
            old.replace(new)
            break
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.05 * (attempt + 1))
    sync_folder(new.parent)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
