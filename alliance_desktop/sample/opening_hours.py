"""Deals many visits out over the working days of years."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

# From eight to six. What is told happens at full minutes: a streamed note begins and ends between two of them.
_OPENS, _MINUTES = time(8, 0, 20), 10 * 60
_SIGNED_AFTER = timedelta(seconds=30)
# As ``storage.fields.moment_text`` writes moments that are in UTC already.
_STORED = "microseconds"


class Slot(NamedTuple):
    """When the note of one visit is written: moments in UTC and as they are stored, the day as people there name it."""

    place: int
    at: datetime
    signed_at: datetime
    begun: str
    signed: str
    day: str


class Calendar:
    """``count`` visits on the working days from the week of ``first`` to ``last``, at most 600 a day."""

    def __init__(self, first: date, last: date, count: int) -> None:
        self.first = first
        self.count = count
        self._monday = first - timedelta(days=first.weekday())
        self._a_day = max(1, -(-count // max(1, (last - first).days * 5 // 7)))
        self._gap = timedelta(minutes=max(1, _MINUTES // self._a_day))
        self._workday = -1

    def slot(self, place: int) -> Slot:
        """Return one visit's slot; later places are later, and each is signed before the next begins."""
        workday, nth = divmod(place, self._a_day)
        if workday != self._workday:
            self._workday = workday
            day = self._monday + timedelta(days=workday // 5 * 7 + workday % 5)
            self._day, self._opens = day.isoformat(), datetime.combine(day, _OPENS).astimezone(UTC)
        at = self._opens + self._gap * nth
        signed_at = at + _SIGNED_AFTER
        begun, signed = at.isoformat(timespec=_STORED), signed_at.isoformat(timespec=_STORED)
        return Slot(place, at, signed_at, begun, signed, self._day)
