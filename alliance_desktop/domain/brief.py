"""One card about a client, readable in a minute before they come in."""

from dataclasses import dataclass

from alliance_desktop.domain.alert import Alert
from alliance_desktop.domain.alliance import KeptCheck
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.change_answer import ChangeAnswer
from alliance_desktop.domain.client import Client
from alliance_desktop.domain.comfort import ComfortItem
from alliance_desktop.domain.consent import Consent
from alliance_desktop.domain.health import Safety
from alliance_desktop.domain.health_questions import HealthQuestion
from alliance_desktop.domain.plan import Goal, PlanState, Reservation
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.red_flag import Prompt, RedFlagEntry
from alliance_desktop.domain.repair import Repair
from alliance_desktop.domain.session import Session
from alliance_desktop.domain.voice import Said


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know about one client today; absent parts are empty, never invented.

    ``answered`` is a closing check that nobody has looked at yet, ``strained`` are entries of the repair notebook to
    look at again; ``changed_today`` is what was answered today when asked whether anything changed, ``changed_last``
    the newest answer of all. ``flags`` wait for the therapist's decision, ``decided`` are the newest that were made;
    answers to the questions ``to_ask`` have grown old, and the consents ``ending`` run out within thirty days.
    """

    client: Client
    visits: int
    what_matters: Said
    safety: Safety
    comfort: tuple[ComfortItem, ...]
    last: Session | None
    promises: tuple[Promise, ...]
    reservations: tuple[Reservation, ...]
    goals: tuple[Goal, ...]
    plan_state: PlanState | None
    consent: Consent | None
    answered: KeptCheck | None
    alerts: tuple[Alert, ...]
    marks: tuple[Mark, ...] = ()
    strained: tuple[Repair, ...] = ()
    changed_today: ChangeAnswer | None = None
    changed_last: ChangeAnswer | None = None
    flags: tuple[Prompt, ...] = ()
    decided: tuple[RedFlagEntry, ...] = ()
    to_ask: tuple[HealthQuestion, ...] = ()
    ending: tuple[Consent, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True while nothing is known that the brief could say."""
        known = (self.visits, self.last, self.promises, self.reservations, self.goals, self.answered, self.alerts)
        return not (self.what_matters or self.comfort or any(known) or self.has_limits)

    @property
    def has_limits(self) -> bool:
        """True where something is to be looked at before the hands."""
        return any((self.flags, self.decided, self.to_ask, self.ending))
