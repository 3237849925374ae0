"""An appointment needs somebody and a time; two at one time are told, never refused."""

from datetime import date, datetime, time

import pytest

from alliance_desktop.domain.appointment import (
    Appointment,
    AppointmentDraft,
    Became,
    NobodyComes,
    WhenMissing,
    overlapping,
)

DAY = date(2026, 5, 19)


def booked(id_: int, starts: time, minutes: int = 60, became: Became = Became.PLANNED) -> Appointment:
    return Appointment(id_, f"uid-{id_}", 1, "Maria Feldner", "", DAY, starts, minutes, became=became)


def test_it_needs_somebody_known_or_new_and_a_time() -> None:
    assert AppointmentDraft(1, DAY, time(10)).checked().client_id == 1
    assert AppointmentDraft(None, DAY, time(10), name="Tom Ackerlund").checked().name == "Tom Ackerlund"
    with pytest.raises(NobodyComes):
        AppointmentDraft(None, DAY, time(10), name=" ").checked()
    with pytest.raises(WhenMissing):
        AppointmentDraft(1, DAY).checked()
    with pytest.raises(WhenMissing):
        AppointmentDraft(1, None, time(10)).checked()


def test_only_what_shares_a_minute_overlaps() -> None:
    others = [
        booked(1, time(9)),
        booked(2, time(11, 30)),
        booked(3, time(10, 30), became=Became.CALLED_OFF),
        booked(4, time(10, 15), 30),
    ]
    meant = AppointmentDraft(1, DAY, time(10), 90)
    assert [other.id for other in overlapping(meant, others)] == [4]
    assert overlapping(meant, others, but=4) == ()
    assert overlapping(AppointmentDraft(1, DAY), others) == ()
    assert [other.id for other in overlapping(AppointmentDraft(1, DAY, time(9, 59), 1), others)] == [1]


def test_a_long_one_ends_on_the_next_day() -> None:
    assert booked(1, time(23, 30), 60).ends == datetime(2026, 5, 20, 0, 30)  # noqa: DTZ001 (the room's own clock)
