"""From where on something is worth asking about: every number of the alert rules, and the range it may be set in."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

from alliance_desktop.domain.real_change import ACTIVITY_SMALL

_Number = TypeVar("_Number", int, float)


def _between(low: _Number, usual: _Number, high: _Number) -> _Number:
    return field(default=usual, metadata={"range": (low, high)})


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The therapist's limits; all are starting points of ours, each compared with this one client alone.

    Scores are 0 to 10, answers 1 to 5. Raises ``ValueError`` for a number out of its range (``range_of``) and for a
    span that ends before it begins.
    """

    # A1: an answer this low, or lower.
    low_answer: int = _between(1, 3, 4)
    # A2: a strand's score this far below the median of so many before it.
    drop: float = _between(0.5, 1.5, 10.0)
    drop_looks_back: int = _between(2, 3, 6)
    # A3: an index below this at so many visits running.
    stays_low_index: float = _between(1.0, 7.5, 10.0)
    stays_low_visits: int = _between(2, 2, 6)
    # A4: the highest answer to everything at so many visits running.
    flat_top_visits: int = _between(2, 3, 12)
    # A5: so many visits without a closing check.
    not_asked_visits: int = _between(1, 3, 12)
    # A6: longer ago than these days, and than so many times the visit rhythm.
    drift_days: int = _between(7, 21, 180)
    drift_rhythms: float = _between(1.0, 1.5, 5.0)
    # A7 and A8: from this visit of a plan to that one.
    checkpoint_from: int = _between(1, 3, 30)
    checkpoint_to: int = _between(1, 6, 30)
    last_look_from: int = _between(1, 6, 30)
    last_look_to: int = _between(1, 9, 30)
    # A7 and A8: a goal has moved that is so many steps up, and activities that are up by so much in their mean.
    goal_steps: int = _between(1, 1, 4)
    better_activity: float = _between(0.5, ACTIVITY_SMALL, 5.0)
    # A9: pain up by so many points, activities down by so much in their mean.
    worse_pain: int = _between(1, 2, 6)
    worse_activity: float = _between(0.5, ACTIVITY_SMALL, 5.0)
    # A10: so many late cancels and no-shows of the last so many visits.
    missed: int = _between(1, 2, 10)
    missed_of: int = _between(1, 4, 12)
    # A12: a guess this much above the answer, both as scores.
    gap: float = _between(0.5, 2.0, 10.0)
    # A13: this much of the planned visits done.
    review_early_percent: int = _between(10, 50, 100)
    review_late_percent: int = _between(10, 100, 100)
    # A14: a note open longer than these hours, a plan unsigned for more than so many visits.
    unsigned_hours: int = _between(1, 24, 168)
    unsigned_plan_visits: int = _between(0, 2, 12)

    def __post_init__(self) -> None:
        out = [name for name, (low, high) in RANGES.items() if not low <= getattr(self, name) <= high]
        out += [first for first, last in SPANS if getattr(self, first) > getattr(self, last)]
        if out:
            raise ValueError(out)


# The first never lies above the second.
SPANS = (
    ("checkpoint_from", "checkpoint_to"),
    ("last_look_from", "last_look_to"),
    ("missed", "missed_of"),
    ("review_early_percent", "review_late_percent"),
)
RANGES: dict[str, tuple[float, float]] = {each.name: each.metadata["range"] for each in fields(Thresholds)}


def range_of(name: str) -> tuple[float, float]:
    """Return the least and the most that a threshold may be set to."""
    return RANGES[name]


def thresholds_from(values: Mapping[str, object]) -> Thresholds:
    """Return the thresholds for stored values: numbers are brought into range, what makes no sense is as usual.

    A span that ends before it begins is the usual one as a whole; names that are not known are left out.
    """
    usual = asdict(Thresholds())
    kept: dict[str, Any] = {name: _number(values.get(name), usual[name], RANGES[name]) for name in usual}
    for first, last in SPANS:
        if kept[first] > kept[last]:
            kept[first], kept[last] = usual[first], usual[last]
    return Thresholds(**kept)


def _number(value: object, usual: float, limits: tuple[float, float]) -> float:
    # True is an int to Python; what counts visits or days has no decimals; only NaN differs from itself.
    if isinstance(value, bool) or not isinstance(value, int | type(usual)) or value != value:
        return usual
    return type(usual)(min(max(value, limits[0]), limits[1]))
