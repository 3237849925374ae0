"""Counts failed unlocks, so that guessing gets slower and the trail can tell of it later."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from alliance_desktop.storage import atomic
from alliance_desktop.storage.fields import moment_text

FREE = 3
LONGEST = 300


def failed(path: Path, now: datetime) -> None:
    """Note one failed unlock."""
    atomic.write(path, json.dumps([moment_text(moment) for moment in (*times(path), now)]).encode())


def pause(path: Path, now: datetime) -> float:
    """Seconds to wait before the next try: none for the first three, then 2, 4, 8 … up to 300."""
    tried = times(path)
    if len(tried) < FREE:
        return 0.0
    wait = timedelta(seconds=min(LONGEST, 2 ** (len(tried) - FREE + 1)))
    # A clock that was set back must not lock anybody out for longer than the pause itself.
    return min(wait.total_seconds(), max(0.0, (tried[-1] + wait - now).total_seconds()))


def times(path: Path) -> tuple[datetime, ...]:
    """When unlocking failed since the last success; a torn file counts as none."""
    try:
        return tuple(datetime.fromisoformat(moment) for moment in json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return ()


def clear(path: Path) -> None:
    """Start counting again."""
    path.unlink(missing_ok=True)
