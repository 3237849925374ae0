"""The parts of a paper that may be left out, which of them hold anything, and a plan without those left out.

What is never left out has no tick: the strip, the goals and their ladders, who does what, when to stop and call, what
was agreed about places to leave alone and the stop signal, the signatures and the promise of privacy. The first are
what two people sign, the others keep the client safe.
"""

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.voice import Said
from alliance_desktop.words import _

NOTHING_SAID = Said()


class Section(StrEnum):
    """One part of a paper, on whichever sheet it stands; the stored value never changes."""

    MATTERS = "what matters"
    REFLECTION = "reflection"
    UNDERSTOOD = "professional words"
    NUMBERS = "numbers"
    BODY = "body"
    WAYS = "ways"
    WHY = "why this one"
    NOT_WANTED = "not wanted"
    HELPS = "what helps"
    GOING_ON = "going on"
    SIGNS = "signs"
    DOUBTS = "doubts"
    SAID_BACK = "said back"
    CHANGES = "changes"
    ROOM = "room to write"
    GLOSSARY = "words we used"
    DAYS = "days to tick"
    GOALS = "goals"
    SINCE = "since last time"
    LAST_TIME = "about last time"
    NOT_TODAY = "not today"
    WHY_SAY_IT = "why say it"
    LIMITS = "limits"
    ASKED = "asked and done"
    LINES = "lines"
    SCALES = "scales"
    TABLE = "table"
    LADDERS = "ladders"
    ACTIVITIES = "activities"
    AREA = "area"
    PLANS_AGREED = "plans agreed"
    TOGETHER = "how we work together"
    REPAIRS = "repairs"
    TOLD = "what you told me"
    DONE = "what we did"
    AFTERWARDS = "how it felt afterwards"
    BEFORE_AFTER = "before and after"
    AT_HOME = "at home"
    PROMISED = "promised"
    NEXT_VISIT = "next visit"

    @property
    def words(self) -> str:
        """How the part is called beside its tick."""
        return {
            Section.MATTERS: _("What matters to the client"),
            Section.REFLECTION: _("What you understood"),
            Section.UNDERSTOOD: _("Your professional words"),
            Section.NUMBERS: _("Numbers from 0 to 10"),
            Section.BODY: _("Body figure"),
            Section.WAYS: _("Ways we talked about"),
            Section.WHY: _("Why this one"),
            Section.NOT_WANTED: _("What is not wanted"),
            Section.HELPS: _("What already helps"),
            Section.GOING_ON: _("What we think is going on"),
            Section.SIGNS: _("How we will know"),
            Section.DOUBTS: _("What is not sure yet"),
            Section.SAID_BACK: _("Said back in own words"),
            Section.CHANGES: _("What is new"),
            Section.ROOM: _("Room to write"),
            Section.GLOSSARY: _("Words we used"),
            Section.DAYS: _("Days to tick"),
            Section.GOALS: _("The goals"),
            Section.SINCE: _("Since last time"),
            Section.LAST_TIME: _("About last time"),
            Section.NOT_TODAY: _("What I do not want today"),
            Section.WHY_SAY_IT: _("Why saying it helps"),
            Section.LIMITS: _("Where the limits are"),
            Section.ASKED: _("What was asked and done"),
            Section.LINES: _("The numbers as lines"),
            Section.SCALES: _("Your own scales"),
            Section.TABLE: _("The numbers as a table"),
            Section.LADDERS: _("Steps of the goals"),
            Section.ACTIVITIES: _("Activities, then and now"),
            Section.AREA: _("How much of the body"),
            Section.PLANS_AGREED: _("When plans were agreed"),
            Section.TOGETHER: _("How we work together"),
            Section.REPAIRS: _("When we talked about how we work"),
            Section.TOLD: _("What the client told you"),
            Section.DONE: _("What we did"),
            Section.AFTERWARDS: _("How it felt afterwards"),
            Section.BEFORE_AFTER: _("Before and after"),
            Section.AT_HOME: _("At home"),
            Section.PROMISED: _("What you promised"),
            Section.NEXT_VISIT: _("Next visit"),
        }[self]


# What a client’s paper holds only once it was ticked on purpose: it is theirs, and may be read by others at home.
OFF_AT_FIRST = frozenset({Section.TOGETHER, Section.REPAIRS})

