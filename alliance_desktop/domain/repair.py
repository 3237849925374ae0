"""The repair notebook: what strained the alliance, what was said about it, what we changed, and how it went.

A strain shows in one of two ways, after Safran and Muran: somebody draws back, or somebody complains.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class NothingNoted(AllianceError):
    """A repair was to be kept that says nothing."""


class NotYet(AllianceError):
    """Something was to be noted on a day that has not come yet."""


class CheckTooEarly(AllianceError):
    """How it went was to be looked at on a day that is not after the day itself."""


class NoticedBy(StrEnum):
    """Who noticed that something was wrong."""

    CLIENT = "client"
    THERAPIST = "therapist"


class RuptureKind(StrEnum):
    """How the strain showed."""

    WITHDRAWAL = "withdrawal"
    CONFRONTATION = "confrontation"


class Marker(StrEnum):
    """What may be seen of a strain in bodywork, in the order of the ticks."""

    HELD_BREATH = "held breath"
    TENSED_UP = "tensed up"
    FINE_TWICE = "fine twice"
    PRESSURE = "pressure not right"
    LATE = "late after being early"
    STOPPED_BOOKING = "stopped booking ahead"
    DRAPING = "draping adjusted"
    ASKED_TO_STOP = "asked to stop"


class RepairOutcome(StrEnum):
    """How it went, as it looks from a later visit."""

    OPEN = "open"
    REPAIRED = "repaired"
    BETTER = "better"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class RepairDraft:
    """What the repair notebook's form yields.

    ``client_said`` is the client's, to the letter; ``i_said`` and ``we_changed`` are the therapist's words.
    ``plan_changed`` says whether the plan was changed for it, ``check_on`` when to look at it again; kind and strand
    are None while nobody can tell.
    """

    day: date
    noticed_by: NoticedBy = NoticedBy.THERAPIST
    kind: RuptureKind | None = None
    strand: Strand | None = None
    markers: frozenset[Marker] = frozenset()
    client_said: str = ""
    i_said: str = ""
    we_changed: str = ""
    plan_changed: bool = False
    check_on: date | None = None
    outcome: RepairOutcome = RepairOutcome.OPEN

    @property
    def is_empty(self) -> bool:
        """True while there is neither a word nor a tick."""
        return not (self.markers or any(words.strip() for words in (self.client_said, self.i_said, self.we_changed)))

    def is_due(self, today: date) -> bool:
        """True while it is open and the day to look at it again has come."""
        return self.outcome is RepairOutcome.OPEN and self.check_on is not None and self.check_on <= today

    def checked(self, today: date) -> "RepairDraft":
        """Return the draft itself; raise what keeps it from being kept.

        ``NothingNoted`` without a word or a tick, ``NotYet`` for a day to come, ``CheckTooEarly`` for a check that is
        not on a later day.
        """
        if self.is_empty:
            raise NothingNoted(_("One word or one tick is enough. Nothing is noted yet."))
        if self.day > today:
            raise NotYet(_("This day has not come yet. Please look at the date; nothing typed is lost."))
        if self.check_on is not None and self.check_on <= self.day:
            raise CheckTooEarly(_("Please look at it again on a later day; nothing typed is lost."))
        return self


@dataclass(frozen=True, slots=True)
class Repair:
    """One entry of the notebook as it is kept; ``looked_at`` is when it was last said how it went."""

    id: int
    client_id: int
    draft: RepairDraft
    looked_at: datetime | None = None


def seal_of(repair: Repair) -> str:
    """Return the SHA-256 (hex) of what was noted and about whom; how it went later is not part of it."""
    draft = repair.draft
    told = {
        "client": repair.client_id,
        "day": draft.day.isoformat(),
        "noticed by": str(draft.noticed_by),
        "kind": str(draft.kind or ""),
        "strand": str(draft.strand or ""),
        "markers": [str(marker) for marker in Marker if marker in draft.markers],
        "client said": draft.client_said,
        "i said": draft.i_said,
        "we changed": draft.we_changed,
    }
    return hashlib.sha256(canonical(told)).hexdigest()


def noticed_words(noticed_by: NoticedBy) -> str:
    """Say who noticed it."""
    return {NoticedBy.CLIENT: _("The client noticed it"), NoticedBy.THERAPIST: _("I noticed it")}[noticed_by]


def kind_words(kind: RuptureKind) -> str:
    """Name how the strain showed."""
    return {RuptureKind.WITHDRAWAL: _("They drew back"), RuptureKind.CONFRONTATION: _("They complained")}[kind]


def kind_hint(kind: RuptureKind) -> str:
    """Say by what a strain of this kind is known."""
    return {
        RuptureKind.WITHDRAWAL: _("Going quiet, “fine”, agreeing without meaning it, cancelling."),
        RuptureKind.CONFRONTATION: _("A complaint about you, the way of working, the price."),
    }[kind]


def marker_words(marker: Marker) -> str:
    """Say what was seen, as the ticks do."""
    return {
        Marker.HELD_BREATH: _("Held their breath"),
        Marker.TENSED_UP: _("Tensed up"),
        Marker.FINE_TWICE: _("Said “it’s fine” twice"),
        Marker.PRESSURE: _("Pressure changed, and still not right"),
        Marker.LATE: _("Came late after being early"),
        Marker.STOPPED_BOOKING: _("Stopped booking ahead"),
        Marker.DRAPING: _("Adjusted the cover themselves"),
        Marker.ASKED_TO_STOP: _("Asked to stop"),
    }[marker]


def outcome_words(outcome: RepairOutcome) -> str:
    """Say how it went."""
    return {
        RepairOutcome.OPEN: _("Still open"),
        RepairOutcome.REPAIRED: _("Repaired"),
        RepairOutcome.BETTER: _("Better"),
        RepairOutcome.NOT: _("Not repaired"),
    }[outcome]


@dataclass(frozen=True, slots=True)
class CoachStep:
    """One step of the coach card: its name, what to do, and one sentence that could be said."""

    title: str
    what: str
    example: str


def coach_card() -> tuple[CoachStep, ...]:
    """Return the three steps in their order: validate, explore, agree one change."""
    return (
        CoachStep(
            _("Validate"),
            _("Take what they felt as real, and do not defend yourself."),
            _("Thank you for telling me. I see that this was too much for you."),
        ),
        CoachStep(
            _("Explore"),
            _("Ask what happened for them, and listen longer than you speak."),
            _("What was it like for you when I stayed on that place?"),
        ),
        CoachStep(
            _("Agree one change"),
            _("Find one thing to do differently, and a day to look at it again."),
            _("I will ask before I go deeper; will you tell me next time whether that was enough?"),
        ),
    )


def coach_source_words() -> str:
    """Say where the three steps come from, and what is not for today."""
    return _(
        "134 experienced therapists agreed on the first two for the moment itself; pointing out patterns or pressing "
        "for change is for a later visit (PMC5966286). Agreeing anew on goals or on the way is a road of its own "
        "(PMC9712586)."
    )
