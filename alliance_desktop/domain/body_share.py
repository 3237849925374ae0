"""How much of the drawn body, front and back, a client marked: then and now, as a share of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.body_path import Polygon
from alliance_desktop.domain.voice import Whose

_VIEWS = body.WHOLE[:2]


@dataclass(frozen=True, slots=True)
class ShareChange:
    """Whole percent of the drawn body, in the plan agreed first with marks and in the one agreed last."""

    first: int
    now: int


def share(marks: Iterable[Mark]) -> int | None:
    """Return how many percent of front and back the client marked as felt; None where they marked no part of them.

    A part counts once however often it is marked; single points have no area; what is left alone is not felt.
    """
    parts = {(mark.view, mark.region) for mark in marks if _is_felt(mark)}
    if not parts:
        return None
    marked = sum(size for part, size in _areas().items() if part in parts)
    return max(1, round(100 * marked / sum(_areas().values())))


def change(first: Iterable[Mark], now: Iterable[Mark]) -> ShareChange | None:
    """Return both shares; what was marked at first and no more is none now. None where there was nothing at first."""
    began = share(first)
    return ShareChange(began, share(now) or 0) if began is not None else None


def area(polygon: Polygon) -> float:
    """Return the area of a shape in the square of its measure (the shoelace formula)."""
    pairs = zip(polygon, (*polygon[1:], *polygon[:1]), strict=True)
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs)) / 2


def _is_felt(mark: Mark) -> bool:
    felt = mark.whose is not Whose.THERAPIST and mark.kind is not MarkKind.AVOID
    return felt and mark.view in _VIEWS and bool(mark.region)


@lru_cache
def _areas() -> dict[tuple[str, str], float]:
    return {(part.view, part.id): area(part.polygon) for view in _VIEWS for part in body.view(view).regions}
