"""The rules about the closing check fire, just do not fire, and never fire on what nobody answered."""

from dataclasses import replace

import pytest

from alliance_desktop.domain.alert import Rule
from alliance_desktop.domain.alert_history import History
from alliance_desktop.domain.alert_strand_facts import Drop, FlatTop, Gap, LowAnswer, NotAsked, StaysLow
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.alliance import ClosingCheck, Strand
from tests.domain.histories import FIRST, alerts, all_of, check, day, kept, weekly

SKIPPED = ClosingCheck(FIRST)


def told(*closing: ClosingCheck | None) -> History:
    return History(weekly(*closing), next_visit=day(400))


# A1


def test_a_three_is_worth_asking_about() -> None:
    (alert,) = alerts(Rule.LOW, told(check(), check(touch=3)), 8)
    assert alert.strand is Strand.TOUCH
    assert alert.since == day(7)
    assert alert.facts == LowAnswer(Strand.TOUCH, day(7), 3, 3)
    assert alert.asks == "Touch: worth asking what would have made this a 5."
    assert alert.why.startswith("On 12 January 2026 the answer was 3 of 5. Worth asking at 3 of 5 or lower.")


def test_a_four_is_not_low() -> None:
    assert alerts(Rule.LOW, told(all_of(4)), 8) == []


def test_each_low_strand_is_told_apart_in_the_order_of_the_dials() -> None:
    found = alerts(Rule.LOW, told(check(bond=1, goals=2)), 8)
    assert [alert.strand for alert in found] == [Strand.GOALS, Strand.BOND]


@pytest.mark.parametrize("closing", [None, SKIPPED, check(touch=None)])
def test_what_was_not_answered_is_not_low(closing: ClosingCheck | None) -> None:
    assert alerts(Rule.LOW, told(closing), 8) == []


def test_a_low_answer_is_over_once_there_is_a_better_one_and_not_by_skipping() -> None:
    assert alerts(Rule.LOW, told(check(touch=3), check(touch=4)), 15) == []
    assert len(alerts(Rule.LOW, told(check(touch=3), check(touch=None)), 15)) == 1


# A2


def test_a_strand_below_its_own_middle_has_dropped() -> None:
    (alert,) = alerts(Rule.DROP, told(*(check(bond=5) for _ in range(3)), check(bond=4)), 30)
    assert alert.strand is Strand.BOND
    assert alert.since == day(21)
    assert alert.facts == Drop(Strand.BOND, day(21), 7.5, (day(0), day(7), day(14)), 10.0, 1.5)
    assert alert.asks == "Bond: something changed since 19 January 2026; worth asking what."
    told_so = "7.5 of 10 on 26 January 2026; the middle of the 3 checks before, since 5 January 2026, was 10."
    assert alert.why.startswith(told_so)


def test_only_the_last_three_answers_before_are_looked_back_to() -> None:
    history = told(*(check(bond=answer) for answer in (1, 1, 1, 5, 5, 5, 4)))
    (alert,) = alerts(Rule.DROP, history, 50)
    assert alert.facts == Drop(Strand.BOND, day(42), 7.5, (day(21), day(28), day(35)), 10.0, 1.5)


def test_a_fall_that_is_smaller_than_the_limit_is_none() -> None:
    history = told(*(check(bond=5) for _ in range(3)), check(bond=4))
    assert len(alerts(Rule.DROP, history, 30, Thresholds(drop=2.5))) == 1
    assert alerts(Rule.DROP, history, 30, Thresholds(drop=2.6)) == []


def test_one_high_answer_among_usual_ones_makes_no_drop_of_the_next() -> None:
    assert alerts(Rule.DROP, told(check(), check(), check(bond=5), check()), 30) == []


def test_without_three_answers_before_nothing_has_dropped() -> None:
    two = (check(bond=5), check(bond=5))
    assert alerts(Rule.DROP, told(*two, check(bond=1)), 30) == []
    assert alerts(Rule.DROP, told(*two, check(bond=None), check(bond=1)), 30) == []
    assert alerts(Rule.DROP, told(*two, SKIPPED, check(bond=1)), 30) == []


def test_a_strand_that_was_not_answered_last_has_not_dropped() -> None:
    assert alerts(Rule.DROP, told(*(check(bond=5) for _ in range(3)), check(bond=None)), 30) == []


# A3


def test_two_low_indexes_running_stay_low() -> None:
    (alert,) = alerts(Rule.STAYS_LOW, told(all_of(5), check(bond=3), check(bond=2)), 30)
    assert alert.since == day(7)
    assert alert.facts == StaysLow(((day(7), 6.875), (day(14), 6.25)), 7.5)
    assert alert.strand is None
    assert "6.9 on 12 January 2026, 6.3 on 19 January 2026" in alert.why


def test_an_index_at_the_limit_is_not_low() -> None:
    assert alerts(Rule.STAYS_LOW, told(all_of(4), all_of(4)), 30) == []
    assert alerts(Rule.STAYS_LOW, told(check(bond=3), all_of(4)), 30) == []
    assert alerts(Rule.STAYS_LOW, told(check(bond=3), all_of(4), check(bond=3)), 30) == []


