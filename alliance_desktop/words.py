"""Every word a person reads passes through here: translation, plurals, days and counts in words."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from pathlib import Path

from alliance_desktop import resources

# The language that the words are written in.
SOURCE = "en"

# The languages that the program speaks whole, each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_for_a_while: ContextVar[gettext.NullTranslations | None] = ContextVar("for_a_while", default=None)


def speak(language: str, folder: Path | None = None) -> None:
    """Speak one language (ISO code) from now on; one without a catalogue means the words of the source."""
    global _catalogue
    _catalogue = _of(language, folder or resources.path("locale"))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for the length of a with-block, on this thread alone; nothing named changes nothing."""
    if not language:
        yield
        return
    before = _for_a_while.set(_of(language, resources.path("locale")))
    try:
        yield
    finally:
        _for_a_while.reset(before)


@cache
def _of(language: str, folder: Path) -> gettext.NullTranslations:
    # Looking for what cannot be there would cost the door some time.
    if language == SOURCE:
        return gettext.NullTranslations()
    return gettext.translation("alliance", localedir=str(folder), languages=[language], fallback=True)


def _now() -> gettext.NullTranslations:
    return _for_a_while.get() or _catalogue


def spoken() -> str:
    """The language spoken now (ISO code); the source is English."""
    return _now().info().get("language", SOURCE)


def _(message: str) -> str:
    """Return the message in the language spoken now."""
    return _now().gettext(message)


def said_as(context: str, message: str) -> str:
    """Return a message that means one thing here and another elsewhere, as ``context`` tells."""
    return _now().pgettext(context, message)


def counted(one: str, many: str, number: int) -> str:
    """Return "1 note" or "{n} notes" with the number filled in for ``{n}``."""
    return _now().ngettext(one, many, number).format(n=number)


def number_words(number: float, decimals: int | None = None) -> str:
    """Say a number as the language writes it: "7", "7.5", "1,234"; 6.25 is "6.3".

    It has one decimal where it needs one, or always as many as ``decimals``.
    """
    places = 1 if decimals is None else decimals
    # round() would go to the even digit.
    rounded = int(abs(number) * 10**places + 0.5) / 10**places
    whole, _point, rest = f"{rounded:,.{places}f}".partition(".")
    if decimals is None:
        rest = rest.rstrip("0")
    sign = "-" if number < 0 and rounded else ""
    grouped = sign + whole.replace(",", said_as("sign between thousands", ","))
    return grouped + said_as("decimal sign", ".") + rest if rest else grouped


def months() -> tuple[str, ...]:
    """The twelve month names, January first."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def weekdays() -> tuple[str, ...]:
    """The seven day names, Monday first as ``date.weekday()`` counts."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def day_words(day: date, today: date | None = None) -> str:
    """Say a day as "24 March", with its year unless ``today`` lies in the same year."""
    spoken = _("{day} {month}").format(day=day.day, month=months()[day.month - 1])
    if today is not None and today.year == day.year:
        return spoken
    return _("{day} {year}").format(day=spoken, year=day.year)


def weekday_words(day: date) -> str:
    """Say a day with its weekday and no year: "Monday 22 June"."""
    return _("{weekday} {day}").format(weekday=weekdays()[day.weekday()], day=day_words(day, day))


def clock_words(moment: datetime) -> str:
    """Say a moment's local time of day as "10:42:07"."""
    return f"{moment.astimezone():%H:%M:%S}"


def ago_words(day: date, today: date) -> str:
    """Say how long ago a day was: "today", "yesterday", "3 days ago"; a later day is said by its date."""
    days = (today - day).days
    if days < 0:
        return day_words(day, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return counted("{n} day ago", "{n} days ago", days)
