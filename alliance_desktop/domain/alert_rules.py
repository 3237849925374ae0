"""Seeing the alliance slip early: the fourteen rules, over one client's history.

Every rule compares a client with themselves alone. What nobody asked or wrote down fires none of them.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from alliance_desktop.domain import alert_course_rules as course_rules
from alliance_desktop.domain import alert_strand_rules as strand_rules
from alliance_desktop.domain.alert import Alert
from alliance_desktop.domain.alert_history import Course, History, course_of
from alliance_desktop.domain.alert_thresholds import Thresholds

AlertRule = Callable[[Course, Thresholds], Iterator[Alert]]

# In the order of their codes, A1 to A14.
RULES: tuple[AlertRule, ...] = (
    strand_rules.low,
    strand_rules.drop,
    strand_rules.stays_low,
    strand_rules.flat_top,
    strand_rules.not_asked,
    course_rules.drift,
    course_rules.checkpoint,
    course_rules.last_look,
    course_rules.worse,
    course_rules.missed,
    course_rules.promise,
    strand_rules.gap,
    course_rules.plan_stale,
    course_rules.unsigned,
)


def alerts_of(history: History, thresholds: Thresholds, today: date, now: datetime | None = None) -> tuple[Alert, ...]:
    """Return what is worth asking about today, in the order of the rules' codes and of the strands.

    The order of the history's rows changes nothing; what lies after ``today`` is not seen. ``now`` tells how many
    hours a note is open; without it the first moment of the day counts.
    """
    course = course_of(history, today, now)
    return tuple(alert for rule in RULES for alert in rule(course, thresholds))
