"""Questions that a client answers alone: one is open, the others are lines above and below it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.asked_row import AskedRow
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.buttons import MainButton, SecondButton
from alliance_desktop.ui.widgets.scroll import Readable
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class QuestionTask(TaskPage):
    """Each answer is stored at once and each question may be left out, which is as easy as to answer it.

    Subclasses give their rows to ``ask`` and store what is answered.
    """

    widest = 740

    def __init__(self, desk: Desk, client_id: int, title: str) -> None:
        super().__init__(desk, client_id, title)
        self._now = 0
        self.asked: Sequence[AskedRow] = ()
        self.skip_button = SecondButton(_("Skip this one"))
        self.next_button = MainButton(_("Next"))
        for name in ("skip_button", "next_button"):
            getattr(self, name).setObjectName(f"task_{name}")
            getattr(self, name).large()
        self.end_words = Words("", "page_title")
        self.end_words.setObjectName("end_words")
        self.autosave = Autosave(desk, self._store, self)

    def ask(self, asked: Sequence[AskedRow], *above: QWidget | int) -> None:
        """Show the questions, below what is said ``above`` them, from the first that is not answered."""
        self.asked = asked
        self.lay_out(
            column(Readable(column(*above, *asked, 24, self.end_words, gap=0), self.widest)),
            self.skip_button,
            on=self.next_button,
        )
        for place, each in enumerate(asked):
            each.opened.connect(partial(self._open, place))
            each.answered.connect(partial(self._answer, place))
            each.typed.connect(self._type)
        self.skip_button.clicked.connect(self.go_on)
        self.next_button.clicked.connect(self.go_on)
        self.done_button.clicked.connect(self._finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go_on)
        QShortcut(QKeySequence("Alt+Left"), self, self.back)
        self._show(self.first_waiting())

    def first_waiting(self) -> int:
        """The first question that is asked and not answered yet, or the end."""
        waiting = (n for n, each in enumerate(self.asked) if self.is_asked(n) and not each.is_answered)
        return next(waiting, len(self.asked))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # To leave one out is as easy as to answer it.
        self.next_button.setMinimumWidth(self.skip_button.sizeHint().width())

    def take_focus(self) -> None:
        stops = [stop for each in self.asked for stop in (each.line, *each.inputs)]
        set_tab_order((*stops, self.skip_button, self.next_button, self.done_button))
        self._focus()

    def _focus(self) -> None:
        first = self.asked[self._now].first if self._now < len(self.asked) else self.done_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        """Have the open question in sight, with the line before it."""
        bar = self.area.verticalScrollBar()
        if self._now < len(self.asked):
            top = self.asked[self._now].mapTo(self.area.inside, self.asked[self._now].rect().topLeft()).y()
            bar.setValue(top - theme.px(56) if self._now else 0)
        else:
            self.area.ensureWidgetVisible(self.end_words)

    def go_on(self) -> None:
        """The next question, or the end; at the end, done."""
        if self._now == len(self.asked):
            self._finish()
        elif self.autosave.flush():
            self._open(self.next_of(self._now))

    def back(self) -> None:
        """The question before."""
        before = [place for place in range(self._now) if self.is_asked(place)]
        if before and self.autosave.flush():
            self._open(before[-1])

    def is_asked(self, _place: int) -> bool:
        """Whether the question at a place is come to by going on; the others are lines that may be pressed."""
        return True

    def next_of(self, place: int) -> int:
        """The place of the next question after one that is asked, or of the end."""
        return next((n for n in range(place + 1, len(self.asked)) if self.is_asked(n)), len(self.asked))

    def _open(self, place: int) -> None:
        self._show(place)
        self._focus()

    def _show(self, place: int) -> None:
        """Open the question at a place; after the last one all are lines, to be looked over."""
        self._now = place
        at_end = place == len(self.asked)
        for number, each in enumerate(self.asked):
            each.set_open(number == place)
        self.skip_button.setVisible(not at_end)
        self.next_button.setVisible(not at_end)
        self.done_button.setVisible(at_end)
        told = _("That was all, {name}. Press a line to change your answer.").format(name=self.client)
        self.end_words.set_or_hide(told if at_end else "")
        self.say()

    def _answer(self, place: int, answer: object) -> None:
        self.autosave.touched()
        if self.autosave.flush() and answer is not None:
            self.after(place, answer)
        self.say()

    def after(self, _place: int, _answer: object) -> None:
        """An answer was given: by default the next question follows."""
        self.go_on()

    def _type(self) -> None:
        self.autosave.touched()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < _KEYS and self._now < len(self.asked) and not event.modifiers() & ~_KEYPAD:
            self.asked[self._now].press(place)
        else:
            super().keyPressEvent(event)

    def say(self) -> None:
        """Say at the foot what there is to know."""

    def _store(self) -> bool:
        raise NotImplementedError

    def leave(self) -> None:
        self.autosave.flush()

    def _finish(self) -> None:
        if self.autosave.flush():
            self.finish()


_KEYS = 5
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
