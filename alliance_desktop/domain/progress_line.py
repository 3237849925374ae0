"""How one goal went: the numbers that were agreed, each on its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alliance_desktop.domain.chart import HIGHEST, Chart, Point, Series
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import Goal, PlanVersion

# The newest dozen keep apart on paper.
_MOST = 12


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """A goal with its numbers from 0 (unable) to 10 (able) by day, at least two of them, the oldest first."""

    goal: Goal
    numbers: tuple[tuple[date, int], ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Where each number stands in the unit square: days to the right as they passed, 10 at the top (1.0)."""
        series = Series(self.goal.title, self.numbers, Better.MORE)
        return Chart((series,)).points(series)


def height(number: int) -> float:
    """How high a number from 0 to 10 stands in the unit square."""
    return number / HIGHEST


def line_of(shown: PlanVersion, versions: Iterable[PlanVersion]) -> ProgressLine | None:
    """The goal of a version that has most numbers in it and in those agreed before it; None where none has two.

    Of goals with as many the first one; of two versions of one day the later one counts.
    """
    counted = [each for each in versions if each.agreed and each.number < shown.number] + [shown]
    lines = [ProgressLine(goal, _numbers(goal.uid, counted)) for goal in shown.content.goals]
    best = max(lines, key=lambda line: len(line.numbers), default=None)
    return best if best is not None and len(best.numbers) > 1 else None


def _numbers(uid: str, versions: Iterable[PlanVersion]) -> tuple[tuple[date, int], ...]:
    told = {
        local_day(version.agreed_at or version.made_at): goal.now
        for version in versions
        for goal in version.content.goals
        if goal.uid == uid and goal.now is not None
    }
    return tuple(sorted(told.items()))[-_MOST:]
