"""The visits of a day bring what there is to know in a line, and say how far each is."""

from datetime import date, datetime, time, timedelta

import pytest

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.appointment import AppointmentDraft, Became
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.health import Caution, HealthDraft, HealthKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import NoteState, next_up
from alliance_desktop.services import appointments, clients, closing_checks, day_visits, health, promises, sessions

pytestmark = pytest.mark.usefixtures("practice")


def welcome(name: str, now: datetime) -> int:
    return clients.welcome(ClientDraft(name), now).id


def book(client_id: int, day: date, starts: time = time(10)) -> int:
    moment = datetime.combine(day, starts).astimezone()
    return appointments.book(AppointmentDraft(client_id, day, starts), moment).id


def test_a_visit_brings_promise_and_caution(now: datetime) -> None:
    maria, day = welcome("María Feldner", now), local_day(now)
    promises.make(maria, "Lighter calves", "", now)
    promises.make(maria, "Much later", "", now, due=day + timedelta(days=9))
    health.note(maria, HealthDraft(HealthKind.ALLERGY, "Latex", Caution.AVOID), now)
    book(maria, day)
    (visit,) = day_visits.of(day, now)
    assert visit.promises == ("Lighter calves",)
    assert visit.client.caution == "Avoid: Latex"
    assert (visit.note, visit.is_open) == (NoteState.NONE, True)


def test_it_says_how_far_the_note_of_that_day_is(now: datetime) -> None:
    maria, day = welcome("María Feldner", now), local_day(now)
    book(maria, day)
    session = sessions.begin(maria, now)
    assert day_visits.of(day, now)[0].note is NoteState.OPEN
    sessions.keep(session.id, NoteDraft(day, fields=(NoteField(NoteKey.DID, "Neck"),)), now)
    sessions.finish(session.id, "Ana Brandl", now)
    (visit,) = day_visits.of(day, now)
    assert (visit.note, visit.is_open, visit.alerts) == (NoteState.SIGNED, False, ())
    book(maria, day + timedelta(days=1))
    assert day_visits.of(day + timedelta(days=1), now)[0].note is NoteState.NONE


def test_what_is_worth_asking_is_told_of_those_who_still_come(now: datetime) -> None:
    maria, day = welcome("María Feldner", now), local_day(now)
    earlier = now - timedelta(days=7)
    sessions.begin(maria, earlier)
    low = ClosingCheck(local_day(earlier), {Strand.TOUCH: 2})
    closing_checks.type_slip(maria, low, earlier)
    made = book(maria, day)
    assert [alert.rule for alert in day_visits.of(day, now)[0].alerts] == [Rule.LOW]
    appointments.say_what_became(made, Became.NO_SHOW, now)
    assert day_visits.of(day, now)[0].alerts == ()


def test_next_is_the_first_that_is_open_and_not_over(now: datetime) -> None:
    day = local_day(now)
    first, second, third = (welcome(name, now) for name in ("A", "B", "C"))
    for client, hour in ((first, 9), (second, 11), (third, 13)):
        book(client, day, time(hour))

    def coming(hour: int, minute: int = 0) -> str:
        visit = next_up(day_visits.of(day, now), datetime.combine(day, time(hour, minute)))
        return visit.client.full_name if visit is not None else ""

    assert [coming(8), coming(9, 59), coming(10), coming(13, 59), coming(14)] == ["A", "A", "B", "C", ""]
    appointments.say_what_became(appointments.on(day)[1].id, Became.CALLED_OFF, now)
    assert coming(10) == "C"
    sessions.begin(first, now)
    assert coming(8) == "C"
