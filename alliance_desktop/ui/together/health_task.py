"""The health questions, answered by the client alone: yes or no, in their words, or not at all."""

from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer, to_ask
from alliance_desktop.domain.moments import local_day
from alliance_desktop.services import health_answers
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.together.health_row import HealthRow, answer_words, last_words
from alliance_desktop.ui.together.question_task import QuestionTask
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class HealthTask(QuestionTask):
    """A no goes on to the next question, a yes makes room for words first; nothing the therapist noted is shown.

    Asked are the questions that were never answered and those whose answers have grown old; beside the others stands
    what was answered last, and they are open to a press.
    """

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, how is your health?"))
        last = health_answers.before(client_id, desk.now())
        before = {answer.code: self._last_time(answer) for answer in last}
        self._kept = {answer.code: self._kept_words(answer) for answer in last}
        self._asked = {question.code for question in to_ask(last, desk.today())}
        given = {answer.code: answer for answer in health_answers.of_day(client_id, desk.now())}
        self.rows = [
            HealthRow(number, len(QUESTIONS), question, before.get(question.code, ""), self._beside(question.code))
            for number, question in enumerate(QUESTIONS, 1)
        ]
        for row in self.rows:
            row.show_answer(given.get(row.question.code))
        told = _("Some things change how {name} may touch you. Answer what you like; only {name} reads it.")
        if len(self._asked) < len(QUESTIONS):
            told += " " + _("What you answered lately stands beside its question; press it if that has changed.")
        self.told = Words(told.format(name=self.therapist), "body", "muted")
        self.ask(self.rows, self.told, 12)

    def _last_time(self, answer: HealthAnswer) -> str:
        return last_words(answer, day_words(local_day(answer.at), self.desk.today())) if answer.at else ""

    def _kept_words(self, answer: HealthAnswer) -> str:
        day = day_words(local_day(answer.at), self.desk.today()) if answer.at is not None else ""
        return _("{answer}, {day}").format(answer=answer_words(answer), day=day)

    def _beside(self, code: str) -> str:
        return "" if code in self._asked else self._kept.get(code, "")

    def is_asked(self, place: int) -> bool:
        return self.rows[place].question.code in self._asked

    def next_of(self, place: int) -> int:
        # Whoever came back to a line that is not asked goes on with what is.
        return super().next_of(place) if self.is_asked(place) else self.first_waiting()

    def after(self, place: int, answer: object) -> None:
        if answer is False:
            self.go_on()
        else:
            self.rows[place].words_edit.setFocus()

    def say(self) -> None:
        told = _("{n} of {all} answered. You may leave out any question.")
        self.said.setText(told.format(n=len(self.answers()), all=self._many()))

    def _many(self) -> int:
        """How many questions are asked, with those that were answered besides."""
        return sum(row.question.code in self._asked or row.is_answered for row in self.rows)

    def answers(self) -> tuple[HealthAnswer, ...]:
        """What is answered so far."""
        return tuple(answer for answer in (row.answer() for row in self.rows) if answer is not None)

    def _store(self) -> bool:
        return self.desk.keep(health_answers.keep, self.client_id, self.answers())
