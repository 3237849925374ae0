"""What the first page of the day shows: who comes, what is unfinished, what is owed, what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.alert import Alert
from alliance_desktop.domain.appointment import Appointment, Became
from alliance_desktop.domain.client import ClientLine, called
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.held_form import HeldForm
from alliance_desktop.domain.promise import PromiseLine


class UnfinishedKind(StrEnum):
    """What waits to be finished."""

    NOTE = "note"
    PLAN_DRAFT = "plan draft"
    PLAN_TO_SIGN = "plan to sign"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One draft to go on with or one thing not signed yet."""

    kind: UnfinishedKind
    id: int
    client_id: int
    full_name: str
    day: date
    chosen_name: str = ""

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A plan to look at together again: its day has come, or half of its visits are done (``done`` of ``visits``)."""

    client_id: int
    full_name: str
    on: date | None
    chosen_name: str = ""
    done: int = 0
    visits: int = 0

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)


class NoteState(StrEnum):
    """How far the note of an appointment's day is."""

    NONE = "none"
    OPEN = "open"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class DayVisit:
    """One row of a day: who comes, and the little there is room for.

    ``promises`` are those open for that day, ``alerts`` what is worth asking; both empty where nobody came or comes.
    """

    appointment: Appointment
    client: ClientLine
    note: NoteState = NoteState.NONE
    promises: tuple[str, ...] = ()
    review_due: bool = False
    alerts: tuple[Alert, ...] = ()

    @property
    def is_open(self) -> bool:
        """True while it is planned and nothing is written yet."""
        return self.appointment.became is Became.PLANNED and self.note is NoteState.NONE


def next_up(visits: Sequence[DayVisit], local: datetime) -> DayVisit | None:
    """The visit to get ready for at a naive local moment: that day's first that is open and has not ended."""
    open_now = (each for each in visits if each.is_open and each.appointment.day == local.date())
    return next((each for each in open_now if each.appointment.ends > local), None)


@dataclass(frozen=True, slots=True)
class Drifted:
    """Somebody who has not come for longer than usual, with nothing booked; ``rhythm`` is the usual days between."""

    client_id: int
    full_name: str
    chosen_name: str
    last: date
    days: int
    rhythm: float | None = None

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody who does not come today and of whom one thing is worth a thought; ``last`` is their last visit."""

    client_id: int
    full_name: str
    chosen_name: str
    last: date
    alert: Alert

    @property
    def id(self) -> int:
        """What a list knows the line by."""
        return self.client_id

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)


@dataclass(frozen=True, slots=True)
class Everybody:
    """What a look at everybody found on a day, whoever was here last first; ``seen`` is how far the trail was then."""

    day: date
    seen: int
    drifted: tuple[Drifted, ...] = ()
    asking: tuple[Asking, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentEnding:
    """A consent that ends within thirty days and that nothing takes over; ``on`` is its last day."""

    id: int
    client_id: int
    full_name: str
    chosen_name: str
    kind: ConsentKind
    on: date

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the Today page shows but the visits of the day; what waits longest to be finished comes first."""

    day: date
    lately: tuple[ClientLine, ...]
    forms: tuple[HeldForm, ...]
    unfinished: tuple[Unfinished, ...]
    promises: tuple[PromiseLine, ...]
    reviews: tuple[ReviewDue, ...]
    clients: int
    ending: tuple[ConsentEnding, ...] = ()
