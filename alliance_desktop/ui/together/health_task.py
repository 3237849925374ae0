"""The health questions, answered by the client alone: yes or no, in their words, or not at all."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import health_answers
from alliance_desktop.ui import theme
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.asked_row import AskedRow, last_words
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words

_WIDEST = 740
_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1}


class HealthTask(TaskPage):
    """One question is open, the others are lines above and below it; each answer is stored at once.

    A no goes on to the next question, a yes makes room for words first. Nothing that the therapist noted is shown.
    """

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, how is your health?"))
        self._now = 0
        self.skip_button = SecondButton(_("Skip this one"))
        self.next_button = MainButton(_("Next"))
        for name in ("skip_button", "next_button"):
            getattr(self, name).setObjectName(f"task_{name}")
            getattr(self, name).large()
        before = {answer.code: self._last_time(answer) for answer in health_answers.before(client_id, desk.now())}
        count = len(QUESTIONS)
        self.asked = [
            AskedRow(number, count, question, before.get(question.code, ""))
            for number, question in enumerate(QUESTIONS, 1)
        ]
        told = _("Some things change how {name} may touch you. Answer what you like; only {name} reads it.")
        self.told = Words(told.format(name=self.therapist), "body", "muted")
        self.end_words = Words("", "page_title")
        self.end_words.setObjectName("end_words")
        lines = column(self.told, 12, *self.asked, 24, self.end_words, gap=0)
        self.lay_out(column(Readable(lines, _WIDEST)), self.skip_button, on=self.next_button)
        self.autosave = Autosave(desk, self._store, self)
        given = {answer.code: answer for answer in health_answers.of_day(client_id, desk.now())}
        for place, asked in enumerate(self.asked):
            asked.show_answer(given.get(asked.question.code))
            asked.opened.connect(partial(self._open, place))
            asked.answered.connect(partial(self._answer, place))
            asked.typed.connect(self._type)
        self._connect()
        self._show(next((n for n, asked in enumerate(self.asked) if asked.answer() is None), count))

    def _connect(self) -> None:
        self.skip_button.clicked.connect(self.go_on)
        self.next_button.clicked.connect(self.go_on)
        self.done_button.clicked.connect(self._finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go_on)
        QShortcut(QKeySequence("Alt+Left"), self, self.back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # To leave one out is as easy as to answer it.
        self.next_button.setMinimumWidth(self.skip_button.sizeHint().width())

    def _last_time(self, answer: HealthAnswer) -> str:
        return last_words(answer, day_words(local_day(answer.at), self.desk.today())) if answer.at else ""

    def take_focus(self) -> None:
        stops = [stop for asked in self.asked for stop in asked.stops]
        set_tab_order((*stops, self.skip_button, self.next_button, self.done_button))
        self._focus()

    def _focus(self) -> None:
        first: QWidget = self.done_button
        if self._now < len(self.asked):
            buttons = self.asked[self._now].answers.buttons
            first = next((button for button in buttons if button.isChecked()), buttons[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        """Have the open question in sight, with the line before it."""
        bar = self.area.verticalScrollBar()
        if self._now < len(self.asked):
            top = self.asked[self._now].mapTo(self.area.inside, self.asked[self._now].rect().topLeft()).y()
            bar.setValue(top - theme.px(56) if self._now else 0)
        else:
            bar.setValue(bar.maximum())

    def go_on(self) -> None:
        """The next question, or the end; at the end, done."""
        if self._now == len(self.asked):
            self._finish()
        elif self.autosave.flush():
            self._open(self._now + 1)

    def back(self) -> None:
        """The question before."""
        if self._now and self.autosave.flush():
            self._open(self._now - 1)

    def _open(self, place: int) -> None:
        self._show(place)
        self._focus()

    def _show(self, place: int) -> None:
        """Open the question at a place; after the last one all are lines, to be looked over."""
        self._now = place
        at_end = place == len(self.asked)
        for number, asked in enumerate(self.asked):
            asked.set_open(number == place)
        self.skip_button.setVisible(not at_end)
        self.next_button.setVisible(not at_end)
        self.done_button.setVisible(at_end)
        told = _("That was all, {name}. Press a line to change your answer.").format(name=self.client)
        self.end_words.set_or_hide(told if at_end else "")
        self._say()

    def _answer(self, place: int, answer: object) -> None:
        self.autosave.touched()
        if self.autosave.flush() and answer is False:
            self.go_on()
        elif answer is True:
            self.asked[place].words_edit.setFocus()
        self._say()

    def _type(self) -> None:
        self.autosave.touched()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _KEYS.get(Qt.Key(event.key()))
        if place is not None and self._now < len(self.asked) and not event.modifiers() & ~_KEYPAD:
            self.asked[self._now].press(place)
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        told = _("{n} of {all} answered. You may leave out any question.")
        self.said.setText(told.format(n=len(self.answers()), all=len(self.asked)))

    def answers(self) -> tuple[HealthAnswer, ...]:
        """What is answered so far."""
        return tuple(answer for answer in (asked.answer() for asked in self.asked) if answer is not None)

    def _store(self) -> bool:
        return self.desk.keep(health_answers.keep, self.client_id, self.answers())

    def leave(self) -> None:
        self.autosave.flush()

    def _finish(self) -> None:
        if self.autosave.flush():
            self.finish()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
