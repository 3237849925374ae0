"""How much of what was agreed was done, client and therapist each for themselves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.voice import Whose


@dataclass(frozen=True, slots=True)
class Adherence:
    """What one of the two had to do by now, and how much of it is done."""

    done: int
    due: int

    @property
    def share(self) -> float:
        """Done of due, 0 to 1."""
        return self.done / self.due


def adherence(commitments: Iterable[Commitment], done: Collection[str], today: date) -> dict[Whose, Adherence]:
    """Return how each side kept to the plan; ``done`` holds the uids of what was done.

    Due is what has its day behind it or today, and what was done early; what has no day and is not done is not owed
    yet. A side that owes nothing is left out: nothing due is not nothing done.
    """
    settled: dict[Whose, list[bool]] = {}
    for commitment in commitments:
        is_done = commitment.uid in done
        if is_done or (commitment.due is not None and commitment.due <= today):
            settled.setdefault(commitment.whose, []).append(is_done)
    return {whose: Adherence(sum(settled[whose]), len(settled[whose])) for whose in Whose if whose in settled}
