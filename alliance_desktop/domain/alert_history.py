"""What the alert rules need to know about one client, and the same in order, up to today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import pairwise

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.session import Rating


class Attendance(StrEnum):
    """What became of a visit; one that was cancelled in good time is none."""

    KEPT = "kept"
    LATE_CANCELLED = "late cancelled"
    NO_SHOW = "no show"


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, kept or not; two that were kept on one day differ in their number.

    ``check`` is None where the client was not asked; an empty one is a check that the client skipped. ``plan`` is the
    number of the plan it was given under; None: its day tells. ``worse`` is what the client said when asked whether
    things had got worse, None: not asked.
    """

    day: date
    attendance: Attendance = Attendance.KEPT
    number: int = 0
    check: ClosingCheck | None = None
    ratings: tuple[Rating, ...] = ()
    plan: int | None = None
    worse: bool | None = None


@dataclass(frozen=True, slots=True)
class GoalStep:
    """A goal's step, −2 to +2, when the plan was first signed, and when it was looked at again (None: not yet)."""

    uid: str
    first: int | None = None
    now: int | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of the client's own, 0 to 10 when the plan was first signed, and each later rating with its day."""

    uid: str
    first: int | None = None
    later: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The plan that is agreed and has not ended.

    ``signed_on`` is the day its first version was agreed, ``agreed_on`` that of the newest (None: the same);
    ``visits`` is how many were planned.
    """

    number: int
    signed_on: date
    agreed_on: date | None = None
    visits: int | None = None
    review_on: date | None = None
    goals: tuple[GoalStep, ...] = ()
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """Everything the rules need about one client; rows may stand in any order.

    ``pain`` is the name of the rating that is pain (empty: none is). ``unsigned_notes`` are the moments at which notes
    that are not signed yet were begun, ``unsigned_plan_since`` the day since which a plan waits for signatures.
    Raises ``ValueError`` for two visits kept on one day with one number.
    """

    visits: tuple[Visit, ...] = ()
    plan: PlanFacts | None = None
    promises: tuple[Promise, ...] = ()
    next_visit: date | None = None
    unsigned_notes: tuple[datetime, ...] = ()
    unsigned_plan_since: date | None = None
    pain: str = ""

    def __post_init__(self) -> None:
        kept = sorted((v.day, v.number) for v in self.visits if v.attendance is Attendance.KEPT)
        if any(one == other for one, other in pairwise(kept)):
            raise ValueError(kept)


@dataclass(frozen=True, slots=True)
class Course:
    """A client's history in order of days, without what lies after today.

    ``visits`` are all, ``kept`` those that took place, ``planned`` those of them that belong to the plan; ``checked``
    are the kept ones whose closing check has an answer, ``answers`` each strand's answers with their days.
    """

    history: History
    today: date
    now: datetime
    visits: tuple[Visit, ...]
    kept: tuple[Visit, ...]
    planned: tuple[Visit, ...]
    checked: tuple[tuple[date, ClosingCheck], ...]
    answers: Mapping[Strand, tuple[tuple[date, int], ...]]


def course_of(history: History, today: date, now: datetime | None = None) -> Course:
    """Return the history as the rules read it; without ``now`` the first moment of the day is taken."""
    visits = sorted(
        (visit for visit in history.visits if visit.day <= today), key=lambda v: (v.day, v.number, v.attendance)
    )
    kept = tuple(visit for visit in visits if visit.attendance is Attendance.KEPT)
    checked = tuple((v.day, v.check) for v in kept if v.check is not None and v.check.answers)
    answers = {
        strand: tuple((day, check.answers[strand]) for day, check in checked if strand in check.answers)
        for strand in Strand
    }
    moment = now or datetime.combine(today, time.min).astimezone()
    return Course(history, today, moment, tuple(visits), kept, _planned(history.plan, kept), checked, answers)


def _planned(plan: PlanFacts | None, kept: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """The visits after the day of the signing, as a plan counts them, unless a visit itself names its plan."""
    if plan is None:
        return ()
    return tuple(v for v in kept if (v.day > plan.signed_on if v.plan is None else v.plan == plan.number))
