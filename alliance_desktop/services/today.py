"""Reads together what the first page of the day shows."""

from datetime import date, datetime

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.today import ReviewDue, Today, Unfinished, UnfinishedKind
from alliance_desktop.services import clients, consents, held_forms, plan_rows, promises, thresholds
from alliance_desktop.storage.database import database

_LATELY = 6
_UNFINISHED, _FORMS = 200, 12
_REVIEWS = 12

_HERE = "c.deleted_at IS NULL AND c.archived_at IS NULL"


def _needed(version: str) -> str:
    """How many signatures a version needs: of client and therapist, and of whom its content names besides."""
    more = (f"(json_extract({version}.content, '$.{who}') IS NOT NULL)" for who in ("guardian", "interpreter"))
    return f"(2 + {' + '.join(more)})"


# Agreed and not taken over by a newer version that all signed, nor by one that waits for signatures.
_LATER = (
    "EXISTS (SELECT 1 FROM plan_version n WHERE n.plan_id = v.plan_id AND n.number > v.number AND ("
    f"(SELECT count(*) FROM signature s WHERE s.version_id = n.id) >= {_needed('n')} OR "
    "NOT EXISTS (SELECT 1 FROM plan_event e WHERE e.version_id = n.id AND e.kind = 'withdrawn')))"
)
# Looks at indexes only: a version's own row is long, and there are as many as there were agreements.
_WAITING = (
    "WITH waiting AS MATERIALIZED (SELECT o.id FROM plan_version o WHERE (o.id NOT IN "
    "(SELECT version_id FROM signature GROUP BY version_id HAVING count(*) > 1) "
    "OR o.id IN (SELECT m.id FROM plan_version m WHERE (json_extract(m.content, '$.guardian') IS NOT NULL "
    "OR json_extract(m.content, '$.interpreter') IS NOT NULL) "
    f"AND (SELECT count(*) FROM signature s WHERE s.version_id = m.id) < {_needed('m')})) "
    "AND o.number = (SELECT max(number) FROM plan_version n WHERE n.plan_id = o.plan_id)) "
)
_REVIEW = "json_extract(v.content, '$.review_on')"
_RUNNING = "NOT EXISTS (SELECT 1 FROM plan_event e WHERE e.plan_id = p.id AND e.kind = 'ended')"
_OFFERED = "NOT EXISTS (SELECT 1 FROM plan_event e WHERE e.version_id = v.id AND e.kind = 'withdrawn')"
_SIGNED = "(SELECT count(*) FROM signature s WHERE s.version_id = v.id)"
# Running plans of people who are here, without a draft, with somebody's visit since they began.
_VISITED = (
    "WITH visited AS MATERIALIZED (SELECT p.id AS plan_id FROM client c CROSS JOIN plan p ON p.client_id = c.id "
    f"WHERE {_HERE} AND {_RUNNING} AND NOT EXISTS (SELECT 1 FROM plan_draft d WHERE d.plan_id = p.id) "
    "AND EXISTS (SELECT 1 FROM session n WHERE n.client_id = p.client_id "
    "AND n.day > date(p.started_at, 'localtime'))) "
)


def today(now: datetime) -> Today:
    """What is unfinished, owed and due at this moment."""
    day = local_day(now)
    unfinished = sorted(_notes() + _drafts() + _to_sign(), key=lambda one: one.day)
    return Today(
        day,
        clients.lately(_LATELY, day),
        held_forms.waiting(_FORMS),
        tuple(unfinished),
        promises.due(day),
        _reviews(day),
        clients.count(),
        consents.ending(day),
    )


def _unfinished(kind: UnfinishedKind, query: str) -> list[Unfinished]:
    rows = database.execute_sql(query, (_UNFINISHED,))
    return [
        Unfinished(kind, row_id, client_id, name, local_day(datetime.fromisoformat(at)), chosen)
        for row_id, client_id, name, at, chosen in rows
    ]


def _notes() -> list[Unfinished]:
    rows = database.execute_sql(
        "SELECT n.id, n.client_id, c.full_name, n.day, c.chosen_name FROM session n "
        "JOIN client c ON c.id = n.client_id "
        f"WHERE n.signed_at IS NULL AND {_HERE} ORDER BY n.day LIMIT ?",
        (_UNFINISHED,),
    )
    return [
        Unfinished(UnfinishedKind.NOTE, row_id, client_id, name, date.fromisoformat(day), chosen)
        for row_id, client_id, name, day, chosen in rows
    ]


def _drafts() -> list[Unfinished]:
    return _unfinished(
        UnfinishedKind.PLAN_DRAFT,
        "SELECT p.id, p.client_id, c.full_name, d.saved_at, c.chosen_name FROM plan_draft d "
        "CROSS JOIN plan p ON p.id = d.plan_id "
        f"JOIN client c ON c.id = p.client_id WHERE {_HERE} AND {_RUNNING} ORDER BY d.saved_at LIMIT ?",
    )


def _to_sign() -> list[Unfinished]:
    return _unfinished(
        UnfinishedKind.PLAN_TO_SIGN,
        f"{_WAITING} SELECT p.id, p.client_id, c.full_name, v.made_at, c.chosen_name FROM waiting "
        "CROSS JOIN plan_version v ON v.id = waiting.id "
        "JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id "
        f"WHERE {_HERE} AND {_RUNNING} AND {_OFFERED} ORDER BY v.made_at LIMIT ?",
    )


def _reviews(day: date) -> tuple[ReviewDue, ...]:
    by_day = _reviews_by_day(day)
    told = {review.client_id for review in by_day}
    return (*by_day, *(review for review in _reviews_by_visits() if review.client_id not in told))[:_REVIEWS]


def _reviews_by_day(day: date) -> tuple[ReviewDue, ...]:
    rows = database.execute_sql(
        f"SELECT p.client_id, c.full_name, {_REVIEW} AS due, c.chosen_name "
        "FROM plan_version v JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id "
        f"WHERE {_HERE} AND {_RUNNING} AND {_REVIEW} <= ? AND {_SIGNED} >= {_needed('v')} AND NOT {_LATER} "
        "AND NOT EXISTS (SELECT 1 FROM plan_draft d WHERE d.plan_id = p.id) ORDER BY due LIMIT ?",
        (day.isoformat(), _REVIEWS),
    )
    return tuple(ReviewDue(client_id, name, date.fromisoformat(due), chosen) for client_id, name, due, chosen in rows)


def _reviews_by_visits() -> tuple[ReviewDue, ...]:
    """Plans of which so many visits are done that it is time to look; only of people with a visit since."""
    rows = database.execute_sql(
        f"{_VISITED} SELECT client_id, full_name, chosen_name, done, visits FROM (SELECT p.client_id, c.full_name, "
        f"c.chosen_name, {plan_rows.VISITS_SINCE} AS done, json_extract(v.content, '$.agreement.visits') AS visits "
        "FROM visited JOIN plan p ON p.id = visited.plan_id JOIN client c ON c.id = p.client_id "
        "JOIN plan_version v ON v.plan_id = p.id "
        f"WHERE {_SIGNED} >= {_needed('v')} AND NOT {_LATER}) "
        "WHERE visits IS NOT NULL AND done * 100 >= visits * ? ORDER BY done * 1.0 / visits DESC, full_name LIMIT ?",
        (thresholds.current().review_early_percent, _REVIEWS),
    )
    return tuple(
        ReviewDue(client_id, name, None, chosen, done, visits) for client_id, name, chosen, done, visits in rows
    )
