"""Buttons: one main act a page, second ones beside it, quiet links, and chips that stay chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QEnterEvent, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.words import _


def _point_at(widget: QWidget) -> None:
    """Show the hand that says one can press here."""
    # Late, when the mouse comes: the enumerations of ``Qt`` would keep the door waiting.
    from PySide6.QtCore import Qt

    widget.setCursor(Qt.CursorShape.PointingHandCursor)


def _key_words(key: str) -> str:
    """Say a key as it stands on the keyboards of the language: "Ctrl Shift B"."""
    printed = {"Ctrl": _("Ctrl"), "Shift": _("Shift"), "Return": _("Enter")}
    return " ".join(printed.get(part, part) for part in key.split("+"))


class Button(QPushButton):
    """A button of a kind, with an icon and perhaps the key that does the same."""

    kind = "second"
    token = "text"

    def __init__(self, text: str, icon: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._key_label: QLabel | None = None
        self.setProperty("kind", self.kind)
        self.setAccessibleName(text.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if key:
            self.setShortcut(QKeySequence(key))
            self.show_key(key)
        self._dress()
        theme.signals.changed.connect(self._dress)

    def show_key(self, key: str) -> None:
        """Name a key beside the words, whoever listens to it."""
        # A label and not a brush: whatever sets a pen brings the enumerations of ``Qt``, and the door would wait.
        self._key_label = QLabel(_key_words(key), self)
        self._key_label.setObjectName("key_label")
        self._key_row = QHBoxLayout(self)
        self._key_row.addStretch(1)
        self._key_row.addWidget(self._key_label)
        self.setProperty("keyed", True)
        self._dress()

    def large(self) -> "Button":
        """Make it as large as things are that a client may touch."""
        # Not "size": every widget has one already.
        self.setProperty("large", True)
        return self

    def dress_as(self, kind: "type[Button]") -> None:
        """Look like another kind of button from now on: the main act of a page may be done."""
        self.token = kind.token
        self.setProperty("kind", kind.kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def rename(self, text: str) -> None:
        """Say something else, to eyes and ears."""
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))

    def show_words(self, shown: bool) -> None:
        """Where words have no room the icon stands alone, and ears hear the words still."""
        words = self.accessibleName() if shown else ""
        if self.text() != words:
            self.setText(words)
            self.setToolTip("" if shown else self.accessibleName())
            self._dress()

    def enterEvent(self, event: QEnterEvent) -> None:
        _point_at(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return size + QSize(self._key_width(), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _key_width(self) -> int:
        return theme.px(12) + self._key_label.sizeHint().width() if self._key_label is not None else 0

    def _dress(self) -> None:
        self.setFont(theme.font("medium"))
        if self._key_label is not None:
            self._key_label.setFont(theme.font("caption"))
            self._key_row.setContentsMargins(0, 0, theme.px(16), 0)
        if self._icon_name:
            worded = bool(self.text())
            draw = theme.icon_before_words if worded else theme.icon
            self.setIcon(draw(self._icon_name, self.token, 18))
            self.setIconSize(QSize(theme.px(24 if worded else 18), theme.px(18)))
        self.updateGeometry()


class MainButton(Button):
    """The one thing to do here."""

    kind = "main"
    token = "on_accent"


class SecondButton(Button):
    """Something else that can be done here."""


class LinkButton(Button):
    """A quiet act in the accent colour, without a border."""

    kind = "link"
    token = "accent"


class QuietButton(Button):
    """A quiet act in the colour of text."""

    kind = "quiet"


class DangerButton(Button):
    """Something that cannot be undone."""

    kind = "danger"
    token = "danger"


class Chip(Button):
    """A choice that stays chosen; a tick says so beside the colour."""

    kind = "chip"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._mark)

    def _mark(self, chosen: bool) -> None:
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font("medium" if self.isChecked() else "body"))
        self.setIconSize(QSize(theme.px(20), theme.px(14)))
        self.setIcon(theme.icon_before_words("check", "teal_ink", 14) if self.isChecked() else QIcon())
        self.updateGeometry()


class TickBox(QPushButton):
    """A box with a vector tick and words beside it; its colour tells whose it is."""

    def __init__(self, text: str = "", token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._token = token
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def name(self, text: str) -> None:
        """Say what the box is for when the words stand elsewhere."""
        self.setAccessibleName(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        _point_at(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.text()) + theme.px(12) if self.text() else 0
        return QSize(theme.px(24) + words, max(32, theme.px(24)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        from PySide6.QtCore import Qt  # late: its enumerations would keep the door waiting

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(18)
        box = QRectF(theme.px(2) + 0.5, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.colour(self._token if self.isChecked() else "border"), 1))
        painter.setBrush(theme.colour(self._token) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            pen = QPen(theme.colour("on_accent"), theme.px(16) / 10)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            corners = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))
            painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in corners])
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.current().sizes["ring"]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body"))
        words = self.rect().adjusted(theme.px(32), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
