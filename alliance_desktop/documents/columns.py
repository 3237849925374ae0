"""Columns of flowables on the grid, and stacks that stay together."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

_TALL = 1e6


def height_of(flow: Sequence[Flowable], width: float) -> float:
    """The height of flowables below each other, in points."""
    return float(sum(each.wrap(width, _TALL)[1] for each in flow))


def cut(flow: Sequence[Flowable], width: float, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """Cut a column at a height: what fits, and what goes on overleaf without leading space."""
    fitting: list[Flowable] = []
    for place, each in enumerate(flow):
        height = each.wrap(width, _TALL)[1]
        if height <= room + 0.01:
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


class Columns(Flowable):
    """Cells side by side, tops aligned; splits over pages cell by cell, and draws in reading order."""

    def __init__(self, cells: Sequence[Sequence[Flowable]], widths: Sequence[float], gutter: float) -> None:
        super().__init__()
        self.cells, self.widths, self.gutter = [list(cell) for cell in cells], list(widths), gutter

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        pairs = zip(self.cells, self.widths, strict=True)
        self.width, self.height = width, max(height_of(cell, w) for cell, w in pairs)
        return self.width, self.height

    def split(self, _width: float, room: float) -> list[Flowable]:
        pairs = [cut(cell, width, room) for cell, width in zip(self.cells, self.widths, strict=True)]
        if room < 40 or any(rest and not fitting for fitting, rest in pairs):
            return []
        if not any(rest for _fitting, rest in pairs):
            return [self]
        return [
            Columns([fitting for fitting, _rest in pairs], self.widths, self.gutter),
            Columns([rest for _fitting, rest in pairs], self.widths, self.gutter),
        ]

    def draw(self) -> None:
        x = 0.0
        for cell, width in zip(self.cells, self.widths, strict=True):
            y = self.height
            for each in cell:
                y -= each.wrap(width, _TALL)[1]
                each.drawOn(self.canv, x, y)
            x += width + self.gutter


class Stack(Flowable):
    """Flowables that stay on one page; only what is taller than most of a page is cut."""

    def __init__(self, flow: Sequence[Flowable], longest: float = 520) -> None:
        super().__init__()
        self.flow, self.longest = list(flow), longest

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, height_of(self.flow, width)
        return self.width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        if height_of(self.flow, width) <= self.longest:
            return []
        fitting, rest = cut(self.flow, width, room)
        return [Stack(fitting), Stack(rest)] if fitting and rest else []

    def draw(self) -> None:
        y = self.height
        for each in self.flow:
            y -= each.wrap(self.width, _TALL)[1]
            each.drawOn(self.canv, 0, y)
