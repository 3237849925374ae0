"""PySide6 6.12.0 drops a reference to None with each call that returns nothing, and dies after some thousands."""

import sys

from PySide6.QtGui import QPainterPath


def test_a_thousand_calls_cost_no_references_to_none() -> None:
    path, before = QPainterPath(), sys.getrefcount(None)
    for step in range(1000):
        path.moveTo(step, step)
    assert sys.getrefcount(None) > before - 500
