"""A scale is counted as it says: what is reversed is turned, and what is missing never counts as zero."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.scale import Item, Method, Scale, ScaleUnclear, range_told
from tests.domain.any_scale import ITEMS, neck


@st.composite
def answered(draw: st.DrawFn) -> tuple[Scale, list[int | None]]:
    """Any scale with any answers, some of them missing."""
    low = draw(st.integers(0, 99))
    high = draw(st.integers(low + 1, 100))
    turns = draw(st.lists(st.booleans(), min_size=1, max_size=12))
    items = tuple(Item(f"Question {place}", turn) for place, turn in enumerate(turns))
    scale = Scale("Any", items, low, high, method=draw(st.sampled_from(list(Method))))
    answers = draw(st.lists(st.none() | st.integers(low, high), min_size=len(items), max_size=len(items)))
    return scale, answers


def test_the_mean_turns_what_is_reversed() -> None:
    assert neck().score((4, 6, 3, 5, 8)) == (4 + 6 + 7 + 5 + 8) / 5
    assert neck(method=Method.SUM).score((4, 6, 3, 5, 8)) == 30
    assert neck(method=Method.SUM).span == (0, 50)
    assert neck().span == (0, 10)


def test_four_of_five_are_enough_and_what_is_missing_is_left_out_or_prorated() -> None:
    assert neck().score((4, 6, None, 5, 9)) == 6
    assert neck(method=Method.SUM).score((4, 6, None, 5, 9)) == 30
    assert neck().score((4, None, None, 5, 9)) is None
    assert neck().score((None,) * 5) is None
    three = neck(items=ITEMS[:3])
    assert three.score((4, 6, None)) is None


@given(answered())
def test_a_score_lies_within_its_span(told: tuple[Scale, list[int | None]]) -> None:
    scale, answers = told
    score, (low, high) = scale.score(answers), scale.span
    given_ = [answer for answer in answers if answer is not None]
    assert (score is None) == (not given_ or len(given_) * 5 < len(answers) * 4)
    assert score is None or low - 1e-9 <= score <= high + 1e-9


@given(answered())
def test_turned_twice_an_answer_is_as_it_was(told: tuple[Scale, list[int | None]]) -> None:
    scale, answers = told
    for answer in answers:
        if answer is not None:
            assert scale.turned(scale.turned(answer)) == answer
            assert scale.lowest <= scale.turned(answer) <= scale.highest


@given(answered())
def test_what_is_missing_counts_as_the_mean_of_the_others_and_never_as_zero(
    told: tuple[Scale, list[int | None]],
) -> None:
    scale, answers = told
    score = scale.score(answers)
    if score is None:
        return
    there = [place for place, answer in enumerate(answers) if answer is not None]
    only = replace(scale, items=tuple(scale.items[place] for place in there), method=Method.MEAN)
    times = len(scale.items) if scale.method is Method.SUM else 1
    mean = only.score([answers[place] for place in there])
    assert mean is not None
    assert score == pytest.approx(mean * times)


@pytest.mark.parametrize("answers", [(1, 2, 3, 4), (1, 2, 3, 4, 11), (1, 2, 3, 4, -1)])
def test_answers_that_no_hand_can_give_are_refused(answers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        neck().score(answers)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "  "}, "name"),
        ({"items": (Item(" "),)}, "one item at least"),
        ({"items": tuple(Item(f"Question {n}") for n in range(13))}, "12 items at most"),
        ({"lowest": 10, "highest": 10}, "between 0 and 100"),
        ({"lowest": -1}, "between 0 and 100"),
        ({"highest": 101}, "between 0 and 100"),
        ({"low_words": ""}, "lowest and the highest number mean"),
        ({"high_words": " "}, "lowest and the highest number mean"),
        ({"better": Better.UNKNOWN}, "which way is good"),
        ({"licence": " \n"}, "allows you to use"),
        ({"reliability": 0.9}, "both, or neither"),
        ({"sd": 2.0}, "both, or neither"),
        ({"reliability": 1.0, "sd": 2.0}, "both, or neither"),
        ({"reliability": 0.9, "sd": 0.0}, "both, or neither"),
        ({"reliability": float("nan"), "sd": 2.0}, "both, or neither"),
        ({"mcid": 0.0, "mcid_source": "x"}, "who found it"),
        ({"mcid": 1.5}, "who found it"),
    ],
)
def test_what_cannot_be_a_scale_is_said_in_a_sentence(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(ScaleUnclear, match=told):
        neck(**changes).checked()


def test_a_scale_is_kept_without_blanks_and_without_empty_items() -> None:
    kept = neck(name=" Neck  this week ", items=(*ITEMS, Item("  ")), licence=" Mine \n").checked()
    assert (kept.name, kept.items, kept.licence) == ("Neck this week", ITEMS, "Mine")
    assert range_told(kept) == "0 = not at all, 10 = with ease"


def test_another_name_or_licence_leaves_scores_comparable_and_other_items_do_not() -> None:
    assert neck().counts_like(neck(name="My neck", licence="x", reliability=0.9, sd=2.0))
    assert neck().counts_like(neck(items=(Item("How easily  COULD you turn your head this week?"), *ITEMS[1:])))
    for changes in (
        {"items": ITEMS[:4]},
        {"items": (replace(ITEMS[0], reverse=True), *ITEMS[1:])},
        {"highest": 9},
        {"method": Method.SUM},
        {"better": Better.LESS},
    ):
        assert not neck().counts_like(neck(**changes))
