"""What is worth asking about with one client: an alert, the facts it comes from, and being left in peace with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from alliance_desktop.domain.alliance import Strand
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class ReasonMissing(AllianceError):
    """An alert was to be put off without a reason."""


class NotLater(AllianceError):
    """An alert was to be put off until a day that has come already."""


class Rule(StrEnum):
    """The rules by their codes, which stay as they are in what is stored."""

    LOW = "A1"
    DROP = "A2"
    STAYS_LOW = "A3"
    FLAT_TOP = "A4"
    NOT_ASKED = "A5"
    DRIFT = "A6"
    CHECKPOINT = "A7"
    LAST_LOOK = "A8"
    WORSE = "A9"
    MISSED = "A10"
    PROMISE = "A11"
    GAP = "A12"
    PLAN_STALE = "A13"
    UNSIGNED = "A14"


def rule_words(rule: Rule) -> str:
    """Name a rule in a word or two."""
    return {
        Rule.LOW: _("A low answer"),
        Rule.DROP: _("Lower than usual"),
        Rule.STAYS_LOW: _("Stays low"),
        Rule.FLAT_TOP: _("Always the highest answer"),
        Rule.NOT_ASKED: _("Not asked lately"),
        Rule.DRIFT: _("Has not come for a while"),
        Rule.CHECKPOINT: _("Nothing has moved yet"),
        Rule.LAST_LOOK: _("Still nothing has moved"),
        Rule.WORSE: _("Worse than at first"),
        Rule.MISSED: _("Visits that did not take place"),
        Rule.PROMISE: _("A promise past its day"),
        Rule.GAP: _("Guessed higher than answered"),
        Rule.PLAN_STALE: _("The plan waits for a review"),
        Rule.UNSIGNED: _("Not signed yet"),
    }[rule]


class Facts(Protocol):
    """The numbers and days that a rule found, and how to say them."""

    @property
    def gravity(self) -> tuple[float, ...]:
        """How bad it is, part by part; only what the same rule found is compared, and higher is worse.

        Days that merely pass make nothing worse.
        """

    @property
    def asks(self) -> str:
        """One calm sentence: what is worth saying or doing."""

    @property
    def told(self) -> str:
        """The numbers and days in words."""

    @property
    def rule(self) -> str:
        """The rule with its limits, and where it comes from, in words."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing worth asking about: which rule found it, from which day on it holds, and its facts."""

    rule: Rule
    since: date
    facts: Facts
    strand: Strand | None = None

    @property
    def asks(self) -> str:
        """One calm sentence for the therapist: what is worth saying or doing."""
        return self.facts.asks

    @property
    def why(self) -> str:
        """The numbers and days it comes from, the rule, and the rule's source, in words."""
        return f"{self.facts.told} {self.facts.rule}"


@dataclass(frozen=True, slots=True)
class Snooze:
    """That an alert was put off until a day, why, and how bad it was then."""

    rule: Rule
    until: date
    reason: str
    strand: Strand | None = None
    gravity: tuple[float, ...] = ()

    def silences(self, alert: Alert, today: date) -> bool:
        """True before its day for an alert of the same rule and strand that has got worse in no part since."""
        if (self.rule, self.strand) != (alert.rule, alert.strand) or today >= self.until:
            return False
        return not any(now > then for now, then in zip(alert.facts.gravity, self.gravity, strict=False))


def snooze(alert: Alert, until: date, reason: str, today: date) -> Snooze:
    """Put an alert off until a day; it comes back earlier when it gets worse than it is now.

    Raises ``ReasonMissing`` without a reason and ``NotLater`` unless the day is still to come.
    """
    if not reason.strip():
        raise ReasonMissing(_("Please say in a word or two why this can wait."))
    if until <= today:
        raise NotLater(_("Please choose a day that is still to come."))
    return Snooze(alert.rule, until, reason.strip(), alert.strand, alert.facts.gravity)


def awake(alerts: Iterable[Alert], snoozes: Iterable[Snooze], today: date) -> tuple[Alert, ...]:
    """Return the alerts that no snooze silences today, in the order given."""
    put_off = tuple(snoozes)
    return tuple(alert for alert in alerts if not any(each.silences(alert, today) for each in put_off))
