"""Who comes to the sample practice today and in the days to come."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from alliance_desktop.domain.appointment import AppointmentDraft
from alliance_desktop.services import appointments

# Minutes from the next half hour on, and how long: one has been, one is about to come, the others follow.
_TODAY = (
    ("Jonas Wehrling", -90, 60, ""),
    ("Maria Feldner", 0, 60, ""),
    ("Priya Sandmoor", 90, 60, ""),
    ("Tom Ackerlund", 210, 90, "His health form is on paper, to type in."),
    ("Leila Maroukian", 300, 60, ""),
    ("Greta Holmvik", 390, 60, ""),
)
# Days from today on, at what hour.
_LATER = (
    ("Дарина Журавель", 1, time(9, 0), 60),
    ("Omar Thistlewood", 1, time(16, 30), 90),
    ("Jonas Wehrling", 7, time(9, 0), 60),
    ("Maria Feldner", 14, time(10, 30), 60),
)
_OPENS, _LAST = time(7, 30), time(20, 0)


def book(clients: Mapping[str, int], now: datetime, at: datetime) -> None:
    """Write down at a moment who of these comes, by full name and number; today's visits lie around the hour of now."""
    local = now.astimezone().replace(tzinfo=None)
    today = local.date()
    half = local.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=30 * (local.minute // 30 + 1))
    first = min(max(half, _at(today, _OPENS) + timedelta(minutes=90)), _at(today, _LAST))
    for name, after, minutes, note in _TODAY:
        begins = first + timedelta(minutes=after)
        if name in clients and begins <= _at(today, _LAST):
            appointments.book(AppointmentDraft(clients[name], today, begins.time(), minutes, note), at)
    for name, days, starts, minutes in _LATER:
        if name in clients:
            appointments.book(AppointmentDraft(clients[name], today + timedelta(days=days), starts, minutes), at)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour)
