"""The drawn body as points: paths read from SVG into the unit square, and what can be asked of a shape."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Polygon = tuple[Point, ...]
Curve = tuple[Point, Point, Point]

_PIECES = re.compile(r"[MCZ]|-?\d*\.?\d+")
# Enough for an outline that is 2,000 pixels high: no chord lies more than a third of a pixel beside its curve.
_CHORDS = 6


@dataclass(frozen=True, slots=True)
class Stroke:
    """One unbroken line of the drawing: a start, then curves, each as two pulls and an end; closed or open."""

    start: Point
    curves: tuple[Curve, ...]
    closed: bool

    @property
    def polygon(self) -> Polygon:
        """The stroke as corners close enough together to stand for the curves; the start is not said twice."""
        corners, here = [self.start], self.start
        for one, other, end in self.curves:
            if _straight(here, one, other, end):
                corners.append(end)
            else:
                corners += [_on(here, one, other, end, step / _CHORDS) for step in range(1, _CHORDS + 1)]
            here = end
        if self.closed and len(corners) > 1 and corners[-1] == corners[0]:
            corners.pop()
        return tuple(corners)


def parse(path: str, width: float, height: float) -> tuple[Stroke, ...]:
    """Return the strokes of an SVG path of absolute M, C and Z, as parts of a view box; ``ValueError`` for others."""
    if unknown := set(re.findall(r"[A-Za-z]", path)) - set("MCZ"):
        raise ValueError(f"a path may hold M, C and Z only, not {sorted(unknown)}")
    strokes: list[Stroke] = []
    start: Point | None = None
    curves: list[Curve] = []
    command, numbers = "", list[float]()
    for piece in _PIECES.findall(path):
        if piece in "MCZ":
            if piece == "M" and start is not None:
                strokes.append(Stroke(start, tuple(curves), False))
                start = None
            elif piece == "Z" and start is not None:
                strokes.append(Stroke(start, tuple(curves), True))
                start = None
            command, numbers = piece, []
            continue
        numbers.append(float(piece))
        if command == "M" and len(numbers) == 2:
            start, curves, numbers = (numbers[0] / width, numbers[1] / height), [], []
        elif command == "C" and len(numbers) == 6:
            points = [(numbers[i] / width, numbers[i + 1] / height) for i in (0, 2, 4)]
            curves.append((points[0], points[1], points[2]))
            numbers = []
    if start is not None:
        strokes.append(Stroke(start, tuple(curves), False))
    return tuple(strokes)


def stretched(polygon: Polygon, width: float, height: float) -> Polygon:
    """The shape as large as it is drawn."""
    return tuple((x * width, y * height) for x, y in polygon)


def contains(polygon: Polygon, point: Point) -> bool:
    """True when the point lies in the shape (even-odd rule)."""
    x, y = point
    inside, (x1, y1) = False, polygon[-1]
    for x2, y2 in polygon:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


def clearance(polygon: Polygon, point: Point) -> float:
    """How far the point is from the nearest edge of the shape, inside or outside."""
    (x, y), nearest = point, math.inf
    x1, y1 = polygon[-1]
    for x2, y2 in polygon:
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        share = ((x - x1) * dx + (y - y1) * dy) / length if length else 0.0
        share = 0.0 if share < 0 else 1.0 if share > 1 else share
        away_x, away_y = x - x1 - share * dx, y - y1 - share * dy
        nearest = min(nearest, away_x * away_x + away_y * away_y)
        x1, y1 = x2, y2
    return math.sqrt(nearest)


def within(polygon: Polygon, start: Point, end: Point) -> list[tuple[Point, Point]]:
    """The parts of a straight line that lie in the shape, in the order they are met."""
    (x1, y1), dx, dy = start, end[0] - start[0], end[1] - start[1]
    low, high = min(start[1], end[1]), max(start[1], end[1])
    met = []
    bx, by = polygon[-1]
    for corner in polygon:
        (ax, ay), (bx, by) = (bx, by), corner
        if (ay < low and by < low) or (ay > high and by > high):
            continue
        ex, ey = bx - ax, by - ay
        cross = dx * ey - dy * ex
        if cross == 0:
            continue
        along = ((ax - x1) * ey - (ay - y1) * ex) / cross
        beside = ((ax - x1) * dy - (ay - y1) * dx) / cross
        # Half-open, so that a corner that two edges share is met once.
        if 0 <= beside < 1 and 0 < along < 1:
            met.append(along)
    parts = []
    for one, other in pairwise([0.0, *sorted(met), 1.0]):
        middle = (one + other) / 2
        if other > one and contains(polygon, (x1 + middle * dx, y1 + middle * dy)):
            parts.append(((x1 + one * dx, y1 + one * dy), (x1 + other * dx, y1 + other * dy)))
    return parts


def area(polygon: Polygon) -> float:
    """The size of the shape, never negative."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((polygon[-1], *polygon)))) / 2


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def around(centre: Point, radius: float) -> Polygon:
    """A circle as a shape."""
    turns = [2 * math.pi * step / 24 for step in range(24)]
    return tuple((centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)) for turn in turns)


def _straight(start: Point, one: Point, other: Point, end: Point) -> bool:
    chord = (start, end)
    return clearance(chord, one) < 1e-5 and clearance(chord, other) < 1e-5


def _on(start: Point, one: Point, other: Point, end: Point, t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        a * start[0] + b * one[0] + c * other[0] + d * end[0],
        a * start[1] + b * one[1] + c * other[1] + d * end[1],
    )
