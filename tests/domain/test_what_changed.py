"""What has become of a number is told in plain words, by the rule that fits it, and the rule can be read."""

from datetime import date, timedelta

import pytest

from alliance_desktop.domain.chart import Chart, Series
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.real_change import ActivityChange, ActivityMeans, activity_change
from alliance_desktop.domain.what_changed import activities_told, is_pain, on_day, told

FIRST = date(2026, 5, 4)


def series(name: str, *values: int, better: Better = Better.LESS) -> Series:
    return Series(name, tuple((FIRST + timedelta(days=7 * n), value) for n, value in enumerate(values)), better)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((7, 5), "better than before"),
        ((7, 6), "about the same"),
        ((7, 8), "about the same"),
        ((7, 9), "worse than before"),
        ((9, 7), "about the same"),  # from 8 on three points are asked for
        ((9, 6), "better than before"),
        ((3, 2), "better than before, though so little may be chance"),  # 33 %, and within 1.77 points
        ((0, 2), "worse than before"),
        ((7, 2, 9, 5), "better than before"),  # the first with the newest
    ],
)
def test_pain_is_judged_by_what_matters_to_people_with_pain(values: tuple[int, ...], words: str) -> None:
    found = told(series("Shoulder ache", *values))
    assert found is not None
    assert found.words == words


def test_the_rule_for_pain_names_its_source_and_from_eight_on_another_one() -> None:
    low, high, small = (told(series("Pain", *values)) for values in ((7, 5), (8, 5), (3, 2)))
    assert low is not None
    assert high is not None
    assert small is not None
    assert "Farrar 2001" in low.rule
    assert "at least 3 points less" in high.rule
    assert "1.8 points may be chance" in small.rule
    assert "may be chance" not in low.rule


@pytest.mark.parametrize(
    ("values", "better", "words"),
    [
        ((6, 6, 6, 5), Better.LESS, "about the same, within your usual range"),
        ((6, 6, 6, 4), Better.LESS, "better than before, outside your usual range"),
        ((6, 6, 6, 8), Better.LESS, "worse than before, outside your usual range"),
        ((6, 6, 6, 8), Better.MORE, "better than before, outside your usual range"),
        ((6, 6, 6, 4), Better.MORE, "worse than before, outside your usual range"),
        ((6, 6, 6, 8), Better.UNKNOWN, "outside your usual range"),
        ((6, 6, 6, 7), Better.UNKNOWN, "about the same, within your usual range"),
        # 8, 7, 6: middle 7, MAD 1, so 7 ± 2.9652: 4.0348 to 9.9652.
        ((8, 7, 6, 5), Better.LESS, "about the same, within your usual range"),
        ((8, 7, 6, 4), Better.LESS, "better than before, outside your usual range"),
    ],
)
def test_any_other_number_is_judged_by_where_it_lay_at_first(
    values: tuple[int, ...], better: Better, words: str
) -> None:
    found = told(series("Tension", *values, better=better))
    assert found is not None
    assert found.words == words


def test_the_usual_range_says_how_it_was_found_and_stays_on_the_scale() -> None:
    found = told(series("Tension", 10, 9, 9, 8))
    assert found is not None
    assert "Your usual range is 8 to 10: the middle of the first three numbers" in found.rule


def test_too_little_to_say_anything_says_nothing() -> None:
    assert told(series("Pain", 7)) is None
    assert told(series("Tension", 7, 3, 1)) is None


def test_which_number_is_pain_is_told_by_its_name_in_any_of_our_languages() -> None:
    assert [is_pain(series(name, 1)) for name in ("Back pain", "Kopfschmerz", "Dolor", "Tension", "Ease")] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "later", "change"),
    [
        (3.0, 4.29, ActivityChange.SAME),
        (3.0, 4.3, ActivityChange.BETTER),
        (0.1, 1.4, ActivityChange.BETTER),  # a little less than 1.3 in the machine
        (3.0, 5.29, ActivityChange.BETTER),
        (3.0, 5.3, ActivityChange.MUCH_BETTER),
        (5.0, 3.71, ActivityChange.SAME),
        (5.0, 3.7, ActivityChange.WORSE),
    ],
)
def test_activities_have_their_classes_at_1_3_and_2_3(first: float, later: float, change: ActivityChange) -> None:
    assert activity_change(ActivityMeans(first, later)) is change


def test_activities_are_told_with_both_means_and_their_source() -> None:
    found = activities_told(ActivityMeans(3.0, 5.5))
    assert found.words == "Activities in their mean: 3, now 5.5: much better than before"
    assert "2014;44:560" in found.rule


def test_each_day_of_the_table_says_what_it_is_beside_where_it_began() -> None:
    pain, tension = series("Pain", 7, 7, 5, 9), series("Tension", 6, 6, 6, 3)
    chart = Chart((pain, tension))
    told_by_day = [on_day(chart, FIRST + timedelta(days=7 * n)) for n in range(4)]
    assert told_by_day == [
        ("", ""),
        ("about the same", ""),
        ("better than before", ""),
        ("worse than before", "outside your usual range"),
    ]
    assert on_day(chart, FIRST + timedelta(days=1)) == ("", "")