# What gives way first where two pages do not hold a plan, unless it was ticked on purpose: what the talk was helped by,
# not what was agreed in it.
FIRST_TO_GO = (Section.SAID_BACK, Section.REFLECTION, Section.GOING_ON, Section.HELPS, Section.UNDERSTOOD)


def held(content: PlanContent) -> tuple[Section, ...]:
    """The parts of a plan that hold anything and may be left out, in the order of its paper."""
    goals = content.goals
    found = (
        (Section.MATTERS, bool(content.what_matters)),
        (Section.UNDERSTOOD, any(g.professional.strip() and (g.said or g.activity) for g in goals)),
        (Section.NUMBERS, any(g.now is not None or g.hoped is not None for g in goals)),
        (Section.BODY, bool(content.marks)),
        (Section.REFLECTION, bool(content.reflection.strip())),
        (Section.WAYS, any(w.what or w.good or w.less_good or w.effort for w in content.ways)),
        (Section.WHY, bool(content.choice.reason)),
        (Section.NOT_WANTED, bool(content.choice.not_wanted)),
        (Section.HELPS, bool(content.strengths)),
        (Section.GOING_ON, bool(content.understanding.strip())),
        (Section.SIGNS, bool(content.signs.it_works.strip() or content.signs.we_stop.strip())),
        (Section.DOUBTS, bool(content.reservations) or content.reservations_asked),
        (Section.SAID_BACK, bool(content.teach_back)),
    )
    return tuple(section for section, holds in found if holds)


_PATHS = {
    "what_matters": Section.MATTERS,
    "reflection": Section.REFLECTION,
    "understood": Section.REFLECTION,
    "strengths": Section.HELPS,
    "understanding": Section.GOING_ON,
    "marks": Section.BODY,
    "ways": Section.WAYS,
    "reservations": Section.DOUBTS,
    "reservations_asked": Section.DOUBTS,
    "teach_back": Section.SAID_BACK,
    "choice/way": Section.WAYS,
    "choice/reason": Section.WHY,
    "choice/not_wanted": Section.NOT_WANTED,
    "signs/it_works": Section.SIGNS,
    "signs/we_stop": Section.SIGNS,
    "goals/professional": Section.UNDERSTOOD,
    "goals/source": Section.MATTERS,
    "goals/now": Section.NUMBERS,
    "goals/hoped": Section.NUMBERS,
}


def section_of(path: str) -> Section | None:
    """The part that a change's path lies in (``goals/<uid>/now``); None for what is never left out."""
    first, *rest = path.split("/")
    return _PATHS.get(first) or (_PATHS.get(f"{first}/{rest[-1]}") if rest else None)


def without(content: PlanContent, left_out: Collection[Section]) -> PlanContent:
    """The plan as it is printed when these parts are left out; the plan itself stays whole."""
    out = set(left_out)
    goals = content.goals
    if Section.UNDERSTOOD in out:
        goals = tuple(replace(g, professional="") if g.said or g.activity else g for g in goals)
    if Section.NUMBERS in out:
        goals = tuple(replace(g, now=None, hoped=None) for g in goals)
    choice, signs = content.choice, content.signs
    if Section.WHY in out:
        choice = replace(choice, reason=NOTHING_SAID)
    if Section.NOT_WANTED in out:
        choice = replace(choice, not_wanted=NOTHING_SAID)
    if Section.SIGNS in out:
        signs = replace(signs, it_works="", we_stop="")
    doubts = Section.DOUBTS not in out
    return replace(
        content,
        goals=goals,
        choice=choice,
        signs=signs,
        what_matters=NOTHING_SAID if Section.MATTERS in out else content.what_matters,
        reflection="" if Section.REFLECTION in out else content.reflection,
        marks=() if Section.BODY in out else content.marks,
        ways=() if Section.WAYS in out else content.ways,
        strengths=NOTHING_SAID if Section.HELPS in out else content.strengths,
        understanding="" if Section.GOING_ON in out else content.understanding,
        reservations=content.reservations if doubts else (),
        reservations_asked=content.reservations_asked and doubts,
        teach_back=NOTHING_SAID if Section.SAID_BACK in out else content.teach_back,
    )
