"""What the process owes the records: its files are for this user alone, and a crash leaves no picture of its memory."""

import os
import stat
from contextlib import suppress

from alliance_desktop.paths import PracticeFolder


def keep_private() -> None:
    """Make every new file readable by this user only, and leave no core dump where the system writes any."""
    os.umask(0o077)
    try:
        import resource  # not on Windows, which writes no such files unasked
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_to_others(folder: PracticeFolder) -> None:
    """Leave a practice that came from elsewhere, or from a laxer program, to this user alone; not on Windows."""
    if os.name != "posix":
        return
    database = [folder.database.with_name(folder.database.name + end) for end in ("", "-wal", "-shm")]
    files = (*database, folder.keys, folder.keys_copy, folder.lock, folder.settings, folder.attempts)
    for path, mode in ((folder.root, 0o700), *((file, 0o600) for file in files)):
        # A drive without rights refuses; what is on it is encrypted all the same.
        with suppress(OSError):
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                path.chmod(mode)
