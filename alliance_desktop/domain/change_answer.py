"""What a client answers when they are asked whether anything changed since their last visit."""

import hashlib
from dataclasses import dataclass
from datetime import date

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class ChangeUnsaid(AllianceError):
    """Something changed, and nobody wrote down what."""


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """One answer of a day; ``words`` are the client's, and empty where nothing changed."""

    client_id: int
    day: date
    changed: bool
    words: str = ""

    @property
    def seal(self) -> str:
        """The SHA-256 (hex) of what was answered, by whom and when."""
        told = {"client": self.client_id, "day": self.day.isoformat(), "changed": self.changed, "words": self.words}
        return hashlib.sha256(canonical(told)).hexdigest()

    def checked(self) -> "ChangeAnswer":
        """Return the answer itself; raises ``ChangeUnsaid`` for a change without words."""
        if self.changed and not self.words.strip():
            raise ChangeUnsaid(_("Please write down what changed, in a word or two."))
        return self
