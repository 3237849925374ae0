"""How much of the body was marked at each visit: a bar over each step of the slider, and its percent where it fits."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets.spoken_value import SpokenValue
from alliance_desktop.ui.widgets.step_slider import StepSlider
from alliance_desktop.words import _

_TALL, _WIDE = 34, 10


class ShareBars(SpokenValue):
    """A picture with a value in words; the bar of the visit that is shown is full, the others are outlined."""

    def __init__(self, slider: StepSlider) -> None:
        super().__init__()
        self.setObjectName("body_share_bars")
        self._slider = slider
        self._shares: tuple[int | None, ...] = ()
        self._spoken = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        slider.valueChanged.connect(self.update)
        theme.signals.changed.connect(self.updateGeometry)

    def show_shares(self, shares: Sequence[int | None], days: Sequence[str], label: str) -> None:
        """Show whole percents by visit, None where the client marked no part of it; hidden with fewer than two."""
        self._shares = tuple(shares)
        told = [(day, share) for day, share in zip(days, shares, strict=True) if share is not None]
        self._spoken = _("; ").join(_("{day}: {n} %").format(day=day, n=share) for day, share in told)
        self.setAccessibleName(label)
        self.setVisible(len(told) > 1)
        self.tell_value()
        self.update()

    def spoken(self) -> str:
        return self._spoken

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(_TALL) + round(QFontMetricsF(theme.font("caption")).height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(theme.font("caption"))
        most = max((share for share in self._shares if share is not None), default=0) or 1
        spots = [self._slider.spot(step).x() for step in range(len(self._shares))]
        apart = abs(spots[1] - spots[0]) if len(spots) > 1 else float(self.width())
        wide = min(theme.px(_WIDE), max(1.0, apart - 1))
        foot = self.height() - 1.0
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(QPointF(min(spots, default=0) - wide, foot), QPointF(max(spots, default=0) + wide, foot))
        for step, (x, share) in enumerate(zip(spots, self._shares, strict=True)):
            if share is None:
                continue
            chosen, high = step == self._slider.value(), max(2.0, theme.px(_TALL) * share / most)
            painter.setPen(QPen(theme.colour("clay"), 1))
            painter.setBrush(theme.colour("clay" if chosen else "clay_tint"))
            painter.drawRect(QRectF(x - wide / 2, foot - high, wide, high))
            words = _("{n} %").format(n=share)
            if chosen or apart > metrics.horizontalAdvance(words) + 8:
                painter.setFont(theme.font("heading" if chosen else "caption"))
                painter.setPen(theme.colour("clay_ink" if chosen else "muted"))
                over = QRectF(x - 40, foot - high - metrics.height() - 3, 80, metrics.height() + 2)
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, words)
