"""Counts failed unlocks, so that guessing gets slower and the trail can tell of it later."""

import json
from contextlib import suppress
from datetime import datetime, timedelta

from alliance_desktop.domain.moments import moment_text
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import atomic
from alliance_desktop.storage.atomic import FileNotWritten

FREE = 3
LONGEST = 300
# At the longest pause this is more than three days of guessing without a rest.
MOST = 1000

_LARGEST_FILE = 64 * 1024


def failed(folder: PracticeFolder, now: datetime) -> None:
    """Note one failed unlock; the newest thousand are kept."""
    noted = [moment_text(moment) for moment in (*times(folder), now)[-MOST:]]
    # A full disk must not turn "this is not the password" into something else.
    with suppress(FileNotWritten):
        atomic.write(folder.attempts, json.dumps(noted).encode())


def pause(folder: PracticeFolder, now: datetime) -> float:
    """Seconds to wait before the next try: none for the first three, then 2, 4, 8 … up to 300."""
    tried = times(folder)
    if len(tried) < FREE:
        return 0.0
    wait = timedelta(seconds=min(LONGEST, 2 ** (len(tried) - FREE + 1)))
    # A clock that was set back must not lock anybody out for longer than the pause itself.
    return min(wait.total_seconds(), max(0.0, (tried[-1] + wait - now).total_seconds()))


def times(folder: PracticeFolder) -> tuple[datetime, ...]:
    """When unlocking failed since the last success; a damaged file counts as none."""
    try:
        with folder.attempts.open("rb") as file:
            raw = file.read(_LARGEST_FILE)
        moments = tuple(datetime.fromisoformat(moment) for moment in json.loads(raw))
    except (OSError, ValueError, TypeError, RecursionError):
        return ()
    return moments if all(moment.tzinfo is not None for moment in moments) else ()


def take(folder: PracticeFolder) -> tuple[datetime, ...]:
    """Return when unlocking failed, and start counting again."""
    tried = times(folder)
    with suppress(OSError):
        folder.attempts.unlink(missing_ok=True)
    return tried
