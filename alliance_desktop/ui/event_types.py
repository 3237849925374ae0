"""Makes PySide's types of events before a filter meets the first of them."""

from functools import cache

from PySide6 import QtCore, QtGui, QtWidgets


@cache
def make() -> None:
    """Make every type of event, and the base of all styles; whoever installs an event filter calls this before.

    PySide makes a type when it is first wanted, and a filter wants them all at its first event: made in that moment,
    one out of another, they can end the process, because one is taken twice out of the table of those to be made.
    """
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            if name.endswith("Event") or name == "QProxyStyle":
                getattr(module, name)
