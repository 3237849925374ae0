"""Parts in two columns of about one height, read down the first and then down the second.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Air, Columns, height_of
from alliance_desktop.documents.edition import GUTTER, span

# So much taller columns, in points, are better than a list that goes on at the top of the second one.
_TORN = 40.0


class Fit(Enum):
    """How a side is filled: with air, with little of it, or set anew so that the same words need less room."""

    LOOSE = auto()
    TIGHT = auto()
    COMPACT = auto()

    @property
    def tight(self) -> bool:
        return self is not Fit.LOOSE


@dataclass(frozen=True, slots=True)
class Half:
    """What stays in one piece, as wide as half of the page, and the space above it in points.

    What ``floats`` is read as well before or after other parts and stands where the columns come out even, never right
    before what ``goes_on`` with the part above it.
    """

    piece: Flowable
    above: float
    floats: bool = False
    goes_on: bool = False


def balanced(parts: Sequence[Half]) -> list[Flowable]:
    """The parts in order in two columns, cut where the taller of the two is the least tall; nothing for no parts."""
    if not parts:
        return []
    tall = {id(part): height_of([part.piece], span(3)) for part in parts}

    def height(column: Sequence[Half]) -> float:
        return sum(tall[id(part)] + part.above for part in column) - (column[0].above if column else 0.0)

    cuts = [(order[:place], order[place:]) for order in _orders(parts) for place in range(1, len(parts) + 1)]
    best = min(
        cuts, key=lambda cut: max(height(cut[0]), height(cut[1])) + (_TORN if cut[1] and cut[1][0].goes_on else 0)
    )
    return [Columns([_stacked(column) for column in best], [span(3)] * 2, GUTTER)]


def _orders(parts: Sequence[Half]) -> list[list[Half]]:
    """The parts as they are, then with what floats at every other place."""
    floating, fixed = [part for part in parts if part.floats], [part for part in parts if not part.floats]
    if not floating:
        return [list(parts)]
    places = [place for place in range(len(fixed) + 1) if place == len(fixed) or not fixed[place].goes_on]
    return [list(parts), *([*fixed[:place], *floating, *fixed[place:]] for place in places)]


def fitting(parts: Sequence[Half], room: float) -> int:
    """How many of the parts, from the first on, two columns of this height hold."""
    for count in range(len(parts), 0, -1):
        if height_of(balanced(parts[:count]), 0) <= room:
            return count
    return 0


def _stacked(parts: Sequence[Half]) -> list[Flowable]:
    """The parts below each other; the first needs no space above."""
    return [flow for place, part in enumerate(parts) for flow in ((Air(part.above), part.piece)[not place :])]
