"""What matters: the client's words as large as they are important, and the therapist's way of saying them back."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.together.answer import Answers
from alliance_desktop.ui.together.step import Step
from alliance_desktop.ui.widgets.said_edit import SaidEdit
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_edit import VoiceEdit
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_MOST_LINES = 5


class MattersStep(Step):
    """The first step of every talk."""

    parts = ("what_matters", "strengths", "reflection", "understood", "understanding")

    def __init__(self, client: str, therapist: str) -> None:
        super().__init__()
        self.title = _("What matters")
        self.question = _("What matters most to you right now?")
        self.hint = _("Your own words. {name} writes them down exactly as you say them.").format(name=therapist)
        self.matters_edit = SaidEdit(_("{name} says").format(name=client), "talk_matters_edit", lines=3, role="hero")
        self.strengths_edit = SaidEdit(_("What already helps you?"), "talk_strengths_edit")
        self.reflection_edit = VoiceEdit(
            Whose.THERAPIST,
            _("{name} says it back").format(name=therapist),
            "talk_reflection_edit",
            _("What I heard you say"),
            3,
        )
        self.understood = Answers(
            "understood",
            _("Did {name} understand you?").format(name=therapist),
            [(_("Yes, that is it"), True), (_("Not quite"), False)],
        )
        self.understood_words = Words(_("Did {name} understand you?").format(name=therapist))
        going_on = _("What we think is going on")
        self.understanding_edit = VoiceEdit(Whose.BOTH, going_on, "talk_understanding_edit", _("In plain words"), 2)
        said = column(
            Words(_("{name} says").format(name=client), "heading", "clay"),
            self.matters_edit,
            20,
            Words(_("What already helps you?"), "heading", "clay"),
            self.strengths_edit,
            None,
        )
        back = column(
            Words(_("{name} says it back").format(name=therapist), "heading", "accent"),
            self.reflection_edit,
            20,
            self.understood_words,
            self.understood,
            20,
            Words(going_on, "heading", "muted"),
            self.understanding_edit,
            None,
        )
        self.setLayout(column(TwoColumns(boxed(said), boxed(back), (7, 4), 48, 660), gap=0))
        self.matters_edit.edited.connect(self.edited)
        self.strengths_edit.edited.connect(self.edited)
        self.reflection_edit.edited.connect(self._follow)
        self.understood.chosen.connect(self._answer)
        self.understanding_edit.edited.connect(self.edited)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        asked = self.understood.buttons
        return self.matters_edit, self.strengths_edit, self.reflection_edit, *asked, self.understanding_edit

    def fit_height(self, pixels: int) -> None:
        # Two lines for what helps, the labels and the gaps; what is left is for what matters.
        room = (pixels - theme.px(170)) // self.matters_edit.text_edit.fontMetrics().lineSpacing()
        self.matters_edit.text_edit.keep_lines(max(2, min(_MOST_LINES, room)))

    def show_content(self, content: PlanContent) -> None:
        self.matters_edit.show_said(content.what_matters)
        self.strengths_edit.show_said(content.strengths)
        self.reflection_edit.set_words(content.reflection)
        self.understood.set_value(content.understood)
        self.understanding_edit.set_words(content.understanding)
        self._offer()

    def put_into(self, content: PlanContent) -> PlanContent:
        reflection = self.reflection_edit.words()
        return replace(
            content,
            what_matters=self.matters_edit.said(),
            strengths=self.strengths_edit.said(),
            reflection=reflection,
            understood=self.understood.value() if reflection else None,
            understanding=self.understanding_edit.words(),
        )

    def is_done(self, content: PlanContent) -> bool:
        return bool(content.what_matters)

    def said(self, content: PlanContent) -> str:
        return _("Nothing is final. You can change any word.")

    def _follow(self) -> None:
        # Other words are another question.
        self.understood.set_value(None)
        self._offer()
        self.edited.emit()

    def _offer(self) -> None:
        """Only what was said back can be asked about."""
        for part in (self.understood, self.understood_words):
            part.setVisible(bool(self.reflection_edit.words()))

    def _answer(self, understood: object) -> None:
        if understood is False:
            self.reflection_edit.setFocus()
        self.edited.emit()
