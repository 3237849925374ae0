"""Days as people type them and as they are shown in a field."""

import re
from datetime import date

from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _, day_words, months


class NotADay(AllianceError):
    """What was typed is no day."""


def day_of(day: date) -> str:
    """Say a day in full, as a field shows it: "24 November 2026"."""
    return day_words(day)


def typed_day(typed: str) -> date | None:
    """Read a day: "24 Nov 2026", "24.11.2026", "24/11/2026", "2026-11-24"; nothing typed is None.

    Day comes before month, as in most of the world; what ``day_of`` says is read in every language;
    raises ``NotADay`` for everything else.
    """
    found = re.findall(r"\d+|[^\W\d_]+", typed.casefold())
    if not found:
        return None
    between = _between()
    parts = [part for part in found if part not in between]
    try:
        if len(parts) != 3:
            raise ValueError
        if len(parts[0]) == 4:
            return date(int(parts[0]), _month(parts[1]), int(parts[2]))
        if not parts[0].isdigit():
            parts[0], parts[1] = parts[1], parts[0]
        return date(_year(parts[2]), _month(parts[1]), int(parts[0]))
    except ValueError as trouble:
        raise NotADay(
            _("“{typed}” is not a day. Please write it like 24 November 1980.").format(typed=typed)
        ) from trouble


def _between() -> set[str]:
    """The words that the language puts between day, month and year, as in "24 de noviembre de 1980"."""
    bare = " ".join(re.sub(r"\{\w+\}", " ", pattern) for pattern in (_("{day} {month}"), _("{day} {year}")))
    return set(re.findall(r"[^\W\d_]+", bare.casefold()))


def _month(part: str) -> int:
    if part.isdigit():
        return int(part)
    names = [name.casefold() for name in months()]
    found = [number for number, name in enumerate(names, 1) if len(part) >= 3 and name.startswith(part)]
    if len(found) != 1:
        raise ValueError
    return found[0]


def _year(part: str) -> int:
    if len(part) != 4:
        raise ValueError
    return int(part)
