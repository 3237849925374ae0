"""What has become of a score is judged by the reliable change, else by what matters, else by the usual range."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.scale import Item, Method, Scale
from alliance_desktop.domain.scale_answers import AnswerDraft, Filled, KeptAnswers, KeptScale, filled
from alliance_desktop.domain.scale_change import ChangeClass, Judged, Rule, exact_words, judged, rule_words, told
from tests.domain.any_scale import neck

DAY, NOW = date(2026, 3, 2), datetime(2026, 3, 2, tzinfo=UTC)
ONE = Scale("Ease", (Item("How easily could you turn your head this week?"),), 0, 10, "not at all", "with ease")


def scored(scale: Scale, *answers: int | None) -> Filled:
    """A scale of one item, filled in every week."""
    kept = KeptScale(1, "u", scale, NOW)
    times = (
        KeptAnswers(place, 1, kept, AnswerDraft(DAY + timedelta(days=7 * place), (answer,)))
        for place, answer in enumerate(answers, 1)
    )
    return filled(times, {"u": kept})[0]


def halves(scale: Scale, first: float, last: float) -> Filled:
    """The same scale, as if it had been counted to these two scores by ten items."""
    items = tuple(Item(f"Question {n}") for n in range(10))
    kept = KeptScale(1, "u", replace(scale, items=items), NOW)
    made = [
        KeptAnswers(place, 1, kept, AnswerDraft(DAY + timedelta(days=place), _ten(score)))
        for place, score in enumerate((first, last), 1)
    ]
    return filled(made, {"u": kept})[0]


def _ten(score: float) -> tuple[int, ...]:
    whole, more = divmod(round(score * 10), 10)
    return (whole + 1,) * more + (whole,) * (10 - more)


@pytest.mark.parametrize(
    ("sd", "reliability", "first", "last", "change", "threshold"),
    [
        (2.0, 0.90, 7.0, 4.0, ChangeClass.WORSE, "1.75"),
        (1.5, 0.70, 5.0, 5.9, ChangeClass.SAME, "2.28"),
        (2.0, 0.90, 4.0, 7.0, ChangeClass.BETTER, "1.75"),
        (7.6, 0.95, 2.0, 6.7, ChangeClass.SAME, "4.71"),
        (7.6, 0.95, 2.0, 6.8, ChangeClass.BETTER, "4.71"),
    ],
)
def test_the_reliable_change_has_the_published_threshold(
    sd: float, reliability: float, first: float, last: float, change: ChangeClass, threshold: str
) -> None:
    found = halves(replace(ONE, sd=sd, reliability=reliability, mcid=0.1, mcid_source="x"), first, last)
    assert judged(found) == Judged(change, Rule.RELIABLE)
    assert f"more than {threshold} points" in rule_words(found)
    assert "Jacobson and Truax" in rule_words(found)


def test_without_its_numbers_what_matters_decides_and_names_its_source() -> None:
    matters = replace(ONE, mcid=1.3, mcid_source="Our own count, 2026")
    assert judged(halves(matters, 4.0, 5.3)) == Judged(ChangeClass.BETTER, Rule.MATTERS)
    assert judged(halves(matters, 4.0, 5.2)) == Judged(ChangeClass.SAME, Rule.MATTERS)
    assert judged(halves(replace(matters, better=Better.LESS), 4.0, 5.3)) == Judged(ChangeClass.WORSE, Rule.MATTERS)
    found = told(halves(matters, 4.0, 5.3))
    assert found is not None
    assert found.words == "better than before, enough to matter"
    assert found.rule == "A change of 1.3 points or more matters. Source, as you entered it: Our own count, 2026"


def test_without_any_number_the_usual_range_decides_from_the_fourth_time_on() -> None:
    assert judged(scored(ONE, 4, 4, 5)) is None
    assert told(scored(ONE, 4, 4, 5)) is None
    assert judged(scored(ONE, 4, 4, 5, 5)) == Judged(ChangeClass.SAME, Rule.USUAL)
    better = scored(ONE, 4, 4, 5, 8)
    assert judged(better) == Judged(ChangeClass.BETTER, Rule.USUAL)
    found = told(better)
    assert found is not None
    assert found.words == "better than before, outside your usual range"
    assert "3 to 5" in found.rule


def test_the_usual_range_stays_within_the_span_of_a_sum() -> None:
    wide = replace(ONE, lowest=1, highest=100, method=Method.SUM)
    found = told(scored(wide, 2, 1, 90, 60))
    assert found is not None
    assert "1 to 5" in found.rule


def test_once_there_is_no_change_and_too_few_answers_are_no_time() -> None:
    assert judged(scored(replace(ONE, mcid=1.0, mcid_source="x"), 4)) is None
    found = scored(replace(ONE, mcid=1.0, mcid_source="x"), 4, None, 6)
    assert [score for _day, score in found.scores] == [4, 6]
    assert judged(found) == Judged(ChangeClass.BETTER, Rule.MATTERS)


def test_a_change_begins_a_line_of_its_own_only_where_scores_cannot_be_compared() -> None:
    old = KeptScale(1, "u", neck(), NOW)
    renamed = KeptScale(2, "u", neck(name="My neck", mcid=1.0, mcid_source="x"), NOW, 1)
    other = KeptScale(3, "u", neck(highest=5), NOW, 2)
    times = [
        KeptAnswers(place, 1, kept, AnswerDraft(DAY + timedelta(days=place), (4,) * 5))
        for place, kept in enumerate((old, renamed, other), 1)
    ]
    now, former = filled(times, {"u": other})
    assert (now.scale.highest, now.former, len(now.times)) == (5, False, 1)
    assert (former.scale.name, former.former, [each.kept.id for each in former.times]) == ("My neck", True, [1, 2])
    (back,) = filled(times[:2], {"u": renamed})
    assert (back.scale.name, back.former) == ("My neck", False)


def test_of_two_times_on_a_day_the_later_counts_and_the_line_runs_over_its_own_range() -> None:
    kept = KeptScale(1, "u", replace(ONE, highest=40), NOW)
    times = [KeptAnswers(n, 1, kept, AnswerDraft(DAY, (answer,))) for n, answer in ((1, 5), (2, 20))]
    (found,) = filled(times, {"u": kept})
    assert found.scores == ((DAY, 20.0),)
    assert found.chart is not None
    assert found.chart.points(found.chart.series[0]) == ((0.5, 0.5),)
    assert found.chart.steps == (0, 20, 40)


def test_a_number_is_said_with_the_decimals_it_has() -> None:
    assert [exact_words(number) for number in (2, 1.3, 1.753, 0.9)] == ["2", "1.3", "1.75", "0.9"]
