"""Who comes when: a day, a time, how long, a word about it, and what became of it. No product for calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from alliance_desktop.domain.client import called
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

USUAL_MINUTES = 60
SHORTEST, LONGEST = 5, 600


class NobodyComes(AllianceError):
    """An appointment is for somebody."""


class WhenMissing(AllianceError):
    """An appointment has a day and a time."""


class Became(StrEnum):
    """What became of an appointment; that it took place is told by the note of that day."""

    PLANNED = "planned"
    CALLED_OFF = "called off"
    LATE_CANCELLED = "late cancelled"
    NO_SHOW = "no show"


def became_words(became: Became) -> str:
    """Say what became of it, as a row of a day does; nothing for what is planned."""
    return {
        Became.PLANNED: "",
        Became.CALLED_OFF: _("Called off"),
        Became.LATE_CANCELLED: _("Called off late"),
        Became.NO_SHOW: _("Did not come"),
    }[became]


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """What the form yields: who, when, how long and a word of the therapist's.

    ``starts`` is a local time of day, ``minutes`` are 5 to 600. ``name`` is that of somebody who is no client yet; it
    counts only where there is no ``client_id``.
    """

    client_id: int | None = None
    day: date | None = None
    starts: time | None = None
    minutes: int = USUAL_MINUTES
    note: str = ""
    name: str = ""

    def checked(self) -> "AppointmentDraft":
        """Return the draft itself; raises ``NobodyComes`` and ``WhenMissing``."""
        if self.client_id is None and not self.name.strip():
            raise NobodyComes(_("Please say who comes."))
        if self.day is None or self.starts is None:
            raise WhenMissing(_("A visit needs a day and a time."))
        return self


@dataclass(frozen=True, slots=True)
class Appointment:
    """One appointment as stored."""

    id: int
    uid: str
    client_id: int
    full_name: str
    chosen_name: str
    day: date
    starts: time
    minutes: int
    note: str = ""
    became: Became = Became.PLANNED

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)

    @property
    def begins(self) -> datetime:
        """The local moment it begins; naive, for a day's hours stay what they are when the clocks are changed."""
        return datetime.combine(self.day, self.starts)

    @property
    def ends(self) -> datetime:
        """The local moment it ends, naive as ``begins``."""
        return self.begins + timedelta(minutes=self.minutes)

    @property
    def draft(self) -> AppointmentDraft:
        """The same as the form shows it."""
        return AppointmentDraft(self.client_id, self.day, self.starts, self.minutes, self.note)


def overlapping(draft: AppointmentDraft, others: Iterable[Appointment], but: int = 0) -> tuple[Appointment, ...]:
    """Those of the others that are still on and lie at the same time; ``but`` is the one that is being changed."""
    if draft.day is None or draft.starts is None:
        return ()
    begins = datetime.combine(draft.day, draft.starts)
    ends = begins + timedelta(minutes=draft.minutes)
    return tuple(
        other
        for other in others
        if other.id != but and other.became is Became.PLANNED and other.begins < ends and begins < other.ends
    )
