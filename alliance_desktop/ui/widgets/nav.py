"""One row of the sidebar: an icon with its word, chosen shown by a bar, weight and ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from alliance_desktop.ui import theme


class NavButton(QAbstractButton):
    """A page of the program, or with ``key`` an act beside it; in the rail its word is under the icon, or left out."""

    def __init__(self, text: str, icon: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._key_words = icon, key
        self._rail, self._worded = False, True
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.signals.changed.connect(self.updateGeometry)

    def set_rail(self, rail: bool, worded: bool = True) -> None:
        """Be part of the narrow rail, with or without the word, or of the wide sidebar."""
        self._rail, self._worded = rail, worded
        self.setToolTip("" if worded else self.text())
        self.updateGeometry()
        self.update()

    def words_width(self) -> int:
        """How wide its word is under the icon."""
        return QFontMetrics(theme.font("caption")).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        if not self._rail:
            return QSize(theme.px(183), theme.px(40))
        return QSize(theme.px(56), theme.px(56) if self._worded else theme.px(20) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("nav_chosen" if self.isChecked() else "track"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.isChecked():
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(0, self.height() / 2 - theme.px(10), 3, theme.px(20)), 1.5, 1.5)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.current().sizes["ring"]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_words(self, painter: QPainter) -> None:
        token = "accent" if self.isChecked() else "text"
        picture = theme.pixmap(self._icon_name, token, 20)
        side = theme.px(20)
        painter.setPen(theme.colour(token))
        if self._rail:
            top = theme.px(8) if self._worded else (self.height() - side) // 2
            painter.drawPixmap((self.width() - side) // 2, top, picture)
            if not self._worded:
                return
            painter.setFont(theme.font("caption"))
            place = self.rect().adjusted(0, theme.px(30), 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())
            return
        painter.drawPixmap(theme.px(12), (self.height() - side) // 2, picture)
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        place = self.rect().adjusted(theme.px(44), 0, -theme.px(12), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key_words:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key_words)
