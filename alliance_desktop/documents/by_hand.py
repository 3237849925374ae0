"""What is filled in by hand: lines under a label, a quotation still to be said, an empty ladder.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.ladder import draw_pennant
from alliance_desktop.documents.text_runs import draw_text, width_of

# 7 mm: as narrow as ruled paper is; large writing needs more.
PITCH, PITCH_IN_LARGE = 20.0, 28.0
_RAILS, _TEXT, _STEPS = 15.0, 32.5, 5
_BAR = 2.25


def pitch(edition: Edition) -> float:
    """How far lines to write on lie apart, in points."""
    return PITCH_IN_LARGE if edition.large else PITCH


class Lines(Flowable):
    """Lines to write on; the first may begin with a label, ``barred`` ones have the bar of the client's words."""

    def __init__(
        self, edition: Edition, number: int, label: str = "", style: str = "quiet", barred: bool = False
    ) -> None:
        super().__init__()
        self.edition, self.number, self.label, self.barred = edition, number, label, barred
        self.made = edition.styles[style]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.taken = width_of(self.label, self.made.fontName, self.made.fontSize) + 6 if self.label else 0.0
        # A label that leaves no room to write stands on a line of its own.
        self.above = self.made.leading if self.taken > width * 0.72 else 0.0
        self.width, self.height = width, self.number * pitch(self.edition) + self.above
        return width, self.height

    def draw(self) -> None:
        canvas, step = self.canv, pitch(self.edition)
        left = 10.0 * self.edition.scale if self.barred else 0.0
        if self.barred:
            canvas.setFillColor(self.edition.inks["clay"])
            canvas.rect(0, 0, _BAR, self.height - 4, stroke=0, fill=1)
        top = self.height - self.above
        if self.label:
            canvas.setFillColor(self.made.textColor)
            base = self.height - self.made.fontSize if self.above else top - step + 4
            draw_text(canvas, left, base, self.label, self.made.fontName, self.made.fontSize)
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(0.6)
        for line in range(self.number):
            start = left + (self.taken if not line and not self.above else 0.0)
            y = top - (line + 1) * step + 1.5
            canvas.line(start, y, self.width, y)


class BlankLadder(Flowable):
    """Five rungs with a line each, the best on top, the pennant at what is agreed to reach."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self.edition = edition

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, _STEPS * pitch(self.edition)
        return width, self.height

    def draw(self) -> None:
        canvas, scale, step = self.canv, self.edition.scale, pitch(self.edition)
        rails = _RAILS * scale
        canvas.saveState()
        canvas.translate(2 * scale, 0)
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(1.1 * scale)
        for x in (0.0, rails):
            canvas.line(x, 0, x, self.height - step * 0.35)
        for place in range(_STEPS):
            y = self.height - (place + 0.7) * step
            canvas.setLineWidth(1.6 * scale)
            canvas.line(0, y, rails, y)
            canvas.setLineWidth(0.6)
            canvas.line(_TEXT * scale, y - 3, self.width - 2 * scale, y - 3)
            if place == _STEPS // 2:
                draw_pennant(canvas, self.edition, rails + 0.6 * scale, y)
        canvas.restoreState()
