"""The therapeutic alliance as the client sees it: four strands, asked at the end of a visit in our own words.

Goals, tasks and bond are Bordin's; touch is the fourth, for in bodywork an alliance breaks at the hands first. The
closing check is a conversation aid, not a validated test.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from statistics import median

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.words import _

LOWEST, HIGHEST = 1, 5
# What is compared with what was usual looks back over this many checks.
USUAL = 3


class Strand(StrEnum):
    """What an alliance is woven of, in the order of the dials."""

    GOALS = "goals"
    TASKS = "tasks"
    BOND = "bond"
    TOUCH = "touch"


# The order in which the client is asked; it begins with what is easiest to answer.
ASKED = (Strand.BOND, Strand.TOUCH, Strand.GOALS, Strand.TASKS)


class HowAsked(StrEnum):
    """How a closing check came about: on the screen in the client's hands, or on a slip of paper."""

    SCREEN = "screen"
    SLIP = "slip"


def strand_words(strand: Strand) -> str:
    """Name a strand as the dials do."""
    return {
        Strand.GOALS: _("Goals"),
        Strand.TASKS: _("Tasks"),
        Strand.BOND: _("Bond"),
        Strand.TOUCH: _("Touch"),
    }[strand]


def sentence_of(strand: Strand) -> str:
    """Return what the client agrees with, or not."""
    return {
        Strand.BOND: _("I felt at ease and respected."),
        Strand.TOUCH: _("Pressure, pace and position were right, and I felt free to say so."),
        Strand.GOALS: _("We worked on what matters to me."),
        Strand.TASKS: _("The way we worked makes sense to me."),
    }[strand]


def answer_words(answer: int) -> str:
    """Say an answer of 1 to 5 in words; the screen and the slip share this one list."""
    return (_("Not at all"), _("A little"), _("Partly"), _("Mostly"), _("Completely"))[answer - 1]


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    """One client's answers on one day, 1 to 5 where there is one, and what the therapist had guessed before looking.

    Raises ``ValueError`` for an answer or a guess beyond 1 to 5.
    """

    day: date
    answers: Mapping[Strand, int] = field(default_factory=dict)
    keep: str = ""
    change: str = ""
    guess: Mapping[Strand, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(not LOWEST <= each <= HIGHEST for each in (*self.answers.values(), *self.guess.values())):
            raise ValueError(self.answers, self.guess)

    def __bool__(self) -> bool:
        return bool(self.answers or self.keep.strip() or self.change.strip())


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """A closing check as it is kept; ``seen_at`` is None while the therapist has not looked at the answers."""

    id: int
    client_id: int
    check: ClosingCheck
    how: HowAsked
    reflect_first: bool
    at: datetime
    seen_at: datetime | None = None


def digest_of(kept: KeptCheck) -> str:
    """Return the SHA-256 (hex) of what was answered and guessed, with its client, its day and how it came about."""
    check = kept.check
    return hashlib.sha256(
        canonical(
            {
                "client": kept.client_id,
                "day": check.day.isoformat(),
                "how": str(kept.how),
                "answers": {str(strand): answer for strand, answer in check.answers.items()},
                "keep": check.keep,
                "change": check.change,
                "guess": {str(strand): guess for strand, guess in check.guess.items()},
            }
        )
    ).hexdigest()


def strand_score(answer: float) -> float:
    """Return an answer of 1 to 5 on the dials' scale of 0 to 10: (answer − 1) / 4 × 10."""
    return (answer - LOWEST) / (HIGHEST - LOWEST) * 10


def scores(check: ClosingCheck) -> dict[Strand, float]:
    """Return the score, 0 to 10, of each strand that was answered; no answer is never zero."""
    return {strand: strand_score(check.answers[strand]) for strand in Strand if strand in check.answers}


def index(check: ClosingCheck) -> float | None:
    """Return the mean of the answered strands, 0 to 10; None where nothing was answered."""
    answered = tuple(scores(check).values())
    return sum(answered) / len(answered) if answered else None


@dataclass(frozen=True, slots=True)
class StrandStory:
    """One strand over all checks that answered it: ``scores`` 0 to 10, oldest first, each with its day.

    ``usual`` is the median of up to three before the newest, None while there is nothing to compare with.
    """

    strand: Strand
    scores: tuple[float, ...]
    days: tuple[date, ...]
    usual: float | None = None

    @property
    def score(self) -> float:
        """The newest score."""
        return self.scores[-1]

    @property
    def change(self) -> float | None:
        """How far the newest score lies from what was usual; None while there is nothing to compare with."""
        return None if self.usual is None else self.score - self.usual


def stories(checks: Iterable[ClosingCheck]) -> tuple[StrandStory, ...]:
    """Return a story for each strand that was ever answered, in the order of the strands."""
    by_day = sorted(checks, key=lambda check: check.day)
    told = ((strand, [check for check in by_day if strand in check.answers]) for strand in Strand)
    return tuple(_story(strand, answered) for strand, answered in told if answered)


def _story(strand: Strand, answered: Sequence[ClosingCheck]) -> StrandStory:
    told = tuple(strand_score(check.answers[strand]) for check in answered)
    before = told[-1 - USUAL : -1]
    return StrandStory(strand, told, tuple(check.day for check in answered), median(before) if before else None)


def gaps(check: ClosingCheck) -> dict[Strand, float]:
    """Return how much higher the guess was than the answer, −10 to 10, for each strand that has both."""
    both = (strand for strand in Strand if strand in check.guess and strand in check.answers)
    return {strand: strand_score(check.guess[strand]) - strand_score(check.answers[strand]) for strand in both}


def reflects_first(checks: Sequence[ClosingCheck], visits: int) -> bool:
    """True where the open question is to come before the four sentences: the last ``visits`` checks are all at the top.

    To think first may lower answers that are full marks out of kindness; the evidence is weak (CO3), the cost is small.
    """
    last = checks[-visits:]
    return len(last) == visits and all(tuple(check.answers.values()) == (HIGHEST,) * len(Strand) for check in last)
