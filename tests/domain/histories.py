"""Short ways to write one client's history down: visits in days after the first one."""

from datetime import date, timedelta

from alliance_desktop.domain.alert import Alert, Rule
from alliance_desktop.domain.alert_history import Attendance, History, Visit
from alliance_desktop.domain.alert_rules import alerts_of
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.session import Rating

FIRST = date(2026, 1, 5)
USUAL = Thresholds()
# What is answered where a test looks at another strand.
FINE = 4


def day(offset: int) -> date:
    return FIRST + timedelta(days=offset)


def check(
    bond: int | None = FINE, touch: int | None = FINE, goals: int | None = FINE, tasks: int | None = FINE
) -> ClosingCheck:
    told = {Strand.BOND: bond, Strand.TOUCH: touch, Strand.GOALS: goals, Strand.TASKS: tasks}
    return ClosingCheck(FIRST, {strand: answer for strand, answer in told.items() if answer is not None})


def all_of(answer: int) -> ClosingCheck:
    return check(answer, answer, answer, answer)


def kept(offset: int, closing: ClosingCheck | None = None, pain: int | None = None, worse: bool | None = None) -> Visit:
    ratings = () if pain is None else (Rating("Pain", pain, 0),)
    return Visit(day(offset), number=offset, check=closing, ratings=ratings, worse=worse)


def weekly(*closing: ClosingCheck | None) -> tuple[Visit, ...]:
    """One kept visit a week, each with its closing check or without."""
    return tuple(kept(7 * place, each) for place, each in enumerate(closing))


def missed(offset: int, attendance: Attendance = Attendance.NO_SHOW) -> Visit:
    return Visit(day(offset), attendance)


def alerts(rule: Rule, history: History, today: int, limits: Thresholds = USUAL) -> list[Alert]:
    """What one rule finds so many days after the first visit."""
    return [alert for alert in alerts_of(history, limits, day(today)) if alert.rule is rule]
