"""One closing check that was looked at: the answers in words, the guess beside them, and what to keep and to change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alliance_desktop.domain.alliance import HowAsked, KeptCheck, Strand, answer_words, strand_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class CheckView(QWidget):
    """``promise_wanted`` says that what the client would change is to become a promise; both carry the check."""

    promise_wanted = Signal(int)
    taken_back = Signal(int)

    def __init__(self, kept: KeptCheck, called: str, day: str) -> None:
        super().__init__()
        self.setObjectName(f"check_{kept.id}")
        self._kept, self._called = kept, called
        self.remove_button = LinkButton(_("Leave out"), "x")
        self.remove_button.setObjectName(f"leave_out_{kept.id}_button")
        self.remove_button.setAccessibleName(_("Leave out the closing check, {day}").format(day=day))
        self.remove_button.clicked.connect(self._take_back)
        told = f"{day} · {_('on paper')}" if kept.how is HowAsked.SLIP else day
        inside = column(row(Words(told, "strong"), None, self.remove_button), gap=4)
        if kept.check.answers or kept.check.guess:
            inside.addWidget(self._answers())
        for label, words, can_be_promised in (
            (_("Keep"), kept.check.keep, False),
            (_("Change next time"), kept.check.change, True),
        ):
            if words:
                inside.addSpacing(6)
                inside.addWidget(self._remark(label, words, can_be_promised))
        self.setLayout(inside)

    def _answers(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        grid.addWidget(Words(_("{name} said").format(name=self._called), "small", "muted"), 0, 1)
        if self._kept.check.guess:
            grid.addWidget(Words(_("you guessed"), "small", "muted"), 0, 2)
        for place, strand in enumerate(Strand, 1):
            answer, guess = self._kept.check.answers.get(strand), self._kept.check.guess.get(strand)
            grid.addWidget(Words(strand_words(strand), "body", "muted").one_line(), place, 0)
            said = answer_words(answer) if answer is not None else _("No answer")
            grid.addWidget(Words(said, "body", "clay_ink" if answer is not None else "muted").one_line(), place, 1)
            if guess is not None:
                grid.addWidget(Words(answer_words(guess), "body", "accent").one_line(), place, 2)
        return boxed(grid)

    def _remark(self, label: str, words: str, can_be_promised: bool) -> QWidget:
        line = row(VoiceBlock(words, Whose.CLIENT, role="body"), gap=12)
        if can_be_promised:
            self.promise_button = LinkButton(_("Promise something"), "hand-heart")
            self.promise_button.setObjectName(f"promise_{self._kept.id}_button")
            self.promise_button.setAccessibleName(_("Promise something about: {words}").format(words=words))
            self.promise_button.clicked.connect(self._promise)
            line.addWidget(self.promise_button)
        return boxed(column(Words(label, "small", "muted"), line, gap=2))

    def _promise(self) -> None:
        self.promise_wanted.emit(self._kept.id)

    def _take_back(self) -> None:
        self.taken_back.emit(self._kept.id)
