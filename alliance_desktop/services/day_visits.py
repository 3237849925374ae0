"""Who comes on a day, each with what to know in a line."""

from collections.abc import Iterable
from datetime import date, datetime

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.appointment import Appointment, Became
from alliance_desktop.domain.client import ClientLine
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import PlanState
from alliance_desktop.domain.today import DayVisit, NoteState
from alliance_desktop.services import alerts, appointments, clients, plans
from alliance_desktop.storage.models import PromiseRow, SessionRow

# These have lines of their own on the first page, or can wait for the brief.
_NOT_HERE = frozenset({Rule.UNSIGNED, Rule.PROMISE, Rule.PLAN_STALE, Rule.NOT_ASKED})


def of(day: date, now: datetime) -> tuple[DayVisit, ...]:
    """The visits of a day in the order of its hours; what is worth asking is read for today and later alone."""
    booked = appointments.on(day)
    ids = {each.client_id for each in booked}
    lines = clients.these(ids, day)
    notes, owed = _notes(ids, day), _owed(ids, day)
    return tuple(_visit(each, lines[each.client_id], notes, owed, now) for each in booked)


def _visit(
    booked: Appointment,
    client: ClientLine,
    notes: dict[int, NoteState],
    owed: dict[int, tuple[str, ...]],
    now: datetime,
) -> DayVisit:
    note = notes.get(booked.client_id, NoteState.NONE)
    if booked.became is not Became.PLANNED or note is NoteState.SIGNED or booked.day < local_day(now):
        return DayVisit(booked, client, note)
    plan = plans.current(booked.client_id)
    due = plan is not None and plan.state(local_day(now)) is PlanState.REVIEW_DUE
    asked = tuple(alert for alert in alerts.of(booked.client_id, now) if alert.rule not in _NOT_HERE)
    return DayVisit(booked, client, note, owed.get(booked.client_id, ()), due, asked)


def _notes(ids: Iterable[int], day: date) -> dict[int, NoteState]:
    rows = SessionRow.select(SessionRow.client, SessionRow.signed_at).where(
        SessionRow.client.in_(list(ids)), SessionRow.day == day
    )
    found: dict[int, NoteState] = {}
    for row in rows:
        state = NoteState.OPEN if row.signed_at is None else NoteState.SIGNED
        # Where there are two notes the open one is the one to look at.
        if found.get(row.client_id) is not NoteState.OPEN:
            found[row.client_id] = state
    return found


def _owed(ids: Iterable[int], day: date) -> dict[int, tuple[str, ...]]:
    rows = PromiseRow.select(PromiseRow.client, PromiseRow.words).where(
        PromiseRow.client.in_(list(ids)),
        PromiseRow.done_on.is_null(),
        PromiseRow.due.is_null() | (PromiseRow.due <= day),
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in rows.order_by(PromiseRow.id):
        found[row.client_id] = (*found.get(row.client_id, ()), row.words)
    return found
