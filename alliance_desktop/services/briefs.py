"""Reads together what to know about one client before they come in."""

from datetime import datetime

from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.brief import Brief
from alliance_desktop.domain.consent import ending_soon
from alliance_desktop.domain.health_questions import grown_old
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.red_flag import newest_decisions
from alliance_desktop.services import (
    alerts,
    change_answers,
    clients,
    closing_checks,
    comforts,
    consents,
    health,
    health_answers,
    plans,
    promises,
    red_flags,
    repairs,
    sessions,
)


def brief(client_id: int, now: datetime) -> Brief:
    """The brief of one client; raises ``clients.NoSuchClient``."""
    today = local_day(now)
    plan = plans.current(client_id)
    content = plan.shown if plan is not None else PlanContent()
    visits, last = sessions.count(client_id), sessions.last(client_id)
    return Brief(
        clients.one(client_id),
        visits,
        content.what_matters,
        health.safety_of(client_id, today),
        comforts.of(client_id),
        last,
        promises.of(client_id),
        plan.open_reservations if plan is not None else (),
        content.goals,
        plan.state(today) if plan is not None else None,
        consents.to_treatment(client_id, today),
        closing_checks.waiting(client_id),
        alerts.of(client_id, now),
        _marks(content.marks, last.note.marks if last is not None else ()),
        repairs.due(client_id, today),
        change_answers.of(client_id, today),
        change_answers.last(client_id),
        red_flags.waiting(client_id, now),
        newest_decisions(red_flags.of(client_id)),
        grown_old(health_answers.last(client_id), today),
        ending_soon(consents.of(client_id), today),
    )


def _marks(planned: tuple[Mark, ...], seen: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """What was marked at the visit before, with what the plan says to leave alone; else all that the plan marks."""
    if not seen:
        return planned
    alone = (mark for mark in planned if mark.kind is MarkKind.AVOID)
    return (*(mark for mark in alone if not any(mark.same_place(other) for other in seen)), *seen)
