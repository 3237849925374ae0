"""What has become of the score of a scale between the first time and the latest, and by which rule that is said.

The reliable change comes first, where the scale has its numbers; then the smallest change that matters; then the
person's own usual range, once three times have shown it.
"""

from dataclasses import dataclass
from enum import StrEnum

from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.real_change import (
    FEWEST_RATINGS,
    UsualRange,
    range_rule_words,
    range_words,
    reliable_change,
    usual_range,
)
from alliance_desktop.domain.scale_answers import Filled
from alliance_desktop.domain.what_changed import Told
from alliance_desktop.words import _, number_words


class ChangeClass(StrEnum):
    """What has become of a score."""

    BETTER = "better"
    SAME = "about the same"
    WORSE = "worse"


class Rule(StrEnum):
    """By what it was judged."""

    RELIABLE = "reliable change"
    MATTERS = "smallest change that matters"
    USUAL = "usual range"


@dataclass(frozen=True, slots=True)
class Judged:
    """A class with the rule that says so."""

    change: ChangeClass
    rule: Rule


def judged(filled: Filled) -> Judged | None:
    """Return what has become of the score; None while no rule has enough to go by."""
    values = [score for _day, score in filled.scores]
    if len(values) < 2:
        return None
    scale, first, last = filled.scale, values[0], values[-1]
    if scale.reliability is not None and scale.sd is not None:
        reliable = reliable_change(first, last, scale.sd, scale.reliability)
        if reliable is not None:
            return Judged(_class(last - first, scale.better, reliable.is_reliable), Rule.RELIABLE)
    # A score is a fraction: what is 1.5 on paper is a little less or more in the machine.
    by = round(last - first, 6)
    if scale.mcid is not None:
        return Judged(_class(by, scale.better, abs(by) >= scale.mcid), Rule.MATTERS)
    usual = _usual(values)
    if usual is None:
        return None
    return Judged(_class(last - usual.middle, scale.better, not usual.holds(last)), Rule.USUAL)


def _class(by: float, better: Better, counts: bool) -> ChangeClass:
    if not counts or not by:
        return ChangeClass.SAME
    return ChangeClass.BETTER if (by > 0) == (better is Better.MORE) else ChangeClass.WORSE


def _usual(values: list[float]) -> UsualRange | None:
    """Where the first scores lie; None while there is none after them to be judged."""
    return usual_range(values[:FEWEST_RATINGS]) if len(values) > FEWEST_RATINGS else None


def told(filled: Filled) -> Told | None:
    """The change in words with its rule and where that comes from; None while there is too little to say anything."""
    found = judged(filled)
    if found is None:
        return None
    same = found.change is ChangeClass.SAME
    if found.rule is Rule.RELIABLE:
        words = _("so little may be chance") if same else _("more than chance")
    elif found.rule is Rule.MATTERS:
        words = _("less than what matters") if same else _("enough to matter")
    else:
        values = [score for _day, score in filled.scores]
        words = range_words(_range(values), values[-1])
    return Told(_("{change}, {where}").format(change=_change_words(found.change), where=words), rule_words(filled))


def _range(values: list[float]) -> UsualRange:
    usual = _usual(values)
    if usual is None:
        raise ValueError(values)
    return usual


def rule_words(filled: Filled) -> str:
    """Say by which rule a score is judged, and who found out; empty while no rule has enough to go by."""
    scale, found = filled.scale, judged(filled)
    if found is None:
        return ""
    if found.rule is Rule.MATTERS:
        words = _("A change of {n} points or more matters. Source, as you entered it: {source}")
        return words.format(n=exact_words(scale.mcid or 0), source=scale.mcid_source)
    values = [score for _day, score in filled.scores]
    if found.rule is Rule.USUAL:
        return range_rule_words(_range(values), *scale.span)
    reliable = reliable_change(values[0], values[-1], scale.sd or 0, scale.reliability or 0)
    words = _(
        "A change of more than {n} points comes about by chance less than once in twenty times: the reliable change "
        "after Jacobson and Truax (1991), reckoned from the reliability {r} and the standard deviation {sd} that you "
        "entered."
    )
    return words.format(
        n=exact_words(reliable.threshold if reliable is not None else 0),
        r=exact_words(scale.reliability or 0),
        sd=exact_words(scale.sd or 0),
    )


def exact_words(number: float) -> str:
    """Say a number with as many decimals as it has, two at most."""
    return number_words(number) if round(number, 1) == round(number, 2) else number_words(number, 2)


def _change_words(change: ChangeClass) -> str:
    return {
        ChangeClass.BETTER: _("better than before"),
        ChangeClass.WORSE: _("worse than before"),
        ChangeClass.SAME: _("about the same"),
    }[change]
