"""Beside the draft: how hard it is to read, and what is better said in plainer words, each with its sentence.

One press says it otherwise, another leaves it.
"""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from alliance_desktop.domain.coach import Finding, FindingKind, findings_in, reading_in, reading_words
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.word_swap import WordSwap
from alliance_desktop.services import clients, word_swaps
from alliance_desktop.ui.layouts import boxed, column, emptied
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted

_SHOWN = 3


class CoachList(QWidget):
    """Quiet: one heading with a count, how it reads, the first few below it; nothing at all where there is nothing.

    A plan is judged in the language of its client; what is said about it is in the program's.
    """

    use_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._swaps: tuple[WordSwap, ...] = ()
        self._language = ""
        self._left: set[tuple[FindingKind, str]] = set()
        self._findings: tuple[Finding, ...] = ()
        self._all = False
        self.reading = Words("", "small", "muted")
        self.reading.setObjectName("coach_reading")
        self.heading = Words("", "heading", "muted")
        self.heading.setObjectName("coach_heading")
        self._lines = column(gap=10)
        self.more_button = LinkButton(_("All of them"), "list-checks")
        self.more_button.setObjectName("coach_more_button")
        self.setLayout(column(self.heading, self.reading, self._lines, self.more_button, gap=8))
        self.more_button.clicked.connect(self._show_all)
        self._fill()
        self.hide()

    def forget(self) -> None:
        """Begin afresh, with another plan."""
        self._left, self._all = set(), False

    def read_for(self, client_id: int) -> None:
        """Read from now on in the language of this client, with its better words as they are now."""
        self._language = clients.language_of(client_id)
        self._swaps = word_swaps.of(self._language)

    def look_through(self, content: PlanContent) -> None:
        """Show what there is to say about a plan; what was left alone stays so."""
        self._show_findings(findings_in(content, self._swaps))
        self.measure(content)

    def measure(self, content: PlanContent) -> None:
        """Show how hard a plan is to read: soon enough for every key."""
        measured = reading_in(content, self._language)
        self.reading.set_or_hide(reading_words(measured) if measured is not None else "")
        self.setVisible(bool(self._findings or measured))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        waiting = tuple(finding for finding in findings if finding.about not in self._left)
        if waiting != self._findings:
            self._findings = waiting
            self._fill()

    def _fill(self) -> None:
        emptied(self._lines)
        many = len(self._findings)
        told = counted("In plainer words: {n} place", "In plainer words: {n} places", many)
        self.heading.setText(told if many else _("In plain words"))
        shown = self._findings if self._all else self._findings[:_SHOWN]
        for number, finding in enumerate(shown, 1):
            self._lines.addWidget(self._line(finding, number))
        self.more_button.setVisible(many > len(shown))

    def _line(self, finding: Finding, number: int) -> QWidget:
        told = Words(_words(finding), "small")
        verbs = Flow()
        if finding.instead:
            use = LinkButton(_("Use “{words}”").format(words=finding.instead))
            use.setObjectName(f"coach_use_{number}_button")
            use.setAccessibleName(_("Use {words} for {word}").format(words=finding.instead, word=finding.word))
            use.clicked.connect(partial(self.use_wanted.emit, finding))
            verbs.addWidget(use)
        leave = LinkButton(_("Leave it"))
        leave.setObjectName(f"coach_leave_{number}_button")
        leave.setAccessibleName(_("Leave it: {words}").format(words=finding.word or finding.sentence))
        leave.clicked.connect(partial(self._leave, finding))
        verbs.addWidget(leave)
        return boxed(column(told, boxed(verbs), gap=0))

    def _leave(self, finding: Finding) -> None:
        self._left.add(finding.about)
        self._show_findings(self._findings)
        self.setVisible(bool(self._findings or self.reading.text()))

    def _show_all(self) -> None:
        self._all = True
        self._fill()


def _words(finding: Finding) -> str:
    if finding.kind is FindingKind.LONG:
        told = _("{n} words in one sentence: {sentence}")
        return told.format(n=finding.length, sentence=finding.sentence)
    if finding.kind is FindingKind.SHORT_FORM:
        return _("A short form nobody explains: {word}").format(word=finding.word)
    sentence = _("{word}, in: {sentence}").format(word=finding.word, sentence=finding.sentence)
    return _("Kinder said: {words}").format(words=sentence) if finding.kind is FindingKind.KINDER else sentence


def put_instead(form: QWidget, finding: Finding) -> tuple[QLineEdit | QPlainTextEdit, str] | None:
    """Say the word of a finding otherwise in the first field where it stands, never in the client's.

    Returns the field and what stood in it before; None where the word is no longer there.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(finding.word)}(?!\w)")
    for field in form.findChildren(QWidget):
        if not isinstance(field, QLineEdit | QPlainTextEdit) or field.property("voice") == "client":
            continue
        before = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        after = pattern.sub(lambda _found: finding.instead, before, count=1)
        if after != before:
            fill(field, after)
            return field, before
    return None


def fill(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    """Put words into a field as if they had been typed."""
    if isinstance(field, QLineEdit):
        field.setText(words)
        field.textEdited.emit(words)
    else:
        field.setPlainText(words)
