"""Small ways of putting widgets together that every page uses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget


def row(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QHBoxLayout:
    """Side by side; a number is a gap in pixels, None takes the room that is left."""
    made = QHBoxLayout()
    _fill(made, parts, gap)
    return made


def column(*parts: QWidget | QLayout | int | None, gap: int = 8) -> QVBoxLayout:
    """One below the other; a number is a gap in pixels, None takes the room that is left."""
    made = QVBoxLayout()
    _fill(made, parts, gap)
    return made


def boxed(layout: QLayout, name: str = "") -> QWidget:
    """A widget around a layout, so that it can be shown and hidden."""
    made = QWidget()
    made.setObjectName(name)
    made.setLayout(layout)
    return made


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout for good."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def _fill(made: QHBoxLayout | QVBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...], gap: int) -> None:
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        elif isinstance(part, QWidget):
            # A widget of fixed width would otherwise keep the whole column as narrow as itself.
            fixed = part.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
            left = Qt.AlignmentFlag.AlignLeft if fixed and isinstance(made, QVBoxLayout) else Qt.AlignmentFlag(0)
            made.addWidget(part, 0, left)
        else:
            made.addLayout(part)
