"""Whether a number has really changed: more than chance, more than is usual for this person, enough to matter.

The figures for pain and for activities come from published studies, which the words beside them name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean, median

from alliance_desktop.words import _, number_words

# Two standard deviations of a normal distribution hold 95 % between them.
BEYOND_CHANCE = 1.96
# Times this, the median distance from the median is an estimate of the standard deviation.
MAD_TO_SD = 1.4826
FEWEST_RATINGS = 3

# Of the mean over a person's own activities, 0 to 10: changes that count as small, and as much.
ACTIVITY_SMALL, ACTIVITY_MUCH = 1.3, 2.3

PAIN_POINTS, PAIN_PERCENT, PAIN_LEAST = 2, 30, 1
PAIN_HIGH, PAIN_POINTS_FROM_HIGH = 8, 3
# In points: what is less may be how ratings vary from one time to the next.
PAIN_MAY_BE_CHANCE = 1.77


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """A change in units of its own standard error, and the smallest change that is more than chance."""

    rc: float
    threshold: float

    @property
    def is_reliable(self) -> bool:
        """True when chance alone would bring such a change less than once in twenty times."""
        return abs(self.rc) > BEYOND_CHANCE


def reliable_threshold(sd: float, reliability: float) -> float | None:
    """Return the smallest change of a scale that is more than chance: 1.96 · √2 · SD · √(1 − r).

    ``sd`` and ``reliability`` (0 to 1) are the scale's own, from a sample. None where the scale would never err or
    never vary (r = 1, SD = 0). Raises ``ValueError`` for what no sample has.
    """
    error = _error_of_difference(sd, reliability)
    return BEYOND_CHANCE * error if error else None


def reliable_change(before: float, now: float, sd: float, reliability: float) -> ReliableChange | None:
    """Return the reliable change index (now − before) / (√2 · SD · √(1 − r)) with its threshold.

    After Jacobson and Truax, with the root of 2 that was put right in 1986. None and refusals as
    ``reliable_threshold``.
    """
    error = _error_of_difference(sd, reliability)
    return ReliableChange((now - before) / error, BEYOND_CHANCE * error) if error else None


def _error_of_difference(sd: float, reliability: float) -> float:
    if not (sd >= 0 and 0 <= reliability <= 1):
        raise ValueError(sd, reliability)
    return sqrt(2) * sd * sqrt(1 - reliability)


@dataclass(frozen=True, slots=True)
class UsualRange:
    """Where one person's own ratings usually lie; no comparison with anybody else, and no reliable change."""

    low: float
    middle: float
    high: float

    def holds(self, rating: float) -> bool:
        """True for a rating within the range, its ends included."""
        return self.low <= rating <= self.high


def usual_range(ratings: Sequence[float]) -> UsualRange | None:
    """Return a person's noise band: the median ± the larger of 1 point and 2 × 1.4826 × MAD; None for fewer than 3.

    MAD is the median distance of the ratings from their median.
    """
    if len(ratings) < FEWEST_RATINGS:
        return None
    middle = median(ratings)
    width = max(1.0, 2 * MAD_TO_SD * median(abs(rating - middle) for rating in ratings))
    return UsualRange(middle - width, middle, middle + width)


def range_words(usual: UsualRange, rating: float) -> str:
    """Say where a rating lies, to the person whose range it is."""
    return _("within your usual range") if usual.holds(rating) else _("outside your usual range")


def range_rule_words(usual: UsualRange, lowest: float = 0, highest: float = 10) -> str:
    """Say how the usual range was found, and that it is the person's own."""
    words = _(
        "Your usual range is {low} to {high}: the middle of the first three numbers, with 1 point on both sides, or "
        "more where they lay further apart. It is yours alone, and says nothing about anybody else."
    )
    # Ratings stay between their ends, whatever the band around them is.
    return words.format(low=number_words(max(lowest, usual.low)), high=number_words(min(highest, usual.high)))


@dataclass(frozen=True, slots=True)
class ActivityMeans:
    """The mean of a person's own activities, 0 to 10, at first and later, over those rated both times."""

    first: float
    later: float

    @property
    def change(self) -> float:
        """How much more they can do; below zero it is less."""
        return self.later - self.first


