"""Parts in two columns of about one height, read down the first and then down the second.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Air, Columns, height_of
from alliance_desktop.documents.edition import GUTTER, span


@dataclass(frozen=True, slots=True)
class Half:
    """What stays in one piece, as wide as half of the page, and the space above it in points."""

    piece: Flowable
    above: float


def balanced(parts: Sequence[Half]) -> list[Flowable]:
    """The parts in order in two columns, cut where the taller of the two is the least tall; nothing for no parts."""
    if not parts:
        return []
    cut = min(range(1, len(parts) + 1), key=lambda place: max(_tall(parts[:place]), _tall(parts[place:])))
    return [Columns([_stacked(parts[:cut]), _stacked(parts[cut:])], [span(3)] * 2, GUTTER)]


def fitting(parts: Sequence[Half], room: float) -> int:
    """How many of the parts, from the first on, two columns of this height hold."""
    for count in range(len(parts), 0, -1):
        if height_of(balanced(parts[:count]), 0) <= room:
            return count
    return 0


def _tall(parts: Sequence[Half]) -> float:
    return height_of(_stacked(parts), span(3))


def _stacked(parts: Sequence[Half]) -> list[Flowable]:
    """The parts below each other; the first needs no space above."""
    return [flow for place, part in enumerate(parts) for flow in ((Air(part.above), part.piece)[not place :])]
