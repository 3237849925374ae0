"""What is worth asking, and who quietly stopped coming, over everybody in a job, and then client by client."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.alert_history import History
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.appointment import AppointmentDraft, Became
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import Everybody
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import (
    alerts,
    appointments,
    clients,
    closing_checks,
    everybody,
    histories,
    sessions,
    thresholds,
)
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


def seen(practice: PracticeFolder, now: datetime) -> Everybody:
    told = everybody.look(everybody.order(practice, now), Patient())
    assert told is not None
    return told


def missed(practice: PracticeFolder, now: datetime) -> list[str]:
    return [each.full_name for each in seen(practice, now).drifted]


def asked(told: Everybody | None) -> list[tuple[str, Rule]]:
    assert told is not None
    return [(each.full_name, each.alert.rule) for each in told.asking]


def answered(client_id: int, day: date, answer: int, now: datetime) -> int:
    return closing_checks.type_slip(client_id, ClosingCheck(day, dict.fromkeys(Strand, answer)), now).id


def booked(client_id: int, day: date, now: datetime) -> int:
    return appointments.book(AppointmentDraft(client_id, day, time(9)), now).id


def test_those_who_stopped_are_told_newest_first_with_their_rhythm(practice: PracticeFolder, now: datetime) -> None:
    visited("Viktor", now, 34, 48, 62, 76)
    visited("Comes still", now, 10, 24, 38)
    visited("Comes monthly", now, 40, 70, 100, 130)
    visited("Once", now, 22)
    visited("Just not yet", now, 21)
    clients.welcome(ClientDraft("Never"), now)
    told = seen(practice, now).drifted
    assert [(each.full_name, each.days, each.rhythm) for each in told] == [("Once", 22, None), ("Viktor", 34, 14)]


def test_nobody_is_missed_who_is_booked_put_away_or_put_off(practice: PracticeFolder, now: datetime) -> None:
    expected, archived, put_off, gone = (visited(name, now, 40) for name in ("Booked", "Archived", "Put off", "Gone"))
    assert len(missed(practice, now)) == 4
    when = local_day(now) + timedelta(days=3)
    booked(expected, when, now)
    clients.archive(archived, now)
    clients.delete(gone, now)
    (alert,) = (each for each in alerts.of(put_off, now) if each.rule is Rule.DRIFT)
    snoozed = alerts.put_off(put_off, alert, when, "On holiday", now)
    assert missed(practice, now) == []
    alerts.wake(put_off, snoozed, now)
    assert missed(practice, now) == ["Put off"]


def test_it_says_what_the_rule_in_the_brief_says(practice: PracticeFolder, now: datetime) -> None:
    people = [visited(f"Client {n}", now, *(n + gap * 9 for gap in range(1 + n % 6))) for n in range(3, 40, 4)]
    gone = {c for c in people if Rule.DRIFT in {alert.rule for alert in alerts.of(c, now)}}
    assert {each.client_id for each in seen(practice, now).drifted} == gone
    assert gone


def test_what_is_worth_a_thought_is_told_of_whoever_was_here_last_first(
    practice: PracticeFolder, now: datetime
) -> None:
    today = local_day(now)
    for name, ago, answer in (("Low long ago", 30, 2), ("Low", 9, 3), ("Lower", 12, 1), ("High", 8, 5)):
        answered(visited(name, now, ago), today - timedelta(days=ago), answer, now)
    assert asked(seen(practice, now)) == [("Low", Rule.LOW), ("Lower", Rule.LOW)]


def test_what_is_asked_face_to_face_waits_for_a_visit_that_is_booked(practice: PracticeFolder, now: datetime) -> None:
    today = local_day(now)
    low, stays_low = (visited(name, now, 14, 7) for name in ("Low", "Stays low"))
    answered(low, today - timedelta(days=7), 3, now)
    for days in (14, 7):
        answered(stays_low, today - timedelta(days=days), 2, now)
    assert asked(seen(practice, now)) == [("Low", Rule.LOW), ("Stays low", Rule.STAYS_LOW)]
    for client_id in (low, stays_low):
        booked(client_id, today + timedelta(days=3), now)
    assert asked(seen(practice, now)) == [("Stays low", Rule.STAYS_LOW)]


def test_after_a_write_only_whom_it_concerned_is_looked_at_again(
    practice: PracticeFolder, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = local_day(now)
    maria, jonas = visited("Maria", now, 7), visited("Jonas", now, 8)
    known = seen(practice, now)
    assert everybody.again(known, now) is known
    read: list[int] = []
    of = histories.of

    def watched(ids: Iterable[int]) -> dict[int, History]:
        read.extend(ids := list(ids))
        return of(ids)

    monkeypatch.setattr(histories, "of", watched)
    answered(jonas, today - timedelta(days=8), 2, now)
    known = again(known, now)
    assert (asked(known), read) == ([("Jonas", Rule.LOW)], [jonas])
    check = answered(maria, today - timedelta(days=7), 1, now)
    known = again(known, now)
    assert asked(known) == [("Maria", Rule.LOW), ("Jonas", Rule.LOW)]
    closing_checks.take_back(check, now)
    (alert,) = (each for each in alerts.of(jonas, now) if each.strand is Strand.BOND)
    alerts.put_off(jonas, alert, today + timedelta(days=9), "We spoke of it", now)
    booked(jonas, today + timedelta(days=3), now)
    clients.archive(maria, now)
    assert asked(again(known, now)) == []


def again(known: Everybody, now: datetime) -> Everybody:
    told = everybody.again(known, now)
    assert told is not None
    return told


def test_whoever_stayed_away_and_books_is_not_missed_any_more(practice: PracticeFolder, now: datetime) -> None:
    viktor = visited("Viktor", now, 40)
    known = seen(practice, now)
    assert [each.full_name for each in known.drifted] == ["Viktor"]
    appointment = booked(viktor, local_day(now) + timedelta(days=3), now)
    known = again(known, now)
    assert known.drifted == ()
    appointments.say_what_became(appointment, Became.CALLED_OFF, now)
    assert [each.full_name for each in again(known, now).drifted] == ["Viktor"]


def test_everybody_is_looked_at_again_on_another_day_and_for_another_limit(
    practice: PracticeFolder, now: datetime
) -> None:
    maria = visited("Maria", now, 7)
    known = seen(practice, now)
    assert everybody.again(known, now + timedelta(days=1)) is None
    session = sessions.begin(maria, now)
    sessions.discard(session.id, now)
    assert everybody.again(known, now) is None
    known = seen(practice, now)
    thresholds.keep("drift_days", 30, now)
    assert everybody.again(known, now) is None
    known = seen(practice, now)
    for n in range(everybody.AT_ONCE + 1):
        clients.welcome(ClientDraft(f"Client {n}"), now)
    assert everybody.again(known, now) is None


def test_client_by_client_tells_the_same_as_everybody_at_once(practice: PracticeFolder, now: datetime) -> None:
    today = local_day(now)
    known = seen(practice, now)
    for n in range(12):
        client_id = visited(f"Client {n}", now, *(3 + 4 * n + 9 * gap for gap in range(1 + n % 4)))
        answered(client_id, today - timedelta(days=3 + 4 * n), 1 + n % 5, now)
        if n % 3 == 0:
            booked(client_id, today + timedelta(days=n), now)
        known = again(known, now)
    whole = seen(practice, now)
    assert known == whole
    assert known.asking
    assert known.drifted


def test_the_trail_speaks_of_nothing_that_is_not_known_here() -> None:
    written = "".join(path.read_text() for path in Path(everybody.__file__).parent.glob("*.py"))
    named = set(re.findall(r"audit\.record\(\s*[^,]+,\s*\"([^\"]+)\"", written))
    assert len(named) > 20
    assert named - everybody.WHOSE.keys() - everybody.UNREAD == {"alert threshold"}


def test_it_can_be_stopped_and_forgets_its_key(practice: PracticeFolder, now: datetime) -> None:
    visited("Viktor", now, 40)
    order = everybody.order(practice, now)
    with pytest.raises(Stopped):
        everybody.look(order, Impatient())
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
    assert everybody.look(everybody.order(practice, now), Patient()) is None
    trouble.sqlite_errorcode = sqlcipher.SQLITE_ERROR
    with pytest.raises(sqlcipher.OperationalError):
        everybody.look(everybody.order(practice, now), Patient())
