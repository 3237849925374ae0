"""What the therapist owes a client: you said, I will, I did."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise; ``said`` is what the client had said (may be empty), ``due`` None means the next visit."""

    id: int
    client_id: int
    said: str
    words: str
    made_on: date
    due: date | None = None
    done_on: date | None = None

    def is_due(self, today: date) -> bool:
        """True while it is open and its day, or the next visit, has come."""
        return self.done_on is None and (self.due is None or self.due <= today)


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """An open promise with the name of the client it was made to."""

    promise: Promise
    called: str
    full_name: str
