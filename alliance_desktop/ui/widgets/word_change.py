"""A change inside a text, word by word: what was taken out is struck through, what was put in is bold."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alliance_desktop.domain.word_runs import Run, RunKind, set_apart
from alliance_desktop.ui import theme
from alliance_desktop.words import _

_MARKUP = {RunKind.KEPT: "{}", RunKind.OUT: "<s>{}</s>", RunKind.IN: "<b>{}</b>"}


class WordChange(QLabel):
    """Reads for ears as well: what was taken out and what was put in is said."""

    def __init__(self, runs: Sequence[Run], role: str = "small") -> None:
        super().__init__()
        self._role = role
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setText("".join(_MARKUP[run.kind].format(escape(run.words)) for run in set_apart(runs)))
        self.setAccessibleName("".join(_spoken(run) for run in runs))
        theme.signals.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font(self._role))


def _spoken(run: Run) -> str:
    if run.kind is RunKind.OUT:
        return _("[taken out: {words}] ").format(words=run.words.strip())
    if run.kind is RunKind.IN:
        return _("[put in: {words}] ").format(words=run.words.strip())
    return run.words
