"""A signature as it was drawn: strokes of points in the unit square, stored as compact vectors."""

import json
import math
from itertools import pairwise

Point = tuple[float, float]
Strokes = tuple[tuple[Point, ...], ...]

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


def _length(stroke: tuple[Point, ...]) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(stroke))
