"""A paragraph with words that run from the right: lines are broken in reading order, then turned for the eye.

Loaded late by everybody, because it brings ReportLab.
"""

from bisect import bisect_right

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from alliance_desktop.documents.right_to_left import starts_right, visual
from alliance_desktop.documents.text_runs import draw_shown, plain, width_shown


class BothWays(Flowable):
    """A paragraph with words that run from the right; it starts on the side that its first letter asks for."""

    def __init__(self, text: str, style: ParagraphStyle, from_right: bool | None = None) -> None:
        super().__init__()
        self.text, self.style = plain(text), style
        self.from_right = starts_right(text) if from_right is None else from_right
        self._lines: list[str] = []
        self._measured, self.height = -1.0, 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        if width == self._measured:
            return width, self.height
        self.width = self._measured = width
        self._lines = [line for part in self.text.split("\n") for line in self._broken(part, width)]
        self.height = len(self._lines) * self.style.leading
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        self.wrap(width, room)
        fitting = int(room / self.style.leading)
        if not 1 <= fitting < len(self._lines):
            return []
        return [
            BothWays("\n".join(lines), self.style, self.from_right)
            for lines in (self._lines[:fitting], self._lines[fitting:])
        ]

    def draw(self) -> None:
        self.canv.setFillColor(self.style.textColor)
        font, size = self.style.fontName, self.style.fontSize
        y = self.height - size
        for line in self._lines:
            x = self.width - self._measure(line) if self.from_right else 0.0
            draw_shown(self.canv, x, y, visual(line, self.from_right), font, size)
            y -= self.style.leading

    def _measure(self, line: str) -> float:
        return width_shown(visual(line, self.from_right), self.style.fontName, self.style.fontSize)

    def _broken(self, part: str, width: float) -> list[str]:
        """Break one part into lines; letters join within words only, so words are measured one by one."""
        lines, line, used = [], list[str](), 0.0
        space = self._measure(" ")
        for word in (piece for whole in part.split(" ") for piece in self._cut(whole, width)):
            wide = self._measure(word)
            if line and used + space + wide > width:
                lines.append(" ".join(line))
                line, used = [], 0.0
            used += wide + (space if line else 0)
            line.append(word)
        return [*lines, " ".join(line)]

    def _cut(self, word: str, width: float) -> list[str]:
        """Cut a word that is wider than the line."""
        pieces = []
        while len(word) > 1 and self._measure(word) > width:
            fitting = bisect_right(range(len(word)), width, key=lambda n: self._measure(word[:n])) - 1
            pieces.append(word[: max(1, fitting)])
            word = word[max(1, fitting) :]
        return [*pieces, word]
