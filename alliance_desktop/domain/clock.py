"""Times of day as people type them and as they are shown: local, to the minute."""

import re
from datetime import time

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class NotATime(AllianceError):
    """What was typed is no time of day."""


_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|(\d{2}))?\s*(?:uhr|h)?\s*([ap])?\.?\s*(?:m\.?)?")


def time_words(starts: time) -> str:
    """Say a time of day as "09:30"."""
    return f"{starts:%H:%M}"


def typed_time(typed: str) -> time | None:
    """Read a time of day: "10:30", "1030", "10.30", "10", "2 pm"; nothing typed is None.

    Raises ``NotATime`` for everything else.
    """
    words = typed.strip().casefold()
    if not words:
        return None
    found = _TYPED.fullmatch(words)
    try:
        if found is None:
            raise ValueError
        hour, minute = int(found[1]), int(found[2] or found[3] or 0)
        if found[4] is not None:
            if not 1 <= hour <= 12:
                raise ValueError
            hour = hour % 12 + (12 if found[4] == "p" else 0)
        return time(hour, minute)
    except ValueError as trouble:
        raise NotATime(
            _("“{typed}” is not a time of day. Please write it like 10:30.").format(typed=typed.strip())
        ) from trouble
