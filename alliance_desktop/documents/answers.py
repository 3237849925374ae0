"""An answer on paper: five rings in a row, the one that was chosen filled, and its word beside them.

Loaded late by everybody, because it brings ReportLab.
"""

from itertools import pairwise

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text

_RINGS, _RADIUS, _PITCH = 5, 4.6, 17.0


class Answer(Flowable):
    """The ``chosen`` ring of five, 1 to 5, with what it says in words."""

    def __init__(self, edition: Edition, chosen: int, words: str) -> None:
        super().__init__()
        self.edition, self.chosen, self.words = edition, chosen, words
        self.made = edition.styles["small_strong"]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.made.leading + 2
        return width, self.height

    def draw(self) -> None:
        canvas, scale, inks = self.canv, self.edition.scale, self.edition.inks
        radius, y = _RADIUS * scale, self.height - self.made.fontSize * 0.64
        middles = [radius + 1 + place * _PITCH * scale for place in range(_RINGS)]
        canvas.setStrokeColor(inks["rail"])
        canvas.setLineWidth(0.9)
        for left, right in pairwise(middles):
            canvas.line(left + radius + 1, y, right - radius - 1, y)
        canvas.setStrokeColor(inks["text"])
        canvas.setFillColor(inks["text"])
        canvas.setLineWidth(1.2 * scale)
        for place, middle in enumerate(middles, 1):
            canvas.circle(middle, y, radius, stroke=1, fill=int(place == self.chosen))
        start = middles[-1] + radius + 9 * scale
        draw_text(canvas, start, self.height - self.made.fontSize, self.words, "SansBold", self.made.fontSize)
