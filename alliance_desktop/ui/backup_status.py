"""How old the last backup is, as the sidebar says it, and whether the next one is due."""

from datetime import datetime

from alliance_desktop.domain.backup import Urgency, urgency
from alliance_desktop.domain.moments import local_day
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import backups, practice
from alliance_desktop.words import _, ago_words


def words(now: datetime) -> tuple[str, str]:
    """Return what is said of the last backup, and the colour it is said in."""
    last = next(iter(backups.lines(1)), None)
    if last is None:
        return _("No backup yet"), "warning"
    day = ago_words(local_day(last.finished_at), local_day(now))
    fresh = urgency(last.finished_at, now) is Urgency.FRESH
    return _("Backup {day}").format(day=day), "muted" if fresh else "warning"


def is_due(now: datetime) -> bool:
    """True when the last backup is not fresh; a sample needs none."""
    try:
        if practice.current().sample:
            return False
        last = next(iter(backups.lines(1)), None)
    except AllianceError:
        # What cannot be read cannot be backed up; the window closes all the same.
        return False
    return urgency(last.finished_at if last is not None else None, now) is not Urgency.FRESH
