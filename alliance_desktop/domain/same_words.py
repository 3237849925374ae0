"""Whether two contents of a plan say the same, whenever it was said and whatever Voice it rests on."""

from dataclasses import replace

from alliance_desktop.domain.plan import Choice, PlanContent
from alliance_desktop.domain.voice import Said


def same_words(one: PlanContent | None, other: PlanContent) -> bool:
    """True when two contents differ at most in days and Voices of the same words."""
    return one is not None and _bare(one) == _bare(other)


def _bare(content: PlanContent) -> PlanContent:
    def bare(said: Said) -> Said:
        return Said(said.words)

    choice = content.choice
    return replace(
        content,
        what_matters=bare(content.what_matters),
        strengths=bare(content.strengths),
        goals=tuple(replace(goal, said=bare(goal.said), source=bare(goal.source)) for goal in content.goals),
        choice=Choice(choice.way, bare(choice.reason), bare(choice.not_wanted)),
        reservations=tuple(replace(doubt, said=bare(doubt.said)) for doubt in content.reservations),
        teach_back=bare(content.teach_back),
    )
