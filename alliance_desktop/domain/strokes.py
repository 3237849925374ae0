"""A signature as it was drawn: strokes of points in the unit square, stored as compact vectors."""

import json
import math
from itertools import pairwise

Point = tuple[float, float]
Strokes = tuple[tuple[Point, ...], ...]

# Width over height of the field that every signature is drawn in, on screen and on paper: one shape everywhere.
ASPECT = 2.4

# Fine enough for print at 600 dpi on a signature line of seven centimetres.
_GRID = 4096


def to_json(strokes: Strokes) -> str:
    """Return the strokes as canonical JSON of whole numbers, x and y in turn, on a grid of 4096."""
    return json.dumps(
        [[round(value * _GRID) for point in stroke for value in point] for stroke in strokes], separators=(",", ":")
    )


def from_json(text: str) -> Strokes:
    """Return the strokes that ``to_json`` wrote, each point within 1/8192 of where it was."""
    return tuple(
        tuple((flat[i] / _GRID, flat[i + 1] / _GRID) for i in range(0, len(flat), 2)) for flat in json.loads(text)
    )


def is_blank(strokes: Strokes) -> bool:
    """True when nothing was drawn but dots: no stroke is as long as a hundredth of the field."""
    return not any(_length(stroke) > 0.01 for stroke in strokes)


def simplified(strokes: Strokes, within: float = 0.5 / 1024) -> Strokes:
    """Return the strokes without the points that lie closer than ``within`` to the line through their neighbours.

    Ends and dots stay; no point that is left was moved (Douglas and Peucker, 1973).
    """
    return tuple(_thinned(stroke, within) for stroke in strokes if stroke)


def _length(stroke: tuple[Point, ...]) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(stroke))


def _thinned(stroke: tuple[Point, ...], within: float) -> tuple[Point, ...]:
    kept = {0, len(stroke) - 1}
    spans = [(0, len(stroke) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: _away(stroke[i], stroke[first], stroke[last]))
        if _away(stroke[far], stroke[first], stroke[last]) > within:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return tuple(stroke[i] for i in sorted(kept))


def _away(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from the stretch between two others."""
    along = (end[0] - start[0], end[1] - start[1])
    squared = along[0] ** 2 + along[1] ** 2
    # Of a stretch shorter than about 1e-160 the square is nothing at all.
    if squared == 0:
        return math.dist(point, start)
    share = ((point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]) / squared
    share = min(1.0, max(0.0, share))
    return math.dist(point, (start[0] + share * along[0], start[1] + share * along[1]))
