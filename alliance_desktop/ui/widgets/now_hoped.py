"""A life activity on a line from 0 to 10: where it is now, and where the two hope it will be."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.words import _


class NowHopedView(QWidget):
    """Filled point: now; ring with a flag: hoped; both in words as well."""

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
        return QSize(theme.px(420), theme.px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width(), theme.px(440))
        upper = QRectF(0, 0, wide, theme.px(22))
        painter.setFont(theme.font("medium"))
        painter.setPen(theme.colour("text"))
        told_width = theme.px(150)
        name = painter.fontMetrics().elidedText(self._activity, Qt.TextElideMode.ElideRight, round(wide - told_width))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._told())
        left, right, middle = theme.px(6), wide - theme.px(6), theme.px(36)
        painter.setPen(QPen(theme.colour("track"), 3))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
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
