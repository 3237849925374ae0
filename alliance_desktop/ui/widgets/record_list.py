"""Lists of records: any number of rows, each a title with a line below, a middle text and a word at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alliance_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows; ``middle`` is drawn in ``middle_token``, ``right`` in ``right_token`` with its icon."""

    title: str
    below: str = ""
    middle: str = ""
    right: str = ""
    middle_token: str = "text"
    right_token: str = "muted"
    right_icon: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for ears."""
        return ", ".join(part for part in (self.title, self.below, self.middle, self.right) if part)


class RecordModel(QAbstractListModel):
    """Any sequence of records with an ``id``."""

    def __init__(self, row: Callable[[Any], Row]) -> None:
        super().__init__()
        self._row = row
        self.records: Sequence[Any] = ()

    def show(self, records: Sequence[Any]) -> None:
        """Show these records."""
        self.beginResetModel()
        self.records = records
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._row(self.records[index.row()])
            return row.title if role == Qt.ItemDataRole.DisplayRole else row.spoken
        if role == Qt.ItemDataRole.UserRole:
            return self._row(self.records[index.row()])
        return None


class RecordDelegate(QStyledItemDelegate):
    """Draws a row as the pictures do: hairlines, no grid, the chosen row tinted with a bar."""

    def __init__(self, height: int, split: float) -> None:
        super().__init__()
        self._height, self._split = height, split

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, state)
        inner = place.adjusted(theme.px(16), 0, -theme.px(16), 0)
        right = self._right(painter, inner, row)
        left = QRect(inner)
        if row.middle:
            left.setWidth(round(inner.width() * self._split) - theme.px(16))
            middle = QRect(inner)
            middle.setLeft(inner.left() + round(inner.width() * self._split))
            middle.setRight(right - theme.px(16))
            _line(painter, middle, row.middle, "body", row.middle_token)
        else:
            left.setRight(right - theme.px(16))
        self._names(painter, left, row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("teal_tint"))
            painter.drawRoundedRect(place.adjusted(0, 0, 0, -1), 8, 8)
            painter.setBrush(theme.colour("accent"))
            painter.drawRect(place.left(), place.top() + theme.px(12), 3, place.height() - theme.px(24))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.drawRect(place)
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("hair"))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), theme.current().sizes["ring"]))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -2), 8, 8)

    def _names(self, painter: QPainter, place: QRect, row: Row, chosen: bool) -> None:
        if not row.below:
            _line(painter, place, row.title, "strong" if chosen else "medium", "text")
            return
        half = place.height() // 2
        upper = QRect(place.left(), place.top() + theme.px(8), place.width(), half - theme.px(4))
        lower = QRect(place.left(), place.top() + half, place.width(), half - theme.px(6))
        _line(painter, upper, row.title, "strong", "text")
        _line(painter, lower, row.below, "small", "muted")

    def _right(self, painter: QPainter, place: QRect, row: Row) -> int:
        if not row.right:
            return place.right()
        made = theme.font("small")
        width = min(QFontMetrics(made).horizontalAdvance(row.right) + 4, place.width() // 2)
        area = QRect(place.right() - width, place.top(), width, place.height())
        _line(painter, area, row.right, "small", row.right_token)
        if row.right_icon:
            side = theme.px(16)
            picture = theme.pixmap(row.right_icon, row.right_token, 16)
            painter.drawPixmap(QPoint(area.left() - side - 8, place.center().y() - side // 2), picture)
            return area.left() - side - 8
        return area.left()


def _line(painter: QPainter, place: QRect, text: str, role: str, token: str) -> None:
    made = theme.font(role)
    painter.setFont(made)
    painter.setPen(theme.colour(token))
    shown = QFontMetrics(made).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class RecordList(QListView):
    """A list of records; Enter or a click opens one."""

    record_chosen = Signal(int)

    def __init__(self, name: str, label: str, row: Callable[[Any], Row], height: int = 64, split: float = 0.25) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.records = RecordModel(row)
        self.setModel(self.records)
        self.setItemDelegate(RecordDelegate(height, split))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        theme.signals.changed.connect(self.scheduleDelayedItemsLayout)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records and keep the chosen one chosen."""
        kept = self.chosen_id()
        self.records.show(records)
        for place, record in enumerate(records):
            if record.id == kept:
                self.setCurrentIndex(self.records.index(place))
                return
        if records:
            self.setCurrentIndex(self.records.index(0))

    def chosen_id(self) -> int | None:
        """The id of the row with the cursor, or None."""
        index = self.currentIndex()
        return int(self.records.records[index.row()].id) if index.isValid() else None

    def fit_rows(self) -> None:
        """Be as tall as all rows together; for short lists inside a page that scrolls."""
        height = sum(self.sizeHintForRow(row) for row in range(self.records.rowCount()))
        self.setFixedHeight(max(height, 1))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _choose(self, index: Index) -> None:
        self.record_chosen.emit(int(self.records.records[index.row()].id))
