"""What is worth asking, and who has quietly stopped coming, over everybody: once in a job, then client by client."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, Protocol

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.alert import Alert, Snooze, awake
from alliance_desktop.domain.alert_apart import worth_a_line
from alliance_desktop.domain.alert_course_facts import Drift
from alliance_desktop.domain.alert_course_rules import drift_since
from alliance_desktop.domain.alert_history import History
from alliance_desktop.domain.alert_rules import alerts_of
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.appointment import Became
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.rhythm import LOOKS_BACK
from alliance_desktop.domain.today import Asking, Drifted, Everybody
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import alerts, histories, thresholds
from alliance_desktop.storage import snapshot
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey

# Told are those who stopped last: of somebody who has not come for years nobody waits to hear.
SHOWN = 12
# As many clients as are read anew at once where a page waits for them; for more there is the job.
AT_ONCE = 6


Execute = Callable[..., Any]


class Reporter(Protocol):
    """Whoever is told how far the work is; what it raises stops it."""

    def report(self, done: object, total: int) -> None:
        """Say how far it is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the job needs while the practice is open; its key is forgotten when the job ends."""

    folder: PracticeFolder
    key: DataKey
    now: datetime
    limits: Thresholds


class _Person(NamedTuple):
    id: int
    full_name: str
    chosen_name: str


class _Found(NamedTuple):
    """What the rules found of one client, their last visit, and whether another is booked."""

    alerts: tuple[Alert, ...]
    last: date
    booked: bool = False


def order(folder: PracticeFolder, now: datetime) -> Order:
    """Take what a job needs."""
    return Order(folder, database.key.copy(), now, thresholds.current())


# The computer's trouble; a mistake of ours is none of these.
_TROUBLE = (sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_FULL)
_SEEN = "SELECT coalesce(max(seq), 0) FROM audit"
_EVERYBODY = "SELECT id FROM client"
# Whose record a link of the trail tells of.
WHOSE = {
    "client": "SELECT id FROM client WHERE id = ?",
    "session": "SELECT client_id FROM session WHERE id = ?",
    "appointment": "SELECT client_id FROM appointment WHERE id = ?",
    "closing check": "SELECT client_id FROM closing_check WHERE id = ?",
    "alert": "SELECT client_id FROM alert_snooze WHERE id = ?",
    "promise": "SELECT client_id FROM promise WHERE id = ?",
    "plan": "SELECT client_id FROM plan WHERE id = ?",
    "plan version": "SELECT p.client_id FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.id = ?",
}
# What no rule reads. What is named in neither place has everybody looked at again.
UNREAD = frozenset((
    "addendum", "backup", "boundary", "change", "client statement", "comfort", "consent", "consent withdrawal",
    "document", "health item", "health questions", "note layout", "paper text", "pin", "practice", "private notes",
    "red flag", "repair", "scale", "scale answer", "snippet", "tap word", "word",
))  # fmt: skip
_HERE = "SELECT id, full_name, chosen_name FROM client WHERE deleted_at IS NULL AND archived_at IS NULL"
# Nothing is booked and the last visit is long ago; the newest days of visits are enough for a rhythm.
_QUIET = (
    "SELECT c.id, (SELECT group_concat(day) FROM (SELECT DISTINCT day FROM session WHERE client_id = c.id "
    "AND day <= :today ORDER BY day DESC LIMIT :days)) FROM client c "
    "WHERE c.deleted_at IS NULL AND c.archived_at IS NULL AND c.last_seen < :before "
    "AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.client_id = c.id AND a.day >= :today "
    f"AND a.became = '{Became.PLANNED}')"
)


def look(order: Order, job: Reporter) -> Everybody | None:
    """Look at everybody, through a view of the file of its own; called in a job.

    Nobody asked for it: where the file cannot be read just now it is None, and whoever reads next says why.
    """
    try:
        with snapshot.reading(order.folder.database, order.key.sqlcipher) as connection:

            def execute(*asked: object) -> Any:
                job.report(0, 1)
                return connection.execute(*asked)

            return read(execute, order)
    except sqlcipher.DatabaseError as trouble:
        if (getattr(trouble, "sqlite_errorcode", None) or 0) & 0xFF in _TROUBLE:
            return None
        raise
    finally:
        order.key.forget()


def read(execute: Execute, order: Order) -> Everybody:
    """The same through any connection's ``execute``."""
    today = local_day(order.now)
    (seen,) = execute(_SEEN).fetchone()
    people = [_Person(*row) for row in execute(_HERE)]
    found = _away(execute, order)
    others = [person.id for person in people if person.id not in found]
    found |= _found(histories.through(execute, others), order.limits, order.now)
    return _in_order(today, seen, _told(people, found, alerts.snoozes_through(execute, _EVERYBODY), today))


