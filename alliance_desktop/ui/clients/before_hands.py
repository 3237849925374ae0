"""The brief's safety part: red flags that wait, what was decided, what to ask again, and consents that run out."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.brief import Brief
from alliance_desktop.domain.consent import Consent, consent_words
from alliance_desktop.domain.health_questions import HealthQuestion, names_of
from alliance_desktop.ui.clients.red_flag_rows import PromptRow, decided_words
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.words import Frame, Picture, Words
from alliance_desktop.words import _, day_words


class BeforeHands(Frame):
    """``decide_wanted`` carries a prompt; ``questions_wanted`` asks for the screen to be given to the client."""

    decide_wanted = Signal(object)
    questions_wanted = Signal()
    consents_wanted = Signal()

    def __init__(self, brief: Brief, today: date) -> None:
        super().__init__("quiet")
        self.setObjectName("before_hands")
        inside = column(Words(_("Before your hands"), "heading", "muted"), gap=10)
        inside.setContentsMargins(16, 14, 16, 14)
        for prompt in brief.flags:
            waiting = PromptRow(prompt, today)
            waiting.wanted.connect(self.decide_wanted)
            inside.addWidget(waiting)
        for entry in brief.decided:
            line = row(gap=8)
            line.addWidget(Picture("flag", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(decided_words(entry, (), today), 1)
            inside.addWidget(boxed(line))
        if brief.to_ask:
            inside.addWidget(self._to_ask(brief.to_ask))
        for consent in brief.ending:
            inside.addWidget(self._ending(consent, today))
        self.setLayout(inside)

    def _to_ask(self, questions: Sequence[HealthQuestion]) -> QWidget:
        self.ask_button = LinkButton(_("Hand over"), "hand-heart")
        self.ask_button.setObjectName("ask_again_button")
        self.ask_button.setAccessibleName(_("Hand over: health questions to ask again"))
        self.ask_button.clicked.connect(self.questions_wanted)
        told = _("To ask again: {questions}").format(questions=names_of(questions))
        return _line("message-circle-question-mark", told, self.ask_button)

    def _ending(self, consent: Consent, today: date) -> QWidget:
        until = consent.consent.expires_on
        told = _("The consent “{what}” ends on {day}.").format(
            what=consent_words(consent.consent.kind), day=day_words(until, today) if until is not None else ""
        )
        button = LinkButton(_("Open consents"))
        button.setObjectName(f"consent_{consent.id}_ends_button")
        button.setAccessibleName(_("Open consents: {what}").format(what=consent_words(consent.consent.kind)))
        button.clicked.connect(self.consents_wanted)
        return _line("shield-check", told, button)


def _line(icon: str, told: str, button: LinkButton) -> QWidget:
    line = row(Picture(icon, "muted", 18), gap=8)
    line.addWidget(Words(told), 1)
    line.addWidget(button)
    return boxed(line)
