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
from alliance_desktop.domain.session import NoteKey, Session
from alliance_desktop.domain.voice import Said

# Steps are told from −2 to +2, and a ladder begins with the lowest.
_MIDDLE = 2


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
    def planned(self) -> str:
        """What the last signed note says of the next time, which is now; empty where it says nothing."""
        return " ".join(self.last.note.shown(NoteKey.NEXT).split()) if self.last is not None else ""

    @property
    def next_step(self) -> str:
        """The nearest step above today's on the first goal's ladder; empty where there is none, or no plan runs."""
        goal = self.goals[0] if self.goals else None
        if goal is None or goal.step is None or self.plan_state is PlanState.ENDED:
            return ""
        above = goal.ladder[goal.step + _MIDDLE + 1 :]
        return next((step.strip() for step in above if step.strip()), "")

    @property
    def has_limits(self) -> bool:
        """True where something is to be looked at before the hands."""
        return any((self.flags, self.decided, self.to_ask, self.ending))
