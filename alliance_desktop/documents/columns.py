"""Flowables side by side on the grid, flowables that stay together, and the air between them.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

_TALL = 1e6
# What is taller than this may be cut: it might not fit on any page.
_LONGEST = 520.0
_LEAST_ROOM = 120.0
_TIGHT = 0.5
# What a frame lets pass; more would not be taken by it.
NOISE = 1e-6


class Air(Spacer):
    """Space between pieces; ``spread`` may let it grow by ``most`` points."""

    def __init__(self, height: float, most: float = 0.0) -> None:
        super().__init__(1, height)
        self.most = most


def spread(flow: Sequence[Flowable], width: float, room: float) -> None:
    """Let the air of one page grow, all of it alike, as far as the page has room."""
    growing = [each for each in flow if isinstance(each, Air) and each.most]
    spare = room - height_of(flow, width) - 1
    if spare <= 0 or not growing:
        return
    for air in growing:
        air.height += min(air.most, spare / len(growing))


def tighten(flow: Sequence[Flowable]) -> None:
    """Take a good part of the air out of a page that has no room to spare."""
    for each in flow:
        if isinstance(each, Air):
            each.height *= _TIGHT


def height_of(flow: Sequence[Flowable], width: float) -> float:
    """The height of flowables below each other, in points."""
    return float(sum(each.wrap(width, _TALL)[1] for each in flow))


def cut(flow: Sequence[Flowable], width: float, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """Cut a column at a height: what fits, and what goes on overleaf without leading space."""
    fitting: list[Flowable] = []
    for place, each in enumerate(flow):
        height = each.wrap(width, _TALL)[1]
        if height <= room + NOISE:
            fitting.append(each)
            room -= height
            continue
        parts = each.split(width, room) if room > 0 else []
        rest = [*parts[1:], *flow[place + 1 :]] if parts else list(flow[place:])
        fitting += parts[:1]
        while rest and isinstance(rest[0], Spacer):
            rest.pop(0)
        return fitting, rest
    return fitting, []


def draw_below(canvas: Any, flow: Sequence[Flowable], x: float, top: float, width: float) -> None:
    """Draw flowables below each other from a top edge on."""
    for each in flow:
        top -= each.wrap(width, _TALL)[1]
        each.drawOn(canvas, x, top)


class Columns(Flowable):
    """Cells side by side, tops aligned; splits over pages cell by cell, and draws in reading order.

    ``again`` makes what stands above each cell once more where it goes on overleaf.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[Flowable]],
        widths: Sequence[float],
        gutter: float,
        again: Callable[[], Sequence[list[Flowable]]] | None = None,
    ) -> None:
        super().__init__()
        self.cells, self.widths, self.gutter = [list(cell) for cell in cells], list(widths), gutter
        self.again = again

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        pairs = zip(self.cells, self.widths, strict=True)
        self.width, self.height = width, max(height_of(cell, w) for cell, w in pairs)
        return self.width, self.height

    def split(self, _width: float, room: float) -> list[Flowable]:
        if room < 40:
            return []
        pairs = [cut(cell, width, room) for cell, width in zip(self.cells, self.widths, strict=True)]
        if any(rest and not fitting for fitting, rest in pairs):
            return []
        if not any(rest for _fitting, rest in pairs):
            return [self]
        heads = self.again() if self.again is not None else [[] for _pair in pairs]
        # The heading stays with what follows it, also where the rest has to be cut once more.
        overleaf = [
            [Stack([*head, rest[0]]), *rest[1:]] if rest and head else rest
            for head, (_fitting, rest) in zip(heads, pairs, strict=True)
        ]
        return [
            Columns([fitting for fitting, _rest in pairs], self.widths, self.gutter),
            Columns(overleaf, self.widths, self.gutter, self.again),
        ]

    def draw(self) -> None:
        x = 0.0
        for cell, width in zip(self.cells, self.widths, strict=True):
            draw_below(self.canv, cell, x, self.height, width)
            x += width + self.gutter


class Rows(Flowable):
    """Cells side by side whose parts line up across: the first parts stand on one line, all others begin on one.

    A part that a cell lacks is None; a part that all lack takes no room. Never cut; drawn cell by cell.
    """

    def __init__(
        self, cells: Sequence[Sequence[Flowable | None]], width: float, gutter: float, gaps: Sequence[float]
    ) -> None:
        super().__init__()
        self.cells, self.cell_width, self.gutter, self.gaps = [list(cell) for cell in cells], width, gutter, gaps

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self._heights = []
        for row, gap in zip(zip(*self.cells, strict=True), self.gaps, strict=True):
            tall = [part.wrap(self.cell_width, _TALL)[1] for part in row if part is not None]
            self._heights.append(max(tall) + gap if tall else 0.0)
        self.width, self.height = width, sum(self._heights)
        return width, self.height

    def draw(self) -> None:
        for place, cell in enumerate(self.cells):
            top = self.height
            for row, (part, tall, gap) in enumerate(zip(cell, self._heights, self.gaps, strict=True)):
                if part is not None:
                    own = part.wrap(self.cell_width, _TALL)[1]
                    foot = top - tall + gap if row == 0 else top - own
                    part.drawOn(self.canv, place * (self.cell_width + self.gutter), foot)
                top -= tall


class Stack(Flowable):
    """Flowables that stay on one page; only what is taller than most of a page is cut."""

    def __init__(self, flow: Sequence[Flowable]) -> None:
        super().__init__()
        self.flow = list(flow)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, height_of(self.flow, width)
        return self.width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        # A heading with less room than this below it would stand alone.
        if height_of(self.flow, width) <= _LONGEST or room < _LEAST_ROOM:
            return []
        fitting, rest = cut(self.flow, width, room)
        # Where what follows the heading takes no cut here, all of it goes overleaf; a fresh page holds what it holds.
        alone = height_of(fitting, width) < _LEAST_ROOM / 2 and room < _LONGEST
        return [] if alone or not fitting or not rest else [Stack(fitting), Stack(rest)]

    def draw(self) -> None:
        draw_below(self.canv, self.flow, 0, self.height, self.width)


class Together(Stack):
    """Flowables that one page holds, never cut."""

    def split(self, _width: float, _room: float) -> list[Flowable]:
        return []
