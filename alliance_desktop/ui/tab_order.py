"""The way of the Tab key through widgets that were not made in the order in which they are read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def set_tab_order(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each to the next."""
    for one, following in pairwise(_with_proxies(stops)):
        QWidget.setTabOrder(one, following)


def _with_proxies(stops: Iterable[QWidget]) -> Iterator[QWidget]:
    # What hands its focus on is a stop of its own to Qt: the two must stand together.
    for stop in stops:
        yield stop
        if (proxy := stop.focusProxy()) is not None:
            yield proxy
