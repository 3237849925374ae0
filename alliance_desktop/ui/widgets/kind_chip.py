"""What a mark can say, as a chip: its letter and its pattern as they stand on the figure, and the word for it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.widgets import body_pen
from alliance_desktop.ui.widgets.buttons import Chip

_GAP, _TICK = 8, 14


class KindChip(Chip):
    """``belong`` says whose marks are made with it: the sign and the chosen chip take that colour."""

    def __init__(self, kind: MarkKind) -> None:
        self._kind, self._whose = kind, Whose.CLIENT
        super().__init__(kind.words)
        self.setAccessibleName(f"{kind.letter} {kind.words}")

    def belong(self, whose: Whose) -> None:
        """Be a mark of one of the two from now on."""
        self._whose = whose
        self.setProperty("voice", str(whose))
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font("medium" if self.isChecked() else "body"))
        picture = self._picture()
        self.setIcon(QIcon(picture))
        self.setIconSize(picture.deviceIndependentSize().toSize())
        self.updateGeometry()

    def _picture(self) -> QPixmap:
        """The sign, after a tick where it is chosen."""
        sign, ratio = body_pen.sign_size(), self.devicePixelRatioF()
        tick = theme.px(_TICK + 6) if self.isChecked() else 0
        size = QSize(round(sign.width()) + tick + theme.px(_GAP), round(sign.height()) + 1)
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if tick:
                token = "clay_ink" if self._whose is Whose.CLIENT else "teal_ink"
                mark = theme.pixmap("check", token, _TICK)
                painter.drawPixmap(0, (size.height() - theme.px(_TICK)) // 2, mark)
            body_pen.paint_sign(painter, Mark("", self._whose, self._kind, "front", "", (0, 0)), QPointF(tick, 0))
        return drawn
