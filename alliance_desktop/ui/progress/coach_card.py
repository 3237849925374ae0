"""How to talk about a strain, in three steps that experienced therapists agree on."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.repair import coach_card, coach_source_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Frame, Words
from alliance_desktop.words import _


class CoachCard(Frame):
    """Each step with one sentence that could be said."""

    def __init__(self) -> None:
        super().__init__("quiet")
        self.setObjectName("coach_card")
        inside = column(Words(_("How to talk about it"), "heading", "muted"), gap=6)
        inside.setContentsMargins(20, 16, 20, 16)
        for number, step in enumerate(coach_card(), 1):
            inside.addSpacing(6)
            inside.addWidget(Words(_("{n}. {step}").format(n=number, step=step.title), "strong"))
            inside.addWidget(Words(step.what))
            inside.addWidget(self._example(step.example))
        inside.addSpacing(6)
        inside.addWidget(Words(coach_source_words(), "caption", "muted"))
        self.setLayout(inside)

    def _example(self, words: str) -> QWidget:
        return VoiceBlock(words, Whose.THERAPIST)
