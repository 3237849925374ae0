"""The patterns of the ten kinds as lines and dots inside a shape, so that a mark survives black and white.

Everything is in the units of the pen that draws; ``unit`` is as large as one point on paper.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.body_path import Point, Polygon, bounds, clearance, contains, within

Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to draw: lines and rings of one width, filled dots, and the shape's edge, its dashes (on, off) if any."""

    lines: tuple[Line, ...] = ()
    dots: tuple[Point, ...] = ()
    rings: tuple[Point, ...] = ()
    radius: float = 0.0
    width: float = 0.0
    edge: float = 0.0
    dashes: tuple[float, float] | None = None


@lru_cache(maxsize=512)
def pattern(kind: MarkKind, shape: Polygon, middle: Point, unit: float) -> Pattern:
    """The pattern of a kind within a shape around its middle; no line leaves it, no shape stays without any."""
    if kind is MarkKind.WORKED:
        return Pattern(edge=1.5 * unit, dashes=(3.2 * unit, 1.8 * unit))
    # In a small shape the pattern is finer, so that it can still be told from another.
    unit *= max(0.6, min(1.0, clearance(shape, middle) / (5 * unit)))
    thin = 0.7 * unit
    if kind is MarkKind.ACHE:
        return Pattern(dots=_spots(shape, middle, 3.2 * unit, 2.8 * unit, 0.8 * unit), radius=0.8 * unit, edge=thin)
    if kind is MarkKind.NUMB:
        rings = _spots(shape, middle, 4.6 * unit, 3.9 * unit, 1.4 * unit)
        return Pattern(rings=rings, radius=1.4 * unit, width=0.7 * unit, edge=thin)
    if kind is MarkKind.TINGLING:
        return Pattern(_crosses(shape, middle, unit), width=0.75 * unit, edge=thin)
    if kind is MarkKind.TRIGGER:
        return Pattern(_one_cross(shape, middle, unit), width=1.5 * unit, edge=thin)
    if kind is MarkKind.BURNING:
        return Pattern(_waves(shape, middle, unit), width=0.8 * unit, edge=thin)
    if kind is MarkKind.AVOID:
        crossed = _parallel(shape, middle, 3.3 * unit, 45) + _parallel(shape, middle, 3.3 * unit, 135)
        return Pattern(crossed, width=0.85 * unit, edge=1.5 * unit)
    turn, pitch = {MarkKind.SHARP: (45, 3.0), MarkKind.STIFF: (90, 2.8), MarkKind.HOLDING: (0, 2.8)}[kind]
    return Pattern(_parallel(shape, middle, pitch * unit, turn), width=0.9 * unit, edge=thin)


def _spots(shape: Polygon, middle: Point, across: float, down: float, radius: float) -> tuple[Point, ...]:
    """Places in staggered rows, clear of the edge where the shape has any room."""
    left, top, right, bottom = bounds(shape)
    found = []
    for row in range(math.floor((bottom - top) / down) + 2):
        y = top + row * down
        for place in range(math.floor((right - left) / across) + 2):
            spot = (left + (place + row % 2 / 2) * across, y)
            if contains(shape, spot):
                found.append(spot)
    clear = tuple(spot for spot in found if clearance(shape, spot) >= radius)
    return clear or tuple(found) or (middle,)


def _parallel(shape: Polygon, middle: Point, pitch: float, turn: int) -> tuple[Line, ...]:
    """Straight lines across the shape; ``turn`` in degrees, 45 rises to the right."""
    along = (math.cos(math.radians(turn)), -math.sin(math.radians(turn)))
    beside = (-along[1], along[0])
    far = max(math.dist(middle, corner) for corner in shape) + pitch
    lines: list[Line] = []
    for step in range(-math.ceil(far / pitch), math.ceil(far / pitch) + 1):
        foot = (middle[0] + step * pitch * beside[0], middle[1] + step * pitch * beside[1])
        start = (foot[0] - far * along[0], foot[1] - far * along[1])
        end = (foot[0] + far * along[0], foot[1] + far * along[1])
        lines += within(shape, start, end)
    return tuple(lines)


def _waves(shape: Polygon, middle: Point, unit: float) -> tuple[Line, ...]:
    left, top, right, bottom = bounds(shape)
    pitch, step, lines = 3.7 * unit, 0.8 * unit, list[Line]()
    for row in range(math.floor((bottom - top) / pitch) + 2):
        level = top + (row + 0.5) * pitch
        wave = [
            (left + n * step, level + 1.3 * unit * math.sin(2 * math.pi * n / 8))
            for n in range(math.ceil((right - left) / step) + 1)
        ]
        drawn: list[Point] = []
        for one, other in pairwise(wave):
            for start, end in within(shape, one, other):
                if drawn and drawn[-1] != start:
                    lines.append(tuple(drawn))
                    drawn = []
                drawn = [*(drawn or [start]), end]
        if drawn:
            lines.append(tuple(drawn))
    return tuple(lines) or _one_cross(shape, middle, unit)


def _crosses(shape: Polygon, middle: Point, unit: float) -> tuple[Line, ...]:
    arm = 1.25 * unit
    lines: list[Line] = []
    for x, y in _spots(shape, middle, 5.0 * unit, 4.2 * unit, arm):
        lines += within(shape, (x - arm, y), (x + arm, y)) + within(shape, (x, y - arm), (x, y + arm))
    return tuple(lines)


def _one_cross(shape: Polygon, middle: Point, unit: float) -> tuple[Line, ...]:
    x, y = middle
    arm = min(max(2.0 * unit, 0.6 * clearance(shape, middle)), 6.0 * unit)
    return ((x - arm, y - arm), (x + arm, y + arm)), ((x - arm, y + arm), (x + arm, y - arm))
