"""Lists of records: any number of rows, each a title with a line below, a middle text and a word at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alliance_desktop.ui import theme

Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_STACK_BELOW = 560


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows, each part in the colour of its token.

    ``spans`` are the places of the title that are marked; ``caution`` is shown whole, however long, where the list
    is one of ``whole`` rows.
    """

    title: str
    below: str = ""
    middle: str = ""
    right: str = ""
    middle_token: str = "text"
    right_token: str = "muted"
    right_icon: str = ""
    title_token: str = "text"
    below_token: str = "muted"
    icon: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    caution: str = ""

    @property
    def spoken(self) -> str:
        """All of it, for ears."""
        parts = (self.title, self.below, self.middle, self.caution, self.right)
        return ", ".join(part for part in parts if part.strip())


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
    """Draws a row as the pictures do: hairlines, no grid, the chosen row tinted with a bar.

    Names and middle texts go below each other where they have no room beside each other; ``whole`` rows wrap
    what they say and are as high as that takes.
    """

    def __init__(self, view: QListView, height: int, split: float, whole: bool) -> None:
        super().__init__(view)
        self._view, self._height, self._split, self._whole = view, height, split, whole
        self.beside = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._whole:
            row: Row = index.data(Qt.ItemDataRole.UserRole)
            return QSize(200, self._whole_height(row, self._view.viewport().width() - 2 * theme.px(16)))
        return QSize(200, theme.px(self._height + (20 if self._stacked() else 0)))

    def _stacked(self) -> bool:
        return bool(self._split) and self._view.viewport().width() < theme.px(_STACK_BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, option.state)
        inner = place.adjusted(theme.px(16), 0, -theme.px(16), 0)
        if row.icon:
            painter.drawPixmap(inner.left(), inner.top() + theme.px(12), theme.pixmap(row.icon, "muted", 20))
            inner.setLeft(inner.left() + theme.px(32))
        if self._whole:
            self._paint_whole(painter, inner, row)
        elif row.middle and self._stacked():
            self._paint_stacked(painter, inner, row)
        else:
            self._paint_beside(painter, inner, row, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_beside(self, painter: QPainter, inner: QRect, row: Row, chosen: bool) -> None:
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
        self._names(painter, left, row, chosen)

    def _paint_stacked(self, painter: QPainter, inner: QRect, row: Row) -> None:
        third = (inner.height() - theme.px(16)) // 3
        lines = [
            QRect(inner.left(), inner.top() + theme.px(8) + place * third, inner.width(), third) for place in range(3)
        ]
        lines[0].setRight(self._right(painter, lines[0], row) - theme.px(16))
        _line(painter, lines[0], row.title, "strong", row.title_token)
        _line(painter, lines[1], row.middle, "body", row.middle_token)
        _line(painter, lines[2], row.below, "small", row.below_token)

    def _whole_height(self, row: Row, width: int) -> int:
        height = theme.px(24) + theme.px(22)
        if row.below:
            height += _wrapped_height(row.below, "body", width)
        if row.caution:
            height += theme.px(6) + _wrapped_height(row.caution, "small", width - theme.px(24))
        return height

    def _paint_whole(self, painter: QPainter, inner: QRect, row: Row) -> None:
        line = QRect(inner.left(), inner.top() + theme.px(12), inner.width(), theme.px(22))
        line.setRight(self._right(painter, line, row) - theme.px(16))
        _line(painter, line, row.title, "strong", row.title_token)
        y = line.bottom() + 1
        if row.below:
            y += _wrapped(painter, QRect(inner.left(), y, inner.width(), 0), row.below, "body", row.below_token)
        if row.caution:
            y += theme.px(6)
            painter.drawPixmap(inner.left(), y, theme.pixmap("triangle-alert", "warning", 16))
            beside = QRect(inner.left() + theme.px(24), y, inner.width() - theme.px(24), 0)
            _wrapped(painter, beside, row.caution, "small", "warning")

    def _ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected and (self._view.hasFocus() or not self.beside):
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
            _line(painter, place, row.title, "strong" if chosen else "medium", row.title_token)
            return
        half = place.height() // 2
        upper = QRect(place.left(), place.top() + theme.px(8), place.width(), half - theme.px(4))
        lower = QRect(place.left(), place.top() + half, place.width(), half - theme.px(6))
        if row.spans:
            _marked(painter, upper, row)
        else:
            _line(painter, upper, row.title, "strong", row.title_token)
        _line(painter, lower, row.below, "small", row.below_token)

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


def _marked(painter: QPainter, place: QRect, row: Row) -> None:
    """One line whose marked places are set in semibold accent with a line below."""
    base = place.center().y() + QFontMetrics(theme.font("body")).ascent() // 2 - 1
    x, at = place.left(), 0
    for start, stop in (*row.spans, (len(row.title), len(row.title))):
        for text, role, token in (
            (row.title[at:start], "body", row.title_token),
            (row.title[start:stop], "strong", "accent"),
        ):
            if not text or x >= place.right():
                continue
            metrics = QFontMetrics(theme.font(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.right() - x)
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            painter.drawText(x, base, shown)
            width = metrics.horizontalAdvance(shown)
            if role == "strong":
                painter.fillRect(x, base + 3, width, 2, theme.colour("accent"))
            x += width
        at = stop


def _wrapped_height(text: str, role: str, width: int) -> int:
    return QFontMetrics(theme.font(role)).boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAP, text).height()


def _wrapped(painter: QPainter, place: QRect, text: str, role: str, token: str) -> int:
    """Paint words in as many lines as they need; returns how high these are."""
    height = _wrapped_height(text, role, place.width())
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(token))
    painter.drawText(QRect(place.left(), place.top(), place.width(), height), _WRAP, text)
    return height


class RecordList(QListView):
    """A list of records; Enter or a click opens one. ``whole`` is for short lists that must not cut anything off."""

    record_chosen = Signal(int)

    def __init__(
        self,
        name: str,
        label: str,
        row: Callable[[Any], Row],
        height: int = 64,
        split: float = 0.0,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.records = RecordModel(row)
        self.setModel(self.records)
        self._fitted = False
        self._delegate = RecordDelegate(self, height, split, whole)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(not whole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        theme.signals.changed.connect(self._refit)

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

    def stand_beside(self, beside: bool) -> None:
        """Be one thing among others: the row with the cursor is marked only while the list has the keyboard."""
        self._delegate.beside = beside
        self.viewport().update()

    def chosen_id(self) -> int | None:
        """The id of the row with the cursor, or None."""
        index = self.currentIndex()
        return int(self.records.records[index.row()].id) if index.isValid() else None

    def fit_rows(self) -> None:
        """Be as tall as all rows together; for short lists inside a page that scrolls."""
        self._fitted = True
        height = sum(self.sizeHintForRow(row) for row in range(self.records.rowCount()))
        self.setFixedHeight(max(height, 1))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refit()

    def _refit(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._fitted:
            self.fit_rows()

    def _choose(self, index: Index) -> None:
        self.record_chosen.emit(int(self.records.records[index.row()].id))
