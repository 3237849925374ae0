"""A goal's ladder: five steps in plain words, today's filled, the next one open, a pennant at what was agreed.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import cut, draw_below, height_of
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain.plan import Goal
from alliance_desktop.words import _

# Places on the ladder, counted from the lowest step; what was agreed to reach is in the middle.
_STEPS, _AGREED = 5, 2
_RAILS, _TEXT, _BAR, _OVER = 15.0, 32.5, 8.5, 2.0
_TALL = 1e6
_LONGEST = 420.0


def has_ladder(goal: Goal) -> bool:
    """True when any of its steps is in words."""
    return any(step.strip() for step in goal.ladder)


class Rung(Flowable):
    """One step: its piece of both rails, its rung and its words; words that go on overleaf keep the rails."""

    def __init__(self, edition: Edition, goal: Goal, place: int, words: Flowable | None = None) -> None:
        super().__init__()
        self.edition, self.goal, self.place = edition, goal, place
        today = goal.step + _AGREED if goal.step is not None else None
        self.today, self.next = place == today, today is not None and place == today + 1
        self.goes_on = words is not None
        self.least = 0.0
        self.words = words if words is not None else self._words()

    def _words(self) -> Flowable:
        said = self.goal.ladder[self.place].strip() if self.place < len(self.goal.ladder) else ""
        if self.today:
            return self.edition.told(_("Today:"), said, "small")
        if self.next:
            return self.edition.told(_("Next:"), said, "small")
        return self.edition.words(said, "quiet")

    @property
    def gap(self) -> float:
        """The space below the words, in points."""
        return 7.5 * self.edition.scale if self.edition.large else 3.0

    def tall(self, width: float) -> float:
        """The height of its words in a column of this width, in points."""
        return float(self.words.wrap(width - _TEXT * self.edition.scale, _TALL)[1])

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        line = self.edition.styles["small"].leading
        self.width, self.height = width, max(self.tall(width), self.least, line) + self.gap
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        parts = self.words.split(width - _TEXT * self.edition.scale, room - self.gap)
        if len(parts) < 2:
            return []
        first = Rung(self.edition, self.goal, self.place, parts[0])
        first.goes_on = self.goes_on
        return [first, *(Rung(self.edition, self.goal, self.place, part) for part in parts[1:])]

    def draw(self) -> None:
        canvas, scale = self.canv, self.edition.scale
        size = self.edition.styles["small"].fontSize
        y = self.height - size * 0.7
        canvas.saveState()
        canvas.translate(_OVER * scale, 0)
        self._rails(y)
        if not self.goes_on:
            if self.today or self.next:
                draw_bar(canvas, self.edition, -_OVER * scale, y, (_RAILS + 2 * _OVER) * scale, self.today)
            else:
                canvas.setStrokeColor(self.edition.inks["rail"])
                canvas.setLineWidth(1.6 * scale)
                canvas.line(0, y, _RAILS * scale, y)
            if self.place == _AGREED:
                clear = _OVER + 0.4 if self.today or self.next else 0.6
                draw_pennant(canvas, self.edition, (_RAILS + clear) * scale, y)
            if self.next:
                self._arrow(y - (_BAR / 2 + 2.2) * scale, (_BAR / 2 + 2.2) * scale - size * 0.7)
        canvas.restoreState()
        tall = self.words.wrap(self.width - _TEXT * scale, _TALL)[1]
        self.words.drawOn(canvas, _TEXT * scale, self.height - tall)

    def _rails(self, y: float) -> None:
        canvas, scale = self.canv, self.edition.scale
        top = y + 7.5 * scale if self.place == _STEPS - 1 and not self.goes_on else self.height
        foot = (
            max(0.0, y - 8 * scale)
            if self.place == 0 and self.tall(self.width) < 2.5 * self.edition.styles["small"].leading
            else 0.0
        )
        canvas.setStrokeColor(self.edition.inks["rail"])
        canvas.setLineWidth(1.1 * scale)
        canvas.setLineCap(0)
        for x in (0, _RAILS * scale):
            canvas.line(x, foot, x, top)

    def _arrow(self, top: float, foot: float) -> None:
        """Up from today's step, which stands in the row below, to this one."""
        canvas, scale = self.canv, self.edition.scale
        head, x = 5 * scale, _RAILS / 2 * scale
        if top - foot < head:
            return
        canvas.setStrokeColor(self.edition.inks["text"])
        canvas.setFillColor(self.edition.inks["text"])
        canvas.setLineWidth(1.2 * scale)
        canvas.line(x, foot, x, top - head * 0.7)
        _triangle(canvas, (x, top), (x - head * 0.53, top - head), (x + head * 0.53, top - head))


