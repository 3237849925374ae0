"""How far goals were reached: goal attainment scaling, for the therapist alone."""

from collections.abc import Sequence
from math import sqrt

from alliance_desktop.domain.plan import Goal, Plan

RHO = 0.3


def gas_t(levels: Sequence[int], weights: Sequence[float] | None = None) -> float | None:
    """Return the T-score of goals at ``levels`` −2 to +2: 50 is exactly as agreed, 10 one standard deviation.

    T = 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²) with ρ = 0.3 (Kiresuk and Sherman); all weights are 1 unless given.
    None without goals, or when nothing weighs anything. Raises ``ValueError`` for levels beyond ±2 or as many weights
    as there are no levels.
    """
    weighed = list(weights) if weights is not None else [1.0] * len(levels)
    if len(weighed) != len(levels) or any(abs(level) > 2 for level in levels):
        raise ValueError(levels, weights)
    spread = (1 - RHO) * sum(w * w for w in weighed) + RHO * sum(weighed) ** 2
    if spread == 0:
        return None
    return 50 + 10 * sum(w * x for w, x in zip(weighed, levels, strict=True)) / sqrt(spread)


def weight_of(importance: int | None, difficulty: int | None) -> int:
    """Return importance times difficulty, each 0 to 3; what nobody rated counts as 1."""
    return (1 if importance is None else importance) * (1 if difficulty is None else difficulty)


def reached(goals: Sequence[Goal]) -> float | None:
    """Return the T-score of the goals that have a step today, weighed by importance and difficulty; None without."""
    stepped = [goal for goal in goals if goal.step is not None]
    weights = [weight_of(goal.importance, goal.difficulty) for goal in stepped]
    return gas_t([goal.step for goal in stepped if goal.step is not None], weights)


def reached_first(plan: Plan) -> float | None:
    """Return the T-score that stands in the version agreed first with one."""
    scores = (reached(version.content.goals) for version in plan.versions if version.agreed)
    return next((score for score in scores if score is not None), None)
