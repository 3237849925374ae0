"""What is worth asking about: read from what is stored, put off with a reason, and back when it gets worse."""

from datetime import date, datetime, timedelta

import pytest

from alliance_desktop.domain.alert import NotLater, ReasonMissing, Rule
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey, Rating
from alliance_desktop.services import alerts, clients, closing_checks, promises, sessions
from alliance_desktop.storage.visit_models import AlertSnoozeRow

pytestmark = pytest.mark.usefixtures("practice")
WEEK = timedelta(days=7)


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def visited(client_id: int, at: datetime, ache: int | None = None, touch: int | None = None) -> None:
    note = sessions.begin(client_id, at)
    ratings = (Rating("Shoulder ache", ache, None),) if ache is not None else ()
    day = local_day(at)
    draft = NoteDraft(day, NoteFormat.QUICK, (NoteField(NoteKey.DID, "Long strokes"),), ratings)
    sessions.keep(note.id, draft, at)
    sessions.finish(note.id, "Ana", at)
    if touch is not None:
        answered(client_id, day, {Strand.TOUCH: touch}, at)


def answered(client_id: int, day: date, answers: dict[Strand, int], at: datetime) -> None:
    closing_checks.type_slip(client_id, ClosingCheck(day, answers), at)


def rules(client_id: int, now: datetime) -> list[Rule]:
    return [alert.rule for alert in alerts.of(client_id, now)]


def test_a_touch_that_fell_is_worth_asking_about(maria: int, now: datetime) -> None:
    for weeks, touch in enumerate((5, 5, 4, 3)):
        visited(maria, now + weeks * WEEK, touch=touch)
    found = alerts.of(maria, now + 3 * WEEK)
    assert [(alert.rule, alert.strand) for alert in found][:2] == [
        (Rule.LOW, Strand.TOUCH),
        (Rule.DROP, Strand.TOUCH),
    ]


def test_what_was_answered_on_a_day_without_a_note_counts(maria: int, now: datetime) -> None:
    answered(maria, local_day(now), {Strand.BOND: 2}, now)
    assert Rule.LOW in rules(maria, now)


def test_pain_that_rose_is_worth_asking_about(maria: int, now: datetime) -> None:
    visited(maria, now, ache=4)
    visited(maria, now + WEEK, ache=5)
    assert Rule.WORSE not in rules(maria, now + WEEK)
    visited(maria, now + 2 * WEEK, ache=6)
    assert Rule.WORSE in rules(maria, now + 2 * WEEK)


def test_whoever_never_asks_is_not_told_so_at_every_client(maria: int, now: datetime) -> None:
    for weeks in range(4):
        visited(maria, now + weeks * WEEK)
    assert Rule.NOT_ASKED not in rules(maria, now + 3 * WEEK)
    other = clients.welcome(ClientDraft("Jonas Wehrling"), now).id
    answered(other, local_day(now), {Strand.BOND: 5}, now)
    assert Rule.NOT_ASKED in rules(maria, now + 3 * WEEK)


def test_a_promise_past_its_day_and_a_long_silence_are_told(maria: int, now: datetime) -> None:
    visited(maria, now)
    promises.make(maria, "Heater on", "It is cold", now, due=local_day(now) + timedelta(days=3))
    assert set(rules(maria, now + 4 * WEEK)) == {Rule.DRIFT, Rule.PROMISE}
    assert rules(maria, now + timedelta(days=2)) == []


def test_an_alert_is_put_off_with_a_reason_and_comes_back_when_it_gets_worse(maria: int, now: datetime) -> None:
    answered(maria, local_day(now), {Strand.BOND: 3}, now)
    (alert,) = alerts.of(maria, now)
    alerts.put_off(maria, alert, local_day(now) + 2 * WEEK, "We spoke of it", now)
    assert rules(maria, now + WEEK) == []
    assert rules(maria, now + 2 * WEEK) == [Rule.LOW]
    later = now + timedelta(days=8)
    answered(maria, local_day(later), {Strand.BOND: 2}, later)
    assert Rule.LOW in rules(maria, later)
    assert [row.reason for row in AlertSnoozeRow.select()] == ["We spoke of it"]


def test_putting_off_is_undone_and_both_stay_in_the_file(maria: int, now: datetime) -> None:
    answered(maria, local_day(now), {Strand.BOND: 3}, now)
    (alert,) = alerts.of(maria, now)
    made = alerts.put_off(maria, alert, local_day(now) + WEEK, "We spoke of it", now)
    alerts.wake(maria, made, now)
    assert rules(maria, now) == [Rule.LOW]
    assert AlertSnoozeRow.select().count() == 2


def test_without_a_reason_or_a_day_to_come_nothing_is_put_off(maria: int, now: datetime) -> None:
    answered(maria, local_day(now), {Strand.BOND: 3}, now)
    (alert,) = alerts.of(maria, now)
    with pytest.raises(ReasonMissing):
        alerts.put_off(maria, alert, local_day(now) + WEEK, " ", now)
    with pytest.raises(NotLater):
        alerts.put_off(maria, alert, local_day(now), "We spoke of it", now)


def test_whoever_was_archived_is_not_missed(maria: int, now: datetime) -> None:
    visited(maria, now)
    assert rules(maria, now + 4 * WEEK) == [Rule.DRIFT]
    clients.archive(maria, now)
    assert rules(maria, now + 4 * WEEK) == []


def test_an_answer_that_nobody_looked_at_was_asked_for_and_tells_nothing_yet(maria: int, now: datetime) -> None:
    for weeks in range(4):
        visited(maria, now + weeks * WEEK, touch=5 if weeks == 0 else None)
    later = now + 4 * WEEK
    assert Rule.NOT_ASKED in rules(maria, later)
    third = now + 2 * WEEK
    closing_checks.keep(maria, ClosingCheck(local_day(third), {Strand.BOND: 1}), False, third)
    assert rules(maria, later) == []
