"""Who comes when is kept, moved and told what became of; nothing of it is taken away, and the trail knows."""

from datetime import date, datetime, time, timedelta

import pytest

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.appointment import AppointmentDraft, Became, NobodyComes, WhenMissing
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import alerts, appointments, audit, clients, sessions

pytestmark = pytest.mark.usefixtures("practice")


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("María Feldner", chosen_name="Mia"), now).id


def at(client_id: int | None, day: date, hour: int = 10, **more: object) -> AppointmentDraft:
    return AppointmentDraft(client_id, day, time(hour), **more)  # type: ignore[arg-type]


def test_a_day_is_told_in_the_order_of_its_hours(maria: int, now: datetime) -> None:
    day = local_day(now)
    tom = clients.welcome(ClientDraft("Tom Ackerlund"), now).id
    late = appointments.book(at(maria, day, 15, note="  Ask about the garden "), now)
    early = appointments.book(at(tom, day, 9, minutes=90), now)
    appointments.book(at(tom, day + timedelta(days=1)), now)
    assert [each.id for each in appointments.on(day)] == [early.id, late.id]
    assert (late.called, late.note, late.minutes) == ("Mia", "Ask about the garden", 60)
    assert [each.client_id for each in appointments.ahead(day)] == [tom, maria, tom]
    appointments.book(at(tom, day, 14, minutes=45), now)
    assert appointments.usual(tom) == AppointmentDraft(tom, None, time(14), 45)
    new = clients.welcome(ClientDraft("New"), now).id
    assert appointments.usual(new) == AppointmentDraft(new, None, None, 60)


def test_who_is_new_becomes_a_client_and_nobody_is_left_behind_by_a_refusal(now: datetime) -> None:
    made = appointments.book(at(None, local_day(now), name="Tom Ackerlund"), now)
    assert clients.one(made.client_id).full_name == "Tom Ackerlund"
    with pytest.raises(NobodyComes):
        appointments.book(at(None, local_day(now)), now)
    with pytest.raises(WhenMissing):
        appointments.book(AppointmentDraft(None, local_day(now), name="Somebody"), now)
    assert clients.count() == 1


def test_it_is_moved_and_the_trail_tells_which_fields(maria: int, now: datetime) -> None:
    made = appointments.book(at(maria, local_day(now)), now)
    moved = appointments.change(made.id, at(maria, local_day(now) + timedelta(days=2), 11), now)
    assert (moved.day, moved.starts, moved.uid) == (local_day(now) + timedelta(days=2), time(11), made.uid)
    appointments.change(made.id, moved.draft, now)
    told = [(line.action, line.detail) for line in audit.lines() if line.entity == "appointment"]
    assert told == [("changed", "day starts"), ("booked", "")]


def test_the_next_one_is_what_is_planned_and_not_over(maria: int, now: datetime) -> None:
    local = now.astimezone().replace(tzinfo=None)
    over = AppointmentDraft(maria, local.date(), (local - timedelta(minutes=90)).time().replace(second=0), 60)
    appointments.book(over, now)
    assert appointments.next_of(maria, now) is None
    running = AppointmentDraft(maria, local.date(), (local - timedelta(minutes=30)).time().replace(second=0), 60)
    made = appointments.book(running, now)
    assert appointments.next_of(maria, now) == made
    appointments.say_what_became(made.id, Became.CALLED_OFF, now)
    assert appointments.next_of(maria, now) is None


def test_what_became_of_it_is_kept_and_can_be_undone(maria: int, now: datetime) -> None:
    made = appointments.book(at(maria, local_day(now)), now)
    before = appointments.say_what_became(made.id, Became.NO_SHOW, now)
    assert before.became is Became.PLANNED
    assert appointments.one(made.id).became is Became.NO_SHOW
    assert [each.id for each in appointments.on(local_day(now))] == [made.id]
    assert appointments.ahead(local_day(now)) == ()
    appointments.say_what_became(made.id, before.became, now)
    assert appointments.one(made.id) == made
    with pytest.raises(appointments.NoSuchAppointment):
        appointments.one(made.id + 1)


def test_whoever_was_deleted_is_not_in_the_book(maria: int, now: datetime) -> None:
    appointments.book(at(maria, local_day(now)), now)
    clients.delete(maria, now)
    assert appointments.on(local_day(now)) == ()
    assert appointments.ahead(local_day(now)) == ()


def rules(client_id: int, now: datetime) -> set[Rule]:
    return {alert.rule for alert in alerts.of(client_id, now)}


def test_who_has_not_come_for_long_is_not_missed_while_something_is_booked(maria: int, now: datetime) -> None:
    sessions.begin(maria, now - timedelta(days=40))
    assert Rule.DRIFT in rules(maria, now)
    made = appointments.book(at(maria, local_day(now) + timedelta(days=3)), now)
    assert Rule.DRIFT not in rules(maria, now)
    appointments.say_what_became(made.id, Became.CALLED_OFF, now)
    assert Rule.DRIFT in rules(maria, now)


def test_two_of_the_last_visits_that_did_not_take_place_are_worth_asking(maria: int, now: datetime) -> None:
    for days, became in ((14, Became.NO_SHOW), (7, Became.LATE_CANCELLED)):
        made = appointments.book(at(maria, local_day(now) - timedelta(days=days)), now)
        assert Rule.MISSED not in rules(maria, now)
        appointments.say_what_became(made.id, became, now)
    assert Rule.MISSED in rules(maria, now)


def test_a_calendar_file_holds_what_is_planned_from_today_on_and_the_trail_says_it_left(
    maria: int, now: datetime
) -> None:
    for days in (-1, 0, 5):
        appointments.book(at(maria, local_day(now) + timedelta(days=days)), now)
    assert appointments.calendar(False, now).count("BEGIN:VEVENT") == 2
    assert "Mia" in appointments.calendar(True, now)
    told = [line.detail for line in audit.lines() if line.action == "exported"]
    assert told == ["2 names", "2 no names"]
