"""Visits to come as a calendar file (iCalendar, RFC 5545), for a calendar outside the program."""

from collections.abc import Iterable
from datetime import UTC, datetime

from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.words import _

FILE_NAME = "visits.ics"
_WIDEST = 75


def calendar(appointments: Iterable[Appointment], names: bool, now: datetime) -> str:
    """Return the file: times are local ones without a zone, so they stay what was agreed wherever it is read.

    With ``names`` each says how the client is called, never the full name; a note never goes out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Alliance Desktop//Visits//EN"]
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for each in appointments:
        told = each.called if names else _("Visit")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{each.uid}",
            f"DTSTAMP:{stamp}",
            f"DTSTART:{each.begins:%Y%m%dT%H%M%S}",
            f"DURATION:PT{each.minutes}M",
            f"SUMMARY:{_escaped(told)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> Iterable[str]:
    """Break a line that is longer than 75 bytes, never inside a letter; what goes on begins with a blank."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _WIDEST:
            yield part
            part = " "
        part += letter
    yield part
