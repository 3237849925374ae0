"""Red flags in lines: one that waits for a decision, and one that was decided, with what it was before."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.red_flag import (
    Prompt,
    RedFlagEntry,
    decision_words,
    entry_words,
    live,
    prompt_words,
)
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Hairline, Picture, Words
from alliance_desktop.words import _, counted, day_words

# So many decisions stand open; the others are a press away.
_FEW = 3


class PromptRow(QWidget):
    """``wanted`` carries the prompt that is to be decided."""

    wanted = Signal(object)

    def __init__(self, prompt: Prompt, today: date) -> None:
        super().__init__()
        self._prompt = prompt
        told = prompt_words(prompt)
        self.decide_button = LinkButton(_("Decide"))
        self.decide_button.setObjectName(f"decide_{prompt.place}_button")
        self.decide_button.setAccessibleName(_("Decide: {what}").format(what=told))
        words = column(Words(told, "medium", "warning"), gap=2)
        when = day_words(prompt.day, today) if prompt.day is not None else ""
        if prompt.about.startswith("answer"):
            below = _("answered yes on {day}").format(day=when)
            if prompt.named:
                words.addWidget(VoiceBlock(prompt.named, Whose.CLIENT, role="body"))
        else:
            named = prompt.named if prompt.flag is not None else _("health item: do not treat")
            below = " · ".join(filter(None, (named, when and _("since {day}").format(day=when))))
        words.addWidget(Words(below, "small", "muted"))
        line = row(gap=8)
        line.addWidget(Picture("flag", "warning", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.decide_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.decide_button.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self._prompt)


class RedFlagList(QWidget):
    """What waits, what was decided, and the way through the whole list.

    ``decide_wanted`` carries a prompt, ``correct_wanted`` the entry that was not right.
    """

    decide_wanted = Signal(object)
    correct_wanted = Signal(int)
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.list_button = LinkButton(_("Go through the red flags"), "list-checks")
        self.list_button.setObjectName("red_flags_button")
        self.all_button = LinkButton("")
        self.all_button.setObjectName("all_decisions_button")
        self._entries: tuple[RedFlagEntry, ...] = ()
        self._prompts: tuple[Prompt, ...] = ()
        self._today, self._all, self._whose = date.min, False, 0
        self.setLayout(column(self._rows, row(self.list_button, self.all_button, None), gap=8))
        self.list_button.clicked.connect(self.list_wanted)
        self.all_button.clicked.connect(self._show_all)

    def show_flags(
        self, whose: int, prompts: tuple[Prompt, ...], entries: tuple[RedFlagEntry, ...], today: date
    ) -> None:
        """Be about these from now on; those of another client are shortened again."""
        self._all = self._all and whose == self._whose
        self._whose, self._prompts, self._entries, self._today = whose, prompts, entries, today
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.list_button.setFocus()

    def _fill(self) -> None:
        emptied(self._rows)
        holding = live(self._entries)
        for prompt in self._prompts:
            waiting = PromptRow(prompt, self._today)
            waiting.wanted.connect(self.decide_wanted)
            self._add(waiting)
        for entry in holding if self._all else holding[:_FEW]:
            self._add(self._decided(entry))
        more = 0 if self._all else max(0, len(holding) - _FEW)
        self.all_button.setVisible(bool(more))
        self.all_button.rename(counted("{n} more decision", "{n} more decisions", more))

    def _add(self, line: QWidget) -> None:
        if self._rows.count():
            self._rows.addWidget(Hairline())
        self._rows.addWidget(line)

    def _decided(self, entry: RedFlagEntry) -> QWidget:
        day = day_words(entry.day, self._today)
        correct = LinkButton(_("Correct"))
        correct.setObjectName(f"correct_flag_{entry.id}_button")
        correct.setAccessibleName(_("Correct what was decided on {day}").format(day=day))
        correct.clicked.connect(partial(self.correct_wanted.emit, entry.id))
        line = row(gap=8)
        line.addWidget(decided_words(entry, self._entries, self._today), 1)
        line.addWidget(correct, 0, Qt.AlignmentFlag.AlignTop)
        return boxed(line)


def decided_words(entry: RedFlagEntry, entries: Sequence[RedFlagEntry], today: date) -> QWidget:
    """What was decided, about what, why and when; below it what stood there before it was corrected."""
    decision = entry.draft.decision
    title = decision_words(decision) if decision is not None else ""
    about = entry_words(entry)
    told = _("{decision}: {about}").format(decision=title, about=about) if about else title
    below = " · ".join(filter(None, (entry.draft.reason, day_words(entry.day, today))))
    words = column(Words(told), Words(below, "small", "muted"), gap=2)
    before = next((each for each in entries if each.id == entry.replaces), None)
    while before is not None:
        was = decision_words(before.draft.decision) if before.draft.decision is not None else ""
        told = (
            _("corrected; before: {decision}, {reason}, {day}")
            if before.draft.reason
            else _("corrected; before: {decision}, {day}")
        )
        day = day_words(before.day, today)
        words.addWidget(Words(told.format(decision=was, reason=before.draft.reason, day=day), "small", "muted"))
        before = next((each for each in entries if each.id == before.replaces), None)
    return boxed(words)
