"""The drawn pieces of a paper: quotations, tick boxes, the line from now to hoped, signatures, lines to write on."""

from itertools import pairwise

from reportlab.platypus import Flowable, Paragraph

from alliance_desktop.documents.edition import Edition, draw_text, width_of
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.words import _


class Quote(Flowable):
    """The client's words: a bar as tall as they are, marks that hang outside the text."""

    def __init__(
        self, edition: Edition, words: str, style: str = "body", paragraph: Paragraph | None = None, opens: bool = True
    ) -> None:
        super().__init__()
        self.edition, self.style, self.opens = edition, style, opens
        opening, closing = _("“"), _("”")
        self.mark = opening
        self.text = paragraph if paragraph is not None else edition.words(words.strip() + closing, style)
        made = edition.styles[style]
        self.inset = made.fontSize * 0.62 + width_of(opening, made.fontName, made.fontSize)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        _width, self.height = self.text.wrap(width - self.inset, height)
        self.height += 3
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        parts = self.text.split(width - self.inset, room - 3)
        if len(parts) < 2:
            return []
        return [Quote(self.edition, "", self.style, part, self.opens and not n) for n, part in enumerate(parts)]

    def draw(self) -> None:
        made = self.edition.styles[self.style]
        self.canv.setFillColor(self.edition.inks["clay"])
        self.canv.rect(0, 0, 2.25, self.height, stroke=0, fill=1)
        if self.opens:
            self.canv.setFillColor(made.textColor)
            hang = width_of(self.mark, made.fontName, made.fontSize) + 0.3
            base = self.height - made.fontSize
            draw_text(self.canv, self.inset - hang, base, self.mark, made.fontName, made.fontSize)
        self.text.drawOn(self.canv, self.inset, 3)


class Ticked(Flowable):
    """A box to tick, drawn as a vector, and words beside it."""

    def __init__(self, edition: Edition, flow: list[Paragraph], ticked: bool) -> None:
        super().__init__()
        self.edition, self.flow, self.ticked = edition, flow, ticked
        self.side = edition.styles["body"].fontSize * 0.92
        self.inset = 21 * edition.scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.heights = [each.wrap(width - self.inset, height)[1] for each in self.flow]
        self.height = sum(self.heights)
        return width, self.height

    def draw(self) -> None:
        canvas, side = self.canv, self.side
        middle = self.height - self.edition.styles["body"].fontSize * 0.64
        bottom = middle - side / 2
        canvas.setStrokeColor(self.edition.inks["text"])
        canvas.setLineWidth(1.1)
        canvas.setLineJoin(1)
        canvas.roundRect(0.6, bottom, side, side, side * 0.14)
        if self.ticked:
            canvas.setLineWidth(1.8)
            canvas.setLineCap(1)
            path = canvas.beginPath()
            path.moveTo(0.6 + side * 0.22, bottom + side * 0.5)
            path.lineTo(0.6 + side * 0.42, bottom + side * 0.27)
            path.lineTo(0.6 + side * 0.8, bottom + side * 0.76)
            canvas.drawPath(path)
        y = self.height
        for each, height in zip(self.flow, self.heights, strict=True):
            y -= height
            each.drawOn(canvas, self.inset, y)


