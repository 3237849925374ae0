"""Moments and days: a moment is aware, a day is the one that the people in the room would name."""

from datetime import date, datetime


def local_day(moment: datetime) -> date:
    """Return the local day of an aware moment."""
    return moment.astimezone().date()
