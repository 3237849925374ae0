"""The health questions, answered by the client alone: yes or no, in their words, or not at all."""

from functools import partial

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer, HealthQuestion
from alliance_desktop.services import health_answers
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.together.task_page import TaskPage
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, counted


class _Asked(QWidget):
    """One question with its two answers, and a field once there is something to say."""

    def __init__(self, question: HealthQuestion) -> None:
        super().__init__()
        self.question = question
        asked = question.asked()
        self.answers = Answers(f"asked_{question.code}", asked, [(_("No"), False), (_("Yes"), True)], True)
        self.words_edit = SaidEdit(
            _("In your words: {question}").format(question=asked),
            f"said_{question.code}_edit",
            _("Say more, if you like"),
        )
        self.words_edit.hide()
        line = row(gap=24)
        line.addWidget(Words(asked), 1)
        line.addWidget(self.answers)
        inside = column(line, self.words_edit, gap=8)
        inside.setContentsMargins(0, 8, 0, 8)
        self.setLayout(inside)

    def show_answer(self, answer: HealthAnswer | None) -> None:
        """Show what was answered before."""
        self.answers.set_value(answer.yes if answer is not None else None)
        self.words_edit.set_words(answer.words if answer is not None else "")
        self.follow()

    def follow(self) -> None:
        """Offer room for words after a yes."""
        self.words_edit.setVisible(self.answers.value() is True)

    def answer(self) -> HealthAnswer | None:
        """The answer as it stands; None where there is none."""
        yes = self.answers.value()
        return None if yes is None else HealthAnswer(self.question.code, yes, self.words_edit.words() if yes else "")


class HealthTask(TaskPage):
    """Each answer is stored at once; nothing that the therapist noted is shown."""

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, how is your health?"))
        self.asked = [_Asked(question) for question in QUESTIONS]
        lines = column(
            Words(_("Some things change how {name} may touch you.").format(name=self.therapist), "result"),
            Words(_("Answer what you like; you may leave out any question. Only {name} reads it.").format(
                name=self.therapist
            ), "body", "muted"),
            12,
            gap=4,
        )  # fmt: skip
        given = {answer.code: answer for answer in health_answers.of_day(client_id, desk.now())}
        for place, asked in enumerate(self.asked):
            if place:
                lines.addWidget(Hairline())
            lines.addWidget(asked)
            asked.show_answer(given.get(asked.question.code))
            asked.answers.chosen.connect(partial(self._answer, asked))
            asked.words_edit.edited.connect(self._type)
        self.lay_out(lines)
        self.autosave = Autosave(desk, self._store, self)
        self.done_button.clicked.connect(self._finish)
        self._say()

    def take_focus(self) -> None:
        stops = (stop for asked in self.asked for stop in (*asked.answers.buttons, asked.words_edit))
        set_tab_order((*stops, self.done_button))
        self.asked[0].answers.buttons[0].setFocus()

    def _answer(self, asked: _Asked, answer: object) -> None:
        asked.follow()
        self.autosave.touched()
        self.autosave.flush()
        self._say()
        if answer is True:
            asked.words_edit.setFocus()

    def _type(self) -> None:
        self.autosave.touched()

    def _say(self) -> None:
        done = sum(asked.answers.value() is not None for asked in self.asked)
        told = counted("{n} question answered", "{n} questions answered", done)
        self.said.setText(_("{answered} of {all}").format(answered=told, all=len(self.asked)))

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
