"""What the process owes the records: its files are for this user alone, and a crash leaves no picture of its memory."""

import os
from contextlib import suppress


def keep_private() -> None:
    """Make every new file readable by this user only, and leave no core dump where the system writes any."""
    os.umask(0o077)
    try:
        import resource  # not on Windows, which writes no such files unasked
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
