"""Whoever quietly stopped coming is found over everybody, in a job with its own view of the file."""

from datetime import datetime, time, timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.appointment import AppointmentDraft
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import alerts, appointments, clients, drift, sessions
from alliance_desktop.storage import snapshot
from alliance_desktop.storage.data_key import KeyForgotten


class Patient:
    """A job that nobody stops."""

    def report(self, done: object, total: int) -> None:
        """Go on."""


class Stopped(Exception):
    """The work was asked to stop."""


class Impatient:
    """A job that is stopped at once."""

    def report(self, done: object, total: int) -> None:
        """Stop."""
        raise Stopped


def visited(name: str, now: datetime, *ago: int) -> int:
    client_id = clients.welcome(ClientDraft(name), now - timedelta(days=400)).id
    for days in sorted(ago, reverse=True):
        moment = now - timedelta(days=days)
        session = sessions.begin(client_id, moment)
        note = NoteDraft(local_day(moment), fields=(NoteField(NoteKey.DID, "Neck"),))
        sessions.keep(session.id, note, moment)
        sessions.finish(session.id, "Ana Brandl", moment)
    return client_id


def found(practice: PracticeFolder, now: datetime) -> list[str]:
    return [each.full_name for each in drift.look(drift.order(practice, now), Patient())]


def test_those_who_stopped_are_told_newest_first_with_their_rhythm(practice: PracticeFolder, now: datetime) -> None:
    visited("Viktor", now, 34, 48, 62, 76)
    visited("Comes still", now, 10, 24, 38)
    visited("Comes monthly", now, 40, 70, 100, 130)
    visited("Once", now, 22)
    visited("Just not yet", now, 21)
    clients.welcome(ClientDraft("Never"), now)
    told = drift.look(drift.order(practice, now), Patient())
    assert [(each.full_name, each.days, each.rhythm) for each in told] == [("Once", 22, None), ("Viktor", 34, 14)]


def test_nobody_is_missed_who_is_booked_put_away_or_put_off(practice: PracticeFolder, now: datetime) -> None:
    booked, archived, put_off, gone = (visited(name, now, 40) for name in ("Booked", "Archived", "Put off", "Gone"))
    assert len(found(practice, now)) == 4
    when = local_day(now) + timedelta(days=3)
    appointments.book(AppointmentDraft(booked, when, time(9)), now)
    clients.archive(archived, now)
    clients.delete(gone, now)
    (alert,) = (each for each in alerts.of(put_off, now) if each.rule is Rule.DRIFT)
    snoozed = alerts.put_off(put_off, alert, when, "On holiday", now)
    assert found(practice, now) == []
    alerts.wake(put_off, snoozed, now)
    assert found(practice, now) == ["Put off"]


def test_it_says_what_the_rule_in_the_brief_says(practice: PracticeFolder, now: datetime) -> None:
    people = [visited(f"Client {n}", now, *(n + gap * 9 for gap in range(1 + n % 6))) for n in range(3, 40, 4)]
    missed = {c for c in people if Rule.DRIFT in {alert.rule for alert in alerts.of(c, now)}}
    assert {each.client_id for each in drift.look(drift.order(practice, now), Patient())} == missed
    assert missed


def test_it_can_be_stopped_and_forgets_its_key(practice: PracticeFolder, now: datetime) -> None:
    visited("Viktor", now, 40)
    order = drift.order(practice, now)
    with pytest.raises(Stopped):
        drift.look(order, Impatient())
    with pytest.raises(KeyForgotten):
        _ = order.key.sqlcipher


def test_a_disk_that_does_not_answer_finds_nobody_and_a_mistake_of_ours_shows(
    practice: PracticeFolder, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited("Viktor", now, 40)
    trouble = sqlcipher.OperationalError("disk I/O error")

    def refuse(*_asked: object) -> None:
        raise trouble

    monkeypatch.setattr(snapshot, "reading", refuse)
    trouble.sqlite_errorcode = sqlcipher.SQLITE_IOERR
    assert drift.look(drift.order(practice, now), Patient()) == ()
    trouble.sqlite_errorcode = sqlcipher.SQLITE_ERROR
    with pytest.raises(sqlcipher.OperationalError):
        drift.look(drift.order(practice, now), Patient())
