"""Red flags: what may ask for a doctor before hands, where it shows, and what the therapist decided; never a verdict.

The list merges what massage safety checklists and physiotherapy guidance name (domain reference, 3.3).
"""

import hashlib
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.health import Caution, HealthItem, HealthKind
from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

# How long an operation asks whether a doctor has cleared it: the longest span that the sources name.
AFTER_SURGERY = timedelta(days=180)


class DecisionMissing(AllianceError):
    """A red flag was to be kept without what was decided."""


class FlagMissing(AllianceError):
    """Something was decided, and nothing says about what."""


class ReasonOfDecisionMissing(AllianceError):
    """A decision was to be kept without why."""


class RedFlag(StrEnum):
    """The signs by their codes, those that ask for help at once first."""

    CLOT = "clot"
    CHEST = "chest"
    HEAD = "head"
    STROKE = "stroke"
    SADDLE = "saddle"
    FEVER = "fever"
    NUMB_WEAK = "numb and weak"
    NIGHT_PAIN = "night pain"
    CONSTANT_PAIN = "constant pain"
    SUDDEN_PAIN = "sudden pain"
    INJURY = "injury"
    WEIGHT = "weight"
    INSIDE = "inside"
    SKIN = "skin"
    DRINK = "drink"
    AFTER = "after surgery"


class Urgency(StrEnum):
    """How soon a sign may ask for somebody else, soonest first."""

    NOW = "now"
    SOON = "soon"
    TODAY = "today"


class Decision(StrEnum):
    """What the therapist decided; ``NONE_SEEN`` is kept where the list was gone through and nothing was there."""

    WENT_ON = "went on"
    ADAPTED = "adapted"
    NOT_THERE = "not there"
    REFERRED = "referred"
    NONE_SEEN = "none seen"


