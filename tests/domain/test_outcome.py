"""The T-score of goal attainment has the published values, and says nothing where there is nothing to say."""

import pytest

from alliance_desktop.domain.outcome import gas_t, reached, weight_of
from alliance_desktop.domain.plan import Goal


@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        ([0], [1], 50.00),
        ([1], [1], 60.00),
        ([-2], [1], 30.00),
        ([1, 1, 1], [1, 1, 1], 63.69),
        ([1, 0, -1], [1, 1, 1], 50.00),
        ([-1, -1], [1, 1], 37.60),
        ([-1, -1, -2], [1, 1, 1], 31.74),
        ([2, 1, 0], [3, 2, 1], 67.63),
        ([-2, -1, -1, -1], [3, 2, 2, 1], 30.49),
    ],
)
def test_the_score_is_the_published_one(levels: list[int], weights: list[float], expected: float) -> None:
    score = gas_t(levels, weights)
    assert score is not None
    assert round(score, 2) == expected


def test_no_goals_or_no_weight_give_no_score() -> None:
    assert gas_t([]) is None
    assert gas_t([1, 2], [0, 0]) is None


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError):
        gas_t([3])
    with pytest.raises(ValueError):
        gas_t([1], [1, 1])


def test_a_weight_is_importance_times_difficulty() -> None:
    assert weight_of(3, 2) == 6
    assert weight_of(None, 2) == 2
    assert weight_of(None, None) == 1
    assert weight_of(0, 3) == 0


def test_goals_count_by_what_they_matter_and_how_hard_they_are_once_they_have_a_step() -> None:
    goals = [Goal("a", step=2, importance=3, difficulty=1), Goal("b", step=1, importance=2, difficulty=1), Goal("c")]
    assert reached(goals) == gas_t([2, 1], [3, 2])
    assert reached([Goal("c")]) is None
