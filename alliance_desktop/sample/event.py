"""Something that happens in the sample's past, and the hours at which such things happen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from alliance_desktop.sample.person import back


@dataclass(frozen=True, slots=True)
class Event:
    """An act through the services at a moment (UTC); ``visit`` is True where it makes one whole visit."""

    at: datetime
    act: Callable[[datetime], None]
    visit: bool = False


def moment(today: date, ago: int, hour: time, minutes: int = 0) -> datetime:
    """Return the moment (UTC) that lies some minutes after a local hour of the working day ``ago`` days back."""
    return datetime.combine(back(today, ago), hour).astimezone(UTC) + timedelta(minutes=minutes)
