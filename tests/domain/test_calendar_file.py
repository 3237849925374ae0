"""A calendar file says when, and who only where that is wanted; notes and full names never go out."""

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.calendar_file import calendar

NOW = datetime(2026, 5, 19, 8, 0, tzinfo=UTC)


def visit(full_name: str = "Maria Feldner", chosen: str = "") -> Appointment:
    return Appointment(7, "uid-7", 1, full_name, chosen, date(2026, 5, 21), time(10, 30), 90, "Bring the sheet")


def test_it_says_when_and_how_long_without_any_name() -> None:
    assert calendar([visit()], False, NOW).split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Alliance Desktop//Visits//EN",
        "BEGIN:VEVENT", "UID:uid-7", "DTSTAMP:20260519T080000Z", "DTSTART:20260521T103000", "DURATION:PT90M",
        "SUMMARY:Visit", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_with_names_it_says_how_they_are_called_and_nothing_more() -> None:
    told = calendar([visit("Dr. Maria Feldner", "Mia; the, first")], True, NOW)
    assert "SUMMARY:Mia\\; the\\, first\r\n" in told
    assert "Feldner" not in told
    assert "sheet" not in told


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=200))
def test_lines_are_short_and_what_is_folded_reads_as_before(name: str) -> None:
    told = calendar([visit(chosen=name)], True, NOW)
    assert all(len(line.encode()) <= 75 for line in told.split("\r\n"))
    (summary,) = (line for line in told.replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY:"))
    read = summary.removeprefix("SUMMARY:").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    assert read == name
