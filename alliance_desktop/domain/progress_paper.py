"""What the progress page is drawn from: the client’s numbers, and each goal from where it began to where it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from alliance_desktop.domain.alliance import StrandStory
from alliance_desktop.domain.body_share import ShareChange, change
from alliance_desktop.domain.chart import Chart, EventKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import STEPS, Goal, Plan, PlanVersion
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.scale_answers import Filled
from alliance_desktop.words import _, day_words


@dataclass(frozen=True, slots=True)
class GoalWay:
    """A goal as it was agreed last, with the step in words and the number from 0 to 10 that it began with.

    ``began`` and ``began_number`` are of the version that has them first; ``since`` is the day it was agreed. They are
    empty and None where nobody said where it began.
    """

    goal: Goal
    began: str = ""
    began_number: int | None = None
    since: date | None = None

    @property
    def has_steps(self) -> bool:
        """True when the ladder says where it is today."""
        return self.goal.step is not None and any(step.strip() for step in self.goal.ladder)

    @property
    def has_numbers(self) -> bool:
        """True when an activity has its number of today."""
        return self.goal.now is not None


@dataclass(frozen=True, slots=True)
class ProgressPaper:
    """How it goes with one client, on one day: nothing of it is anybody’s but theirs.

    ``chart`` is the very chart of the screen, ``scales`` are those that have a score. ``strands`` are the client’s own
    closing checks, ``share`` how much of the body they marked. ``strangers`` are the names of other clients that stand
    on it, which the checks go by.
    """

    practice: Practice
    called: str
    day: date
    chart: Chart | None = None
    goals: tuple[GoalWay, ...] = ()
    strands: tuple[StrandStory, ...] = ()
    share: ShareChange | None = None
    left_out: frozenset[Section] = frozenset()
    language: str = ""
    strangers: tuple[str, ...] = ()
    scales: tuple[Filled, ...] = ()

    def prints(self, section: Section) -> bool:
        """True unless this part is left out."""
        return section not in self.left_out

    @property
    def ladders(self) -> tuple[GoalWay, ...]:
        """The goals whose steps are printed."""
        return tuple(way for way in self.goals if way.has_steps) if self.prints(Section.LADDERS) else ()

    @property
    def activities(self) -> tuple[GoalWay, ...]:
        """The goals whose numbers are printed."""
        return tuple(way for way in self.goals if way.has_numbers) if self.prints(Section.ACTIVITIES) else ()

    @property
    def printed_scales(self) -> tuple[tuple[Filled, Chart], ...]:
        """The scales that are printed, each with its line."""
        told = ((each, each.chart) for each in self.scales if self.prints(Section.SCALES))
        return tuple((each, chart) for each, chart in told if chart is not None)

    @property
    def printed_chart(self) -> Chart | None:
        """The chart with those marks on its time axis that are printed; a repair in words that blame nobody."""
        if self.chart is None:
            return None
        kinds = {EventKind.PLAN: Section.PLANS_AGREED, EventKind.REPAIR: Section.REPAIRS}
        told = {EventKind.REPAIR: _("we talked about how we work")}
        events = (each for each in self.chart.events if self.prints(kinds[each.kind]))
        return replace(self.chart, events=tuple(replace(e, words=told.get(e.kind, e.words)) for e in events))

    @property
    def held(self) -> tuple[Section, ...]:
        """The parts that hold anything and may be left out, in the order of the page."""
        events = {event.kind for event in self.chart.events} if self.chart is not None else set()
        found = (
            (Section.LINES, self.chart is not None),
            (Section.SCALES, bool(self.scales)),
            (Section.PLANS_AGREED, EventKind.PLAN in events),
            (Section.REPAIRS, EventKind.REPAIR in events),
            (Section.LADDERS, any(way.has_steps for way in self.goals)),
            (Section.ACTIVITIES, any(way.has_numbers for way in self.goals)),
            (Section.AREA, self.share is not None),
            (Section.TOGETHER, bool(self.strands)),
            (Section.TABLE, self.chart is not None or bool(self.scales)),
        )
        return tuple(section for section, holds in found if holds)

    @property
    def written(self) -> tuple[str, ...]:
        """What stands on it besides what is always the same."""
        chart, names = self.printed_chart, list[str]()
        if chart is not None and self.prints(Section.LINES):
            names = [*(each.name for each in chart.series), *(event.words for event in chart.events)]
        elif chart is not None and self.prints(Section.TABLE):
            names = [each.name for each in chart.series]
        steps = [words for way in self.ladders for words in (way.goal.title, way.began, *way.goal.ladder)]
        names += [words for each, _chart in self.printed_scales for words in _words_of(each)]
        return (*names, *steps, *(way.goal.activity or way.goal.title for way in self.activities))

    def day_words(self, day: date) -> str:
        """Say a day, with its year only where it is another one than the page's."""
        return day_words(day, self.day)


def _words_of(filled: Filled) -> tuple[str, ...]:
    return filled.scale.name, filled.scale.low_words, filled.scale.high_words


def goals_on_the_way(plan: Plan) -> tuple[GoalWay, ...]:
    """The goals of the version agreed last, each with where it began in the versions agreed up to then."""
    agreed = _agreed(plan)
    return tuple(_way(goal, agreed) for goal in agreed[-1].content.goals) if agreed else ()


def share_of(plan: Plan) -> ShareChange | None:
    """How much of the body the client marked in the version agreed first with marks, and in the one agreed last."""
    marked = [version for version in _agreed(plan) if version.content.marks]
    return change(marked[0].content.marks, _agreed(plan)[-1].content.marks) if marked else None


def _agreed(plan: Plan) -> list[PlanVersion]:
    return [version for version in plan.versions if version.agreed_at is not None]


def _way(goal: Goal, agreed: Sequence[PlanVersion]) -> GoalWay:
    told = [(version, each) for version in agreed for each in version.content.goals if each.uid == goal.uid]
    stepped = next((each for each in told if each[1].step is not None and _step_words(each[1])), None)
    numbered = next((each for each in told if each[1].now is not None), None)
    first = min((each[0] for each in (stepped, numbered) if each is not None), key=lambda v: v.number, default=None)
    return GoalWay(
        goal,
        _step_words(stepped[1]) if stepped is not None else "",
        numbered[1].now if numbered is not None else None,
        local_day(first.agreed_at) if first is not None and first.agreed_at is not None else None,
    )


def _step_words(goal: Goal) -> str:
    """Today's step of a goal in its words; empty where there are none."""
    place = goal.step + len(STEPS) // 2 if goal.step is not None else -1
    return goal.ladder[place].strip() if 0 <= place < len(goal.ladder) else ""