class Ladder(Flowable):
    """Five rungs, the best step on top; cut only between steps, and only when it is taller than most of a page."""

    def __init__(self, edition: Edition, goal: Goal, rungs: Sequence[Flowable] = ()) -> None:
        super().__init__()
        self.edition, self.goal = edition, goal
        self.rungs = list(rungs) or [Rung(edition, goal, place) for place in reversed(range(_STEPS))]

    def tallest(self, width: float) -> list[float]:
        """The height of each step's words in a column of this width, the best step first."""
        return [rung.tall(width) for rung in self.rungs if isinstance(rung, Rung)]

    def line_up(self, heights: Sequence[float]) -> None:
        """Make every step at least so tall, so that the rungs of ladders side by side stand on one line."""
        for rung, tall in zip(self.rungs, heights, strict=True):
            if isinstance(rung, Rung):
                rung.least = tall

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, height_of(self.rungs, width)
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        if self.wrap(width, room)[1] < _LONGEST:
            return []
        fitting, rest = cut(self.rungs, width, room)
        return [Ladder(self.edition, self.goal, part) for part in (fitting, rest)] if fitting and rest else []

    def draw(self) -> None:
        draw_below(self.canv, self.rungs, 0, self.height, self.width)


class LadderKey(Flowable):
    """How to read a ladder, on one line at the right or, where it does not fit, on several at the left."""

    def __init__(self, edition: Edition, from_right: bool = True) -> None:
        super().__init__()
        self.edition, self.from_right = edition, from_right
        self.told = (_("today"), _("next step"), _("what we agreed to reach"))

    @property
    def natural(self) -> float:
        """The width of it all on one line, in points."""
        return sum(self._widths()) + 2 * self._apart

    @property
    def _apart(self) -> float:
        return 20 * self.edition.scale

    def _widths(self) -> list[float]:
        style = self.edition.styles["quiet"]
        return [24 * self.edition.scale + width_of(words, style.fontName, style.fontSize) for words in self.told]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, 0.0
        leading = self.edition.styles["quiet"].leading
        self._spots: list[tuple[float, float]] = []
        x, line = (max(0.0, width - self.natural) if self.from_right else 0.0), 0
        for wide in self._widths():
            if x > 0 and x + wide > width + 1:
                x, line = 0.0, line + 1
            self._spots.append((x, line * leading))
            x += wide + self._apart
        self.height = (line + 1) * leading
        return width, self.height

    def draw(self) -> None:
        canvas, scale, style = self.canv, self.edition.scale, self.edition.styles["quiet"]
        for place, ((x, down), words) in enumerate(zip(self._spots, self.told, strict=True)):
            base = self.height - down - style.fontSize
            middle = base + style.fontSize * 0.3
            if place < 2:
                draw_bar(canvas, self.edition, x, middle, 18 * scale, place == 0)
            else:
                draw_pennant(canvas, self.edition, x + 9 * scale, middle)
            canvas.setFillColor(style.textColor)
            draw_text(canvas, x + 24 * scale, base, words, style.fontName, style.fontSize)


def draw_bar(canvas: Any, edition: Edition, x: float, middle: float, width: float, filled: bool) -> None:
    """A step's bar: filled for today, open for the next one."""
    scale, ink, line = edition.scale, edition.inks["text"], 1.2 * edition.scale
    tall = _BAR * scale
    if filled:
        canvas.setFillColor(ink)
        canvas.roundRect(x, middle - tall / 2, width, tall, 2.2 * scale, stroke=0, fill=1)
        return
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(line)
    inner = (x + line / 2, middle - (tall - line) / 2, width - line, tall - line)
    canvas.roundRect(*inner, 2 * scale, stroke=1, fill=1)


def draw_pennant(canvas: Any, edition: Edition, x: float, middle: float) -> None:
    """The mark of what was agreed to reach."""
    scale = edition.scale
    canvas.setFillColor(edition.inks["clay"])
    _triangle(canvas, (x, middle + 4.6 * scale), (x + 8.4 * scale, middle), (x, middle - 4.6 * scale))


def _triangle(canvas: Any, *corners: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
