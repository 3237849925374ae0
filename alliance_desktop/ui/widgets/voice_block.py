"""What somebody said, shown in their voice: a bar in their colour, quotation marks for the client alone."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from alliance_desktop.domain import light_marks
from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.ui import theme
from alliance_desktop.words import _

BARS = {Whose.CLIENT: ("clay",), Whose.THERAPIST: ("accent",), Whose.BOTH: ("clay", "accent")}
BAR, STEP = 3, 5
_INK = {Whose.CLIENT: "clay_ink", Whose.THERAPIST: "text", Whose.BOTH: "text"}
_ROLE = {Whose.CLIENT: "quote", Whose.THERAPIST: "body", Whose.BOTH: "strong"}
_LEADING = 1.22
_NO_LIMIT = 10_000


def paint_bars(painter: QPainter, whose: Whose, width: int, height: float, mirrored: bool) -> None:
    """Paint the bar of a voice, or both bars, at the side where reading begins."""
    painter.setPen(Qt.PenStyle.NoPen)
    for place, token in enumerate(BARS[whose]):
        x = width - BAR - place * STEP if mirrored else place * STEP
        painter.fillRect(QRectF(x, 0, BAR, height), theme.colour(token))


def _in_font(first: int, last: int, font: QFont) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = first, last - first
    form = part.format
    form.setFont(font)
    part.format = form
    return part


@dataclass
class _Laid:
    """Text broken into lines for one width: each paragraph with its place in the words, and the whole height."""

    width: int = -1
    height: int = 0
    words: list[tuple[int, QTextLayout]] = field(default_factory=list)
    below: list[tuple[int, QTextLayout]] = field(default_factory=list)


class VoiceBlock(QLabel):
    """Words with whose they are in sight; ``below`` is a small line such as the day they were said.

    The part of the words that is ``strong`` is set in semibold; ``light`` shows what is typed as **strong** and as a
    list so.

    The words wrap at any width, and can be marked with the mouse and copied. It is a label, so that a screen reader
    takes it for text; it paints itself.
    """

    def __init__(
        self,
        words: str = "",
        whose: Whose = Whose.CLIENT,
        below: str = "",
        role: str = "",
        below_role: str = "caption",
        strong: str = "",
        light: bool = False,
    ) -> None:
        super().__init__()
        self._light = light
        self._strong_places: tuple[tuple[int, int], ...] = ()
        self._role, self._below_role, self._strong = role, below_role, strong
        self._most = _NO_LIMIT
        self._laid = _Laid()
        self._anchor = self._cursor = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.show_voice(words, whose, below)
        theme.signals.changed.connect(self._dress)

    def show_voice(self, words: str, whose: Whose, below: str = "", speaker: str = "") -> None:
        """Show these words; ``speaker`` is the name a screen reader says."""
        self.words, self.whose, self.below = words, whose, below
        marked = light_marks.read(words) if self._light else light_marks.Marked(words)
        opening = len(quoted("")) // 2 if whose is Whose.CLIENT else 0
        self._shown = quoted(marked.words) if whose is Whose.CLIENT and words else words and marked.words
        self._strong_places = tuple((first + opening, last + opening) for first, last in marked.strong)
        self._anchor = self._cursor = 0
        self.setText(self._shown)
        self.setAccessibleName(self._spoken(speaker))
        self._dress()

    def at_most(self, pixels: int) -> "VoiceBlock":
        """Keep the lines short, for reading."""
        self._most = pixels
        return self

    def marked_words(self) -> str:
        """The part of the shown words that is marked, or nothing."""
        first, last = sorted((self._anchor, self._cursor))
        return self._shown[first:last]

    def _spoken(self, speaker: str) -> str:
        if not self.words:
            return ""
        told = {
            Whose.CLIENT: _("{speaker} said: {words}").format(speaker=speaker or _("The client"), words=self.words),
            Whose.THERAPIST: _("{speaker}: {words}").format(speaker=speaker or _("Therapist"), words=self.words),
            Whose.BOTH: _("Agreed: {words}").format(words=self.words),
        }[self.whose]
        return _("{told} ({below})").format(told=told, below=self.below) if self.below else told

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width).height

    def sizeHint(self) -> QSize:
        width = theme.px(min(480, self._most))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.heightForWidth(max(self.width(), theme.px(120))))

    def _dress(self) -> None:
        self._laid = _Laid()
        self.updateGeometry()
        self.update()

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _inset(self) -> int:
        return theme.px(21 if self.whose is Whose.BOTH else 18)

    def _origin(self) -> QPointF:
        if not self._mirrored():
            return QPointF(self._inset(), 0)
        return QPointF(self.width() - self._inset() - self._text_width(self.width()), 0)

    def _text_width(self, width: int) -> int:
        width = min(width, theme.px(self._most)) if self._most < _NO_LIMIT else width
        return max(40, width - self._inset())

    def _lay_out(self, width: int) -> _Laid:
        if self._laid.width != width:
            laid = _Laid(width)
            laid.words, y = self._broken(self._shown, self._role or _ROLE[self.whose], 0.0, width)
            if self.below:
                laid.below, y = self._broken(self.below, self._below_role, y + theme.px(2), width)
            laid.height = max(round(y + 0.5), theme.px(20))
            self._laid = laid
        return self._laid

    def _broken(self, text: str, role: str, y: float, width: int) -> tuple[list[tuple[int, QTextLayout]], float]:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        made, start = [], 0
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, theme.font(role))
            layout.setTextOption(option)
            layout.setFormats(self._strong_parts(paragraph, start, role))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self._text_width(width))
                # Half of the extra room above each line and half below, so that the bar stands evenly beside them.
                line.setPosition(QPointF(0, y + line.height() * (_LEADING - 1) / 2))
                y += line.height() * _LEADING
            layout.endLayout()
            made.append((start, layout))
            start += len(paragraph) + 1
        return made, y

    def _strong_parts(self, paragraph: str, start: int, role: str) -> list[QTextLayout.FormatRange]:
        at = paragraph.find(self._strong) if self._strong else -1
        places = [(at, at + len(self._strong))] if at >= 0 else []
        if role != self._below_role:
            places += [(first - start, last - start) for first, last in self._strong_places]
        made = theme.font(role)
        made.setWeight(theme.font("strong").weight())
        return [_in_font(first, last, made) for first, last in places if 0 <= first < len(paragraph)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = self._lay_out(self.width())
        painter.setPen(theme.colour(_INK[self.whose]))
        for start, layout in laid.words:
            layout.draw(painter, self._origin(), self._marks(start, layout))
        painter.setPen(theme.colour("clay" if self.whose is Whose.CLIENT else "muted"))
        for _start, layout in laid.below:
            layout.draw(painter, self._origin())
        paint_bars(painter, self.whose, self.width(), laid.height, self._mirrored())

    def _marks(self, start: int, layout: QTextLayout) -> list[QTextLayout.FormatRange]:
        first, last = sorted((self._anchor, self._cursor))
        first, last = max(first - start, 0), min(last - start, len(layout.text()))
        if last <= first:
            return []
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = first, last - first
        form = mark.format
        form.setBackground(QColor(theme.colour("accent")))
        form.setForeground(QColor(theme.colour("on_accent")))
        mark.format = form
        return [mark]

    def _place_at(self, point: QPointF) -> int:
        point -= self._origin()
        laid = self._lay_out(self.width())
        for start, layout in laid.words:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if point.y() < line.y() + line.height() * _LEADING:
                    return start + int(line.xToCursor(point.x()))
        return len(self._shown)

    def _mark(self, anchor: int, cursor: int) -> None:
        self._anchor, self._cursor = anchor, cursor
        if anchor != cursor and not self.hasFocus():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            place = self._place_at(event.position())
            self._mark(place, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mark(self._anchor, self._place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        opening, closing = quoted("")[0], quoted("")[-1]
        first = max(self._shown.rfind(blank, 0, place) for blank in f" \n{opening}") + 1
        ends = [self._shown.find(blank, place) for blank in f" \n{closing}"]
        self._mark(first, min((end for end in ends if end >= 0), default=len(self._shown)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.marked_words())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._mark(0, len(self._shown))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._mark(0, 0)
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.words:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy"), self._copy_shown)
        menu.popup(event.globalPos())

    def _copy_shown(self) -> None:
        self._copy(self.marked_words() or self._shown)

    def _copy(self, words: str) -> None:
        if words:
            QGuiApplication.clipboard().setText(words)


class Agreed(QWidget):
    """Something that both agreed: it stands beside both bars."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.addWidget(inside)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._line.setContentsMargins(theme.px(21), 0, 0, 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_bars(QPainter(self), Whose.BOTH, self.width(), self.height(), mirrored)