def test_one_check_alone_does_not_stay_low() -> None:
    assert alerts(Rule.STAYS_LOW, told(check(bond=3), None, SKIPPED), 30) == []


def test_a_visit_without_an_answer_is_passed_over() -> None:
    (alert,) = alerts(Rule.STAYS_LOW, told(check(bond=3), SKIPPED, None, check(bond=3)), 30)
    assert alert.since == day(0)


def test_what_stays_low_does_so_since_the_first_low_one() -> None:
    (alert,) = alerts(Rule.STAYS_LOW, told(all_of(5), *(check(bond=3) for _ in range(4))), 40)
    assert alert.since == day(7)


# A4


def test_the_highest_three_times_running_is_worth_asking_about_in_another_way() -> None:
    (alert,) = alerts(Rule.FLAT_TOP, told(check(), *(all_of(5) for _ in range(4))), 40)
    assert alert.since == day(7)
    assert alert.facts == FlatTop((day(14), day(21), day(28)))


def test_three_times_running_are_enough() -> None:
    (alert,) = alerts(Rule.FLAT_TOP, told(*(all_of(5) for _ in range(3))), 40)
    assert alert.facts == FlatTop((day(0), day(7), day(14)))
    assert alert.why.startswith("Every answer was 5 of 5 at the last 3 checks, since 5 January 2026.")


def test_twice_running_or_one_four_among_them_is_no_flat_top() -> None:
    assert alerts(Rule.FLAT_TOP, told(all_of(5), all_of(5)), 40) == []
    assert alerts(Rule.FLAT_TOP, told(all_of(5), all_of(5), check(5, 5, 5, 4)), 40) == []


def test_a_question_left_out_is_not_the_highest_answer() -> None:
    assert alerts(Rule.FLAT_TOP, told(all_of(5), all_of(5), check(5, 5, 5, None)), 40) == []
    assert alerts(Rule.FLAT_TOP, told(all_of(5), all_of(5), SKIPPED), 40) == []


# A5


def test_three_visits_without_a_closing_check_are_worth_a_nudge() -> None:
    (alert,) = alerts(Rule.NOT_ASKED, told(check(), None, None, None), 30)
    assert alert.since == day(7)
    assert alert.facts == NotAsked(3, day(7), 3)
    assert alert.why.startswith("3 visits without a closing check, since 12 January 2026.")


def test_two_visits_without_one_are_not() -> None:
    assert alerts(Rule.NOT_ASKED, told(check(), None, None), 30) == []
    assert alerts(Rule.NOT_ASKED, told(None, None, check()), 30) == []


def test_todays_visit_is_not_over_yet() -> None:
    assert alerts(Rule.NOT_ASKED, told(None, None, None), 14) == []
    assert len(alerts(Rule.NOT_ASKED, told(None, None, None), 15)) == 1


def test_a_skipped_check_was_asked_and_no_visit_needs_none() -> None:
    assert alerts(Rule.NOT_ASKED, told(None, None, SKIPPED), 30) == []
    assert alerts(Rule.NOT_ASKED, History(), 30) == []


# A12


def guessing(touch: int | None, guess: int | None) -> ClosingCheck:
    return replace(check(touch=touch), guess={} if guess is None else {Strand.TOUCH: guess})


def test_a_guess_well_above_the_answer_is_a_gap() -> None:
    (alert,) = alerts(Rule.GAP, told(guessing(4, 5)), 8)
    assert alert.strand is Strand.TOUCH
    assert alert.facts == Gap(Strand.TOUCH, day(0), 10.0, 7.5, 2.0)


def test_a_guess_as_high_or_lower_is_none() -> None:
    assert alerts(Rule.GAP, told(guessing(4, 4)), 8) == []
    assert alerts(Rule.GAP, told(guessing(5, 1)), 8) == []
    assert len(alerts(Rule.GAP, told(guessing(4, 5)), 8, Thresholds(gap=2.5))) == 1
    assert alerts(Rule.GAP, told(guessing(4, 5)), 8, Thresholds(gap=2.6)) == []


@pytest.mark.parametrize("closing", [None, SKIPPED, guessing(None, 5), guessing(1, None)])
def test_without_both_a_guess_and_an_answer_there_is_no_gap(closing: ClosingCheck | None) -> None:
    assert alerts(Rule.GAP, told(closing), 8) == []


def test_only_the_guess_beside_the_newest_check_counts() -> None:
    assert alerts(Rule.GAP, told(guessing(1, 5), check()), 15) == []


def test_what_lies_after_today_is_not_seen() -> None:
    history = History((kept(0, check(touch=1)), kept(7, check(touch=5))), next_visit=day(400))
    assert len(alerts(Rule.LOW, history, 3)) == 1
    assert alerts(Rule.LOW, history, 7) == []
