"""Sets Qt's properties by their names, so that the door need not wait for the ninety enumerations of ``Qt``."""

from PySide6.QtCore import QObject


def put(thing: QObject, **values: str) -> None:
    """Give properties values that are named as in Qt's own words; raises ``ValueError`` for a name that Qt lacks."""
    known = thing.metaObject()
    for name, value in values.items():
        if not known.property(known.indexOfProperty(name)).write(thing, value):
            raise ValueError(f"{name}={value}")
