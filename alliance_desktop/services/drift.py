"""Whoever has quietly stopped coming, looked for over everybody in a job with its own view of the file."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.alert_course_rules import drift
from alliance_desktop.domain.alert_history import History, Visit, course_of
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.appointment import Became
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.rhythm import LOOKS_BACK, visit_rhythm
from alliance_desktop.domain.today import Drifted
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import thresholds
from alliance_desktop.storage import snapshot
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey

# Told are those who stopped last: of somebody who has not come for years nobody waits to hear.
SHOWN = 12


class Reporter(Protocol):
    """Whoever is told how far the work is; what it raises stops it."""

    def report(self, done: object, total: int) -> None:
        """Say how far it is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the job needs while the practice is open; its key is forgotten when the job ends."""

    folder: PracticeFolder
    key: DataKey
    today: date
    limits: Thresholds


def order(folder: PracticeFolder, now: datetime) -> Order:
    """Take what a job needs."""
    return Order(folder, database.key.copy(), local_day(now), thresholds.current())


# Nothing is booked, nobody is put away, and nothing silences it; the newest days of visits are enough for a rhythm.
_QUIET = (
    "SELECT id, full_name, chosen_name FROM client c WHERE deleted_at IS NULL AND archived_at IS NULL "
    "AND last_seen < :before AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.client_id = c.id "
    f"AND a.day >= :today AND a.became = '{Became.PLANNED}') "
    "AND coalesce((SELECT until FROM alert_snooze s WHERE s.client_id = c.id "
    f"AND s.rule = '{Rule.DRIFT}' ORDER BY s.id DESC LIMIT 1), '') <= :today "
    "ORDER BY last_seen DESC"
)
# The computer's trouble; a mistake of ours is none of these.
_TROUBLE = (sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_FULL)
_DAYS = "SELECT DISTINCT day FROM session WHERE client_id = ? AND day <= ? ORDER BY day DESC LIMIT ?"


def look(order: Order, job: Reporter) -> tuple[Drifted, ...]:
    """Whoever stopped coming, the one who was here last first, at most ``SHOWN``; called in a job.

    Nobody asked for it: where the file cannot be read just now it finds nobody, and whoever reads next says why.
    """
    found: list[Drifted] = []
    asked = {"today": str(order.today), "before": str(order.today - timedelta(days=order.limits.drift_days))}
    try:
        with snapshot.reading(order.folder.database, order.key.sqlcipher) as connection:
            quiet = connection.execute(_QUIET, asked).fetchall()
            for place, (client_id, full_name, chosen_name) in enumerate(quiet):
                job.report(place, len(quiet))
                rows = connection.execute(_DAYS, (client_id, str(order.today), LOOKS_BACK)).fetchall()
                days = sorted(date.fromisoformat(day) for (day,) in rows)
                course = course_of(History(tuple(Visit(day) for day in days)), order.today)
                if any(drift(course, order.limits)):
                    last = days[-1]
                    found.append(
                        Drifted(client_id, full_name, chosen_name, last, (order.today - last).days, visit_rhythm(days))
                    )
                if len(found) == SHOWN:
                    break
    except sqlcipher.DatabaseError as trouble:
        if (getattr(trouble, "sqlite_errorcode", None) or 0) & 0xFF in _TROUBLE:
            return ()
        raise
    finally:
        order.key.forget()
    return tuple(found)
