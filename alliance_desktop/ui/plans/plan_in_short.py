"""A plan in short, to be read once more together: what matters, the goals, who does what."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alliance_desktop.domain.plan import Commitment, Goal, PlanContent
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class PlanInShort(QWidget):
    """Everything that somebody wants or will do, in the order of the paper; parts that are empty close up."""

    def __init__(self, content: PlanContent, names: tuple[str, str]) -> None:
        super().__init__()
        client, therapist = names
        inside = column(gap=8)
        if content.what_matters:
            inside.addWidget(VoiceBlock(content.what_matters.words, role="hero"))
            inside.addSpacing(8)
        if content.goals:
            inside.addWidget(Words(_("Where we want to go"), "heading", "accent"))
        for goal in content.goals:
            inside.addWidget(self._goal(goal))
        if content.commitments:
            mine, yours = content.promised(Whose.THERAPIST), content.promised(Whose.CLIENT)
            i_will = self._list(_("I will, {name}").format(name=therapist), "accent", mine)
            you_will = self._list(_("You will, {name}").format(name=client), "clay", yours)
            inside.addSpacing(8)
            inside.addWidget(TwoColumns(i_will, you_will, (1, 1), 24, 560))
        self.setLayout(inside)

    def _goal(self, goal: Goal) -> VoiceBlock:
        parts = [goal.activity] if goal.said and goal.activity else []
        if goal.now is not None:
            parts.append(_("now {n}").format(n=goal.now))
        if goal.hoped is not None:
            parts.append(_("hoped {n}").format(n=goal.hoped))
        if goal.by is not None:
            parts.append(_("by {day}").format(day=day_words(goal.by)))
        whose = Whose.CLIENT if goal.said else Whose.THERAPIST
        return VoiceBlock(goal.title, whose, _(" · ").join(parts))

    def _list(self, title: str, tone: str, steps: tuple[Commitment, ...]) -> QWidget:
        lines: QVBoxLayout = column(Words(title, "heading", tone), gap=4)
        for step in steps:
            lines.addWidget(Words(_(", ").join(part for part in (step.what, step.how) if part)))
        lines.addStretch(1)
        return boxed(lines)
