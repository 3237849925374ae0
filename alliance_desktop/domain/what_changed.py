"""What has become of one of the client’s numbers, in plain words, with the rule that says so and where it comes from.

Pain is judged by what matters to people with pain. Every other number is the client's own, with no sample to compare
with: it is judged by where it usually lay at first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alliance_desktop.domain.chart import Chart, Series
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.pain_words import pain_among
from alliance_desktop.domain.real_change import (
    FEWEST_RATINGS,
    PAIN_MAY_BE_CHANCE,
    ActivityChange,
    ActivityMeans,
    PainChange,
    UsualRange,
    activity_change,
    activity_classes_words,
    pain_chance_words,
    pain_change,
    pain_rule_words,
    range_rule_words,
    range_words,
    usual_range,
)
from alliance_desktop.words import _, number_words


@dataclass(frozen=True, slots=True)
class Told:
    """What a change is in words, and by which rule."""

    words: str
    rule: str


def is_pain(series: Series) -> bool:
    """True where its name speaks of pain."""
    return bool(pain_among((series.name,)))


def told(series: Series) -> Told | None:
    """What has become of a number since it was first rated; None while there is too little to say anything."""
    values = [value for _day, value in series.values]
    if is_pain(series):
        return _pain(values[0], values[-1]) if len(values) > 1 else None
    usual = _usual(values)
    if usual is None:
        return None
    where = range_words(usual, values[-1])
    words = _("{change}, {where}").format(change=_since_first(usual, values[-1], series.better), where=where)
    if not usual.holds(values[-1]) and series.better is Better.UNKNOWN:
        words = where
    return Told(words, range_rule_words(usual))


def activities_told(means: ActivityMeans) -> Told:
    """What has become of the mean over the client's own activities since the plan was first agreed."""
    change = activity_change(means)
    words = _("Activities in their mean: {first}, now {later}: {change}").format(
        first=number_words(means.first), later=number_words(means.later), change=_activity_words(change)
    )
    return Told(words, activity_classes_words())


def on_day(chart: Chart, day: date) -> tuple[str, ...]:
    """What each number of a day is beside where it began, in a word or two: for the table; empty where nothing is."""
    return tuple(_on_day(series, day) for series in chart.series)


def _on_day(series: Series, day: date) -> str:
    values = [value for each, value in series.values if each <= day]
    if dict(series.values).get(day) is None:
        return ""
    if is_pain(series):
        return _change_words(pain_change(values[0], values[-1])) if len(values) > 1 else ""
    usual = _usual(values)
    return range_words(usual, values[-1]) if usual is not None and not usual.holds(values[-1]) else ""


def _usual(values: Sequence[float]) -> UsualRange | None:
    """Where the first numbers lie; None while there is none after them to be judged."""
    return usual_range(values[:FEWEST_RATINGS]) if len(values) > FEWEST_RATINGS else None


def _pain(first: float, last: float) -> Told:
    change = pain_change(first, last)
    words, rule = _change_words(change), pain_rule_words(first)
    if change is PainChange.IMPROVED and first - last < PAIN_MAY_BE_CHANCE:
        words = _("{change}, though so little may be chance").format(change=words)
        rule = f"{rule} {pain_chance_words()}"
    return Told(words, rule)


def _change_words(change: PainChange) -> str:
    return {
        PainChange.IMPROVED: _("better than before"),
        PainChange.WORSE: _("worse than before"),
        PainChange.SAME: _("about the same"),
    }[change]


def _since_first(usual: UsualRange, value: float, better: Better) -> str:
    if usual.holds(value):
        return _change_words(PainChange.SAME)
    good = (value < usual.low) == (better is Better.LESS)
    return _change_words(PainChange.IMPROVED if good else PainChange.WORSE)


def _activity_words(change: ActivityChange) -> str:
    return {
        ActivityChange.MUCH_BETTER: _("much better than before"),
        ActivityChange.BETTER: _("better than before"),
        ActivityChange.SAME: _("about the same"),
        ActivityChange.WORSE: _("worse than before"),
    }[change]
