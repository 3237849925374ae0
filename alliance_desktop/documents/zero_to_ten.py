"""The line from 0 to 10: where a goal began, where it stands now and where it is hoped to be.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.words import _


class NowHoped(Flowable):
    """A filled point for now, an open one for what is hoped, an arrow between them, and both in words below.

    Where it ``began`` is a bar across the line; the arrow then shows the way that was gone.
    """

    def __init__(self, edition: Edition, now: int | None, hoped: int | None, began: int | None = None) -> None:
        super().__init__()
        self.edition, self.now, self.hoped, self.began = edition, now, hoped, began

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = 17 * self.edition.scale + self.edition.styles["small"].leading
        return width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        scale = self.edition.scale
        self.radius = 4.6 * scale
        y = self.height - 8.5 * scale
        left, right = self.radius + 0.8, self.width - self.radius - 0.8
        spots = {n: left + n / 10 * (right - left) for n in range(11)}
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(1.1)
        self.canv.setLineCap(1)
        self.canv.line(left, y, right, y)
        for x in spots.values():
            self.canv.line(x, y, x, y - 3.4 * scale)
        if self.began is not None:
            self.canv.setStrokeColor(self.edition.inks["text"])
            self.canv.setLineWidth(2.4 * scale)
            self.canv.line(spots[self.began], y - 6.4 * scale, spots[self.began], y + 6.4 * scale)
        self._points(spots, y)
        start, end = (self.now, self.hoped) if self.began is None else (self.began, self.now)
        if start is not None and end is not None and start != end:
            self._arrow(spots[start], spots[end], y)
        self._labels(spots)
        self.canv.restoreState()

    def _points(self, spots: dict[int, float], y: float) -> None:
        canvas, ink = self.canv, self.edition.inks["text"]
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1.5 * self.edition.scale)
        if self.hoped is not None:
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(spots[self.hoped], y, self.radius, stroke=1, fill=1)
        if self.now is not None:
            inside = 0.52 if self.now == self.hoped else 1.0
            canvas.setFillColor(ink)
            canvas.circle(spots[self.now], y, self.radius * inside, stroke=int(inside == 1.0), fill=1)

    def _arrow(self, start: float, end: float, y: float) -> None:
        """An arrow where two points leave room for one."""
        canvas, scale, way = self.canv, self.edition.scale, 1 if end > start else -1
        start, end = start + way * (self.radius + 1), end - way * (self.radius + 2 * scale)
        head = 4.6 * scale
        if (end - start) * way < head:
            return
        canvas.setStrokeColor(self.edition.inks["text"])
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

    def _labels(self, spots: dict[int, float]) -> None:
        style = self.edition.styles["small"]
        told = self._told(spots)
        widths = [width_of(words, font, style.fontSize) for _x, words, font in told]
        end = -8.0
        self.canv.setFillColor(self.edition.inks["text"])
        for place, (x, words, font) in enumerate(told):
            following = sum(width + 8 for width in widths[place + 1 :])
            start = max(min(x - widths[place] / 2, self.width - widths[place] - following), end + 8, 0)
            end = draw_text(self.canv, start, style.leading - style.fontSize, words, font, style.fontSize)

    def _told(self, spots: dict[int, float]) -> list[tuple[float, str, str]]:
        told = []
        if self.began is not None and self.began != self.now:
            told.append((spots[self.began], _("at first {n}").format(n=self.began), "Sans"))
        if self.now is not None and self.now == self.hoped:
            told.append((spots[self.now], _("now and hoped {n}").format(n=self.now), "SansBold"))
            return sorted(told)
        if self.now is not None:
            told.append((spots[self.now], _("now {n}").format(n=self.now), "SansBold"))
        if self.hoped is not None:
            told.append((spots[self.hoped], _("hoped {n}").format(n=self.hoped), "Sans"))
        return sorted(told)
