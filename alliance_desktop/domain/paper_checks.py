"""What to look at before a plan is handed out: amber sentences that never stand in the way."""

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _, counted

MOST_HOME_STEPS = 3
PAGES = 2


def checks(content: PlanContent, pages: int, large_print: bool) -> tuple[str, ...]:
    """Return what a reader would miss, in plain words, the gravest first; nothing when the paper is as it should be."""
    found = [*_voice(content), *_steps(content)]
    if content.review_on is None:
        found.append(_("There is no day to look at it again."))
    if not content.reservations_asked and not content.reservations:
        found.append(_("Doubts were not asked about yet."))
    if pages > PAGES and not large_print:
        found.append(counted("It takes {n} page; two are read.", "It takes {n} pages; two are read.", pages))
    return tuple(found)


def _voice(content: PlanContent) -> list[str]:
    """Whether the client's own words lead it, as a whole and goal by goal."""
    without = [goal.title for goal in content.goals if goal.title.strip() and not goal.said]
    if not content.what_matters and not any(goal.said for goal in content.goals):
        return [_("The client’s own words are not on it yet.")]
    if not content.what_matters:
        return [_("What matters to the client is not on it yet.")]
    return [_("This goal is not in the client’s words: {goal}").format(goal=title) for title in without]


def _steps(content: PlanContent) -> list[str]:
    """Whether what is to be done at home can be kept: few things, and each says how often or by when."""
    home = [step for step in content.promised(Whose.CLIENT) if step.what.strip() or step.how.strip()]
    found = []
    if len(home) > MOST_HOME_STEPS:
        words = counted(
            "{n} thing to do at home. Three at most are easier to keep.",
            "{n} things to do at home. Three at most are easier to keep.",
            len(home),
        )
        found.append(words)
    without = [step.what for step in home if not step.how.strip() and step.due is None]
    if without:
        found.append(_("How often, or by when, is missing for: {steps}").format(steps=", ".join(without)))
    return found
