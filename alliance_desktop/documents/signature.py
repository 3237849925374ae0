"""One signature on paper: the drawn strokes as vectors, how it was given in words, or lines for wet ink.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import draw_below, height_of
from alliance_desktop.documents.edition import Edition
from alliance_desktop.domain.strokes import ASPECT, Strokes
from alliance_desktop.words import _

# The height to sign in, in points; what is signed already does with less.
ROOM, LITTLE_ROOM = 44.0, 34.0
_TO_LINE = 5.0


class Signed(Flowable):
    """A line with the strokes on it, or with words where it was not drawn; name and day below."""

    def __init__(self, edition: Edition, strokes: Strokes, how: str, below: Sequence[str], room: float = ROOM) -> None:
        super().__init__()
        self.room = room
        self.edition, self.strokes = edition, tuple(stroke for stroke in strokes if stroke)
        self.how = edition.words(how, "small", ours=True) if how else None
        self.below = [edition.words(line, "small", ours=True) for line in below]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.foot = height_of(self.below, width) + _TO_LINE
        self.above = self.room * self.edition.scale**0.5
        if self.how is not None:
            self.above = max(self.above, self.how.wrap(width, height)[1] + 12)
        self.height = self.above + self.foot
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(0.8)
        canvas.line(0, self.foot, self.width, self.foot)
        if self.how is not None:
            self.how.drawOn(canvas, 0, self.foot + 5)
        elif self.strokes:
            self._draw_strokes()
        canvas.restoreState()
        draw_below(canvas, self.below, 0, self.foot - _TO_LINE, self.width)

    def _draw_strokes(self) -> None:
        """The drawn field keeps its shape; what was drawn in it fills the room above the line, never stretched."""
        points = [(x * ASPECT, 1 - y) for stroke in self.strokes for x, y in stroke]
        left, right = min(x for x, _y in points), max(x for x, _y in points)
        low, high = min(y for _x, y in points), max(y for _x, y in points)
        room = self.above + 4
        most = room * 1.9
        scale = min(room / max(high - low, 1e-6), (self.width - 16) / max(right - left, 1e-6), most)
        self.canv.setStrokeColor(self.edition.inks["text"])
        self.canv.setFillColor(self.edition.inks["text"])
        self.canv.setLineWidth(1.35)
        self.canv.setLineCap(1)
        self.canv.setLineJoin(1)
        foot = self.foot - 4
        for stroke in self.strokes:
            self._stroke([(8 + (x * ASPECT - left) * scale, foot + (1 - y - low) * scale) for x, y in stroke])

    def _stroke(self, points: list[tuple[float, float]]) -> None:
        if len(points) == 1:
            self.canv.circle(*points[0], 0.9, stroke=0, fill=1)
            return
        path = self.canv.beginPath()
        path.moveTo(*points[0])
        # Each middle between two points is passed through, with the point itself as the pull of the curve.
        here = points[0]
        for pull, after in pairwise(points[1:]):
            there = ((pull[0] + after[0]) / 2, (pull[1] + after[1]) / 2)
            first = tuple(here[i] + 2 / 3 * (pull[i] - here[i]) for i in (0, 1))
            second = tuple(there[i] + 2 / 3 * (pull[i] - there[i]) for i in (0, 1))
            path.curveTo(*first, *second, *there)
            here = there
        path.lineTo(*points[-1])
        self.canv.drawPath(path)


class ToSign(Flowable):
    """Lines for wet ink: two thirds for the name, one for the date; in large print one below the other."""

    def __init__(self, edition: Edition, below: str) -> None:
        super().__init__()
        self.edition = edition
        self.name, self.date = edition.words(below, "small", ours=True), edition.words(_("Date"), "small")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.signing = width * 0.66 - 10
        self.foot = max(self.name.wrap(self.signing, height)[1], self.date.wrap(width - self.signing - 14, height)[1])
        self.height = ROOM * self.edition.scale**0.5 + self.foot + _TO_LINE
        return width, self.height

    def draw(self) -> None:
        line = self.foot + _TO_LINE
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(0.8)
        self.canv.line(0, line, self.signing, line)
        self.canv.line(self.signing + 14, line, self.width, line)
        self.name.drawOn(self.canv, 0, self.foot - self.name.wrap(self.signing, 1000)[1])
        rest = self.width - self.signing - 14
        self.date.drawOn(self.canv, self.signing + 14, self.foot - self.date.wrap(rest, 1000)[1])
