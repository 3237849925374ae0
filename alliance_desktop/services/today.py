"""Reads together what the first page of the day shows."""

from datetime import date, datetime

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.today import ReviewDue, Today, Unfinished, UnfinishedKind
from alliance_desktop.services import clients, held_forms, promises
from alliance_desktop.storage.database import database

_LATELY = 6
_UNFINISHED = 12

_HERE = "c.deleted_at IS NULL AND c.archived_at IS NULL"
# Agreed and not taken over by a newer version that both signed, nor by one that waits for signatures.
_LATER = (
    "EXISTS (SELECT 1 FROM plan_version n WHERE n.plan_id = v.plan_id AND n.number > v.number AND ("
    "(SELECT count(*) FROM signature s WHERE s.version_id = n.id) >= 2 OR "
    "NOT EXISTS (SELECT 1 FROM plan_event e WHERE e.version_id = n.id AND e.kind = 'withdrawn')))"
)
# Looks at indexes only: a version's own row is long, and there are as many as there were agreements.
_WAITING = (
    "WITH waiting AS MATERIALIZED (SELECT o.id FROM plan_version o WHERE o.id NOT IN "
    "(SELECT version_id FROM signature GROUP BY version_id HAVING count(*) > 1) "
    "AND o.number = (SELECT max(number) FROM plan_version n WHERE n.plan_id = o.plan_id)) "
)
_REVIEW = "json_extract(v.content, '$.review_on')"
_RUNNING = "NOT EXISTS (SELECT 1 FROM plan_event e WHERE e.plan_id = p.id AND e.kind = 'ended')"
_OFFERED = "NOT EXISTS (SELECT 1 FROM plan_event e WHERE e.version_id = v.id AND e.kind = 'withdrawn')"
_SIGNED = "(SELECT count(*) FROM signature s WHERE s.version_id = v.id)"


def today(now: datetime) -> Today:
    """What is unfinished, owed and due at this moment."""
    day = local_day(now)
    unfinished = sorted(_notes() + _drafts() + _to_sign(), key=lambda one: one.day, reverse=True)
    return Today(
        day,
        clients.lately(_LATELY, day),
        held_forms.waiting(_UNFINISHED),
        tuple(unfinished[:_UNFINISHED]),
        promises.due(day),
        _reviews(day),
        clients.count(),
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
        f"WHERE n.signed_at IS NULL AND {_HERE} ORDER BY n.day DESC LIMIT ?",
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
        f"JOIN client c ON c.id = p.client_id WHERE {_HERE} AND {_RUNNING} ORDER BY d.saved_at DESC LIMIT ?",
    )


def _to_sign() -> list[Unfinished]:
    return _unfinished(
        UnfinishedKind.PLAN_TO_SIGN,
        f"{_WAITING} SELECT p.id, p.client_id, c.full_name, v.made_at, c.chosen_name FROM waiting "
        "CROSS JOIN plan_version v ON v.id = waiting.id "
        "JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id "
        f"WHERE {_HERE} AND {_RUNNING} AND {_OFFERED} ORDER BY v.made_at DESC LIMIT ?",
    )


def _reviews(day: date) -> tuple[ReviewDue, ...]:
    rows = database.execute_sql(
        f"SELECT p.client_id, c.full_name, {_REVIEW} AS due, c.chosen_name "
        "FROM plan_version v JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id "
        f"WHERE {_HERE} AND {_RUNNING} AND {_REVIEW} <= ? AND {_SIGNED} >= 2 AND NOT {_LATER} "
        "AND NOT EXISTS (SELECT 1 FROM plan_draft d WHERE d.plan_id = p.id) ORDER BY due LIMIT 12",
        (day.isoformat(),),
    )
    return tuple(ReviewDue(client_id, name, date.fromisoformat(due), chosen) for client_id, name, due, chosen in rows)
