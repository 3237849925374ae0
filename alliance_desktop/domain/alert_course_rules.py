"""The alert rules about the course of the work, A6 to A11, A13 and A14; each reads one client's course alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from alliance_desktop.domain.alert import Alert, Rule
from alliance_desktop.domain.alert_course_facts import (
    Drift,
    Missed,
    NotMoved,
    Pain,
    PastDue,
    PlanStale,
    Unsigned,
    Worse,
)
from alliance_desktop.domain.alert_history import Attendance, Course, PlanFacts, Visit
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.real_change import PainChange, activity_means, pain_change
from alliance_desktop.domain.rhythm import visit_rhythm


def drift(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A6: nothing is booked and the last visit is long ago; while no rhythm is known the days alone count."""
    booked = course.history.next_visit
    if booked is None or booked < course.today:
        yield from drift_since([visit.day for visit in course.kept], course.today, limits)


def drift_since(kept: Sequence[date], today: date, limits: Thresholds) -> Iterator[Alert]:
    """A6 of somebody who has nothing booked, from the days of their visits in order; the newest six are enough."""
    days = (today - kept[-1]).days if kept else 0
    if days <= limits.drift_days:
        return
    rhythm = visit_rhythm(kept)
    limit = max(limits.drift_days, limits.drift_rhythms * (rhythm or 0))
    if days > limit:
        yield Alert(Rule.DRIFT, kept[-1], Drift(kept[-1], days, limit, rhythm))


def checkpoint(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A7: some visits into a plan, and nothing that was looked at again has moved."""
    return _not_moved(course, limits, Rule.CHECKPOINT, limits.checkpoint_from, limits.checkpoint_to)


def last_look(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A8: well into a plan, and still nothing has moved."""
    return _not_moved(course, limits, Rule.LAST_LOOK, limits.last_look_from, limits.last_look_to)


def _not_moved(course: Course, limits: Thresholds, rule: Rule, first: int, last: int) -> Iterator[Alert]:
    plan, visits = course.history.plan, len(course.planned)
    if plan is None or not first <= visits <= last:
        return
    steps = [goal.now - goal.first for goal in plan.goals if goal.first is not None and goal.now is not None]
    activity, pain = _activity(plan, course.today), _pain(course)
    moved = (
        any(step >= limits.goal_steps for step in steps),
        activity is not None and activity.change >= limits.better_activity,
        pain is not None and pain_change(pain.first, pain.now) is PainChange.IMPROVED,
    )
    if any(moved) or not (steps or activity or pain):
        return
    change = None if activity is None else activity.change
    facts = NotMoved(visits, first, last, len(steps) or None, change, pain, rule is Rule.LAST_LOOK)
    yield Alert(rule, course.planned[first - 1].day, facts)


def worse(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A9: pain is up or activities are down from where they began, or the client, asked last, said so."""
    plan = course.history.plan
    pain, activity = _pain(course), None if plan is None else _activity(plan, course.today)
    if pain is not None and pain.now - pain.first < limits.worse_pain:
        pain = None
    if activity is not None and activity.change > -limits.worse_activity:
        activity = None
    asked = [visit for visit in course.kept if visit.worse is not None]
    said_on = asked[-1].day if asked and asked[-1].worse else None
    days = [] if pain is None else [pain.now_on]
    days += [] if activity is None else [activity.day]
    days += [] if said_on is None else [said_on]
    if days:
        change = None if activity is None else activity.change
        yield Alert(Rule.WORSE, min(days), Worse(pain, change, said_on, limits.worse_pain, limits.worse_activity))


@dataclass(frozen=True, slots=True)
class _ActivityChange:
    change: float
    day: date


def _activity(plan: PlanFacts, today: date) -> _ActivityChange | None:
    """The change in the mean of the activities that were rated again, by each one's newest rating."""
    first = {each.uid: each.first for each in plan.activities if each.first is not None}
    newest = {}
    for each in plan.activities:
        rated = [later for later in each.later if later[0] <= today]
        if rated and each.uid in first:
            newest[each.uid] = max(rated)
    means = activity_means(first, {uid: value for uid, (_day, value) in newest.items()})
    if means is None:
        return None
    # A mean of fifths misses its limit by a hair.
    return _ActivityChange(round(means.change, 6), max(day for day, _value in newest.values()))


def _pain(course: Course) -> Pain | None:
    """Pain on arriving, at first and now; a plan begins anew on the day it is signed."""
    name, plan = course.history.pain.strip().casefold(), course.history.plan
    if not name:
        return None
    rated = [
        (visit.day, before)
        for visit in course.kept
        if (plan is None or visit.day >= plan.signed_on) and (before := _before(visit, name)) is not None
    ]
    if len(rated) < 2:
        return None
    (first_on, first), (now_on, now) = rated[0], rated[-1]
    return Pain(first, first_on, now, now_on)


def _before(visit: Visit, name: str) -> int | None:
    found = [
        each.before for each in visit.ratings if each.before is not None and each.measure.strip().casefold() == name
    ]
    return max(found, default=None)


def missed(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A10: of the last visits, several were cancelled late or not kept."""
    last = course.visits[-limits.missed_of :]
    days = tuple(visit.day for visit in last if visit.attendance is not Attendance.KEPT)
    if len(days) >= limits.missed:
        yield Alert(Rule.MISSED, days[0], Missed(days, len(last), limits.missed, limits.missed_of))


def promise(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A11: a promise is open and its day, or the visit that it was meant for, has passed."""
    due = ((_due(each, course), each.id) for each in course.history.promises if each.done_on is None)
    past = tuple(sorted((day, id_) for day, id_ in due if day is not None and day < course.today))
    if past:
        yield Alert(Rule.PROMISE, past[0][0], PastDue(past))


def _due(each: Promise, course: Course) -> date | None:
    if each.due is not None:
        return each.due
    return next((visit.day for visit in course.kept if visit.day > each.made_on), None)


def plan_stale(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A13: the plan's review day has come, or half or all of its visits since it was last agreed are done."""
    plan = course.history.plan
    if plan is None:
        return
    agreed_on = plan.agreed_on or plan.signed_on
    done = [visit.day for visit in course.planned if visit.day > agreed_on]
    shares = (limits.review_early_percent, limits.review_late_percent)
    looks = {ceil(plan.visits * percent / 100) for percent in shares} if plan.visits else set()
    reached = [done[look - 1] for look in sorted(looks) if look <= len(done)]
    review_on = plan.review_on if plan.review_on is not None and plan.review_on <= course.today else None
    days = reached + ([] if review_on is None else [review_on])
    if days:
        done_of = (len(done), plan.visits) if reached else (None, None)
        yield Alert(Rule.PLAN_STALE, min(days), PlanStale(review_on, done_of[0], done_of[1], len(reached), shares))


def unsigned(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A14: a note is open too long, or a plan waits for signatures for too many visits."""
    late = timedelta(hours=limits.unsigned_hours)
    notes = sorted(begun for begun in course.history.unsigned_notes if course.now - begun > late)
    since = course.history.unsigned_plan_since
    visits = 0 if since is None else sum(visit.day > since for visit in course.kept)
    if visits <= limits.unsigned_plan_visits:
        since = None
    days = ([local_day(notes[0])] if notes else []) + ([] if since is None else [since])
    if days:
        oldest, visits = notes[0] if notes else None, visits if since is not None else 0
        facts = Unsigned(len(notes), oldest, since, visits, limits.unsigned_hours, limits.unsigned_plan_visits)
        yield Alert(Rule.UNSIGNED, min(days), facts)
