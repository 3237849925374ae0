"""What is worth asking about with one client today: their history read for the rules, and what was put off, and why."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from alliance_desktop.domain.alert import Alert, Rule, Snooze, awake, snooze
from alliance_desktop.domain.alert_rules import alerts_of
from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import audit, clients, histories, thresholds
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.visit_models import AlertSnoozeRow


def of(client_id: int, now: datetime) -> tuple[Alert, ...]:
    """What is worth asking about today and was not put off, in the order of the rules."""
    today = local_day(now)
    found = alerts_of(histories.of([client_id])[client_id], thresholds.current(), today, now)
    if clients.one(client_id).archived_at is not None:
        # Whoever was archived is not missed.
        found = tuple(alert for alert in found if alert.rule is not Rule.DRIFT)
    if not _asks_at_all():
        # Whoever works without closing checks is not told at every client that they do.
        found = tuple(alert for alert in found if alert.rule is not Rule.NOT_ASKED)
    put_off = snoozes_through(database.execute_sql, str(client_id))
    return awake(found, put_off.get(client_id, ()), today)


def _asks_at_all() -> bool:
    return (
        database.execute_sql("SELECT 1 FROM closing_check WHERE taken_back_at IS NULL LIMIT 1").fetchone() is not None
    )


@transaction
def put_off(client_id: int, alert: Alert, until: date, reason: str, now: datetime) -> Snooze:
    """Leave an alert in peace until a day, unless it gets worse; the reason is kept.

    Raises ``alert.ReasonMissing`` and ``alert.NotLater``.
    """
    made = snooze(alert, until, reason, local_day(now))
    _write(client_id, made, now)
    return made


@transaction
def wake(client_id: int, snoozed: Snooze, now: datetime) -> Snooze:
    """Undo ``put_off``: from now on nothing silences the alert; that it was put off stays in the file."""
    ended = Snooze(snoozed.rule, local_day(now), snoozed.reason, snoozed.strand, snoozed.gravity)
    _write(client_id, ended, now)
    return ended


def _write(client_id: int, made: Snooze, now: datetime) -> None:
    row_id = AlertSnoozeRow.insert(
        client=client_id,
        rule=str(made.rule),
        strand=str(made.strand or ""),
        gravity=json.dumps(made.gravity),
        until=made.until,
        reason=made.reason,
        at=now,
    ).execute()
    audit.record("put off", "alert", row_id, now, str(made.rule))


def snoozes_through(execute: Callable[[str], Any], whose: str) -> dict[int, tuple[Snooze, ...]]:
    """Of each client, rule and strand what was said last, through any connection; ``whose`` is SQL for their ids."""
    newest: defaultdict[int, dict[tuple[str, str], Snooze]] = defaultdict(dict)
    for client_id, rule, strand, gravity, until, reason in execute(
        "SELECT client_id, rule, strand, gravity, until, reason FROM alert_snooze "
        f"WHERE client_id IN ({whose}) ORDER BY id"
    ):
        worst = tuple(json.loads(gravity))
        newest[client_id][rule, strand] = Snooze(
            Rule(rule), date.fromisoformat(until), reason, Strand(strand) if strand else None, worst
        )
    return {client_id: tuple(told.values()) for client_id, told in newest.items()}
