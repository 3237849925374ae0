"""Who the client is: names as they want to be called, how to reach them, and what a list shows of them."""

from dataclasses import dataclass
from datetime import date, datetime

from alliance_desktop.domain.folding import folded
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class NameMissing(AllianceError):
    """A client needs a name, and nothing else."""


class BornLater(AllianceError):
    """A birth date lies in the future."""


@dataclass(frozen=True, slots=True)
class ClientDraft:
    """What the profile form yields: everything about a client that the therapist types.

    ``language`` is the one of the client's papers (ISO code); empty, it is the program's.
    """

    full_name: str = ""
    chosen_name: str = ""
    say_as: str = ""
    pronouns: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    birth_day: date | None = None
    occupation: str = ""
    found_us: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_relation: str = ""
    language: str = ""

    def checked(self, today: date) -> "ClientDraft":
        """Return the draft itself; raise ``NameMissing`` or ``BornLater`` when it cannot be kept as it is."""
        if not self.full_name.strip():
            raise NameMissing(_("A name is needed. Everything else can wait."))
        if self.birth_day is not None and self.birth_day > today:
            raise BornLater(_("This birth date lies in the future. Please look at the year; nothing typed is lost."))
        return self


@dataclass(frozen=True, slots=True)
class Client:
    """One client as stored."""

    id: int
    uid: str
    profile: ClientDraft
    created_at: datetime
    archived_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def full_name(self) -> str:
        return self.profile.full_name

    @property
    def called(self) -> str:
        """The name to use with them: the chosen one, else the first word of the full name."""
        return called(self.profile.full_name, self.profile.chosen_name)


def called(full_name: str, chosen_name: str) -> str:
    """Return the chosen name, else the first word of the full name."""
    return chosen_name.strip() or (full_name.split() or [""])[0]


@dataclass(frozen=True, slots=True)
class ClientLine:
    """What one row of the client list needs."""

    id: int
    full_name: str
    chosen_name: str
    say_as: str
    last_seen: date | None
    visits: int
    what_matters: str
    caution: str
    archived: bool

    @property
    def called(self) -> str:
        return called(self.full_name, self.chosen_name)


def alike(one: str, other: str) -> bool:
    """True when two names may be the same person: the same words in any order, or one letter apart."""
    first, second = sorted(folded(one).split()), sorted(folded(other).split())
    if first == second:
        return bool(first)
    if len(first) != len(second):
        return False
    # A slip in a first letter sorts the words another way, so they are compared as they stand too.
    as_they_stand = _one_letter_apart(folded(one), folded(other))
    return as_they_stand or _one_letter_apart(" ".join(first), " ".join(second))


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one_rest, other_rest = one[start:], other[start:]
    return one_rest[1:] == other_rest[1:] or one_rest == other_rest[1:] or one_rest[1:] == other_rest
