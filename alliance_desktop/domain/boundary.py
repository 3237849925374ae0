"""Boundaries: what happened at the edge of the work, what the therapist said, and kind ways to say it.

The log is the therapist's alone: it is never printed, never shown to a client, and the search does not read it, for
whoever sits beside the screen sees what the search finds.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class NothingHappened(AllianceError):
    """An entry was to be kept that does not say what happened."""


class BoundaryToCome(AllianceError):
    """Something was to be noted on a day that has not come yet."""


class BoundaryKind(StrEnum):
    """What it was about."""

    GIFT = "gift"
    DUAL = "dual relation"
    OVERSHARING = "oversharing"
    AFTER_HOURS = "after hours"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BoundaryDraft:
    """What the form yields: the day, what happened, what the therapist said or did, and what comes next."""

    day: date
    kind: BoundaryKind = BoundaryKind.GIFT
    happened: str = ""
    did: str = ""
    next: str = ""

    def checked(self, today: date) -> "BoundaryDraft":
        """Return the draft without blanks around it; raises ``NothingHappened`` and ``BoundaryToCome``."""
        if not self.happened.strip():
            raise NothingHappened(_("Please say what happened, in a word or two; nothing typed is lost."))
        if self.day > today:
            raise BoundaryToCome(_("This day has not come yet. Please look at the date; nothing typed is lost."))
        return BoundaryDraft(self.day, self.kind, self.happened.strip(), self.did.strip(), self.next.strip())


@dataclass(frozen=True, slots=True)
class BoundaryNote:
    """One entry of the log as it is kept."""

    id: int
    client_id: int
    draft: BoundaryDraft


def seal_of(entry: BoundaryNote) -> str:
    """Return the SHA-256 (hex) of what was noted and about whom."""
    draft = entry.draft
    told = {
        "client": entry.client_id,
        "day": draft.day.isoformat(),
        "kind": str(draft.kind),
        "happened": draft.happened,
        "did": draft.did,
        "next": draft.next,
    }
    return hashlib.sha256(canonical(told)).hexdigest()


def kind_words(kind: BoundaryKind) -> str:
    """Name what it was about."""
    return {
        BoundaryKind.GIFT: _("A gift"),
        BoundaryKind.DUAL: _("Another relation"),
        BoundaryKind.OVERSHARING: _("Too much told"),
        BoundaryKind.AFTER_HOURS: _("After hours"),
        BoundaryKind.OTHER: _("Something else"),
    }[kind]


def kind_hint(kind: BoundaryKind) -> str:
    """Say by what it is known."""
    return {
        BoundaryKind.GIFT: _("Money, a present, a favour that wants to be returned."),
        BoundaryKind.DUAL: _("Friends, family, business, or more than that, beside the work."),
        BoundaryKind.OVERSHARING: _("Something told that weighs on you, or that belongs elsewhere; by them or by you."),
        BoundaryKind.AFTER_HOURS: _("Calls and messages at night, visits that never end."),
        BoundaryKind.OTHER: _("Whatever made you stop and think."),
    }[kind]


def wording_cards(kind: BoundaryKind) -> tuple[str, ...]:
    """Return sentences that say it kindly, for the therapist to make their own."""
    return {
        BoundaryKind.GIFT: (
            _("Thank you, I see that you thought of me. I do not take gifts, so that nothing stands between us."),
            _("Your thanks are enough for me. If you like, give it to somebody who needs it more."),
        ),
        BoundaryKind.DUAL: (
            _("I like you, and I am your therapist. So that this stays good for you, I keep it to that."),
            _("We may meet in town, and I will greet you if you greet me. Nobody learns from me that you come here."),
        ),
        BoundaryKind.OVERSHARING: (
            _("What you tell me matters, and it is more than my hands can carry. May I name somebody who can?"),
            _("I notice that I speak of myself. This hour is yours; let us go back to you."),
        ),
        BoundaryKind.AFTER_HOURS: (
            _("I read messages on working days until six. What comes later I answer in the morning."),
            _("Our time is over for today. What you just said is important: shall we begin with it next time?"),
        ),
        BoundaryKind.OTHER: (
            _("I would like to stop here for a moment and say how I work."),
            _("I cannot do that, and I still like working with you."),
        ),
    }[kind]
