"""Ruled lines: a hairline between parts, lines to write on, and labelled fields to fill in by hand.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.text_runs import draw_text, width_of


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
        self.canv.line(0, 0.5, self.width, 0.5)


def lines_in(edition: Edition, heading: Flowable, room: float) -> int:
    """How many lines to write on fit under a heading into ``room`` points; below 1 for none."""
    return int((room - heading.wrap(LIVE_WIDTH, room)[1]) / _pitch(edition))


def _pitch(edition: Edition) -> float:
    return float((11 if edition.large else 8.5) * mm)


class RoomToWrite(Flowable):
    """Lines to write on by hand under their heading: the elastic part of a page.

    As many as there is room for above ``following`` points of other pieces, up to ``most``; where these go to the next
    page anyway, as many as this page holds, ``least`` at the least. Without any line the heading is left out as well.
    """

    def __init__(self, edition: Edition, heading: Flowable, following: float, least: int, most: int) -> None:
        super().__init__()
        self.edition, self.heading, self.following = edition, heading, following
        self.least, self.most = least, most

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        self.width = width
        self._head = self.heading.wrap(width, room)[1]
        self.pitch = _pitch(self.edition)
        spare = lines_in(self.edition, self.heading, room - self.following)
        if spare < self.least:
            spare = max(self.least, lines_in(self.edition, self.heading, room))
        self.number = min(self.most, spare)
        self.height = self._head + self.number * self.pitch if self.number > 0 else 0.0
        return width, self.height

    def draw(self) -> None:
        if self.number <= 0:
            return
        self.heading.drawOn(self.canv, 0, self.height - self._head)
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(0.6)
        for line in range(1, self.number + 1):
            y = self.height - self._head - line * self.pitch + 0.5
            self.canv.line(0, y, self.width, y)


class Field(Flowable):
    """A quiet label with a line behind it to write on."""

    def __init__(self, edition: Edition, label: str, label_width: float) -> None:
        super().__init__()
        self.edition, self.label, self.label_width = edition, label, label_width

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        style = self.edition.styles["quiet"]
        self.start = max(self.label_width, width_of(self.label, style.fontName, style.fontSize) + 8)
        self.width, self.height = width, 25 * self.edition.scale
        return width, self.height

    def draw(self) -> None:
        style = self.edition.styles["quiet"]
        self.canv.setFillColor(style.textColor)
        draw_text(self.canv, 0, 5, self.label, style.fontName, style.fontSize)
        self.canv.setStrokeColor(self.edition.inks["rail"])
        self.canv.setLineWidth(0.6)
        self.canv.line(self.start, 2.5, self.width, 2.5)
