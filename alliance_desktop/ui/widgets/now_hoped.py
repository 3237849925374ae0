"""A life activity on a line from 0 to 10: where it is now, and where the two hope it will be."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.words import _


class NowHopedView(QWidget):
    """Filled point: now; ring: hoped; both in words as well."""

    def __init__(self, activity: str, now: int | None, hoped: int | None) -> None:
        super().__init__()
        self._activity, self._now, self._hoped = activity, now, hoped
        self.setAccessibleName(", ".join(part for part in (activity, self._told()) if part))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def _told(self) -> str:
        parts = []
        if self._now is not None:
            parts.append(_("now {n}").format(n=self._now))
        if self._hoped is not None:
            parts.append(_("hoped {n}").format(n=self._hoped))
        return _(" · ").join(parts)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inner = QRectF(self.rect())
        self._paint_words(painter, inner, mirrored)
        self._paint_line(painter, inner.left() + theme.px(7), inner.right() - theme.px(7), mirrored)

    def _paint_words(self, painter: QPainter, inner: QRectF, mirrored: bool) -> None:
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            begin, end = end, begin
        painter.setFont(theme.font("small"))
        told = painter.fontMetrics().horizontalAdvance(self._told())
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(theme.px(22))
        lower.setTop(inner.bottom() - theme.px(20))
        painter.setPen(theme.colour("muted"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | end, self._told())
        painter.setFont(theme.font("caption"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter | begin, _("0 = cannot yet"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter | end, _("10 = with ease"))
        painter.setFont(theme.font("medium"))
        painter.setPen(theme.colour("text"))
        room = round(inner.width() - told - theme.px(16))
        name = painter.fontMetrics().elidedText(self._activity, Qt.TextElideMode.ElideRight, room)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | begin, name)

    def _paint_line(self, painter: QPainter, left: float, right: float, mirrored: bool) -> None:
        middle = theme.px(34)
        painter.setPen(QPen(theme.colour("track"), 3))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        if mirrored:
            left, right = right, left
        spots = [
            None if v is None else QPointF(left + v / 10 * (right - left), middle) for v in (self._now, self._hoped)
        ]
        if spots[0] is not None and spots[1] is not None:
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DotLine))
            painter.drawLine(spots[0], spots[1])
        painter.setPen(QPen(theme.colour("accent"), 2))
        for spot, ground in ((spots[0], "accent"), (spots[1], "bg")):
            if spot is not None:
                painter.setBrush(theme.colour(ground))
                painter.drawEllipse(spot, theme.px(6), theme.px(6))
