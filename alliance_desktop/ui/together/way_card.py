"""One way we could go, as a card: what it is, what speaks for and against it, what it takes; pressed, it is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from alliance_desktop.domain.plan import Way
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _

_RADIUS = 10


class _Ring(QWidget):
    """Where the tick of the chosen card stands."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(24), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("clay" if self.chosen else "border"), 1.5))
        painter.setBrush(theme.colour("clay") if self.chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self.chosen:
            side = theme.px(14)
            tick = theme.pixmap("check", "on_accent", 14)
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, tick)


class WayCard(QPushButton):
    """Checkable; as high as its words need."""

    def __init__(self, way: Way, number: int) -> None:
        super().__init__()
        self.way = way
        self.setCheckable(True)
        self.setProperty("kind", "bare")
        self.setObjectName(f"way_{number}_card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ring = _Ring()
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head = row(gap=8)
        head.addWidget(Words(way.what, "title"), 1)
        head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = column(head, 4, gap=8)
        for sign, spoken, tone, words in (
            ("plus", _("good"), "accent", way.good),
            ("minus", _("less good"), "muted", way.less_good),
        ):
            for line in filter(None, (line.strip() for line in words.splitlines())):
                told = row(gap=12)
                told.addWidget(Picture(sign, tone, 16, spoken), 0, Qt.AlignmentFlag.AlignTop)
                told.addWidget(Words(line), 1)
                self._inside.addLayout(told)
        self._inside.addStretch(1)
        if way.effort.strip():
            self._inside.addSpacing(8)
            self._inside.addWidget(Hairline())
            self._inside.addWidget(Words(way.effort, "small", "muted"))
        self._inside.setContentsMargins(24, 20, 20, 20)
        self.setLayout(self._inside)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        told_words = [way.what, *(f"+ {line}" for line in way.good.splitlines())]
        told_words += [f"− {line}" for line in way.less_good.splitlines()]
        self.setAccessibleName(". ".join(filter(None, (*told_words, way.effort))) or _("A way without words yet"))
        self.toggled.connect(self._mark)

    def _mark(self, chosen: bool) -> None:
        self._ring.chosen = chosen
        self._ring.update()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), self._inside.totalHeightForWidth(max(self.width(), theme.px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), self._inside.totalHeightForWidth(max(self.width(), theme.px(180))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            pen = QPen(theme.colour("focus"), theme.current().sizes["ring"] + 1)
        elif self.isChecked():
            pen = QPen(theme.colour("clay"), 3)
        else:
            pen = QPen(theme.colour("border"), 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour("hover" if self.underMouse() and not self.isChecked() else "bg"))
        inset = pen.widthF() / 2
        whole = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(theme.colour("clay"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(5, 5, -5, -5), _RADIUS - 4, _RADIUS - 4)
