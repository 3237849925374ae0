"""The client’s own numbers over their visits, laid into the unit square: screen and paper only draw them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from alliance_desktop.domain.measure import Better, better_of
from alliance_desktop.domain.session import Rating
from alliance_desktop.words import _, counted, day_words, number_words

Point = tuple[float, float]
MOST_SERIES = 3
HIGHEST = 10


class EventKind(StrEnum):
    """What else happened on the way."""

    PLAN = "plan"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that both may remember: a plan that was agreed, a strain that was talked about."""

    day: date
    kind: EventKind
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """One number by the day it was said, oldest first; at least one. ``span`` is the lowest and highest there can be.

    Numbers on arriving are 0 to 10.
    """

    name: str
    values: tuple[tuple[date, float], ...]
    better: Better = Better.UNKNOWN
    span: tuple[float, float] = (0, HIGHEST)

    @property
    def finding(self) -> str:
        """What it shows, as a title says it: "Tension went from 7 to 4"."""
        first, last = number_words(self.values[0][1]), number_words(self.values[-1][1])
        if len(self.values) == 1:
            return _("{name} is {n}").format(name=self.name, n=last)
        if first == last:
            return _("{name} is at {n} again").format(name=self.name, n=last)
        return _("{name} went from {first} to {last}").format(name=self.name, first=first, last=last)

    @property
    def told(self) -> str:
        """The finding in one sentence: "Tension: 7 on 1 May, 4 on 12 November; less is better."."""
        (first_on, first), (last_on, last) = ((day, number_words(n)) for day, n in (self.values[0], self.values[-1]))
        if len(self.values) == 1:
            words = _("{name}: {first} on {day}").format(name=self.name, first=first, day=day_words(first_on, last_on))
        else:
            words = _("{name}: {first} on {day}, {last} on {last_day}").format(
                name=self.name, first=first, day=day_words(first_on, last_on), last=last, last_day=day_words(last_on)
            )
        good = {Better.LESS: _("less is better"), Better.MORE: _("more is better")}.get(self.better)
        return _("{told}; {good}.").format(told=words, good=good) if good else _("{told}.").format(told=words)


@dataclass(frozen=True, slots=True)
class Chart:
    """At most three series of one span on one time axis, with what else happened between their first and last day."""

    series: tuple[Series, ...]
    events: tuple[Event, ...] = ()

    @property
    def first(self) -> date:
        return min(each.values[0][0] for each in self.series)

    @property
    def last(self) -> date:
        return max(each.values[-1][0] for each in self.series)

    def across(self, day: date) -> float:
        """How far a day is from the first (0) to the last (1); the middle where all is one day."""
        whole = (self.last - self.first).days
        return (day - self.first).days / whole if whole else 0.5

    def points(self, series: Series) -> tuple[Point, ...]:
        """Where the numbers of one series stand in the unit square; the highest is at the top (1.0)."""
        low, high = series.span
        # Asked of the chart once: with hundreds of visits it is drawn between two keys.
        first, whole = self.first, (self.last - self.first).days
        return tuple(
            ((day - first).days / whole if whole else 0.5, (value - low) / (high - low)) for day, value in series.values
        )

    @property
    def steps(self) -> tuple[float, float, float]:
        """The lowest number there can be, the middle and the highest."""
        low, high = self.series[0].span
        return low, (low + high) / 2, high

    @property
    def rows(self) -> tuple[tuple[date, tuple[float | None, ...]], ...]:
        """The same as a table: each day with the number of every series, None where there is none; newest first."""
        days = sorted({day for each in self.series for day, _value in each.values}, reverse=True)
        held = [dict(each.values) for each in self.series]
        return tuple((day, tuple(values.get(day) for values in held)) for day in days)

    @property
    def told(self) -> str:
        """All of it for ears."""
        events = [f"{day_words(event.day, self.last)}: {event.words}" for event in self.events]
        return " ".join(each.told for each in self.series) + (" " + _("; ").join(events) if events else "")


def measures(visits: Iterable[tuple[date, Sequence[Rating]]]) -> tuple[str, ...]:
    """The names of the numbers, those rated most often first; one that is written another way is the same one."""
    found: Counter[str] = Counter()
    said: dict[str, str] = {}
    for _day, ratings in visits:
        for rating in ratings:
            key = _key(rating.measure)
            if key:
                found[key] += 1
                said[key] = rating.measure.strip()
    return tuple(said[key] for key in sorted(found, key=lambda key: (-found[key], said[key])))


def series_of(name: str, visits: Iterable[tuple[date, Sequence[Rating]]]) -> Series | None:
    """One number on arriving over the visits; of two visits on a day the later one counts. None without any.

    Which way is good its name tells; where that does not, the visits do: what mostly falls during a visit is better
    when it is less, what mostly rises when it is more.
    """
    values: dict[date, int] = {}
    during = []
    for day, ratings in sorted(visits, key=lambda visit: visit[0]):
        for rating in ratings:
            if _key(rating.measure) != _key(name):
                continue
            if rating.before is not None:
                values[day] = rating.before
            if rating.before is not None and rating.after is not None:
                during.append(rating.after - rating.before)
    if not values:
        return None
    better, middle = better_of(name), median(during) if during else 0
    if better is Better.UNKNOWN and middle:
        better = Better.LESS if middle < 0 else Better.MORE
    return Series(name, tuple(sorted(values.items())), better)


def chart_of(series: Iterable[Series | None], events: Iterable[Event]) -> Chart | None:
    """A chart of the first three series that have numbers, with the events that lie within; None without any."""
    shown = tuple(each for each in series if each is not None)[:MOST_SERIES]
    if not shown:
        return None
    bare = Chart(shown)
    within = sorted((event for event in events if bare.first <= event.day <= bare.last), key=lambda event: event.day)
    return Chart(shown, tuple(within))


def visits_words(chart: Chart) -> str:
    """Say how many days with numbers there are."""
    return counted("{n} visit with numbers", "{n} visits with numbers", len(chart.rows))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