DECISIONS = (Decision.WENT_ON, Decision.ADAPTED, Decision.NOT_THERE, Decision.REFERRED)
URGENCY = {
    flag: Urgency.NOW if place < 6 else Urgency.SOON if place < 13 else Urgency.TODAY
    for place, flag in enumerate(RedFlag)
}
# Which answer of the health questions is which sign.
_OF_ANSWER = {
    "clot": RedFlag.CLOT,
    "breath": RedFlag.CHEST,
    "unwell": RedFlag.FEVER,
    "numb": RedFlag.NUMB_WEAK,
    "night_pain": RedFlag.NIGHT_PAIN,
    "skin": RedFlag.SKIN,
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing that waits for a decision: which sign, what it rests on, and the client's words or the item's name.

    ``about`` tells the same thing again; ``place`` is a number of its own among what waits for one client.
    """

    about: str
    place: int
    flag: RedFlag | None = None
    named: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class RedFlagDraft:
    """What the form yields; ``about`` and ``named`` say what it rests on where it is not the list."""

    flags: frozenset[RedFlag] = frozenset()
    decision: Decision | None = None
    reason: str = ""
    about: str = ""
    named: str = ""

    def checked(self) -> "RedFlagDraft":
        """Return what is kept: where nothing was ticked and nothing decided, that nothing was there.

        Raises ``FlagMissing``, ``DecisionMissing`` and ``ReasonOfDecisionMissing``.
        """
        seen = bool(self.flags or self.named)
        decided = self.decision not in (None, Decision.NONE_SEEN)
        if not seen and not decided:
            return RedFlagDraft(frozenset(), Decision.NONE_SEEN, self.reason.strip(), self.about)
        if not seen:
            raise FlagMissing(_("Please tick what it is about; nothing typed is lost."))
        if not decided:
            raise DecisionMissing(_("Please say what you decided; nothing typed is lost."))
        if not self.reason.strip():
            raise ReasonOfDecisionMissing(_("Please say why, in a word or two; it is kept for good."))
        return RedFlagDraft(self.flags, self.decision, self.reason.strip(), self.about, self.named)


@dataclass(frozen=True, slots=True)
class RedFlagEntry:
    """One decision as kept for good; ``replaces`` is the entry that it corrects."""

    id: int
    client_id: int
    day: date
    draft: RedFlagDraft
    at: datetime
    replaces: int | None = None


def seal_of(entry: RedFlagEntry) -> str:
    """Return the SHA-256 (hex) of all that was decided, about whom, when, and what it corrects."""
    draft = entry.draft
    told = {
        "client": entry.client_id,
        "day": entry.day.isoformat(),
        "flags": [str(flag) for flag in RedFlag if flag in draft.flags],
        "about": draft.about,
        "named": draft.named,
        "decision": str(draft.decision),
        "reason": draft.reason,
        "replaces": entry.replaces,
    }
    return hashlib.sha256(canonical(told)).hexdigest()


def live(entries: Sequence[RedFlagEntry]) -> tuple[RedFlagEntry, ...]:
    """The entries that no other corrects, in their order."""
    replaced = {entry.replaces for entry in entries}
    return tuple(entry for entry in entries if entry.id not in replaced)


def newest_decisions(entries: Sequence[RedFlagEntry], most: int = 2) -> tuple[RedFlagEntry, ...]:
    """The newest entries that hold and decided something, for the brief."""
    return tuple(each for each in live(entries) if each.draft.decision is not Decision.NONE_SEEN)[:most]


def waiting(
    answers: Iterable[HealthAnswer], items: Iterable[HealthItem], decided: Container[str], today: date
) -> tuple[Prompt, ...]:
    """What waits for a decision: newest answers that are a yes, and items; ``decided`` holds what was decided about.

    An item asks where it says not to treat, and an operation for 180 days. Another yes on another day asks anew.
    """
    found = [*_of_answers(answers), *_of_items(items, today)]
    return tuple(prompt for prompt in found if prompt.about not in decided)


def _of_answers(answers: Iterable[HealthAnswer]) -> Iterator[Prompt]:
    for answer in answers:
        flag = _OF_ANSWER.get(answer.code)
        if answer.yes and flag is not None and answer.at is not None:
            day = local_day(answer.at)
            about = f"answer {answer.code} {day.isoformat()}"
            yield Prompt(about, 1 + list(RedFlag).index(flag), flag, answer.words, day)


def _of_items(items: Iterable[HealthItem], today: date) -> Iterator[Prompt]:
    for item in items:
        since = item.item.since
        fresh = since is not None and since <= today <= since + AFTER_SURGERY
        if not item.holds(today):
            continue
        if item.item.caution is Caution.STOP:
            yield Prompt(f"item {item.id}", 1000 + item.id, None, item.item.name, since)
        elif item.item.kind is HealthKind.SURGERY and fresh:
            yield Prompt(f"item {item.id}", 1000 + item.id, RedFlag.AFTER, item.item.name, since)


def flag_words(flag: RedFlag) -> str:
    """Name a sign as one can ask about it."""
    return {
        RedFlag.CLOT: _("One leg swollen, warm and sore"),
        RedFlag.CHEST: _("Pain in the chest, or short of breath"),
        RedFlag.HEAD: _("A sudden strong headache with a stiff neck or changed sight"),
        RedFlag.STROKE: _("Sudden weakness, numbness or confusion"),
        RedFlag.SADDLE: _("Bladder or bowel out of control, or numb between the legs"),
        RedFlag.FEVER: _("Fever, or feeling ill"),
        RedFlag.NUMB_WEAK: _("Numb or tingling, and weaker than before"),
        RedFlag.NIGHT_PAIN: _("Pain that wakes at night"),
        RedFlag.CONSTANT_PAIN: _("Pain that nothing eases"),
        RedFlag.SUDDEN_PAIN: _("Very strong pain that came at once"),
        RedFlag.INJURY: _("A fall or blow lately, with strong pain"),
        RedFlag.WEIGHT: _("Weight lost without a reason"),
        RedFlag.INSIDE: _("Pain inside that nobody can explain"),
        RedFlag.SKIN: _("A wound, a rash or an infection"),
        RedFlag.DRINK: _("Alcohol or other drugs today"),
        RedFlag.AFTER: _("Operation, stroke or heart attack within six months"),
    }[flag]


def urgency_words(urgency: Urgency) -> str:
    """Say what signs like these may ask for."""
    return {
        Urgency.NOW: _("May ask for help at once"),
        Urgency.SOON: _("May ask for a doctor soon"),
        Urgency.TODAY: _("May ask to wait with hands today"),
    }[urgency]


def decision_words(decision: Decision) -> str:
    """Say what was decided."""
    return {
        Decision.WENT_ON: _("Went on"),
        Decision.ADAPTED: _("Adapted"),
        Decision.NOT_THERE: _("Did not work there"),
        Decision.REFERRED: _("Referred on"),
        Decision.NONE_SEEN: _("Gone through: nothing of it"),
    }[decision]


def prompt_words(prompt: Prompt) -> str:
    """Say what waits for a decision: the sign, or the item that says not to treat."""
    return flag_words(prompt.flag) if prompt.flag is not None else prompt.named


def entry_words(entry: RedFlagEntry) -> str:
    """Say what an entry is about, in one line."""
    told = [flag_words(flag) for flag in RedFlag if flag in entry.draft.flags]
    return _("; ").join(told) or entry.draft.named
