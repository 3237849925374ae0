"""What to look at before a plan is handed out: amber sentences that never stand in the way."""

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _, counted

MOST_HOME_STEPS = 3
PAGES = 2


def checks(content: PlanContent, pages: int, large_print: bool) -> tuple[str, ...]:
    """Return what a reader would miss, in plain words; nothing when the paper is as it should be."""
    home = content.promised(Whose.CLIENT)
    without_how = [step.what for step in home if not step.how and step.due is None]
    found = []
    if not content.what_matters and not any(goal.said for goal in content.goals):
        found.append(_("The client’s own words are not on it yet."))
    if len(home) > MOST_HOME_STEPS:
        found.append(counted("{n} thing to do at home", "{n} things to do at home; three are kept", len(home)) + ".")
    if without_how:
        found.append(_("“{what}” does not say how often.").format(what=without_how[0]))
    if content.review_on is None:
        found.append(_("There is no day to look at it again."))
    if not content.reservations_asked:
        found.append(_("Doubts were not asked about yet."))
    if pages > PAGES and not large_print:
        found.append(counted("It takes {n} page.", "It takes {n} pages; two are read.", pages))
    return tuple(found)
