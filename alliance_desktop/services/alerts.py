"""What is worth asking about with one client today: their history read for the rules, and what was put off, and why."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from alliance_desktop.domain.alert import Alert, Rule, Snooze, awake, snooze
from alliance_desktop.domain.alert_history import Activity, Attendance, GoalStep, History, PlanFacts, Visit
from alliance_desktop.domain.alert_rules import alerts_of
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.appointment import Appointment, Became
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.pain_words import pain_among
from alliance_desktop.domain.plan import Plan, PlanVersion
from alliance_desktop.domain.session import Rating
from alliance_desktop.services import appointments, audit, clients, closing_checks, plans, promises, thresholds
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.visit_models import AlertSnoozeRow


def of(client_id: int, now: datetime) -> tuple[Alert, ...]:
    """What is worth asking about today and was not put off, in the order of the rules."""
    today = local_day(now)
    found = alerts_of(history(client_id), thresholds.current(), today, now)
    if clients.one(client_id).archived_at is not None:
        # Whoever was archived is not missed.
        found = tuple(alert for alert in found if alert.rule is not Rule.DRIFT)
    if not _asks_at_all():
        # Whoever works without closing checks is not told at every client that they do.
        found = tuple(alert for alert in found if alert.rule is not Rule.NOT_ASKED)
    return awake(found, _snoozes(client_id), today)


def history(client_id: int) -> History:
    """Everything the rules need to know about one client."""
    rows = [_Visited(*row) for row in database.execute_sql(_VISITS, (client_id,)).fetchall()]
    rated: dict[int, tuple[Rating, ...]] = {}
    for session_id, measure, before, after in database.execute_sql(_RATINGS, (client_id,)).fetchall():
        rated[session_id] = (*rated.get(session_id, ()), Rating(measure, before, after))
    # Somebody who answered was asked, also while nobody has looked at what they said.
    checks = {day: ClosingCheck(day) for day in closing_checks.unseen_days(client_id)}
    checks |= {kept.check.day: kept.check for kept in closing_checks.of(client_id)}
    booked = appointments.of(client_id)
    plan = plans.current(client_id)
    waiting = plan.waiting if plan is not None else None
    return History(
        (*_visits(rows, rated, checks), *_missed(booked)),
        _plan_facts(plan) if plan is not None else None,
        promises.of(client_id),
        max((each.day for each in booked if each.became is Became.PLANNED), default=None),
        tuple(datetime.fromisoformat(row.started_at) for row in rows if row.unsigned),
        local_day(waiting.made_at) if waiting is not None else None,
        pain_among(rating.measure for each in rated.values() for rating in each),
    )


# Read without the models: the brief waits for hundreds of visits.
_VISITS = "SELECT id, day, number, started_at, signed_at IS NULL FROM session WHERE client_id = ? ORDER BY day, id"
_RATINGS = (
    "SELECT r.session_id, r.measure, r.before, r.after FROM session s JOIN rating r ON r.session_id = s.id "
    "WHERE s.client_id = ? ORDER BY r.session_id, r.place"
)


class _Visited(NamedTuple):
    id: int
    day: str
    number: int
    started_at: str
    unsigned: int


def _visits(
    rows: Iterable[_Visited], rated: dict[int, tuple[Rating, ...]], checks: dict[date, ClosingCheck]
) -> tuple[Visit, ...]:
    """Each note is a visit; a check of a day without a note is one too, for somebody was here."""
    dated = [(date.fromisoformat(row.day), row) for row in rows]
    visits = [Visit(day, number=row.number, check=checks.get(day), ratings=rated.get(row.id, ())) for day, row in dated]
    noted = {day for day, _row in dated}
    return (*visits, *(Visit(day, check=check) for day, check in checks.items() if day not in noted))


def _missed(booked: Iterable[Appointment]) -> tuple[Visit, ...]:
    """Visits that were called off late or to which nobody came."""
    return tuple(Visit(each.day, _MISSED[each.became]) for each in booked if each.became in _MISSED)


_MISSED = {Became.LATE_CANCELLED: Attendance.LATE_CANCELLED, Became.NO_SHOW: Attendance.NO_SHOW}


def _plan_facts(plan: Plan) -> PlanFacts | None:
    agreed = [version for version in plan.versions if version.agreed_at is not None]
    if not agreed or plan.ending is not None:
        return None
    first, newest = agreed[0], agreed[-1]
    first_goals = {goal.uid: goal for goal in first.content.goals}
    again = newest if newest is not first else None
    goals = newest.content.goals
    return PlanFacts(
        plan.id,
        _agreed_on(first),
        _agreed_on(newest),
        newest.content.agreement.visits,
        newest.content.review_on,
        tuple(
            GoalStep(goal.uid, first_goals[goal.uid].step, goal.step if again is not None else None)
            for goal in goals
            if goal.uid in first_goals
        ),
        tuple(
            Activity(
                goal.uid,
                first_goals[goal.uid].now,
                ((_agreed_on(again), goal.now),) if again is not None and goal.now is not None else (),
            )
            for goal in goals
            if goal.uid in first_goals
        ),
    )


def _agreed_on(version: PlanVersion) -> date:
    return local_day(version.agreed_at or version.made_at)


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


def _snoozes(client_id: int) -> tuple[Snooze, ...]:
    """Of each rule and strand what was said last."""
    rows = AlertSnoozeRow.select().where(AlertSnoozeRow.client == client_id).order_by(AlertSnoozeRow.id)
    newest = {(row.rule, row.strand): row for row in rows}
    return tuple(
        Snooze(
            Rule(row.rule),
            row.until,
            row.reason,
            Strand(row.strand) if row.strand else None,
            tuple(json.loads(row.gravity)),
        )
        for row in newest.values()
    )
