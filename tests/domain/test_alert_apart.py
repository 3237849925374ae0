"""On days on which a client does not come one thing at most is said of them, and nothing that waits for a visit."""

from datetime import date
from itertools import permutations

import pytest

from alliance_desktop.domain.alert import Alert, Rule
from alliance_desktop.domain.alert_apart import worth_a_line
from alliance_desktop.domain.alert_strand_facts import FlatTop

DAY = date(2026, 5, 4)


def found(*rules: Rule) -> tuple[Alert, ...]:
    return tuple(Alert(rule, DAY, FlatTop((DAY,))) for rule in rules)


def said(alerts: tuple[Alert, ...], booked: bool = False) -> Rule | None:
    alert = worth_a_line(alerts, booked)
    return None if alert is None else alert.rule


@pytest.mark.parametrize("booked", [True, False])
def test_safety_goes_first_whatever_else_there_is_and_in_any_order(booked: bool) -> None:
    for rules in permutations((Rule.LOW, Rule.STAYS_LOW, Rule.MISSED, Rule.WORSE)):
        assert said(found(*rules), booked) is Rule.WORSE


@pytest.mark.parametrize("rule", [Rule.WORSE, Rule.MISSED, Rule.STAYS_LOW, Rule.LAST_LOOK])
def test_what_is_done_between_visits_is_said_whatever_is_booked(rule: Rule) -> None:
    assert said(found(rule), booked=True) is said(found(rule), booked=False) is rule


@pytest.mark.parametrize("rule", [Rule.LOW, Rule.DROP])
def test_what_a_booked_visit_will_ask_is_left_to_it(rule: Rule) -> None:
    assert said(found(rule), booked=True) is None
    assert said(found(rule)) is rule


def test_what_is_asked_face_to_face_or_said_elsewhere_has_no_line() -> None:
    elsewhere = (Rule.FLAT_TOP, Rule.NOT_ASKED, Rule.CHECKPOINT, Rule.GAP, Rule.DRIFT, Rule.PROMISE)
    assert said(found(*elsewhere, Rule.PLAN_STALE, Rule.UNSIGNED)) is None
    assert said(()) is None


def test_of_two_strands_the_first_is_said() -> None:
    first, other = found(Rule.LOW, Rule.LOW)
    assert worth_a_line((first, other), booked=False) is first
