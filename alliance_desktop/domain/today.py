"""What the first page of the day shows: who was here, what is unfinished, what is owed, what is due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alliance_desktop.domain.client import ClientLine, called
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


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the Today page shows; lists are short and newest first."""

    day: date
    lately: tuple[ClientLine, ...]
    forms: tuple[HeldForm, ...]
    unfinished: tuple[Unfinished, ...]
    promises: tuple[PromiseLine, ...]
    reviews: tuple[ReviewDue, ...]
    clients: int
