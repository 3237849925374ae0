"""What a client answered to the health questions, one below the other: yes, no, in their words, or not answered."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.health_questions import QUESTIONS, HealthAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _, day_words


class AnswersView(QWidget):
    """Closed until ``read_button`` is pressed; the button is there once there are answers."""

    def __init__(self) -> None:
        super().__init__()
        self.read_button = LinkButton("")
        self.read_button.setObjectName("read_answers_button")
        self.read_button.setCheckable(True)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 8)
        self._lines.setSpacing(6)
        self._shown: tuple[Sequence[HealthAnswer], date, str] = ((), date.min, "")
        self.read_button.toggled.connect(self._open)
        self._open(False)

    def show_answers(self, answers: Sequence[HealthAnswer], today: date, called: str) -> None:
        """Be about these answers from now on; others are closed first."""
        if called != self._shown[2]:
            self.read_button.setChecked(False)
        self._shown = (answers, today, called)
        self.read_button.setVisible(bool(answers))
        self._open(self.read_button.isChecked() and bool(answers))

    def _open(self, opened: bool) -> None:
        self.read_button.rename(_("Close the answers") if opened else _("Read all answers"))
        self.setVisible(opened)
        emptied(self._lines)
        if opened:
            given = {answer.code: answer for answer in self._shown[0]}
            for place, question in enumerate(QUESTIONS):
                if place:
                    self._lines.addWidget(Hairline())
                self._lines.addWidget(self._line(question.asked(), given.get(question.code)))

    def _line(self, asked: str, answer: HealthAnswer | None) -> QWidget:
        _answers, today, called = self._shown
        line = row(gap=16)
        line.addWidget(Words(asked, "small"), 1)
        if answer is None or answer.at is None:
            line.addWidget(Words(_("not answered"), "small", "muted").one_line())
            return boxed(line)
        told = _("yes, {day}") if answer.yes else _("no, {day}")
        said = told.format(day=day_words(local_day(answer.at), today))
        line.addWidget(Words(said, "small", "clay").one_line())
        lines = column(line, gap=4)
        if answer.words:
            block = VoiceBlock(role="body")
            block.show_voice(answer.words, Whose.CLIENT, "", called)
            lines.addWidget(block)
        return boxed(lines)