class NowHoped(Flowable):
    """A line from 0 to 10: a filled point for now, an open one for what is hoped, an arrow between; words below."""

    def __init__(self, edition: Edition, now: int | None, hoped: int | None) -> None:
        super().__init__()
        self.edition, self.now, self.hoped = edition, now, hoped

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = 18 * self.edition.scale + self.edition.styles["small"].leading
        return width, self.height

    def draw(self) -> None:
        canvas, scale, inks = self.canv, self.edition.scale, self.edition.inks
        radius = 4.6 * scale
        y = self.height - 9 * scale
        left, right = radius + 1, self.width - radius - 1
        canvas.setStrokeColor(inks["rail"])
        canvas.setLineWidth(1.1)
        canvas.line(left, y, right, y)
        for step in range(11):
            x = left + step / 10 * (right - left)
            canvas.line(x, y - 2.2, x, y + 2.2)
        spots = {n: left + n / 10 * (right - left) for n in (self.now, self.hoped) if n is not None}
        if self.now is not None and self.hoped is not None and abs(self.hoped - self.now) > 1:
            self._arrow(spots[self.now], spots[self.hoped], y, radius)
        self._points(spots, y, radius)
        self._labels(spots)

    def _arrow(self, start: float, end: float, y: float, radius: float) -> None:
        canvas, way = self.canv, 1 if end > start else -1
        start, end = start + way * (radius + 2), end - way * (radius + 2)
        canvas.setStrokeColor(self.edition.inks["text"])
        canvas.setLineWidth(1.6)
        canvas.line(start, y, end - way * 3, y)
        path = canvas.beginPath()
        path.moveTo(end, y)
        path.lineTo(end - way * 5, y + 3)
        path.lineTo(end - way * 5, y - 3)
        path.close()
        canvas.setFillColor(self.edition.inks["text"])
        canvas.drawPath(path, stroke=0, fill=1)

    def _points(self, spots: dict[int, float], y: float, radius: float) -> None:
        canvas, ink = self.canv, self.edition.inks["text"]
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(1.4)
        if self.hoped is not None:
            canvas.setFillColorRGB(1, 1, 1)
            canvas.circle(spots[self.hoped], y, radius, stroke=1, fill=1)
        if self.now is not None:
            canvas.setFillColor(ink)
            canvas.circle(spots[self.now], y, radius, stroke=1, fill=1)

    def _labels(self, spots: dict[int, float]) -> None:
        style = self.edition.styles["small"]
        told = []
        if self.now is not None:
            told.append((spots[self.now], _("now {n}").format(n=self.now), "SansBold"))
        if self.hoped is not None:
            told.append((spots[self.hoped], _("hoped {n}").format(n=self.hoped), "Sans"))
        told.sort()
        end = -4.0
        widths = [width_of(words, font, style.fontSize) for _x, words, font in told]
        for place, (x, words, font) in enumerate(told):
            after = sum(w + 8 for w in widths[place + 1 :])
            start = min(max(x - widths[place] / 2, end + 8, 0), self.width - widths[place] - after)
            self.canv.setFillColor(self.edition.inks["text"])
            end = draw_text(self.canv, start, style.leading * 0.28, words, font, style.fontSize)


class Signed(Flowable):
    """A signature line with the strokes on it, or empty for wet ink; the name and how it was given below."""

    def __init__(self, edition: Edition, strokes: Strokes, below: str) -> None:
        super().__init__()
        self.edition, self.strokes = edition, strokes
        self.below = edition.words(below, "small")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.below_height = self.below.wrap(width, height)[1]
        self.height = 46 * self.edition.scale + self.below_height + 4
        return width, self.height

    def draw(self) -> None:
        canvas, base = self.canv, self.below_height + 6
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(0.8)
        canvas.line(0, base, self.width, base)
        tall, wide = 44 * self.edition.scale, 44 * self.edition.scale * 2.4
        canvas.setStrokeColor(self.edition.inks["text"])
        canvas.setLineWidth(1.35)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in self.strokes:
            points = [(6 + x * wide, base - tall * 0.24 + (1 - y) * tall) for x, y in stroke]
            self._stroke(points)
        self.below.drawOn(canvas, 0, 0)

    def _stroke(self, points: list[tuple[float, float]]) -> None:
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


class Rule(Flowable):
    """A hairline over the whole width."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.edition = edition

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, 1.0
        return width, 1.0

    def draw(self) -> None:
        self.canv.setStrokeColor(self.edition.inks["hair"])
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, self.width, 0)


class RoomToWrite(Flowable):
    """Lines to write on: as many as there is room for, up to six, after leaving room for what follows."""

    def __init__(self, edition: Edition, title: Paragraph, following: float) -> None:
        super().__init__()
        self.edition, self.title, self.following = edition, title, following
        self.pitch = 24.1

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        self.width = width
        self.title_height = self.title.wrap(width, room)[1]
        spare = room - self.following - self.title_height - 14
        self.lines = max(0, min(6, int(spare / self.pitch)))
        self.height = self.title_height + self.lines * self.pitch + 14 if self.lines else 0.0
        return width, self.height

    def draw(self) -> None:
        if not self.lines:
            return
        self.title.drawOn(self.canv, 0, self.height - self.title_height)
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(0.8)
        for line in range(self.lines):
            y = self.height - self.title_height - (line + 1) * self.pitch
            self.canv.line(0, y, self.width, y)