def _away(execute: Execute, order: Order) -> dict[int, _Found]:
    """Who stays away. Most clients of many years do, and need no more reading than a few days."""
    today = local_day(order.now)
    asked = {"today": str(today), "before": str(today - timedelta(days=order.limits.drift_days)), "days": LOOKS_BACK}
    found = {}
    for client_id, days in execute(_QUIET, asked):
        kept = [date.fromisoformat(day) for day in sorted((days or "").split(",")) if day]
        missed = tuple(drift_since(kept, today, order.limits))
        if missed:
            found[client_id] = _Found(missed, missed[0].since)
    return found


def _found(read: Mapping[int, History], limits: Thresholds, now: datetime) -> dict[int, _Found]:
    today = local_day(now)
    return {
        client_id: _Found(
            alerts_of(history, limits, today, now),
            max((visit.day for visit in history.visits if visit.day <= today), default=date.min),
            history.next_visit is not None and history.next_visit >= today,
        )
        for client_id, history in read.items()
    }


def _told(
    people: Iterable[_Person], found: Mapping[int, _Found], snoozes: Mapping[int, tuple[Snooze, ...]], today: date
) -> list[Drifted | Asking]:
    """A line for each of whom there is one thing to say; of whoever stays away nothing else is said."""
    told: list[Drifted | Asking] = []
    for person in people:
        alerts_found, last, booked = found[person.id]
        left = awake(alerts_found, snoozes.get(person.id, ()), today)
        away = [alert.facts for alert in alerts_found if isinstance(alert.facts, Drift)]
        if away:
            if any(alert.facts in away for alert in left):
                told.append(Drifted(*person, away[0].last, away[0].days, away[0].rhythm))
        elif (alert := worth_a_line(left, booked)) is not None:
            told.append(Asking(*person, last, alert))
    return told


def _in_order(day: date, seen: int, told: Iterable[Drifted | Asking]) -> Everybody:
    """Whoever was here last comes first: nobody is ranked by what they answered."""
    lines = sorted(told, key=lambda one: (-one.last.toordinal(), one.full_name, one.client_id))
    drifted = tuple(one for one in lines if isinstance(one, Drifted))
    return Everybody(day, seen, drifted[:SHOWN], tuple(one for one in lines if isinstance(one, Asking)))


def again(known: Everybody, now: datetime) -> Everybody | None:
    """What is known after the writes since: whoever they concerned is looked at again, on the practice's connection.

    None where everybody is to be looked at again, in a job: another day has come, a limit was changed, it cannot be
    told whom a write concerned, or it concerned many.
    """
    (seen,) = database.execute_sql(_SEEN).fetchone()
    if known.day == local_day(now) and known.seen == seen:
        return known
    concerned = _concerned(known.seen)
    if known.day != local_day(now) or concerned is None or len(concerned) > AT_ONCE:
        return None
    ids = ",".join(map(str, sorted(concerned)))
    people = [_Person(*row) for row in database.execute_sql(f"{_HERE} AND id IN ({ids})").fetchall()]
    found = _found(histories.of(person.id for person in people), thresholds.current(), now)
    told = _told(people, found, alerts.snoozes_through(database.execute_sql, ids), known.day)
    before: tuple[Drifted | Asking, ...] = (*known.drifted, *known.asking)
    told += [one for one in before if one.client_id not in concerned]
    return _in_order(known.day, seen, told)


def _concerned(seen: int) -> set[int] | None:
    """Whose records were written after this link of the trail; None when it cannot be told."""
    found = set()
    links = database.execute_sql("SELECT DISTINCT entity, entity_id, detail FROM audit WHERE seq > ?", (seen,))
    for entity, entity_id, detail in links.fetchall():
        if entity in UNREAD:
            continue
        # A visit that was given to somebody else concerns two.
        if entity not in WHOSE or "client_id" in detail:
            return None
        row = database.execute_sql(WHOSE[entity], (entity_id,)).fetchone()
        if row is None:
            return None
        found.add(row[0])
    return found
