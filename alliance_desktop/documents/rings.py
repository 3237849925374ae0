"""A row of rings to mark with a pen, each with its word below.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of

_RADIUS, _APART = 7.2, 5.0


class Rings(Flowable):
    """The rings from edge to edge, alike and without numbers; words that would meet stand on two lines in turn."""

    def __init__(self, edition: Edition, words: Sequence[str]) -> None:
        super().__init__()
        self.edition, self.words = edition, list(words)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        lines = 1 + max(line for _left, line in self._placed())
        self.height = 2 * self._radius + 2 + lines * self._style.leading
        return self.width, self.height

    @property
    def _radius(self) -> float:
        return _RADIUS * self.edition.scale

    @property
    def _style(self) -> ParagraphStyle:
        return self.edition.styles["small"]

    def _middles(self) -> list[float]:
        first, last = self._radius + 1, self.width - self._radius - 1
        return [first + (last - first) * place / (len(self.words) - 1) for place in range(len(self.words))]

    def _placed(self) -> list[tuple[float, int]]:
        """Where each word begins and on which line: below its ring, inside the edges, clear of those before it."""
        ends = [0.0, 0.0]
        placed = []
        for middle, word in zip(self._middles(), self.words, strict=True):
            wide = width_of(word, self._style.fontName, self._style.fontSize)
            left = min(max(0.0, middle - wide / 2), self.width - wide)
            line = 0 if left >= ends[0] else 1
            ends[line] = left + wide + _APART
            placed.append((left, line))
        return placed

    def draw(self) -> None:
        canvas, inks, radius = self.canv, self.edition.inks, self._radius
        y, middles = self.height - radius - 1, self._middles()
        canvas.setStrokeColor(inks["rail"])
        canvas.setLineWidth(0.8)
        for left, right in pairwise(middles):
            canvas.line(left + radius + 1, y, right - radius - 1, y)
        canvas.setStrokeColor(inks["text"])
        canvas.setLineWidth(1.2)
        for middle in middles:
            canvas.circle(middle, y, radius, stroke=1, fill=0)
        canvas.setFillColor(inks["text"])
        base = self.height - 2 * radius - 3
        for (left, line), word in zip(self._placed(), self.words, strict=True):
            down = base - self._style.fontSize - line * self._style.leading
            draw_text(canvas, left, down, word, self._style.fontName, self._style.fontSize)
