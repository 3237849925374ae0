"""Signatures for invented people: smooth loops that differ from name to name and are the same every time."""

import math
import random

from alliance_desktop.domain.strokes import Strokes


def signature(name: str) -> Strokes:
    """Return strokes that look like a hurried hand signing this name."""
    hand = random.Random(name)  # not for secrets: only the shape of a squiggle
    letters = max(4, min(9, len(name)))
    slant, height = hand.uniform(0.02, 0.06), hand.uniform(0.10, 0.18)
    points = []
    for step in range(letters * 8 + 1):
        turn = step / 8
        x = 0.06 + 0.82 * turn / letters
        tall = height * (2.0 if turn < 1 else hand.uniform(0.75, 1.25))
        y = 0.62 - tall * (0.5 + 0.5 * math.sin(2 * math.pi * turn - 1.2)) - slant * turn / letters
        points.append((x + 0.035 * math.cos(2 * math.pi * turn), y))
    swing = tuple((0.15 + 0.7 * t, 0.74 + 0.03 * math.sin(6 * t)) for t in (0, 0.25, 0.5, 0.75, 1))
    return (tuple(points), swing) if hand.random() < 0.5 else (tuple(points),)
