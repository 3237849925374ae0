"""The rules about the course of the work fire, just do not fire, and never fire on what is not known."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from alliance_desktop.domain.alert import Rule
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
from alliance_desktop.domain.alert_history import Activity, Attendance, GoalStep, History, PlanFacts, Visit
from alliance_desktop.domain.alert_rules import alerts_of
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.session import Rating
from tests.domain.histories import USUAL, alerts, day, kept, missed, weekly

PLAN = PlanFacts(1, day(0))
STUCK = GoalStep("a", -1, -1)


def weeks(visits: int) -> tuple[Visit, ...]:
    return weekly(*[None] * visits)


# A6


def test_whoever_has_not_come_for_longer_than_usual_and_has_no_visit_booked_drifts() -> None:
    (alert,) = alerts(Rule.DRIFT, History(weeks(4)), 21 + 22)
    assert alert.since == day(21)
    assert alert.facts == Drift(day(21), 22, 21, 7)
    assert "22 days ago, on 26 January 2026" in alert.why


def test_three_weeks_are_not_long() -> None:
    assert alerts(Rule.DRIFT, History(weeks(4)), 21 + 21) == []


def test_a_slow_rhythm_gives_more_time() -> None:
    history = History(tuple(kept(30 * place) for place in range(4)))
    assert alerts(Rule.DRIFT, history, 90 + 45) == []
    (alert,) = alerts(Rule.DRIFT, history, 90 + 46)
    assert alert.facts == Drift(day(90), 46, 45, 30)


def test_a_visit_that_is_booked_ends_the_drift_and_one_that_has_passed_does_not() -> None:
    history = History(weeks(4))
    assert alerts(Rule.DRIFT, replace(history, next_visit=day(60)), 60) == []
    assert len(alerts(Rule.DRIFT, replace(history, next_visit=day(59)), 60)) == 1


def test_nobody_drifts_who_never_came_and_without_a_rhythm_the_days_count() -> None:
    assert alerts(Rule.DRIFT, History(), 60) == []
    assert alerts(Rule.DRIFT, History((missed(0),)), 60) == []
    (alert,) = alerts(Rule.DRIFT, History(weeks(1)), 22)
    assert alert.facts == Drift(day(0), 22, 21, None)
    assert "Usually" not in alert.why


# A7 and A8


def planned(came: int, **plan: object) -> History:
    """A plan signed on the first day, and so many weekly visits after it."""
    return History(weeks(came + 1), replace(PLAN, **plan), pain="Pain")  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(("visits", "rules"), [(2, []), (3, [7]), (5, [7]), (6, [7, 8]), (7, [8]), (9, [8]), (10, [])])
def test_a_plan_that_moves_nothing_is_looked_at_from_the_third_visit_and_again_from_the_sixth(
    visits: int, rules: list[int]
) -> None:
    history = planned(visits, goals=(STUCK,))
    found = [alert.rule for alert in alerts_of(history, USUAL, day(7 * visits)) if alert.rule in ("A7", "A8")]
    assert found == [f"A{number}" for number in rules]


def test_a_checkpoint_tells_what_did_not_move() -> None:
    history = planned(3, goals=(STUCK,), activities=(Activity("stairs", 4, ((day(14), 5),)),))
    visits = (kept(0, pain=6), kept(7, pain=6), kept(14), kept(21, pain=5))
    (alert,) = alerts(Rule.CHECKPOINT, replace(history, visits=visits), 21)
    assert alert.since == day(21)
    assert alert.facts == NotMoved(3, 3, 6, 1, 1.0, Pain(6, day(0), 5, day(21)))
    assert alert.why.startswith(
        "3 visits of this plan. 1 goal was looked at again and has not moved up. Activities: +1 of 10 in their mean. "
        "Pain: 6 of 10 on 5 January 2026, 5 on 26 January 2026."
    )
    assert "2014;44:560" in alert.why
    assert "Farrar 2001" in alert.why


def test_the_last_look_asks_for_another_way_or_somebody_else() -> None:
    (early,) = alerts(Rule.CHECKPOINT, planned(6, goals=(STUCK,)), 42)
    (late,) = alerts(Rule.LAST_LOOK, planned(6, goals=(STUCK,)), 42)
    assert (early.since, late.since) == (day(21), day(42))
    assert "somebody else" in late.asks
    assert early.asks != late.asks


def test_one_thing_that_moved_is_enough() -> None:
    goals = (STUCK, GoalStep("b", -1, 0))
    assert alerts(Rule.CHECKPOINT, planned(4, goals=goals), 30) == []
    assert alerts(Rule.CHECKPOINT, planned(4, goals=goals), 30, Thresholds(goal_steps=2)) != []
    better = (kept(0, pain=6), kept(7), kept(14), kept(21, pain=4))
    assert alerts(Rule.CHECKPOINT, replace(planned(3, goals=(STUCK,)), visits=better), 30) == []


def ten(later: int) -> tuple[Activity, ...]:
    """Ten activities of which some went up by a point, the others by two: a mean change of 1.3 or 1.2."""
    ups = [2] * later + [1] * (10 - later)
    return tuple(Activity(str(place), 4, ((day(10), 4 + up),)) for place, up in enumerate(ups))


def test_activities_count_as_moved_from_one_point_three_on() -> None:
    assert alerts(Rule.CHECKPOINT, planned(4, goals=(STUCK,), activities=ten(3)), 30) == []
    (alert,) = alerts(Rule.CHECKPOINT, planned(4, goals=(STUCK,), activities=ten(2)), 30)
    assert isinstance(alert.facts, NotMoved)
    assert alert.facts.activity == 1.2


@pytest.mark.parametrize(
    "history",
    [
        History(weeks(4)),
        planned(3),
        planned(3, goals=(GoalStep("a"), GoalStep("b", -1), GoalStep("c", None, -1))),
        planned(3, activities=(Activity("stairs", 4), Activity("sleep", None, ((day(7), 4),)))),
        replace(planned(3), visits=(*weeks(3), kept(21, pain=6))),
        replace(planned(3), visits=tuple(kept(7 * place, pain=6) for place in range(4)), pain=""),
    ],
)
def test_what_nobody_looked_at_again_is_not_stuck(history: History) -> None:
    assert alerts(Rule.CHECKPOINT, history, 21) == []
    assert (
        alerts(Rule.LAST_LOOK, replace(history, visits=(*history.visits, *(kept(30 + n) for n in range(4)))), 60) == []
    )


def test_only_visits_of_the_plan_are_counted() -> None:
    before = tuple(kept(place) for place in range(-4, 1))
    assert alerts(Rule.CHECKPOINT, History((*before, kept(7), kept(14)), replace(PLAN, goals=(STUCK,))), 30) == []
    others = tuple(replace(visit, plan=2) for visit in weeks(4))
    assert alerts(Rule.CHECKPOINT, History(others, replace(PLAN, goals=(STUCK,))), 30) == []
    ours = tuple(replace(visit, plan=1) for visit in weeks(3))
    assert len(alerts(Rule.CHECKPOINT, History(ours, replace(PLAN, goals=(STUCK,))), 30)) == 1


# A9


def paining(*pain: int | None) -> tuple[Visit, ...]:
    return tuple(kept(7 * place, pain=each) for place, each in enumerate(pain))


def test_pain_that_is_two_points_up_is_worse() -> None:
    (alert,) = alerts(Rule.WORSE, History(paining(4, 5, 6), pain=" pain"), 15)
    assert alert.since == day(14)
    assert alert.facts == Worse(Pain(4, day(0), 6, day(14)), None, None, 2, 1.3)
    assert "safety" in alert.asks


def test_pain_that_is_a_point_up_is_not_worse() -> None:
    assert alerts(Rule.WORSE, History(paining(4, 7, 5), pain="Pain"), 15) == []


def test_a_plan_begins_anew_on_the_day_it_is_signed() -> None:
    history = History(paining(2, 4, 5), replace(PLAN, signed_on=day(7)), pain="Pain")
    assert alerts(Rule.WORSE, history, 15) == []
    assert len(alerts(Rule.WORSE, replace(history, plan=None), 15)) == 1


def test_activities_that_are_down_are_worse() -> None:
    (alert,) = alerts(Rule.WORSE, planned(1, activities=(Activity("stairs", 5, ((day(7), 6), (day(14), 3))),)), 15)
    assert alert.since == day(14)
    assert alert.facts == Worse(None, -2.0, None, 2, 1.3)
    assert "Activities: −2 of 10" in alert.why
    assert alerts(Rule.WORSE, planned(1, activities=(Activity("stairs", 5, ((day(14), 4),)),)), 15) == []


def down(later: int) -> tuple[Activity, ...]:
    """Ten activities of which some went down by two points, the others by one."""
    downs = [2] * later + [1] * (10 - later)
    return tuple(Activity(str(place), 4, ((day(10), 4 - by),)) for place, by in enumerate(downs))


def test_activities_count_as_worse_from_one_point_three_on() -> None:
    assert len(alerts(Rule.WORSE, planned(1, activities=down(3)), 15)) == 1
    assert alerts(Rule.WORSE, planned(1, activities=down(2)), 15) == []


def test_activities_are_worse_since_the_newest_rating_that_today_knows() -> None:
    rated = (Activity("stairs", 9, ((day(7), 4),)), Activity("sleep", 9, ((day(14), 4), (day(21), 9))))
    (alert,) = alerts(Rule.WORSE, planned(1, activities=rated), 14)
    assert (alert.since, alert.facts) == (day(14), Worse(None, -5.0, None, 2, 1.3))
    assert len(alerts(Rule.WORSE, planned(1, activities=rated), 13)) == 1
    assert alerts(Rule.WORSE, planned(1, activities=rated), 6) == []


def test_it_is_worse_since_the_first_sign_of_it() -> None:
    (alert,) = alerts(Rule.WORSE, History((kept(0, pain=4), kept(7, worse=True), kept(14, pain=6)), pain="Pain"), 15)
    assert alert.since == day(7)
    assert alert.facts == Worse(Pain(4, day(0), 6, day(14)), None, day(7), 2, 1.3)


def test_of_two_pains_in_one_visit_the_stronger_counts() -> None:
    twice = Visit(day(7), number=7, ratings=(Rating("Pain", 6), Rating("pain ", 3)))
    (alert,) = alerts(Rule.WORSE, History((kept(0, pain=4), twice), pain="Pain"), 15)
    assert alert.facts == Worse(Pain(4, day(0), 6, day(7)), None, None, 2, 1.3)


def test_what_the_client_said_last_counts() -> None:
    (alert,) = alerts(Rule.WORSE, History((kept(0, worse=False), kept(7, worse=True), kept(14))), 15)
    assert alert.facts == Worse(None, None, day(7), 2, 1.3)
    assert alerts(Rule.WORSE, History((kept(0, worse=True), kept(7, worse=False))), 15) == []


@pytest.mark.parametrize(
    "history",
    [
        History(),
        History(paining(4, 9)),
        History(paining(None, 9), pain="Pain"),
        History(paining(0, None), pain="Pain"),
        History((kept(0, pain=1), Visit(day(7), ratings=(Rating("Pain", None, 9), Rating("Tension", 9)))), pain="Pain"),
        planned(1, activities=(Activity("stairs", 9), Activity("sleep", None, ((day(7), 0),)))),
    ],
)
def test_what_was_not_rated_twice_is_not_worse(history: History) -> None:
    assert alerts(Rule.WORSE, history, 15) == []


# A10


def test_two_of_the_last_four_that_did_not_take_place_are_worth_asking_about() -> None:
    history = History((kept(0), missed(7), kept(14), missed(21, Attendance.LATE_CANCELLED)))
    (alert,) = alerts(Rule.MISSED, history, 30)
    assert alert.since == day(7)
    assert alert.facts == Missed((day(7), day(21)), 4, 2, 4)


def test_one_of_the_last_four_is_not() -> None:
    assert alerts(Rule.MISSED, History((missed(0), kept(7), kept(14), kept(21), missed(28))), 30) == []


def test_no_visits_are_no_missed_ones() -> None:
    assert alerts(Rule.MISSED, History(), 30) == []
    assert alerts(Rule.MISSED, History((missed(0),)), 30) == []
    assert alerts(Rule.MISSED, History((missed(40), missed(41))), 30) == []


# A11


def promised(**facts: object) -> Promise:
    return replace(Promise(1, 1, "", "Ask twice", day(0)), **facts)  # type: ignore[arg-type]  # fields by name


def test_a_promise_whose_day_has_passed_comes_first_thing() -> None:
    later = promised(id=2, due=day(3))
    (alert,) = alerts(Rule.PROMISE, History(promises=(promised(due=day(5)), later)), 6)
    assert alert.since == day(3)
    assert alert.facts == PastDue(((day(3), 2), (day(5), 1)))
    assert "2 promises" in alert.asks
    assert "Due on 8 January 2026, 10 January 2026." in alert.why


def test_on_its_day_a_promise_is_not_past_due_and_a_kept_one_never_is() -> None:
    assert alerts(Rule.PROMISE, History(promises=(promised(due=day(6)),)), 6) == []
    assert alerts(Rule.PROMISE, History(promises=(promised(due=day(5), done_on=day(6)),)), 6) == []


def test_a_promise_for_the_next_visit_is_past_due_once_that_visit_is_over() -> None:
    history = History((kept(0), kept(7)), promises=(promised(),))
    assert alerts(Rule.PROMISE, history, 7) == []
    (alert,) = alerts(Rule.PROMISE, history, 8)
    assert alert.facts == PastDue(((day(7), 1),))


def test_a_promise_without_a_day_or_a_visit_after_it_is_not_past_due() -> None:
    assert alerts(Rule.PROMISE, History((kept(0),), promises=(promised(),)), 300) == []


# A13


def test_a_plan_is_looked_at_again_on_its_day() -> None:
    (alert,) = alerts(Rule.PLAN_STALE, planned(1, review_on=day(20)), 20)
    assert alert.since == day(20)
    assert alert.facts == PlanStale(day(20), None, None, 0, (50, 100))
    assert alert.why.startswith("The review was set for 25 January 2026. Worth a review")
    assert alerts(Rule.PLAN_STALE, planned(1, review_on=day(20)), 19) == []


def test_a_plan_is_looked_at_again_when_half_and_when_all_of_its_visits_are_done() -> None:
    assert alerts(Rule.PLAN_STALE, planned(2, visits=5), 60) == []
    (half,) = alerts(Rule.PLAN_STALE, planned(3, visits=5), 60)
    assert (half.since, half.facts) == (day(21), PlanStale(None, 3, 5, 1, (50, 100)))
    assert half.why.startswith("3 of 5 planned visits are done. Worth a review")
    (whole,) = alerts(Rule.PLAN_STALE, planned(5, visits=5), 60)
    assert (whole.since, whole.facts) == (day(21), PlanStale(None, 5, 5, 2, (50, 100)))


def test_a_new_agreement_counts_its_visits_anew() -> None:
    assert alerts(Rule.PLAN_STALE, planned(5, visits=5, agreed_on=day(21)), 60) == []
    assert len(alerts(Rule.PLAN_STALE, planned(5, visits=4, agreed_on=day(21)), 60)) == 1


def test_a_plan_without_a_day_or_a_number_of_visits_is_not_stale() -> None:
    assert alerts(Rule.PLAN_STALE, planned(9), 400) == []
    assert alerts(Rule.PLAN_STALE, planned(0, visits=0), 400) == []
    assert alerts(Rule.PLAN_STALE, History(weeks(9)), 400) == []


# A14


def test_a_note_that_is_open_for_more_than_a_day_waits_to_be_signed() -> None:
    begun = datetime.combine(day(0), time(10)).astimezone()
    history = History(unsigned_notes=(begun, begun + timedelta(hours=1)))
    on_the_hour = begun + timedelta(hours=24)
    assert alerts_of(history, USUAL, day(1), on_the_hour) == ()
    (alert,) = alerts_of(history, USUAL, day(1), on_the_hour + timedelta(seconds=1))
    assert (alert.rule, alert.since) == (Rule.UNSIGNED, day(0))
    assert alert.facts == Unsigned(1, begun, None, 0, 24, 2)
    assert "1 note is not signed yet, since 5 January 2026." in alert.why
    assert alert.asks == "Worth finishing today: the notes that are not signed yet."


def test_without_a_clock_the_first_moment_of_the_day_counts() -> None:
    history = History(unsigned_notes=(datetime.combine(day(0), time(10)).astimezone(),))
    assert alerts(Rule.UNSIGNED, history, 1) == []
    assert len(alerts(Rule.UNSIGNED, history, 2)) == 1


def test_a_plan_that_nobody_signed_for_three_visits_waits() -> None:
    history = History(weeks(4), unsigned_plan_since=day(0))
    (alert,) = alerts(Rule.UNSIGNED, history, 21)
    assert (alert.since, alert.facts) == (day(0), Unsigned(0, None, day(0), 3, 24, 2))
    assert alert.asks.startswith("Worth asking at the next visit whether the plan is right")
    assert alerts(Rule.UNSIGNED, history, 20) == []


def test_a_note_and_a_plan_that_both_wait_are_told_together() -> None:
    begun = datetime.combine(day(14), time(10)).astimezone()
    (alert,) = alerts(Rule.UNSIGNED, History(weeks(4), unsigned_notes=(begun,), unsigned_plan_since=day(0)), 21)
    assert (alert.since, alert.facts) == (day(0), Unsigned(1, begun, day(0), 3, 24, 2))
    assert "1 note is not signed yet" in alert.why
    assert "The plan was laid out on 5 January 2026, 3 visits ago." in alert.why
    assert alert.asks.startswith("Worth finishing: the notes that are not signed yet, and at the next visit the plan")


def test_where_nothing_waits_nothing_is_unsigned() -> None:
    assert alerts(Rule.UNSIGNED, History(weeks(9)), 400) == []
    assert alerts(Rule.UNSIGNED, History(unsigned_plan_since=day(0)), 400) == []
