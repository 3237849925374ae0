"""A table of records: any number of rows, as many columns as it is given, dressed like the drawings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from alliance_desktop.domain.folding import folded
from alliance_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
_PAD = 16


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it says of a record, perhaps a second muted line, its share of the width, its colour.

    ``token`` is a colour's name, or asks the record for one; ``at_end`` sets numbers and days to the far side.
    """

    title: str
    text: Callable[[Any], str]
    below: Callable[[Any], str] | None = None
    share: float = 1.0
    role: str = "body"
    token: str | Callable[[Any], str] = "text"
    at_end: bool = False

    def colour_name(self, record: Any) -> str:
        """The name of the colour these words are drawn in."""
        return self.token if isinstance(self.token, str) else self.token(record)

    def spoken(self, record: Any) -> str:
        """All of one cell, for ears."""
        return ", ".join(part for part in (self.text(record), self.below(record) if self.below else "") if part)


class RecordTableModel(QAbstractTableModel):
    """Any sequence of records with an ``id``; a cell is only asked for when it is in sight."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.records: Sequence[Any] = ()

    def show(self, records: Sequence[Any]) -> None:
        """Show these records."""
        self.beginResetModel()
        self.records = records
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record, column = self.records[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(record)
        return record if role == Qt.ItemDataRole.UserRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class _Header(QHeaderView):
    """Small muted titles over a hairline; nothing to press."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._columns = columns
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(32))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column = self._columns[logical]
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hair"))
        _line(painter, _inside(rect), column.title, "small", "muted", column.at_end)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Draws one cell; the ground, the bar and the ring go across the whole row, each cell its own piece of them."""

    def __init__(self, table: "RecordTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(Qt.ItemDataRole.UserRole)
        column = self._table.records.columns[index.column()]
        place: QRect = option.rect
        painter.save()
        painter.setClipRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._table.is_chosen(index.row())
        self._ground(painter, QRect(0, place.top(), self._table.viewport().width(), place.height()), index.row())
        inner = _inside(place)
        role = "strong" if chosen and column.role == "medium" else column.role
        below = column.below(record) if column.below is not None else ""
        if below:
            middle, line = inner.center().y(), QFontMetrics(theme.font("body")).height()
            upper = QRect(inner.left(), middle - line, inner.width(), line)
            _line(painter, upper, column.text(record), role, column.colour_name(record), column.at_end)
            _line(painter, upper.translated(0, line), below, "small", "muted", column.at_end)
        else:
            _line(painter, inner, column.text(record), role, column.colour_name(record), column.at_end)
        painter.restore()

    def _ground(self, painter: QPainter, place: QRect, row: int) -> None:
        mirrored = self._table.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        if self._table.is_chosen(row):
            painter.setBrush(theme.colour("teal_tint"))
            painter.drawRoundedRect(place.adjusted(0, 0, 0, -1), 8, 8)
            bar = place.right() - 2 if mirrored else place.left()
            painter.fillRect(bar, place.top() + theme.px(12), 3, place.height() - theme.px(24), theme.colour("accent"))
        elif row == self._table.row_under_pointer:
            painter.fillRect(place, theme.colour("hover"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("hair"))
        if self._table.hasFocus() and row == self._table.currentIndex().row():
            ring = theme.current().sizes["ring"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.drawRoundedRect(QRectF(place).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2 - 1), 8, 8)


class RecordTable(QTableView):
    """A table of records; Enter or a click opens one, letters jump to the next row that begins with them."""

    record_chosen = Signal(int)

    def __init__(self, name: str, label: str, columns: Sequence[Column], height: int = 64, empty: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._height, self._empty = height, empty
        self.row_under_pointer = -1
        self._typed, self._since_letter = "", QElapsedTimer()
        self.records = RecordTableModel(columns)
        self.setHorizontalHeader(_Header(self.records.columns))
        self.setModel(self.records)
        self.setItemDelegate(_CellDelegate(self))
        self._furnish()
        self.clicked.connect(self._choose)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def _furnish(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records; the chosen one stays chosen and in its place as long as it is still there."""
        kept, scrolled = self.chosen_id(), self.verticalScrollBar().value()
        self.row_under_pointer = -1
        self.records.show(records)
        place = next((n for n, record in enumerate(records) if record.id == kept), None) if kept is not None else None
        if place is not None:
            self.setCurrentIndex(self.records.index(place, 0))
            self.verticalScrollBar().setValue(scrolled)
        elif records:
            self.setCurrentIndex(self.records.index(0, 0))
        self.viewport().update()

    def chosen_id(self) -> int | None:
        """The id of the row with the cursor, or None."""
        index = self.currentIndex()
        return int(self.records.records[index.row()].id) if index.isValid() else None

    def is_chosen(self, row: int) -> bool:
        """True for the row with the cursor."""
        return self.currentIndex().row() == row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        soon = self._since_letter.isValid() and self._since_letter.elapsed() < QApplication.keyboardInputInterval()
        self._since_letter.start()
        self._typed = self._typed + search if soon else search
        # More letters narrow the same search and may stay on its row; one letter, also again, goes on to the next.
        again = len(set(self._typed)) == 1
        row = self._row_beginning_with(folded(self._typed[:1] if again else self._typed), 1 if again else 0)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.records.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def _row_beginning_with(self, letters: str, after: int) -> int | None:
        records, first = self.records.records, self.records.columns[0].text
        here = max(0, self.currentIndex().row()) + after
        rows = ((here + step) % len(records) for step in range(len(records)))
        return next((row for row in rows if folded(first(records[row])).startswith(letters)), None)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.record_chosen.emit(int(self.records.records[index.row()].id))

    def _dress(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(max(32, theme.px(self._height)))
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, shares = self.viewport().width(), [column.share for column in self.records.columns]
        edges = [round(width * sum(shares[:n]) / sum(shares)) for n in range(len(shares) + 1)]
        for section in range(len(shares)):
            self.setColumnWidth(section, edges[section + 1] - edges[section])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        if row != self.row_under_pointer:
            self.row_under_pointer = row
            self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.records.records or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("muted"))
        place = self.viewport().rect().adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)


def _inside(place: QRect) -> QRect:
    return place.adjusted(theme.px(_PAD), 0, -theme.px(_PAD) // 2, 0)


def _line(painter: QPainter, place: QRect, text: str, role: str, token: str, at_end: bool) -> None:
    made = theme.font(role)
    painter.setFont(made)
    painter.setPen(theme.colour(token))
    shown = QFontMetrics(made).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, place.width())
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
