"""Every word a person reads passes through here: translation, plurals, days and counts in words."""

import gettext
from datetime import date, datetime
from pathlib import Path

# The language that the words are written in.
SOURCE = "en"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str, folder: Path) -> None:
    """Use the catalogue of one language (ISO code) from ``folder``; a missing one means the words of the source."""
    global _catalogue
    if language == SOURCE:
        # Looking for what cannot be there would cost the door some time.
        _catalogue = gettext.NullTranslations()
        return
    _catalogue = gettext.translation("alliance", localedir=str(folder), languages=[language], fallback=True)


def spoken() -> str:
    """The language spoken now (ISO code); the source is English."""
    return _catalogue.info().get("language", "en")


def _(message: str) -> str:
    """Return the message in the language spoken now."""
    return _catalogue.gettext(message)


def counted(one: str, many: str, number: int) -> str:
    """Return "1 note" or "{n} notes" with the number filled in for ``{n}``."""
    return _catalogue.ngettext(one, many, number).format(n=number)


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
