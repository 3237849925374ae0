"""Moments and days: a moment is aware, a day is the one that the people in the room would name."""

from datetime import UTC, date, datetime


def local_day(moment: datetime) -> date:
    """Return the local day of an aware moment."""
    return moment.astimezone().date()


def moment_text(moment: datetime) -> str:
    """Return a moment as it is stored: UTC, microseconds, fixed length, so that text order is time order.

    Raises ``ValueError`` for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
