"""Signatures that look written by hand: smooth vector strokes, the same for the same name every time."""

import math
import random

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.strokes import Point, Strokes

# One letter as control points of a smooth curve, x from 0 to 1, y from 0 (top of tall letters) over 0.5 (top of small
# ones) and 1 (the line) to 1.5 (bottom of loops); where one ends the next begins, as a pen does.
_LETTERS: dict[str, tuple[Point, ...]] = {
    "a": ((0.0, 0.95), (0.5, 0.55), (0.15, 0.55), (0.05, 0.85), (0.3, 1.0), (0.6, 0.6), (0.62, 0.9), (1.0, 0.95)),
    "e": ((0.0, 0.9), (0.45, 0.7), (0.4, 0.5), (0.12, 0.65), (0.2, 0.98), (0.6, 0.98), (1.0, 0.88)),
    "g": ((0.0, 0.9), (0.5, 0.55), (0.12, 0.6), (0.2, 0.98), (0.6, 0.6), (0.55, 1.4), (0.2, 1.45), (1.0, 0.9)),
    "i": ((0.0, 0.95), (0.4, 0.52), (0.4, 0.9), (0.6, 1.0), (1.0, 0.9)),
    "l": ((0.0, 0.95), (0.55, 0.25), (0.4, 0.02), (0.22, 0.4), (0.35, 0.95), (0.65, 1.0), (1.0, 0.9)),
    "m": ((0.0, 0.9), (0.15, 0.52), (0.2, 1.0), (0.4, 0.52), (0.5, 1.0), (0.7, 0.52), (0.8, 0.95), (1.0, 0.95)),
    "n": ((0.0, 0.9), (0.2, 0.52), (0.25, 1.0), (0.55, 0.52), (0.68, 0.92), (1.0, 0.95)),
    "o": ((0.0, 0.9), (0.45, 0.52), (0.12, 0.65), (0.2, 1.0), (0.6, 0.8), (0.48, 0.54), (1.0, 0.62)),
    "r": ((0.0, 0.92), (0.3, 0.5), (0.42, 0.6), (0.62, 0.56), (0.6, 0.9), (1.0, 0.95)),
    "s": ((0.0, 0.95), (0.42, 0.5), (0.55, 0.75), (0.5, 1.0), (0.15, 0.95), (1.0, 0.92)),
    "t": ((0.0, 0.92), (0.45, 0.1), (0.38, 0.6), (0.48, 1.0), (1.0, 0.88)),
    "u": ((0.0, 0.55), (0.15, 0.95), (0.45, 0.95), (0.6, 0.55), (0.65, 0.95), (1.0, 0.92)),
}
_ALIKE = dict(zip("bcdfhjkpqvwxyz", "lealigtggumsgs", strict=True))
# A few capitals stand for all: a signature is told by its swing, not by its letters.
_CAPITALS: dict[str, tuple[Point, ...]] = {
    "mnhkwuxνд": (
        (0.0, 1.0),
        (0.25, 0.05),
        (0.38, 0.6),
        (0.5, 0.98),
        (0.72, 0.05),
        (0.8, 0.6),
        (0.9, 0.98),
        (1.0, 0.92),
    ),
    "aα": ((0.1, 1.05), (0.5, 0.02), (0.62, 0.5), (0.66, 1.0), (0.3, 0.66), (0.6, 0.6), (1.0, 0.9)),
    "gcoqes": ((0.85, 0.2), (0.5, 0.0), (0.05, 0.45), (0.3, 1.0), (0.8, 0.8), (0.55, 0.6), (1.0, 0.9)),
    "tiljvz": ((0.1, 0.3), (0.5, 0.02), (0.55, 0.4), (0.35, 0.95), (0.1, 0.88), (0.4, 0.84), (1.0, 0.92)),
}
_OTHER: tuple[Point, ...] = (
    *((0.2, 0.1), (0.3, 1.0), (0.12, 0.9), (0.3, 0.1), (0.85, 0.15)),
    *((0.6, 0.55), (0.35, 0.6), (0.8, 1.0), (1.0, 0.9)),
)
_STEPS = 7
# A signature field is about three times as wide as it is high.
_LEFT, _RIGHT, _TOP, _BOTTOM, _STRETCH = 0.05, 0.95, 0.1, 0.88, 3.0


def signature(name: str) -> Strokes:
    """Return the first word of a name as somebody writes it every day: strokes of points within the unit square."""
    hand = random.Random(f"hand of {name}")  # not for secrets: only the shape of a squiggle
    first, *letters = [letter for letter in folded((name.split() or ["m"])[0]) if letter.isalpha()][:6] or ["m"]
    slant, lean = hand.uniform(0.10, 0.22), hand.uniform(-0.05, 0.02)
    path: list[Point] = [(x * 1.5, y) for x, y in _capital(first)]
    at = 1.5
    for place, letter in enumerate(letters):
        width, size = hand.uniform(0.7, 1.0), 1.0 - 0.06 * place
        path += [(at + x * width, 1 - (1 - y) * size + hand.uniform(-0.03, 0.03)) for x, y in _LETTERS[_shape(letter)]]
        at += width
    path += [(at + 0.5, 0.86), (at + 1.3, 0.74), (at + 2.0, 0.8)]
    strokes = [_smooth(path)]
    if hand.random() < 0.3:
        strokes.append(_smooth([(1.0, 1.3), (at * 0.5, 1.22), (at + 0.8, 1.12)]))
    return _placed(strokes, slant, lean)


def another_day(strokes: Strokes, day: int) -> Strokes:
    """Return the same hand on another day (any whole number): nobody writes a name the same way twice."""
    by, turn = 0.006, 1.7 * day
    return tuple(
        tuple((x + by * math.sin(7 * y + 9 * x + turn), y + 3 * by * math.sin(11 * x + turn)) for x, y in stroke)
        for stroke in strokes
    )


def _capital(letter: str) -> tuple[Point, ...]:
    return next((shape for letters, shape in _CAPITALS.items() if letter in letters), _OTHER)


def _shape(letter: str) -> str:
    plain = _ALIKE.get(letter, letter)
    return plain if plain in _LETTERS else sorted(_LETTERS)[ord(letter) % len(_LETTERS)]


def _smooth(path: list[Point]) -> list[Point]:
    """Return the Catmull-Rom curve through the points."""
    padded = [path[0], *path, path[-1]]
    curve: list[Point] = []
    for place in range(len(path) - 1):
        a, b, c, d = padded[place : place + 4]
        curve += [_between(a, b, c, d, step / _STEPS) for step in range(_STEPS)]
    return [*curve, path[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    x, y = (
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )
    return x, y


def _placed(strokes: list[list[Point]], slant: float, lean: float) -> Strokes:
    """Slant the writing to the right and fit it into the middle of the field."""
    slanted = [[(x - (y - 1) * slant * 2, y + x * lean) for x, y in stroke] for stroke in strokes]
    xs = [x for stroke in slanted for x, _y in stroke]
    ys = [y for stroke in slanted for _x, y in stroke]
    wide = (_RIGHT - _LEFT) / (max(xs) - min(xs))
    high = min(wide * _STRETCH, (_BOTTOM - _TOP) / (max(ys) - min(ys)))
    top = _TOP + (_BOTTOM - _TOP - (max(ys) - min(ys)) * high) / 2
    return tuple(
        tuple((_LEFT + (x - min(xs)) * wide, top + (y - min(ys)) * high) for x, y in stroke) for stroke in slanted
    )