def activity_means(first: Mapping[str, int], later: Mapping[str, int]) -> ActivityMeans | None:
    """Return both means over the activities (by uid) that were rated both times; None when there is none.

    An activity that came later never enters the old mean.
    """
    both = sorted(first.keys() & later.keys())
    if not both:
        return None
    return ActivityMeans(fmean(first[uid] for uid in both), fmean(later[uid] for uid in both))


class ActivityChange(StrEnum):
    """What has become of the mean over a person's own activities."""

    MUCH_BETTER = "much better"
    BETTER = "better"
    SAME = "about the same"
    WORSE = "worse"


def activity_change(means: ActivityMeans) -> ActivityChange:
    """Return what has become of the mean: better from 1.3 points more on, much better from 2.3, worse from 1.3 less."""
    # A mean of whole numbers is a fraction: what is 1.3 on paper is a little less or more in the machine.
    change = round(means.change, 6)
    if change >= ACTIVITY_MUCH:
        return ActivityChange.MUCH_BETTER
    if change >= ACTIVITY_SMALL:
        return ActivityChange.BETTER
    return ActivityChange.WORSE if change <= -ACTIVITY_SMALL else ActivityChange.SAME


def activity_classes_words() -> str:
    """Say from what change on a mean of activities is better, and much better, and who found out."""
    return _(
        "A change of 1.3 points of 10 in the mean of the activities is small but real, one of 2.3 is much. Only "
        "activities rated both times count. From 1,708 people in physiotherapy (J Orthop Sports Phys Ther "
        "2014;44:560)."
    )


def activity_rule_words() -> str:
    """Say from what change on a mean of activities is different, and who found out."""
    return _(
        "Activities: a change of 1.3 points of 10 in their mean is small but real. From 1,708 people in physiotherapy "
        "(J Orthop Sports Phys Ther 2014;44:560)."
    )


class PainChange(StrEnum):
    """What has become of pain."""

    IMPROVED = "improved"
    WORSE = "worse"
    SAME = "about the same"


def percent_change(before: float, now: float) -> float | None:
    """Return (now − before) / before × 100; None from 0, where it means nothing."""
    return (now - before) / before * 100 if before else None


def pain_change(before: float, now: float) -> PainChange:
    """Return what has become of pain rated 0 to 10.

    Improved: at least 2 points or 30 % less, and at least 1 point; from 8 to 10 at least 3 points. Worse: at least 2
    points more. Raises ``ValueError`` beyond 0 to 10.
    """
    if not (0 <= before <= 10 and 0 <= now <= 10):
        raise ValueError(before, now)
    less = before - now
    if before >= PAIN_HIGH:
        improved = less >= PAIN_POINTS_FROM_HIGH
    else:
        # Multiplied out: a percentage of tenths is not exact.
        improved = less >= PAIN_LEAST and (less >= PAIN_POINTS or less * 100 >= PAIN_PERCENT * before)
    if improved:
        return PainChange.IMPROVED
    return PainChange.WORSE if -less >= PAIN_POINTS else PainChange.SAME


def pain_words(change: PainChange) -> str:
    """Say what has become of pain."""
    return {
        PainChange.IMPROVED: _("improved"),
        PainChange.WORSE: _("worse"),
        PainChange.SAME: _("about the same"),
    }[change]


def pain_rule_words(before: float) -> str:
    """Say by which rule a change of pain from ``before`` is judged, and who found out."""
    if before >= PAIN_HIGH:
        return _(
            "Pain that started at 8 to 10 has improved when it is at least 3 points less, and is worse when it is at "
            "least 2 points more; all else is about the same. From 1,232 people with back pain "
            "(doi 10.1055/a-1304-3677)."
        )
    return _(
        "Pain has improved when it is at least 2 points or 30 % less, and at least 1 point; it is worse when it is at "
        "least 2 points more; all else is about the same. From 2,724 people with chronic pain (Farrar 2001) and 825 "
        "with pain of muscles and joints (Salaffi 2004)."
    )


def pain_chance_words() -> str:
    """Say what change of pain may be chance, and who found out."""
    return _("A change of less than 1.8 points may be chance (doi 10.1055/a-1304-3677).")
