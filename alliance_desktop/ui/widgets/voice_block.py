"""What somebody said, shown in their voice: a bar in their colour, quotation marks for the client alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.words import _

_BARS = {Whose.CLIENT: ("clay",), Whose.THERAPIST: ("accent",), Whose.BOTH: ("clay", "accent")}
_INK = {Whose.CLIENT: "clay_ink", Whose.THERAPIST: "text", Whose.BOTH: "text"}
_ROLE = {Whose.CLIENT: "quote", Whose.THERAPIST: "body", Whose.BOTH: "strong"}


def quoted(words: str) -> str:
    """The client's words between real quotation marks; the marks are never stored."""
    return _("“{words}”").format(words=words)


class VoiceBlock(QWidget):
    """Words with whose they are in sight; ``below`` is a small line such as the day they were said."""

    def __init__(self, words: str = "", whose: Whose = Whose.CLIENT, below: str = "", role: str = "") -> None:
        super().__init__()
        self._role = role
        self._most = 16_777_215
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_voice(words, whose, below)
        theme.signals.changed.connect(self._dress)

    def show_voice(self, words: str, whose: Whose, below: str = "", speaker: str = "") -> None:
        """Show these words; ``speaker`` is the name a screen reader says."""
        self.words, self.whose, self.below = words, whose, below
        shown = quoted(words) if whose is Whose.CLIENT and words else words
        self._shown = shown
        told = _("{speaker} said: {words}").format(speaker=speaker or _("The client"), words=words)
        self.setAccessibleName(told if whose is Whose.CLIENT else words)
        self._dress()

    def at_most(self, pixels: int) -> "VoiceBlock":
        """Keep the lines short, for reading."""
        self._most = pixels
        return self

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width, None)

    def sizeHint(self) -> QSize:
        width = min(theme.px(480), theme.px(self._most) if self._most < 10_000 else theme.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.heightForWidth(max(self.width(), theme.px(120))))

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def _inset(self) -> int:
        return theme.px(21 if self.whose is Whose.BOTH else 18)

    def _laid_out(self, width: int, painter: QPainter | None) -> int:
        width = min(width, theme.px(self._most) if self._most < 10_000 else width)
        y = 0.0
        ink = theme.colour(_INK[self.whose])
        y = self._text(self._shown, self._role or _ROLE[self.whose], ink, y, width, painter)
        if self.below:
            ink = theme.colour("clay" if self.whose is Whose.CLIENT else "muted")
            y = self._text(self.below, "caption", ink, y + theme.px(2), width, painter)
        return max(round(y + 0.5), theme.px(20))

    def _text(self, text: str, role: str, ink: QColor, y: float, width: int, painter: QPainter | None) -> float:
        made = theme.font(role)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, made)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(40, width - self._inset()))
                line.setPosition(QPointF(0, y))
                y += line.height() * 1.22
            layout.endLayout()
            if painter is not None:
                painter.setPen(ink)
                layout.draw(painter, QPointF(self._inset(), 0))
        return y

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._laid_out(self.width(), painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, token in enumerate(_BARS[self.whose]):
            painter.setBrush(theme.colour(token))
            painter.drawRect(QRectF(place * 5, 0, 3, height))
