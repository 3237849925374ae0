"""Where each mark's letter stands: in its region where there is room, else beside the figure with a leader.

Everything is in the units of the pen that draws, from the upper left corner of the room given.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alliance_desktop.domain.body import View
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.body_path import Point, Polygon, around, clearance, contains, within

_GAP = 0.5
_PITCH = 1.25
_LEAST = 8.0


@dataclass(frozen=True, slots=True)
class Letter:
    """A disc (or square) with a mark's letter; ``leader`` begins at the region's edge, None inside the region."""

    mark: Mark
    centre: Point
    width: float
    height: float
    leader: Point | None = None

    def holds(self, point: Point) -> bool:
        """True when the point lies on the letter."""
        x, y = abs(point[0] - self.centre[0]), abs(point[1] - self.centre[1])
        return x <= self.width / 2 and y <= self.height / 2

    def moved(self, right: float, down: float) -> "Letter":
        """The same letter elsewhere."""
        leader = (self.leader[0] + right, self.leader[1] + down) if self.leader is not None else None
        return replace(self, centre=(self.centre[0] + right, self.centre[1] + down), leader=leader)

    def overlaps(self, other: "Letter") -> bool:
        """True when the two would touch each other."""
        return (
            abs(self.centre[0] - other.centre[0]) < (self.width + other.width) / 2
            and abs(self.centre[1] - other.centre[1]) < (self.height + other.height) / 2
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """A view laid into a room: where the unit square begins and how large it is, and the letters of its marks."""

    view: View
    left: float
    top: float
    width: float
    height: float
    letters: tuple[Letter, ...]

    def out(self, place: Point) -> Point:
        """A place of the unit square as the pen draws it."""
        return self.left + place[0] * self.width, self.top + place[1] * self.height

    def back(self, place: Point) -> Point:
        """What the pen drew as a place of the unit square."""
        return (place[0] - self.left) / self.width, (place[1] - self.top) / self.height

    def moved(self, right: float, down: float) -> "Layout":
        """The same layout elsewhere."""
        letters = tuple(letter.moved(right, down) for letter in self.letters)
        return replace(self, left=self.left + right, top=self.top + down, letters=letters)

    def shape(self, mark: Mark) -> Polygon:
        """The shape that a mark fills: its region, or a small circle around its point."""
        if mark.part is None:
            return around(self.out(mark.place), max(0.024 * self.width * (1 / self.view.aspect) ** 0.5, 4.0))
        return tuple(self.out(corner) for corner in mark.part.polygon)


def laid_out(view: View, marks: Sequence[Mark], room: tuple[float, float], size: float) -> Layout:
    """Lay a view as large as it goes into a room of a width and height, with letters ``size`` high.

    There is always room for one column of letters at each side, so that the figure stays where it is while marks come
    and go; it gives way only where marks need more columns.
    """
    shown = [mark for mark in marks if mark.view == view.id]
    wide, (begin, end) = _widest(shown, size), view.extent
    columns = 1
    while True:
        width = min((room[0] - 2 * _margin(columns, wide, size)) / (end - begin), room[1] * view.aspect)
        bare = _bare(view, room, max(_LEAST, width))
        letters, needed = _placed(bare, shown, size, wide)
        if needed <= columns or columns > len(shown):
            return replace(bare, letters=tuple(letters))
        columns += 1


def width_for(view: View, marks: Sequence[Mark], tall: float, size: float) -> float:
    """How wide a room must be for a view to be ``tall`` in it, with all its letters."""
    shown = [mark for mark in marks if mark.view == view.id]
    wide, (begin, end) = _widest(shown, size), view.extent
    needed = _placed(_bare(view, (0.0, tall), tall * view.aspect), shown, size, wide)[1]
    return (end - begin) * tall * view.aspect + 2 * _margin(max(1, needed), wide, size)


def _bare(view: View, room: tuple[float, float], width: float) -> Layout:
    """A view of a width in the middle of a room, still without letters."""
    left, height = (room[0] - sum(view.extent) * width) / 2, width / view.aspect
    return Layout(view, left, (room[1] - height) / 2, width, height, ())


def _widest(marks: Sequence[Mark], size: float) -> float:
    return max([_width(mark, size) for mark in marks] + [1.4 * size])


def _margin(columns: int, wide: float, size: float) -> float:
    return columns * (wide + _GAP * size) + 0.1 * size


def _width(mark: Mark, size: float) -> float:
    return size * (1.0 if len(mark.text) < 2 or mark.text == "!!" else 0.5 + 0.45 * len(mark.text))


def _placed(layout: Layout, marks: Sequence[Mark], size: float, wide: float) -> tuple[list[Letter], int]:
    """The letters, those inside first, and how many columns one side needs for the others."""
    inside: list[Letter] = []
    outside: list[Mark] = []
    for mark in marks:
        letter = _inside(layout, mark, size, inside)
        if letter is None:
            outside.append(mark)
        else:
            inside.append(letter)
    sides: tuple[list[Mark], list[Mark]] = ([], [])
    for mark in sorted(outside, key=lambda mark: abs(mark.place[0] - 0.5), reverse=True):
        balance = len(sides[1]) < len(sides[0])
        sides[mark.place[0] > 0.5 if abs(mark.place[0] - 0.5) > 0.02 else balance].append(mark)
    most = max(1, math.floor((layout.height - size) / (size * _PITCH)) + 1)
    needed = max(math.ceil(len(side) / most) for side in sides)
    begin, end = layout.view.extent
    for side, edge, way in ((sides[0], begin, -1), (sides[1], end, 1)):
        columns = math.ceil(len(side) / most)
        ordered = sorted(side, key=lambda mark: (mark.place[1], mark.place[0]))
        for column in range(columns):
            gap = _GAP * size + wide / 2 + column * (wide + _GAP * size)
            x = layout.left + edge * layout.width + way * gap
            inside += _column(layout, ordered[column::columns], size, x)
    return inside, needed


def _inside(layout: Layout, mark: Mark, size: float, taken: Sequence[Letter]) -> Letter | None:
    """The letter in its region, in the middle or beside what stands there already; None where there is no room."""
    if mark.part is None:
        return None
    shape, (x, y), width = layout.shape(mark), layout.out(mark.place), _width(mark, size)
    # Around the letter some of the pattern must be left to be seen.
    if clearance(shape, (x, y)) < 0.8 * size:
        return None
    steps = [(0.0, 0.0)] if mark.kind is not MarkKind.TRIGGER else []
    steps += [(dx * (width + 2), dy * (size + 2)) for dx, dy in ((0, 1), (0, -1), (1, 0), (-1, 0))]
    for dx, dy in steps:
        letter = Letter(mark, (x + dx, y + dy), width, size)
        corners = [(x + dx + a * width / 2, y + dy + b * size / 2) for a in (-1, 1) for b in (-1, 1)]
        fits = all(contains(shape, corner) for corner in corners) and clearance(shape, letter.centre) >= size / 2
        if fits and not any(letter.overlaps(other) for other in taken):
            return letter
    return None


def _column(layout: Layout, marks: Sequence[Mark], size: float, x: float) -> list[Letter]:
    """Letters one below the other, each as near to its region's height as the others let it."""
    pitch, floor = size * _PITCH, layout.top + layout.height - size / 2
    heights: list[float] = []
    for mark in marks:
        wished = max(layout.out(mark.place)[1], layout.top + size / 2)
        heights.append(max(wished, heights[-1] + pitch) if heights else wished)
    for place in range(len(heights) - 1, -1, -1):
        heights[place] = min(heights[place], floor)
        floor = heights[place] - pitch
    return [
        Letter(mark, (x, y), _width(mark, size), size, _leader(layout, mark, (x, y)))
        for mark, y in zip(marks, heights, strict=True)
    ]


def _leader(layout: Layout, mark: Mark, end: Point) -> Point:
    """Where the line to a letter leaves the region."""
    parts = within(layout.shape(mark), layout.out(mark.place), end)
    return parts[0][1] if parts else layout.out(mark.place)
