"""A change counts when it is more than chance, more than usual for this person, or enough to matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.real_change import (
    ActivityMeans,
    PainChange,
    ReliableChange,
    UsualRange,
    activity_means,
    activity_rule_words,
    pain_change,
    pain_rule_words,
    pain_words,
    percent_change,
    range_words,
    reliable_change,
    reliable_threshold,
    usual_range,
)

RATINGS = st.lists(st.integers(0, 10), min_size=3, max_size=9)


@pytest.mark.parametrize(
    ("sd", "reliability", "before", "now", "rc", "threshold", "reliable"),
    [(2.0, 0.90, 7, 4, -3.354, 1.753, True), (1.5, 0.70, 5.0, 5.9, 0.775, 2.277, False)],
)
def test_reliable_change_has_the_published_values(
    sd: float, reliability: float, before: float, now: float, rc: float, threshold: float, reliable: bool
) -> None:
    change = reliable_change(before, now, sd, reliability)
    assert change is not None
    assert (round(change.rc, 3), round(change.threshold, 3), change.is_reliable) == (rc, threshold, reliable)
    assert reliable_threshold(sd, reliability) == change.threshold


def test_a_change_as_large_as_the_threshold_may_still_be_chance() -> None:
    assert not ReliableChange(1.96, 1.0).is_reliable
    assert ReliableChange(-1.97, 1.0).is_reliable


def test_the_threshold_of_a_wide_scale_is_the_published_one() -> None:
    threshold = reliable_threshold(7.6, 0.95)
    assert threshold is not None
    assert round(threshold, 3) == 4.711


def test_a_scale_that_only_errs_has_the_widest_threshold() -> None:
    threshold = reliable_threshold(2.0, 0.0)
    assert threshold is not None
    assert round(threshold, 3) == 5.544


@pytest.mark.parametrize(("sd", "reliability"), [(2.0, 1.0), (0.0, 0.9), (0.0, 1.0)])
def test_a_scale_that_never_errs_or_never_varies_has_no_threshold(sd: float, reliability: float) -> None:
    assert reliable_threshold(sd, reliability) is None
    assert reliable_change(7, 4, sd, reliability) is None


@pytest.mark.parametrize(("sd", "reliability"), [(-1.0, 0.9), (2.0, 1.1), (2.0, -0.1), (float("nan"), 0.9)])
def test_what_no_sample_has_is_refused(sd: float, reliability: float) -> None:
    with pytest.raises(ValueError):
        reliable_change(7, 4, sd, reliability)


def test_the_usual_range_is_one_point_for_steady_people_and_wider_for_others() -> None:
    assert usual_range([6, 6, 6]) == UsualRange(5.0, 6, 7.0)
    wide = usual_range([2, 4, 6, 8, 10])
    assert wide is not None
    assert (wide.middle, round(wide.low, 4), round(wide.high, 4)) == (6, 0.0696, 11.9304)


def test_two_ratings_make_no_usual_range() -> None:
    assert usual_range([]) is None
    assert usual_range([4, 5]) is None


def test_the_ends_of_the_usual_range_belong_to_it() -> None:
    usual = UsualRange(5, 6, 7)
    assert [usual.holds(rating) for rating in (4.9, 5, 7, 7.1)] == [False, True, True, False]
    assert range_words(usual, 7) == "within your usual range"
    assert range_words(usual, 8) == "outside your usual range"


@given(RATINGS, st.randoms())
def test_the_usual_range_does_not_depend_on_the_order_and_holds_its_middle(ratings: list[int], chance: object) -> None:
    shuffled = list(ratings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out a Random
    usual = usual_range(ratings)
    assert usual is not None
    assert usual_range(shuffled) == usual
    assert usual.holds(usual.middle)
    assert usual.high - usual.low >= 2


def test_a_new_activity_never_enters_the_old_mean() -> None:
    means = activity_means({"stairs": 3, "sleep": 5}, {"sleep": 6, "stairs": 6, "garden": 0})
    assert means == ActivityMeans(4.0, 6.0)
    assert means.change == 2.0


def test_an_activity_not_rated_again_leaves_the_old_mean_too() -> None:
    assert activity_means({"stairs": 0, "sleep": 5}, {"sleep": 6}) == ActivityMeans(5.0, 6.0)
    assert activity_means({"stairs": 3}, {"sleep": 6}) is None
    assert activity_means({}, {}) is None


@pytest.mark.parametrize(("before", "now", "percent"), [(4, 3, -25.0), (10, 7, -30.0), (5, 5, 0.0), (2, 5, 150.0)])
def test_a_change_of_pain_in_percent(before: float, now: float, percent: float) -> None:
    assert percent_change(before, now) == percent


def test_from_nothing_no_percentage_can_be_told() -> None:
    assert percent_change(0, 4) is None


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (7, 5, PainChange.IMPROVED),
        (7, 6, PainChange.SAME),
        (3, 2, PainChange.IMPROVED),  # 33 % less
        (4, 3, PainChange.SAME),  # 25 % less
        (5, 3.5, PainChange.IMPROVED),  # 30 % less
        (5, 3.6, PainChange.SAME),
        (2, 1.2, PainChange.SAME),  # 40 % less, and less than a point
        (1, 0, PainChange.IMPROVED),
        (0, 0, PainChange.SAME),
        (0, 1, PainChange.SAME),
        (0, 2, PainChange.WORSE),
        (7, 8, PainChange.SAME),
        (7, 9, PainChange.WORSE),
        (8, 6, PainChange.SAME),  # 2 points are not enough from 8 on
        (8, 5, PainChange.IMPROVED),
        (10, 8, PainChange.SAME),
        (10, 7, PainChange.IMPROVED),
        (8, 10, PainChange.WORSE),
    ],
)
def test_what_has_become_of_pain(before: float, now: float, change: PainChange) -> None:
    assert pain_change(before, now) is change


@pytest.mark.parametrize(("before", "now"), [(-1, 3), (3, 11), (11, 3), (3, -1)])
def test_pain_beyond_the_scale_is_refused(before: float, now: float) -> None:
    with pytest.raises(ValueError):
        pain_change(before, now)


def test_each_rule_names_who_found_it() -> None:
    assert "Farrar 2001" in pain_rule_words(7)
    assert "3 points" in pain_rule_words(8)
    assert pain_rule_words(7) != pain_rule_words(8)
    assert "2014;44:560" in activity_rule_words()
    assert [pain_words(change) for change in PainChange] == ["improved", "worse", "about the same"]
