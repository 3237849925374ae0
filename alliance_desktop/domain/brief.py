"""One card about a client, readable in a minute before they come in."""

from dataclasses import dataclass

from alliance_desktop.domain.alert import Alert
from alliance_desktop.domain.alliance import KeptCheck
from alliance_desktop.domain.client import Client
from alliance_desktop.domain.comfort import ComfortItem
from alliance_desktop.domain.consent import Consent
from alliance_desktop.domain.health import Safety
from alliance_desktop.domain.plan import Goal, PlanState, Reservation
from alliance_desktop.domain.promise import Promise
from alliance_desktop.domain.session import Session
from alliance_desktop.domain.voice import Said


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know about one client today; absent parts are empty, never invented.

    ``answered`` is a closing check that nobody has looked at yet.
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

    @property
    def is_empty(self) -> bool:
        """True while nothing is known that the brief could say."""
        known = (self.last, self.promises, self.reservations, self.goals, self.answered, self.alerts)
        return not (self.what_matters or self.comfort or any(known))
