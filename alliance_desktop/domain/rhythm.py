"""How often a client comes."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from statistics import median

LOOKS_BACK = 6
FEWEST_GAPS = 3


def visit_rhythm(kept: Iterable[date]) -> float | None:
    """Return the usual days between visits: the median gap of the last six days with a kept visit.

    None for fewer than three gaps, from which no rhythm can be told.
    """
    days = sorted(set(kept))[-LOOKS_BACK:]
    gaps = [(after - before).days for before, after in pairwise(days)]
    return median(gaps) if len(gaps) >= FEWEST_GAPS else None
