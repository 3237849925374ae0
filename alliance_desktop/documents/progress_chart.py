"""The progress line on paper: large points on their days, the level that is hoped for, and which way is better.

Loaded late by everybody, because it brings ReportLab.
"""

from dataclasses import dataclass
from itertools import pairwise

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain.chart import Point
from alliance_desktop.domain.progress_line import ProgressLine, height
from alliance_desktop.words import _, day_words

_FIELD, _LOW_FIELD = 72.0, 64.0
_POINT, _LAST, _HALO, _OVER = 4.4, 5.4, 1.6, 8.5
_WIDEST = 250.0
_APART, _UNDER = 9.0, 6.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number over its point, in points from the lower left corner."""

    words: str
    size: float
    box: Box


class ProgressChart(Flowable):
    """Numbers from 0 to 10, better upwards: every point with its number, the first and the last with their day."""

    def __init__(self, edition: Edition, line: ProgressLine, low: bool = False) -> None:
        super().__init__()
        self.edition, self.line = edition, line
        self.tall = (_LOW_FIELD if low else _FIELD) * edition.scale
        self.small = edition.styles["small"]
        self.ends = (_("10 = with ease"), _("0 = not yet"))
        self.hoped = _("we hope for {n}").format(n=line.goal.hoped) if line.goal.hoped is not None else ""
        self.better = _("better")

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        scale = self.edition.scale
        self.left = max(self._wide(words) for words in (*self.ends, self.hoped)) + 8 * scale
        self.right = self._wide(self.better, "SansBold") + 12 * scale
        self.field = min(width - self.left - self.right, _WIDEST * scale)
        self.foot = self.small.leading + _UNDER * scale
        # The number over a point at 10 needs its room.
        self.width, self.height = width, self.foot + self.tall + 18 * scale
        return width, self.height

    def _wide(self, words: str, font: str = "Sans", size: float = 0.0) -> float:
        return width_of(words, font, size or self.small.fontSize)

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        self._scale()
        self._better()
        spots = [self._spot(point) for point in self.line.points]
        self._line(spots)
        canvas.setFillColor(self.edition.inks["text"])
        for each in self._numbers(spots):
            draw_text(canvas, *each.box[:2], each.words, "SansBold", each.size)
        self._days(spots)
        canvas.restoreState()

    def _spot(self, point: Point) -> Point:
        inset = (_LAST + 3) * self.edition.scale
        return self.left + inset + point[0] * (self.field - 2 * inset), self.foot + point[1] * self.tall

    def _scale(self) -> None:
        """The ends of the scale as hairlines, what is hoped for as a dotted one, each with its words at the left."""
        canvas, foot, top = self.canv, self.foot, self.foot + self.tall
        end = self.left + self.field
        canvas.setStrokeColor(self.edition.inks["hair"])
        canvas.setLineWidth(0.6)
        for words, y in zip(self.ends, (top, foot), strict=True):
            canvas.line(self.left, y, end, y)
            self._beside(words, y, "quiet")
        if self.line.goal.hoped is None:
            return
        y = foot + height(self.line.goal.hoped) * self.tall
        canvas.setStrokeColor(self.edition.inks["teal"])
        canvas.setLineWidth(1.1 * self.edition.scale)
        canvas.setLineCap(1)
        canvas.setDash(0.1, 3.4 * self.edition.scale)
        canvas.line(self.left, y, end, y)
        canvas.setDash()
        apart = self.small.fontSize * 1.1
        self._beside(self.hoped, min(max(y, foot + apart), top - apart), "teal")

    def _beside(self, words: str, y: float, ink: str) -> None:
        self.canv.setFillColor(self.edition.inks[ink])
        draw_text(self.canv, 0, y - self.small.fontSize * 0.36, words, "Sans", self.small.fontSize)

    def _line(self, spots: list[Point]) -> None:
        canvas, scale, ink = self.canv, self.edition.scale, self.edition.inks["text"]
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1.8 * scale)
        canvas.setLineCap(1)
        for before, after in pairwise(spots):
            canvas.line(*before, *after)
        canvas.setFillColorRGB(1, 1, 1)
        for left, foot, right, top in (each.box for each in self._numbers(spots)):
            canvas.rect(left - 1, foot - 1, right - left + 2, top - foot + 2, stroke=0, fill=1)
        for spot, radius in self._round(spots):
            canvas.circle(*spot, radius + _HALO * scale, stroke=0, fill=1)
        canvas.setFillColor(ink)
        for spot, radius in self._round(spots):
            canvas.circle(*spot, radius, stroke=0, fill=1)

    def _round(self, spots: list[Point]) -> list[tuple[Point, float]]:
        """Each point with its radius; the last is the largest."""
        scale = self.edition.scale
        return [(spot, (_LAST if place == len(spots) - 1 else _POINT) * scale) for place, spot in enumerate(spots)]

    def _numbers(self, spots: list[Point]) -> list[_Number]:
        """The number over each point; first and last are what one looks for, others give way where days are close."""
        last, size = len(spots) - 1, self.small.fontSize
        made = []
        for place, ((x, y), (_day, number)) in enumerate(zip(spots, self.line.numbers, strict=True)):
            points = size + (2 if place in (0, last) else 0)
            wide, foot = self._wide(str(number), "SansBold", points), y + _OVER * self.edition.scale
            made.append(_Number(str(number), points, (x - wide / 2, foot, x + wide / 2, foot + points * 0.75)))
        taken = [(x - r, y - r, x + r, y + r) for (x, y), r in self._round(spots)]
        shown = [made[0], made[last]]
        for each in made[1:last]:
            if not any(_meet(each.box, box) for box in (*taken, *(other.box for other in shown))):
                shown.insert(-1, each)
        return shown

    def _better(self) -> None:
        """The way that is good, in words and as an arrow."""
        canvas, scale, ink = self.canv, self.edition.scale, self.edition.inks["teal"]
        wide = self._wide(self.better, "SansBold")
        left = self.left + self.field + 12 * scale
        x, head = left + wide / 2, 6.8 * scale
        foot, top = self.foot, self.foot + self.tall - self.small.leading
        canvas.setFillColor(ink)
        draw_text(canvas, left, top + 5 * scale, self.better, "SansBold", self.small.fontSize)
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1.8 * scale)
        canvas.setLineCap(0)
        canvas.line(x, foot, x, top - head * 0.8)
        path = canvas.beginPath()
        path.moveTo(x, top)
        path.lineTo(x - head / 2, top - head)
        path.lineTo(x + head / 2, top - head)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def _days(self, spots: list[Point]) -> None:
        """The first day and the last, under their points and within the field."""
        newest = self.line.numbers[-1][0]
        first, last = (day_words(self.line.numbers[place][0], newest) for place in (0, -1))
        base = self.foot - _UNDER * self.edition.scale - self.small.fontSize
        end = self.left + self.field
        begin = max(0.0, min(spots[0][0] - self._wide(first) / 2, end - self._wide(last) - _APART - self._wide(first)))
        canvas = self.canv
        canvas.setFillColor(self.edition.inks["text"])
        draw_text(canvas, begin, base, first, "Sans", self.small.fontSize)
        start = min(spots[-1][0] - self._wide(last) / 2, self.width - self._wide(last))
        draw_text(canvas, max(start, begin + self._wide(first) + _APART), base, last, "Sans", self.small.fontSize)


def _meet(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])
