"""A scale of a test's own, in words that are nobody's."""

from dataclasses import replace
from typing import Any

from alliance_desktop.domain.scale import Item, Scale

ITEMS = (
    Item("How easily could you turn your head this week?"),
    Item("How easily could you look up at a high shelf?"),
    Item("How much did the neck hold you back?", reverse=True),
    Item("How easily could you sit through a meal?"),
    Item("How easily could you find a place for your head at night?"),
)


def neck(**changes: Any) -> Scale:
    """Five items from 0 to 10, counted as a mean, more is better."""
    made = Scale(
        "Neck this week",
        ITEMS,
        low_words="not at all",
        high_words="with ease",
        licence="I wrote these questions myself.",
    )
    return replace(made, **changes)
