"""A health question: yes or no, and in the client's words."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.health_questions import HealthAnswer, HealthQuestion
from alliance_desktop.domain.voice import quoted
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.together.asked_row import AskedRow
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class HealthRow(AskedRow):
    """``answered`` carries True or False, or None once the answer was taken back.

    ``last`` is what was answered another day, ``kept`` the same in short where it need not be asked again yet.
    """

    def __init__(self, number: int, all_of: int, question: HealthQuestion, last: str, kept: str = "") -> None:
        self.question, self._kept = question, kept
        asked = question.asked()
        self.answers = Answers(f"asked_{question.code}", asked, [(_("No"), False), (_("Yes"), True)], True)
        self.words_edit = SaidEdit(
            _("In your words: {question}").format(question=asked),
            f"said_{question.code}_edit",
            _("Say more, if you like"),
        )
        self.last_time = Words("", "body", "clay")
        self.last_time.set_or_hide(last)
        super().__init__(number, all_of, question.code, asked, self.last_time, 12, self.answers, self.words_edit)
        self.answers.chosen.connect(self._answer)
        self.words_edit.edited.connect(self.typed)
        self.set_open(False)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        return (*self.answers.buttons, self.words_edit)

    @property
    def first(self) -> QWidget:
        return self.answers.first

    @property
    def is_answered(self) -> bool:
        return self.answer() is not None

    def show_answer(self, answer: HealthAnswer | None) -> None:
        """Show what was answered before."""
        self.answers.set_value(answer.yes if answer is not None else None)
        self.words_edit.set_words(answer.words if answer is not None else "")
        self.follow()

    def answer(self) -> HealthAnswer | None:
        """The answer as it stands; None where there is none."""
        yes = self.answers.value()
        return None if yes is None else HealthAnswer(self.question.code, yes, self.words_edit.words())

    def press(self, place: int) -> None:
        self.answers.press(place)

    def _answer(self, value: object) -> None:
        self.follow()
        self.answered.emit(value)

    def follow(self) -> None:
        """There is room for words once there is an answer."""
        given = self.answer()
        self.words_edit.setVisible(given is not None)
        self.line.show_answer(answer_words(given) if given is not None else self._kept)


def answer_words(answer: HealthAnswer) -> str:
    """Say an answer in a word."""
    return _("Yes") if answer.yes else _("No")


def last_words(answer: HealthAnswer, day: str) -> str:
    """Say what was answered another day, in the words it was answered in."""
    if answer.words:
        told = _("{day} you said: {answer}, {words}")
        return told.format(day=day, answer=answer_words(answer), words=quoted(answer.words))
    return _("{day} you said: {answer}").format(day=day, answer=answer_words(answer))
