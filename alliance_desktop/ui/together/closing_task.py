"""The closing check: four sentences and an open question, answered by the client alone in twenty seconds."""

from collections.abc import Sequence

from alliance_desktop.domain.alliance import ASKED, ClosingCheck
from alliance_desktop.services import closing_checks
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.together.asked_row import AskedRow
from alliance_desktop.ui.together.closing_row import RemarkRow, SentenceRow
from alliance_desktop.ui.together.question_task import QuestionTask
from alliance_desktop.words import _


class ClosingTask(QuestionTask):
    """Every answer goes on by itself; who always gives full marks is asked for words first.

    Nothing of other days is shown, and nothing of what the therapist thinks.
    """

    widest = 960

    def __init__(self, desk: Desk, client_id: int) -> None:
        super().__init__(desk, client_id, _("{name}, how was it today?"))
        self._words_first = closing_checks.begins_with_words(client_id)
        count, shift = len(ASKED) + 1, int(self._words_first)
        self.sentences = [SentenceRow(number + shift, count, strand) for number, strand in enumerate(ASKED, 1)]
        self.remark = RemarkRow(1 if self._words_first else count, count)
        begun = closing_checks.begun(client_id, desk.today())
        for row in self.sentences:
            row.show_answer(begun.answers.get(row.strand))
        self.remark.show_words(begun.keep, begun.change)
        self.ask(self._in_order())

    def _in_order(self) -> Sequence[AskedRow]:
        return (self.remark, *self.sentences) if self._words_first else (*self.sentences, self.remark)

    def say(self) -> None:
        self.said.setText(_("There is no wrong answer. Honest ones help most."))

    def check(self) -> ClosingCheck:
        """What is answered so far."""
        answers = {row.strand: row.answer for row in self.sentences if row.answer is not None}
        keep, change = self.remark.keep_edit.words(), self.remark.change_edit.words()
        return ClosingCheck(self.desk.today(), answers, keep.strip(), change.strip())

    def _store(self) -> bool:
        return self.desk.keep(closing_checks.keep, self.client_id, self.check(), self._words_first)
