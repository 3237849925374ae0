"""Marks that stand before words (tick box, ring, cross, dot, number, stop sign), and a note at a heading's end.

Loaded late by everybody, because it brings ReportLab.
"""

import math
from collections.abc import Sequence
from copy import copy

from reportlab.platypus import Flowable

from alliance_desktop.documents.both_ways import BothWays
from alliance_desktop.documents.columns import cut, draw_below, height_of
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of


class Marked(Flowable):
    """Words with a mark before their first line; the mark stays with the first part when they are cut."""

    def __init__(self, edition: Edition, flow: Sequence[Flowable], inset: float, size: str = "body") -> None:
        super().__init__()
        self.edition, self.flow, self.inset = edition, list(flow), inset
        self.points = edition.styles[size].fontSize

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, height_of(self.flow, width - self.inset)
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        if self.wrap(width, room)[1] < 120:
            return []
        fitting, rest = cut(self.flow, width - self.inset, room)
        if not fitting or not rest:
            return []
        # Whoever asked may refuse the cut: what is asked stays whole.
        first = copy(self)
        first.flow = fitting
        return [first, Marked(self.edition, rest, self.inset)]

    def draw(self) -> None:
        start = self.flow[0] if self.flow else None
        from_right = isinstance(start, BothWays) and start.from_right
        self.canv.saveState()
        if from_right:
            self.canv.translate(self.width - self.points * 0.92 - 1.2, 0)
        # The first baseline lies one font size below the top; capitals are 0.714 of it high.
        self.mark(self.height - self.points + self.points * 0.357)
        self.canv.restoreState()
        draw_below(self.canv, self.flow, 0 if from_right else self.inset, self.height, self.width - self.inset)

    def mark(self, middle: float) -> None:
        """Draw the mark around the middle of the first line's capitals; words going on overleaf have none."""


class Ticked(Marked):
    """A box to tick, or ticked already."""

    def __init__(self, edition: Edition, flow: Sequence[Flowable], ticked: bool = False) -> None:
        super().__init__(edition, flow, 21 * edition.scale)
        self.ticked = ticked

    def mark(self, middle: float) -> None:
        canvas, side = self.canv, self.points * 0.92
        left, foot = 0.6, middle - side / 2
        canvas.setStrokeColor(self.edition.inks["text"])
        canvas.setLineWidth(1.1)
        canvas.roundRect(left, foot, side, side, side * 0.14)
        if not self.ticked:
            return
        canvas.setLineWidth(side * 0.15)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        path = canvas.beginPath()
        path.moveTo(left + side * 0.21, foot + side * 0.5)
        path.lineTo(left + side * 0.42, foot + side * 0.26)
        path.lineTo(left + side * 0.84, foot + side * 0.84)
        canvas.drawPath(path)


class Crossed(Marked):
    """A cross: what not to do."""

    def __init__(self, edition: Edition, flow: Sequence[Flowable]) -> None:
        super().__init__(edition, flow, 21 * edition.scale)

    def mark(self, middle: float) -> None:
        canvas, arm = self.canv, self.points * 0.36
        centre = arm + 1.2
        canvas.setStrokeColor(self.edition.inks["text"])
        canvas.setLineWidth(1.5)
        canvas.setLineCap(1)
        canvas.line(centre - arm, middle - arm, centre + arm, middle + arm)
        canvas.line(centre - arm, middle + arm, centre + arm, middle - arm)


class Chosen(Marked):
    """A ring before one of several ways, filled where it is the one that was chosen."""

    def __init__(self, edition: Edition, flow: Sequence[Flowable], chosen: bool) -> None:
        super().__init__(edition, flow, 18 * edition.scale)
        self.chosen = chosen

    def mark(self, middle: float) -> None:
        radius = self.points * 0.42
        self.canv.setStrokeColor(self.edition.inks["text"])
        self.canv.setLineWidth(1.2)
        self.canv.circle(radius + 0.6, middle, radius, stroke=1, fill=0)
        if self.chosen:
            self.canv.setFillColor(self.edition.inks["text"])
            self.canv.circle(radius + 0.6, middle, radius * 0.55, stroke=0, fill=1)


class Dotted(Marked):
    """A dot: one line of a plain list."""

    def __init__(self, edition: Edition, flow: Sequence[Flowable], size: str = "body") -> None:
        super().__init__(edition, flow, 12 * edition.scale, size)

    def mark(self, middle: float) -> None:
        self.canv.setFillColor(self.edition.inks["quiet"])
        self.canv.circle(3.2, middle - 0.6, 1.7 * self.edition.scale, stroke=0, fill=1)


class Numbered(Marked):
    """A number: one of several steps."""

    def __init__(self, edition: Edition, flow: Sequence[Flowable], number: int) -> None:
        super().__init__(edition, flow, 21 * edition.scale)
        self.number = number

    def mark(self, middle: float) -> None:
        self.canv.setFillColor(self.edition.inks["teal"])
        draw_text(self.canv, 1, middle - self.points * 0.357, str(self.number), "SansBold", self.points)


class StopSign(Marked):
    """The heading of the one warning on a page: an octagon in full ink, so nothing else competes with it."""

    def __init__(self, edition: Edition, words: str) -> None:
        size = edition.styles["head_plain"].fontSize
        super().__init__(edition, [edition.words(words, "head_plain")], size * 1.22 + 7 * edition.scale, "head_plain")

    def mark(self, middle: float) -> None:
        canvas, radius = self.canv, self.points * 0.635
        path = canvas.beginPath()
        for corner in range(8):
            turn = math.pi / 8 + corner * math.pi / 4
            spot = radius + radius * math.cos(turn), middle + radius * math.sin(turn)
            if corner:
                path.lineTo(*spot)
            else:
                path.moveTo(*spot)
        path.close()
        canvas.setFillColor(self.edition.inks["text"])
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        size = self.points * 0.95
        draw_text(canvas, radius - width_of("!", "SansBold", size) / 2, middle - size * 0.357, "!", "SansBold", size)


class Headed(Flowable):
    """A heading with a quiet note at the right end of its last line, or below it where there is no room."""

    def __init__(self, edition: Edition, words: str, style: str, note: str) -> None:
        super().__init__()
        self.edition, self.words, self.made = edition, words, edition.styles[style]
        self.title, self.note = edition.words(words, style), edition.words(note, "quiet")
        quiet = edition.styles["quiet"]
        self.note_width = width_of(note, quiet.fontName, quiet.fontSize) + 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.title_height = self.title.wrap(width, height)[1]
        used = width_of(self.words, self.made.fontName, self.made.fontSize)
        self.beside = used + 18 + self.note_width <= width
        below = 0.0 if self.beside else self.note.wrap(width, height)[1]
        self.height = self.title_height + below
        return width, self.height

    def draw(self) -> None:
        self.title.drawOn(self.canv, 0, self.height - self.title_height)
        if not self.beside:
            self.note.drawOn(self.canv, 0, 0)
            return
        _width, tall = self.note.wrap(self.note_width, 1000)
        quiet = self.edition.styles["quiet"]
        base = self.height - self.title_height + (self.made.leading - self.made.fontSize)
        self.note.drawOn(self.canv, self.width - self.note_width + 2, base + quiet.fontSize - tall)
