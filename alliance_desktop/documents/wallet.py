"""Panels the size of a wallet card: filled in reading order, cut out along one line and folded along others.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Stack, cut, draw_below
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition

WIDE, TALL, INSIDE = 85 * mm, 54 * mm, 4 * mm
Panel = list[Flowable]


def room(edition: Edition) -> tuple[float, float]:
    """The width and height in points for words on one panel; in large print it is two cards wide."""
    return (WIDE * (2 if edition.large else 1) - 2 * INSIDE, TALL - 2 * INSIDE)


def panels(flow: Sequence[Flowable], edition: Edition) -> list[Panel]:
    """The flow cut into as many panels as it takes."""
    width, height = room(edition)
    # What stays together on a page may be longer than a panel.
    made, rest = list[Panel](), [piece for each in flow for piece in (each.flow if isinstance(each, Stack) else [each])]
    while rest:
        fitting, rest = cut(rest, width, height)
        if not fitting:
            # What no panel holds is not cut again and again.
            fitting, rest = rest[:1], rest[1:]
        made.append(fitting)
    return made


class CardRow(Flowable):
    """One row of panels between lines to cut and to fold; ``first`` and ``last`` are cut at the top and the foot."""

    def __init__(self, edition: Edition, row: Sequence[Panel], first: bool, last: bool) -> None:
        super().__init__()
        self.edition, self.row, self.first, self.last = edition, list(row), first, last

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = LIVE_WIDTH, TALL
        return self.width, self.height

    def draw(self) -> None:
        left, width = (LIVE_WIDTH - 2 * WIDE) / 2, room(self.edition)[0]
        self._lines(left)
        for place, panel in enumerate(self.row):
            draw_below(self.canv, panel, left + place * WIDE + INSIDE, TALL - INSIDE, width)

    def _lines(self, left: float) -> None:
        canvas, right, middle = self.canv, left + 2 * WIDE, left + WIDE
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(0.6)
        canvas.setLineCap(0)
        canvas.setDash(5, 3)
        for x in (left, right):
            canvas.line(x, 0, x, TALL)
        for y, outer in ((TALL, self.first), (0, self.last)):
            if outer:
                canvas.line(left, y, right, y)
        canvas.setLineCap(1)
        canvas.setDash(0.1, 3)
        if not self.last:
            canvas.line(left, 0, right, 0)
        # In large print words run over the middle: there only its two ends are marked.
        ends = ((0, TALL),) if not self.edition.large else ((0, INSIDE), (TALL - INSIDE, TALL))
        for foot, top in ends:
            canvas.line(middle, foot, middle, top)
        canvas.setDash()
        canvas.setLineCap(0)
