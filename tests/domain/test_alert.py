"""Alerts explain themselves, come in any order of rows, and leave the therapist in peace until they get worse."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.alert import NotLater, ReasonMissing, Rule, awake, rule_words, snooze
from alliance_desktop.domain.alert_history import Activity, Attendance, GoalStep, History, PlanFacts, Visit
from alliance_desktop.domain.alert_rules import RULES, alerts_of
from alliance_desktop.domain.alert_thresholds import RANGES, Thresholds, range_of, thresholds_from
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.session import Rating
from alliance_desktop.words import number_words, speaking
from tests.domain.histories import USUAL, alerts, check, day, kept, missed, weekly

ANSWERS = st.dictionaries(st.sampled_from(Strand), st.integers(1, 5))
DAYS = st.integers(0, 120).map(day)
NUMBERS = st.none() | st.integers(0, 10)
MEASURES = st.sampled_from(("Pain", "pain", "Tension"))
CHECKS = st.none() | st.builds(ClosingCheck, DAYS, ANSWERS, guess=ANSWERS)
RATINGS = st.lists(st.builds(Rating, MEASURES, NUMBERS, NUMBERS), max_size=3).map(tuple)
VISITS = st.lists(
    st.builds(Visit, DAYS, st.sampled_from(Attendance), check=CHECKS, ratings=RATINGS, worse=st.none() | st.booleans()),
    max_size=14,
).map(lambda visits: tuple(replace(visit, number=place) for place, visit in enumerate(visits, 1)))
STEPS = st.none() | st.integers(-2, 2)
PLANS = st.builds(
    PlanFacts,
    number=st.just(1),
    signed_on=DAYS,
    visits=st.none() | st.integers(1, 12),
    review_on=st.none() | DAYS,
    goals=st.lists(st.builds(GoalStep, st.uuids().map(str), STEPS, STEPS), max_size=4).map(tuple),
    activities=st.lists(
        st.builds(
            Activity,
            st.uuids().map(str),
            NUMBERS,
            st.lists(st.tuples(DAYS, st.integers(0, 10)), max_size=3).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
)
PROMISES = st.lists(
    st.builds(Promise, st.integers(1, 99), st.just(1), st.just(""), st.just("x"), DAYS, st.none() | DAYS), max_size=4
).map(tuple)
MOMENTS = st.datetimes(datetime(2026, 1, 5), datetime(2026, 5, 5), timezones=st.just(UTC))  # noqa: DTZ001  # given one
HISTORIES = st.builds(
    History,
    VISITS,
    st.none() | PLANS,
    PROMISES,
    st.none() | DAYS,
    st.lists(MOMENTS, max_size=3).map(tuple),
    st.none() | DAYS,
    st.just("Pain"),
)


Row = TypeVar("Row")


def mixed(rows: tuple[Row, ...], chance: random.Random) -> tuple[Row, ...]:
    return tuple(chance.sample(rows, len(rows)))


def shuffled(history: History, chance: random.Random) -> History:
    plan = history.plan
    if plan is not None:
        activities = mixed(tuple(replace(each, later=mixed(each.later, chance)) for each in plan.activities), chance)
        plan = replace(plan, goals=mixed(plan.goals, chance), activities=activities)
    visits = mixed(tuple(replace(visit, ratings=mixed(visit.ratings, chance)) for visit in history.visits), chance)
    notes, promises = mixed(history.unsigned_notes, chance), mixed(history.promises, chance)
    return replace(history, visits=visits, plan=plan, promises=promises, unsigned_notes=notes)


@given(HISTORIES, DAYS, st.randoms(use_true_random=False))
def test_alerts_do_not_depend_on_the_order_of_the_rows(history: History, today: date, chance: random.Random) -> None:
    assert alerts_of(shuffled(history, chance), USUAL, today) == alerts_of(history, USUAL, today)


@given(HISTORIES, DAYS)
def test_every_alert_explains_itself_and_lies_in_the_past(history: History, today: date) -> None:
    for alert in alerts_of(history, USUAL, today):
        assert alert.asks.strip().endswith((".", "?"))
        assert alert.why.strip().endswith(".")
        assert "{" not in alert.asks + alert.why
        assert alert.since <= today


@given(HISTORIES, DAYS)
def test_nothing_that_comes_later_changes_today(history: History, today: date) -> None:
    so_far = tuple(visit for visit in history.visits if visit.day <= today)
    assert alerts_of(replace(history, visits=so_far), USUAL, today) == alerts_of(history, USUAL, today)


def full() -> History:
    """A client about whom a good deal is worth asking."""
    steady = replace(check(bond=5), guess={Strand.BOND: 5})
    fell = replace(check(bond=2, tasks=3), guess={Strand.BOND: 5})
    visits = (*weekly(steady, steady, steady, fell), kept(28, fell, pain=8, worse=True), missed(35), missed(42))
    return History(
        (replace(visits[0], ratings=(Rating("Pain", 4),)), *visits[1:]),
        PlanFacts(1, day(0), visits=4, goals=(GoalStep("a", -1, -1),)),
        (Promise(1, 1, "", "x", day(0), day(7)),),
        unsigned_notes=(datetime.combine(day(28), time(9)).astimezone(),),
        pain="Pain",
    )


def test_there_is_one_rule_for_each_code_and_alerts_come_in_their_order() -> None:
    assert len(RULES) == len(Rule) == 14
    found = [alert.rule for alert in alerts_of(full(), USUAL, day(60))]
    assert found == sorted(found, key=list(Rule).index)
    assert set(found) >= {"A1", "A2", "A3", "A6", "A7", "A9", "A10", "A11", "A12", "A13", "A14"}


def test_a_client_about_whom_nothing_is_known_has_no_alerts() -> None:
    assert alerts_of(History(), USUAL, day(0)) == ()


@pytest.mark.parametrize("language", ["de", "es"])
def test_alerts_are_said_in_the_language_of_the_moment(language: str) -> None:
    found = alerts_of(full(), USUAL, day(60))
    said = [alert.asks + alert.why for alert in found]
    with speaking(language):
        assert all(alert.asks + alert.why != english for alert, english in zip(found, said, strict=True))
        assert len({rule_words(rule) for rule in Rule}) == len(Rule)
        assert number_words(7.5) == "7,5"


def test_two_visits_kept_on_one_day_need_two_numbers() -> None:
    with pytest.raises(ValueError):
        History((Visit(day(0), number=1), Visit(day(0), number=1)))
    assert History((Visit(day(0), number=1), Visit(day(0), number=2), missed(0), missed(0)))


def test_the_later_of_two_visits_on_one_day_is_the_newer() -> None:
    one, two = Visit(day(0), number=1, check=check(touch=1)), Visit(day(0), number=2, check=check())
    assert alerts(Rule.LOW, History((two, one), next_visit=day(9)), 1) == []


# Thresholds


def test_the_limits_are_those_of_the_rules() -> None:
    told = (USUAL.low_answer, USUAL.drop, USUAL.stays_low_index, USUAL.stays_low_visits, USUAL.flat_top_visits)
    assert told == (3, 1.5, 7.5, 2, 3)
    assert (USUAL.not_asked_visits, USUAL.drift_days, USUAL.drift_rhythms) == (3, 21, 1.5)
    spans = (USUAL.checkpoint_from, USUAL.checkpoint_to, USUAL.last_look_from, USUAL.last_look_to)
    assert spans == (3, 6, 6, 9)
    assert (USUAL.goal_steps, USUAL.better_activity, USUAL.worse_pain, USUAL.worse_activity) == (1, 1.3, 2, 1.3)
    assert (USUAL.missed, USUAL.missed_of, USUAL.gap, USUAL.drop_looks_back) == (2, 4, 2, 3)
    assert (USUAL.review_early_percent, USUAL.review_late_percent) == (50, 100)
    assert (USUAL.unsigned_hours, USUAL.unsigned_plan_visits) == (24, 2)


@pytest.mark.parametrize("name", RANGES)
def test_each_limit_has_a_range_and_is_refused_beyond_it(name: str) -> None:
    low, high = range_of(name)
    assert low <= getattr(USUAL, name) <= high
    for beyond in (low - 1, high + 1):
        with pytest.raises(ValueError):
            replace(USUAL, **{name: beyond})  # type: ignore[arg-type]  # by name


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError):
        Thresholds(checkpoint_from=7)
    with pytest.raises(ValueError):
        Thresholds(missed=5)


def test_limits_of_ones_own_are_kept_to() -> None:
    history = History((kept(0, check(touch=4)),), next_visit=day(9))
    assert len(alerts(Rule.LOW, history, 1, Thresholds(low_answer=4))) == 4
    assert alerts(Rule.LOW, history, 1) == []


def test_stored_limits_are_brought_into_range_and_nonsense_is_as_usual() -> None:
    assert thresholds_from({}) == USUAL
    assert thresholds_from({"low_answer": 2, "drop": 3}) == Thresholds(low_answer=2, drop=3.0)
    assert thresholds_from({"low_answer": 9, "gap": 10**400, "drop": -1.0}) == Thresholds(4, gap=10.0, drop=0.5)
    nonsense = {"low_answer": True, "drop": "2", "gap": float("nan"), "missed": 2.5, "drift_days": None, "other": 1}
    assert thresholds_from(nonsense) == USUAL
    assert thresholds_from({"checkpoint_from": 9, "last_look_to": 8}) == Thresholds(last_look_to=8)
    assert type(thresholds_from({"drop": 3}).drop) is float


@given(st.dictionaries(st.sampled_from(list(RANGES)), st.integers() | st.floats() | st.booleans() | st.text()))
def test_whatever_is_stored_makes_limits(values: dict[str, object]) -> None:
    limits = thresholds_from(values)
    assert all(low <= getattr(limits, name) <= high for name, (low, high) in RANGES.items())


# Being left in peace


def low(answer: int) -> History:
    return History((kept(0, check(touch=answer)),), next_visit=day(99))


def test_an_alert_that_is_put_off_sleeps_until_its_day() -> None:
    found = alerts(Rule.LOW, low(3), 1)
    put_off = snooze(found[0], day(10), "  We talked about it. ", day(1))
    assert put_off.reason == "We talked about it."
    assert awake(found, [put_off], day(9)) == ()
    assert awake(found, [put_off], day(10)) == tuple(found)
    assert awake(found, [], day(1)) == tuple(found)


def test_an_alert_that_got_worse_wakes_before_its_day() -> None:
    put_off = snooze(alerts(Rule.LOW, low(3), 1)[0], day(10), "Talked", day(1))
    worse = alerts(Rule.LOW, low(2), 1)
    assert awake(worse, [put_off], day(2)) == tuple(worse)
    again = snooze(worse[0], day(10), "Talked", day(1))
    assert awake(alerts(Rule.LOW, low(3), 1), [again], day(2)) == ()


def test_a_snooze_is_of_one_rule_and_one_strand() -> None:
    history = History((kept(0, check(touch=3, bond=3)),), next_visit=day(99))
    bond, touch = alerts(Rule.LOW, history, 1)
    assert awake([bond, touch], [snooze(bond, day(10), "Talked", day(1))], day(2)) == (touch,)


def test_days_that_merely_pass_wake_nothing() -> None:
    history = History(weekly(None))
    put_off = snooze(alerts(Rule.DRIFT, history, 30)[0], day(90), "On a journey", day(30))
    assert awake(alerts(Rule.DRIFT, history, 80), [put_off], day(80)) == ()


def test_one_more_visit_without_a_check_wakes_nothing_and_three_more_do() -> None:
    put_off = snooze(alerts(Rule.NOT_ASKED, History(weekly(*[None] * 3)), 20)[0], day(99), "Too tired", day(20))
    for visits, sleeps in ((4, True), (6, False)):
        found = alerts(Rule.NOT_ASKED, History(weekly(*[None] * visits)), 50)
        assert (awake(found, [put_off], day(50)) == ()) is sleeps


def test_more_pain_than_when_it_was_put_off_wakes() -> None:
    put_off, as_before, more = (
        alerts(Rule.WORSE, History((kept(0, pain=first), kept(7, pain=now)), pain="Pain"), 8)
        for first, now in ((2, 5), (3, 6), (2, 6))
    )
    sleeping = [snooze(put_off[0], day(99), "Seen by a doctor", day(8))]
    assert awake(as_before, sleeping, day(9)) == ()
    assert awake(more, sleeping, day(9)) == tuple(more)


def test_what_gets_worse_in_one_part_wakes_though_another_got_better() -> None:
    first = History((kept(0, pain=2), kept(7, pain=7, worse=False)), pain="Pain")
    then = History((kept(0, pain=2), kept(7, pain=6, worse=True)), pain="Pain")
    put_off = snooze(alerts(Rule.WORSE, first, 8)[0], day(99), "Seen by a doctor", day(8))
    found = alerts(Rule.WORSE, then, 8)
    assert awake(found, [put_off], day(9)) == tuple(found)


def test_another_promise_past_its_day_wakes_the_rule() -> None:
    one = Promise(1, 1, "", "x", day(0), day(3))
    put_off = snooze(alerts(Rule.PROMISE, History(promises=(one,)), 5)[0], day(99), "Ordered", day(5))
    both = alerts(Rule.PROMISE, History(promises=(one, replace(one, id=2))), 5)
    assert awake(both, [put_off], day(6)) == tuple(both)


@pytest.mark.parametrize(
    ("rule", "bad", "worse"),
    [
        (Rule.DROP, (check(5), check(5), check(5), check(4)), (check(5), check(5), check(5), check(3))),
        (Rule.DROP, (check(4), check(4), check(4), check(3)), (check(5), check(5), check(5), check(3))),
        (Rule.STAYS_LOW, (check(3), check(3)), (check(3), check(2))),
        (Rule.GAP, (replace(check(4), guess={Strand.BOND: 5}),), (replace(check(3), guess={Strand.BOND: 5}),)),
    ],
)
def test_further_down_is_worse(rule: Rule, bad: tuple[ClosingCheck, ...], worse: tuple[ClosingCheck, ...]) -> None:
    before, after = (alerts(rule, History(weekly(*checks)), 30) for checks in (bad, worse))
    assert awake(after, [snooze(before[0], day(99), "Talked", day(30))], day(31)) == tuple(after)
    assert awake(before, [snooze(after[0], day(99), "Talked", day(30))], day(31)) == ()


def test_nothing_is_put_off_without_a_reason_or_until_today() -> None:
    (alert,) = alerts(Rule.LOW, low(3), 1)
    with pytest.raises(ReasonMissing):
        snooze(alert, day(10), " \n", day(1))
    with pytest.raises(NotLater):
        snooze(alert, day(1), "Talked", day(1))
    assert snooze(alert, day(1) + timedelta(days=1), "Talked", day(1))


@pytest.mark.parametrize(("number", "words"), [(7.0, "7"), (7.5, "7.5"), (6.25, "6.3"), (0.0, "0"), (10.0, "10")])
def test_a_number_has_one_decimal_at_most(number: float, words: str) -> None:
    assert number_words(number) == words
