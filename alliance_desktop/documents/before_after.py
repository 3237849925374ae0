"""A number before and after a visit on paper: the line from 0 to 10, an open point, an arrow, a filled point.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain.session import Rating
from alliance_desktop.words import _


class BeforeAfter(Flowable):
    """One rating: both numbers in words above the line, the ends of the scale below it."""

    def __init__(self, edition: Edition, rating: Rating) -> None:
        super().__init__()
        self.edition, self.rating = edition, rating
        self.made = edition.styles["small"]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = 2 * self.made.leading + 17 * self.edition.scale
        return width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        scale, inks = self.edition.scale, self.edition.inks
        radius = 4.6 * scale
        y = self.made.leading + 8.5 * scale
        left, right = radius + 0.8, self.width - radius - 0.8
        self.canv.setStrokeColor(inks["rail"])
        self.canv.setLineWidth(1.1)
        self.canv.setLineCap(1)
        self.canv.line(left, y, right, y)
        spots = [left + n / 10 * (right - left) for n in range(11)]
        for x in spots:
            self.canv.line(x, y - 2.6 * scale, x, y + 2.6 * scale)
        before, after = (spots[n] if n is not None else None for n in (self.rating.before, self.rating.after))
        self._points(before, after, y, radius)
        self._numbers(before, after, y + 8.5 * scale + self.made.leading - self.made.fontSize)
        self.canv.setFillColor(inks["quiet"])
        size = self.made.fontSize
        base = self.made.leading - size
        draw_text(self.canv, 0, base, "0", "Sans", size)
        draw_text(self.canv, self.width - width_of("10", "Sans", size), base, "10", "Sans", size)
        self.canv.restoreState()

    def _points(self, before: float | None, after: float | None, y: float, radius: float) -> None:
        canvas, ink = self.canv, self.edition.inks["text"]
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1.5 * self.edition.scale)
        if before is not None:
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(before, y, radius, stroke=1, fill=1)
        if after is not None:
            canvas.setFillColor(ink)
            # Where nothing moved both are seen, one within the other.
            canvas.circle(after, y, radius * (0.52 if after == before else 1), stroke=0, fill=1)
        if before is not None and after is not None and before != after:
            self._arrow(before, after, y, radius)

    def _arrow(self, before: float, after: float, y: float, radius: float) -> None:
        canvas, scale, way = self.canv, self.edition.scale, 1 if after > before else -1
        start, end, head = before + way * (radius + 1), after - way * (radius + 2 * scale), 4.6 * scale
        if (end - start) * way < head:
            return
        canvas.setFillColor(self.edition.inks["text"])
        canvas.setLineWidth(1.8 * scale)
        canvas.setLineCap(0)
        canvas.line(start, y, end - way * head * 0.8, y)
        path = canvas.beginPath()
        path.moveTo(end, y)
        path.lineTo(end - way * head, y + head * 0.62)
        path.lineTo(end - way * head, y - head * 0.62)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def _numbers(self, before: float | None, after: float | None, base: float) -> None:
        """Both in words over their points, clear of each other and of the edges."""
        told = []
        if before is not None:
            told.append((before, _("before {n}").format(n=self.rating.before), "Sans"))
        if after is not None:
            told.append((after, _("after {n}").format(n=self.rating.after), "SansBold"))
        told.sort(key=lambda each: each[0])
        size, end = self.made.fontSize, -8.0
        widths = [width_of(words, font, size) for _x, words, font in told]
        self.canv.setFillColor(self.edition.inks["text"])
        for place, (x, words, font) in enumerate(told):
            following = sum(wide + 8 for wide in widths[place + 1 :])
            start = max(min(x - widths[place] / 2, self.width - widths[place] - following), end + 8, 0)
            end = draw_text(self.canv, start, base, words, font, size)
