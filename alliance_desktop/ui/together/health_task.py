"""The health questions, answered by the client alone: yes or no, in their words, or not at all."""

from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import health_answers
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.together.health_row import HealthRow, last_words
from alliance_desktop.ui.together.question_task import QuestionTask
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class HealthTask(QuestionTask):
    """A no goes on to the next question, a yes makes room for words first; nothing the therapist noted is shown."""

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, how is your health?"))
        before = {answer.code: self._last_time(answer) for answer in health_answers.before(client_id, desk.now())}
        given = {answer.code: answer for answer in health_answers.of_day(client_id, desk.now())}
        self.rows = [
            HealthRow(number, len(QUESTIONS), question, before.get(question.code, ""))
            for number, question in enumerate(QUESTIONS, 1)
        ]
        for row in self.rows:
            row.show_answer(given.get(row.question.code))
        told = _("Some things change how {name} may touch you. Answer what you like; only {name} reads it.")
        self.told = Words(told.format(name=self.therapist), "body", "muted")
        self.ask(self.rows, self.told, 12)

    def _last_time(self, answer: HealthAnswer) -> str:
        return last_words(answer, day_words(local_day(answer.at), self.desk.today())) if answer.at else ""

    def after(self, place: int, answer: object) -> None:
        if answer is False:
            self.go_on()
        else:
            self.rows[place].words_edit.setFocus()

    def say(self) -> None:
        told = _("{n} of {all} answered. You may leave out any question.")
        self.said.setText(told.format(n=len(self.answers()), all=len(self.rows)))

    def answers(self) -> tuple[HealthAnswer, ...]:
        """What is answered so far."""
        return tuple(answer for answer in (row.answer() for row in self.rows) if answer is not None)

    def _store(self) -> bool:
        return self.desk.keep(health_answers.keep, self.client_id, self.answers())
