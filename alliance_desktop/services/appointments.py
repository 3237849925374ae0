"""Who comes when: booked, moved, called off; what is done is not taken away, it is told what became of it."""

import uuid
from dataclasses import replace
from datetime import date, datetime, time

from peewee import ModelSelect

from alliance_desktop.domain import calendar_file
from alliance_desktop.domain.appointment import (
    LONGEST,
    SHORTEST,
    Appointment,
    AppointmentDraft,
    Became,
)
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import ClientRow
from alliance_desktop.storage.visit_models import AppointmentRow
from alliance_desktop.words import _


class NoSuchAppointment(AllianceError):
    """There is no appointment with this number."""


@transaction
def book(draft: AppointmentDraft, now: datetime) -> Appointment:
    """Write down that somebody comes; who is no client yet becomes one. Raises ``NobodyComes`` and ``WhenMissing``.

    Two at one time are not refused: whoever works alone knows why.
    """
    draft = draft.checked()
    if draft.client_id is None:
        draft = replace(draft, client_id=clients.welcome(ClientDraft(draft.name), now).id)
    told = _told(draft)
    row_id = AppointmentRow.insert(uid=str(uuid.uuid4()), became=Became.PLANNED, made_at=now, **told).execute()
    audit.record("booked", "appointment", row_id, now)
    return one(row_id)


@transaction
def change(appointment_id: int, draft: AppointmentDraft, now: datetime) -> Appointment:
    """Move it, or say something else about it; raises what ``book`` does and ``NoSuchAppointment``."""
    told, before = _told(draft), one(appointment_id).draft
    changed = [name for name in ("client_id", "day", "starts", "minutes", "note") if _differs(before, draft, name)]
    if changed:
        AppointmentRow.update(**told).where(AppointmentRow.id == appointment_id).execute()
        audit.record("changed", "appointment", appointment_id, now, " ".join(changed))
    return one(appointment_id)


@transaction
def say_what_became(appointment_id: int, became: Became, now: datetime) -> Appointment:
    """Say that it was called off, in time or late, that nobody came, or that it is planned as before.

    Returns it as it was, so that this can be undone. Raises ``NoSuchAppointment``.
    """
    before = one(appointment_id)
    if became is not before.became:
        AppointmentRow.update(became=became).where(AppointmentRow.id == appointment_id).execute()
        audit.record(str(became), "appointment", appointment_id, now)
    return before


def one(appointment_id: int) -> Appointment:
    """One appointment; raises ``NoSuchAppointment``."""
    row = _all().where(AppointmentRow.id == appointment_id).first()
    if row is None:
        raise NoSuchAppointment(_("This visit is not in the book any more."))
    return _appointment(row)


def on(day: date) -> tuple[Appointment, ...]:
    """Everything of one day in the order of its hours, also what was called off; of clients who are still here."""
    return tuple(map(_appointment, _here().where(AppointmentRow.day == day)))


def ahead(first: date) -> tuple[Appointment, ...]:
    """What is planned from a day on, in order; of clients who are still here."""
    rows = _here().where(AppointmentRow.day >= first, AppointmentRow.became == Became.PLANNED)
    return tuple(map(_appointment, rows))


def of(client_id: int) -> tuple[Appointment, ...]:
    """All of one client's, oldest first."""
    return tuple(map(_appointment, _all().where(AppointmentRow.client == client_id)))


def next_of(client_id: int, now: datetime) -> Appointment | None:
    """The client's next planned one that has not ended yet."""
    local = now.astimezone().replace(tzinfo=None)
    rows = _all().where(
        AppointmentRow.client == client_id,
        AppointmentRow.day >= local.date(),
        AppointmentRow.became == Became.PLANNED,
    )
    return next((each for each in map(_appointment, rows) if each.ends > local), None)


def booked_after(client_id: int, day: date) -> Appointment | None:
    """The client's first planned one on a day later than this."""
    planned = (each for each in of(client_id) if each.became is Became.PLANNED and each.day > day)
    return next(planned, None)


@transaction
def calendar(names: bool, now: datetime) -> str:
    """What is planned from today on as a calendar file that leaves the program; the trail says so."""
    planned = ahead(local_day(now))
    audit.record("exported", "appointment", 0, now, f"{len(planned)} {'names' if names else 'no names'}")
    return calendar_file.calendar(planned, names, now)


def usual(client_id: int) -> AppointmentDraft:
    """A draft at the hour and as long as this client's newest appointment; an hour long before there is one."""
    row = AppointmentRow.select().where(AppointmentRow.client == client_id).order_by(AppointmentRow.id.desc()).first()
    if row is None:
        return AppointmentDraft(client_id)
    return AppointmentDraft(client_id, None, time.fromisoformat(row.starts), row.minutes)


def _differs(before: AppointmentDraft, draft: AppointmentDraft, name: str) -> bool:
    return bool(getattr(before, name) != getattr(draft, name))


def _told(draft: AppointmentDraft) -> dict[str, object]:
    kept = draft.checked()
    assert kept.starts is not None
    return {
        "client": kept.client_id,
        "day": kept.day,
        "starts": f"{kept.starts:%H:%M}",
        "minutes": max(SHORTEST, min(LONGEST, kept.minutes)),
        "note": kept.note.strip(),
    }


def _all() -> ModelSelect:
    rows = AppointmentRow.select(AppointmentRow, ClientRow).join(ClientRow)
    return rows.order_by(AppointmentRow.day, AppointmentRow.starts, AppointmentRow.id)


def _here() -> ModelSelect:
    return _all().where(ClientRow.deleted_at.is_null())


def _appointment(row: AppointmentRow) -> Appointment:
    client = row.client
    return Appointment(
        row.id,
        row.uid,
        row.client_id,
        client.full_name,
        client.chosen_name,
        row.day,
        time.fromisoformat(row.starts),
        row.minutes,
        row.note,
        row.became,
    )
