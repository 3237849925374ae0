"""A plan in short, to be read once more together: what matters, the goals, the way, who does what, when to call."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.plan import Commitment, Goal, PlanContent
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.plan_parts.plan_words import agreement_words, sign_words, step_words
from alliance_desktop.ui.widgets.ladder import GOAL
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class PlanInShort(QWidget):
    """Everything that somebody wants, agreed or will do, in the order of the plan; parts that are empty close up."""

    def __init__(self, content: PlanContent, names: tuple[str, str]) -> None:
        super().__init__()
        client, therapist = names
        self._column = column(gap=8)
        if content.what_matters:
            self._column.addWidget(VoiceBlock(content.what_matters.words, role="hero"))
            self._column.addSpacing(8)
        if content.understanding:
            self._part(_("What we think is going on"), VoiceBlock(content.understanding, Whose.BOTH, role="body"))
        if content.goals:
            self._part(_("Where we want to go"), *map(self._goal, content.goals))
        if (way := content.chosen_way) is not None:
            self._part(_("The way we chose"), VoiceBlock(way.what, Whose.BOTH, way.effort))
        if content.choice.not_wanted:
            title = _("What {name} does not want").format(name=client)
            self._part(title, VoiceBlock(content.choice.not_wanted.words), tone="clay")
        if told := agreement_words(content):
            self._part(_("What we agreed"), VoiceBlock("\n".join(told), Whose.BOTH, role="body"))
        if content.commitments:
            mine, yours = content.promised(Whose.THERAPIST), content.promised(Whose.CLIENT)
            i_will = self._list(_("I will, {name}").format(name=therapist), "accent", mine)
            you_will = self._list(_("You will, {name}").format(name=client), "clay", yours)
            self._column.addWidget(TwoColumns(i_will, you_will, (1, 1), 24, 560))
            self._column.addSpacing(8)
        for name, words in sign_words(content.signs):
            self._part(name, Words(words))
        self.setLayout(self._column)

    def _part(self, title: str, *parts: QWidget, tone: str = "accent") -> None:
        self._column.addWidget(Words(title, "heading", tone))
        for part in parts:
            self._column.addWidget(part)
        self._column.addSpacing(8)

    def _goal(self, goal: Goal) -> VoiceBlock:
        parts = [goal.activity] if goal.said and goal.activity else []
        if goal.now is not None:
            parts.append(_("now {n}").format(n=goal.now))
        if goal.hoped is not None:
            parts.append(_("hoped {n}").format(n=goal.hoped))
        if goal.by is not None:
            parts.append(_("by {day}").format(day=day_words(goal.by)))
        if goal.ladder and goal.ladder[GOAL - 1]:
            parts.append(_("our goal: {words}").format(words=goal.ladder[GOAL - 1]))
        whose = Whose.CLIENT if goal.said else Whose.THERAPIST
        return VoiceBlock(goal.title, whose, _(" · ").join(parts))

    def _list(self, title: str, tone: str, steps: tuple[Commitment, ...]) -> QWidget:
        lines: QVBoxLayout = column(Words(title, "heading", tone), gap=4)
        for step in steps:
            lines.addWidget(Words(step.what))
            if how := step_words(step):
                lines.addWidget(Words(how, "small", "muted"))
        lines.addStretch(1)
        return boxed(lines)
