"""One health question among the others: a quiet line with its answer, or open, large, with room for words."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from alliance_desktop.domain.health_questions import HealthAnswer, HealthQuestion
from alliance_desktop.domain.voice import quoted
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _

_NUMBER = 48


class _Line(QPushButton):
    """The question in one line, as high as its words need; pressed, it opens."""

    def __init__(self, number: int, question: HealthQuestion) -> None:
        super().__init__()
        self._number, self._asked = number, question.asked()
        self.setProperty("kind", "bare")
        self.setObjectName(f"line_{question.code}_button")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        counted = Words(str(number), "strong", "muted")
        counted.setFixedWidth(_NUMBER)
        self._tick = Picture("check", "clay", 18)
        self._told = Words("", "strong", "clay").one_line()
        inside = row(counted, gap=12)
        inside.addWidget(Words(self._asked, "body", "muted"), 1)
        inside.addWidget(self._tick)
        inside.addWidget(self._told)
        self._inside = inside
        self.setLayout(inside)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.signals.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        # A layout asks the layout inside how high it is: what makes the line high enough to touch stands there.
        self._inside.setContentsMargins(2, max(14, theme.px(12)), 2, max(14, theme.px(12)))
        self.updateGeometry()

    def show_answer(self, told: str) -> None:
        """Say the answer at the line's end, or nothing while there is none."""
        self._told.setText(told)
        self._tick.setVisible(bool(told))
        spoken = _("{n}. {question} {answer}")
        self.setAccessibleName(
            spoken.format(n=self._number, question=self._asked, answer=told or _("Not answered yet"))
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self.heightForWidth(max(self.width(), theme.px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), self.heightForWidth(max(self.width(), theme.px(240))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        if self.hasFocus():
            ring = theme.current().sizes["ring"]
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.drawRoundedRect(QRect(self.rect()).adjusted(ring, ring, -ring, -ring), 8, 8)


class AskedRow(QWidget):
    """``opened`` asks to be the open one; ``answered`` carries yes, no or nothing; ``typed`` follows each word."""

    opened = Signal()
    answered = Signal(object)
    typed = Signal()

    def __init__(self, number: int, all_of: int, question: HealthQuestion, last: str) -> None:
        super().__init__()
        self.question = question
        asked = question.asked()
        self.line = _Line(number, question)
        self.answers = Answers(f"asked_{question.code}", asked, [(_("No"), False), (_("Yes"), True)], True)
        self.words_edit = SaidEdit(
            _("In your words: {question}").format(question=asked),
            f"said_{question.code}_edit",
            _("Say more, if you like"),
        )
        self.last_time = Words("", "body", "clay")
        self.last_time.set_or_hide(last)
        inside = column(
            Words(_("{n} of {all}").format(n=number, all=all_of), "body", "muted"),
            Words(asked, "result"),
            self.last_time,
            12,
            self.answers,
            self.words_edit,
            gap=8,
        )
        inside.setContentsMargins(_NUMBER + 14, 24, 2, 28)
        self.sheet = boxed(inside)
        self.setLayout(column(self.line, self.sheet, Hairline(), gap=0))
        self.line.clicked.connect(self.opened)
        self.answers.chosen.connect(self._answer)
        self.words_edit.edited.connect(self.typed)
        self.set_open(False)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        return (self.line, *self.answers.buttons, self.words_edit)

    @property
    def is_open(self) -> bool:
        """True while it is the open one."""
        return not self.sheet.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Open it, or make it a line among the others."""
        self.sheet.setVisible(is_open)
        self.line.setVisible(not is_open)
        self._follow()

    def show_answer(self, answer: HealthAnswer | None) -> None:
        """Show what was answered before."""
        self.answers.set_value(answer.yes if answer is not None else None)
        self.words_edit.set_words(answer.words if answer is not None else "")
        self._follow()

    def answer(self) -> HealthAnswer | None:
        """The answer as it stands; None where there is none."""
        yes = self.answers.value()
        return None if yes is None else HealthAnswer(self.question.code, yes, self.words_edit.words())

    def press(self, place: int) -> None:
        """Give the answer at a place, as its key does."""
        self.answers.press(place)

    def _answer(self, value: object) -> None:
        self._follow()
        self.answered.emit(value)

    def _follow(self) -> None:
        """There is room for words once there is an answer."""
        given = self.answer()
        self.words_edit.setVisible(given is not None)
        self.line.show_answer(answer_words(given) if given is not None else "")


def answer_words(answer: HealthAnswer) -> str:
    """Say an answer in a word."""
    return _("Yes") if answer.yes else _("No")


def last_words(answer: HealthAnswer, day: str) -> str:
    """Say what was answered another day, in the words it was answered in."""
    if answer.words:
        told = _("{day} you said: {answer}, {words}")
        return told.format(day=day, answer=answer_words(answer), words=quoted(answer.words))
    return _("{day} you said: {answer}").format(day=day, answer=answer_words(answer))
