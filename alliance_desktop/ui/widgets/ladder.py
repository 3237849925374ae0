"""Five steps in plain words, rising to more than was hoped: where it began, where it is today, what both agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from alliance_desktop.ui import theme
from alliance_desktop.words import _

STEPS = 5
GOAL = 3
_LOW, _RISE, _GAP, _ABOVE = 24, 12, 8, 20
# Where a step would be narrower than this, the steps stand one below the other.
_NARROW = 84
_LEADING = 1.15


@dataclass(frozen=True, slots=True)
class Start:
    """The step at which it began, 1 to 5, and the day in words."""

    step: int
    day: str = ""


def step_words(step: int | None) -> str:
    """Say where a goal is today: "step 2 of 5"."""
    return _("no step yet") if step is None else _("step {n} of {all}").format(n=step, all=STEPS)


class Ladder(QAbstractSlider):
    """Steps 1 to 5; step 3 is the goal as agreed. Fixed ones only show, others take a digit, an arrow or a click.

    A slider to a screen reader; where it stands is said in its description. The wheel changes nothing.
    """

    changed = Signal()

    def __init__(self, name: str, label: str, fixed: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRange(1, STEPS)
        self._label, self._fixed = label, fixed
        self._words: tuple[str, ...] = ("",) * STEPS
        self._step: int | None = None
        self._start: Start | None = None
        self._quiet = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not fixed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._follow)
        theme.signals.changed.connect(self.updateGeometry)
        self._tell()

    def show_ladder(self, words: Sequence[str], step: int | None, start: Start | None = None) -> None:
        """Show the words of the five steps, today's step (1 to 5) and where it began, telling nobody."""
        self._words = tuple(words) if words else ("",) * STEPS
        self._start = start
        self.set_step(step)
        self.updateGeometry()

    def step(self) -> int | None:
        """Today's step, 1 to 5, or None."""
        return self._step

    def set_step(self, step: int | None) -> None:
        """Show today's step without telling anybody."""
        self._step = step
        self._quiet = True
        self.setValue(step or 1)
        self._quiet = False
        self._tell()
        self.update()

    def _tell(self) -> None:
        told = [step_words(self._step)]
        if self._step is not None and self._words[self._step - 1]:
            told.append(self._words[self._step - 1])
        if self._words[GOAL - 1]:
            told.append(_("our goal: {words}").format(words=self._words[GOAL - 1]))
        self.setAccessibleDescription(_(", ").join(told))

    def _take(self, step: int | None) -> None:
        if step != self._step:
            self.set_step(step)
            self.changed.emit()

    def _follow(self, step: int) -> None:
        # Also the way in for a screen reader, which sets the slider's own value.
        if not self._quiet and not self._fixed:
            self._take(step)

    # size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._upright(width):
            return sum(self._row_height(n, width) for n in range(1, STEPS + 1)) + theme.px(_GAP) * (STEPS - 1) + 4
        words = max(self._words_height(n, self._step_width(width)) for n in range(1, STEPS + 1))
        return round(self._top() + theme.px(_LOW + _RISE * (STEPS - 1)) + (theme.px(_GAP) + words if words else 0)) + 4

    def sizeHint(self) -> QSize:
        width = theme.px(620)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.heightForWidth(max(self.width(), theme.px(200))))

    def _upright(self, width: int) -> bool:
        return any(self._words) and self._step_width(width) < theme.px(_NARROW)

    def _step_width(self, width: int) -> float:
        return (width - 4 - theme.px(_GAP) * (STEPS - 1)) / STEPS

    def _top(self) -> int:
        return theme.px(_ABOVE) + 2

    def _laid(self, words: str, width: float, role: str = "small") -> tuple[QTextLayout, float]:
        layout = QTextLayout(words, theme.font(role))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height() * _LEADING
        layout.endLayout()
        return layout, y

    def _words_height(self, number: int, width: float) -> float:
        return self._laid(self._words[number - 1], width)[1] if self._words[number - 1] else 0.0

    def _row_height(self, number: int, width: int) -> int:
        told = self._told_upright(number)
        room = width - self._side() - theme.px(12)
        return max(theme.px(32), round(self._laid(told, room)[1] + theme.px(10)))

    def _side(self) -> int:
        return theme.px(44)

    # hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        down, up = (Qt.Key.Key_Left, Qt.Key.Key_Right)[:: -1 if self.isRightToLeft() else 1]
        if self._fixed or event.modifiers() & commands:
            event.ignore()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._take(key - Qt.Key.Key_0)
        elif key in (down, Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._take(max(1, (self._step or 2) - 1))
        elif key in (up, Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._take(min(STEPS, (self._step or 0) + 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._take(1 if key == Qt.Key.Key_Home else STEPS)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._fixed and event.button() is Qt.MouseButton.LeftButton:
            self._take(self._step_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _step_at(self, place: QPointF) -> int:
        if self._upright(self.width()):
            bottoms = [rect.bottom() for rect in map(self._row, range(1, STEPS + 1))]
            return next((n for n, y in enumerate(bottoms, 1) if place.y() <= y + theme.px(_GAP) / 2), STEPS)
        number = max(0, min(STEPS - 1, int(place.x() / (self.width() / STEPS))))
        return STEPS - number if self.isRightToLeft() else number + 1

    # paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = self._paint_row if self._upright(self.width()) else self._paint_step
        for number in range(1, STEPS + 1):
            paint(painter, number)
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), 8, 8)

    def _rect(self, number: int) -> QRectF:
        width = self._step_width(self.width())
        place = STEPS - number if self.isRightToLeft() else number - 1
        height = theme.px(_LOW + _RISE * (number - 1))
        bottom = self._top() + theme.px(_LOW + _RISE * (STEPS - 1))
        return QRectF(2 + place * (width + theme.px(_GAP)), bottom - height, width, height)

    def _row(self, number: int) -> QRectF:
        heights = [self._row_height(n, self.width()) for n in range(1, number + 1)]
        top = 2 + sum(heights[:-1]) + theme.px(_GAP) * (number - 1)
        return QRectF(2, top, self.width() - 4, heights[-1])

    def _begin(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft

    def _paint_step(self, painter: QPainter, number: int) -> None:
        rect = self._rect(number)
        self._paint_box(painter, number, rect)
        painter.setFont(theme.font("strong"))
        painter.setPen(self._ink(number))
        inside = rect.adjusted(theme.px(10), theme.px(3), -theme.px(10), 0)
        painter.drawText(inside, self._begin() | Qt.AlignmentFlag.AlignTop, str(number))
        self._paint_mark(painter, number, rect)
        if words := self._words[number - 1]:
            painter.setPen(theme.colour("text"))
            bottom = self._rect(STEPS).bottom() + theme.px(_GAP)
            self._laid(words, rect.width())[0].draw(painter, QPointF(rect.left(), bottom))

    def _paint_mark(self, painter: QPainter, number: int, rect: QRectF) -> None:
        """Say above a step what it is: where it began, today, the goal with its flag."""
        told, role, token = self._mark(number)
        if not told:
            return
        above = QRectF(rect.left(), rect.top() - theme.px(_ABOVE), rect.width(), theme.px(_ABOVE - 2))
        if number == GOAL:
            flag = theme.pixmap("flag", token, 14)
            side = theme.px(14)
            left = above.right() - side if self.isRightToLeft() else above.left()
            painter.drawPixmap(QPointF(left, above.center().y() - side / 2), flag)
            inset = theme.px(18)
            above = above.adjusted(0, 0, -inset, 0) if self.isRightToLeft() else above.adjusted(inset, 0, 0, 0)
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(token))
        shown = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, round(above.width()))
        painter.drawText(above, self._begin() | Qt.AlignmentFlag.AlignVCenter, shown)

    def _mark(self, number: int) -> tuple[str, str, str]:
        if number == self._step:
            return (_("Today, our goal") if number == GOAL else _("Today")), "heading", "accent"
        if number == GOAL:
            return _("Our goal"), "heading", "accent"
        if self._start is not None and number == self._start.step:
            day = self._start.day
            return (_("Start, {day}").format(day=day) if day else _("Start")), "small", "muted"
        return "", "", ""

    def _told_upright(self, number: int) -> str:
        mark = self._mark(number)[0]
        words = self._words[number - 1]
        return _("{mark}: {words}").format(mark=mark, words=words) if mark and words else mark or words

    def _paint_row(self, painter: QPainter, number: int) -> None:
        row = self._row(number)
        side = self._side()
        left = row.right() - side if self.isRightToLeft() else row.left()
        box = QRectF(left, row.top(), side, theme.px(32))
        self._paint_box(painter, number, box)
        painter.setFont(theme.font("strong"))
        painter.setPen(self._ink(number))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(theme.colour("text"))
        told = self._told_upright(number)
        width = row.width() - side - theme.px(12)
        layout, _height = self._laid(told, width, "heading" if number == self._step else "small")
        x = row.left() if self.isRightToLeft() else row.left() + side + theme.px(12)
        layout.draw(painter, QPointF(x, row.top() + theme.px(6)))

    def _paint_box(self, painter: QPainter, number: int, rect: QRectF) -> None:
        line = 2.0 if number == GOAL else 1.0
        ground, edge = "panel", "border"
        if number == self._step:
            ground, edge = "accent", "accent"
        elif self._start is not None and number == self._start.step:
            ground, edge = "teal_tint", "accent"
        elif number == GOAL:
            edge = "accent"
        painter.setPen(QPen(theme.colour(edge), line))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6)

    def _ink(self, number: int) -> object:
        return theme.colour("on_accent" if number == self._step else "text")
