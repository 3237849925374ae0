"""Things beside each other that go on in the next line where there is no room."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

GAP = 8


class Lines(QLayout):
    """A layout of as many things in a line as fit, from the side where reading begins, for a column with stretches."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._placed(place, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _placed(self, place: QRect, move: bool) -> int:
        """Lay the lines out within a width and return how high they are together."""
        x = y = 0
        line: list[tuple[QLayoutItem, QRect]] = []
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x and x + size.width() > place.width():
                y += self._settled(line, move) + GAP
                x, line = 0, []
            left = place.width() - x - size.width() if mirrored else x
            line.append((item, QRect(place.topLeft() + QPoint(left, y), size)))
            x += size.width() + GAP
        return y + self._settled(line, move)

    def _settled(self, line: list[tuple[QLayoutItem, QRect]], move: bool) -> int:
        """Put the things of one line at half its height and return how high it is."""
        height = max((place.height() for _item, place in line), default=0)
        if move:
            for item, place in line:
                item.setGeometry(place.translated(0, (height - place.height()) // 2))
        return height


class Flow(Lines):
    """A layout for chips, which takes no more height than they need, whatever stands around it."""

    def expandingDirections(self) -> "Qt.Orientation":
        from PySide6.QtCore import Qt  # late: its enumerations would keep the door waiting, which has plain lines

        return Qt.Orientation(0)
