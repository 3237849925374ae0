"""What a client says about a signed note: agreed, not agreed, or added; their words stand under it to the letter."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _


class StatementEmpty(AllianceError):
    """Something was to be added, and there are no words."""


class StatementUnsigned(AllianceError):
    """A statement was neither signed nor said aloud."""


class Stance(StrEnum):
    """How the client stands to the note."""

    AGREE = "agree"
    DISAGREE = "disagree"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """What the client states; ``words`` are theirs to the letter, and an agreement or a no may stand without any."""

    stance: Stance = Stance.AGREE
    words: str = ""

    def checked(self) -> "StatementDraft":
        """Return the draft without blanks around it; raises ``StatementEmpty`` for an addition without words."""
        if self.stance is Stance.ADD and not self.words.strip():
            raise StatementEmpty(_("There are no words to add yet."))
        return StatementDraft(self.stance, self.words.strip())


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as kept for good.

    ``name`` is the client's; ``taken_by`` the therapist who wrote down what was said aloud, empty where it was signed.
    """

    id: int
    session_id: int
    draft: StatementDraft
    day: date
    how: HowSigned
    name: str
    strokes: Strokes
    taken_by: str
    at: datetime


def seal_of(statement: Statement, note_digest: str) -> str:
    """Return the SHA-256 (hex) of what was stated and signed, and of the note (its digest) that it stands under."""
    told = {
        "note": note_digest,
        "session": statement.session_id,
        "stance": str(statement.draft.stance),
        "words": statement.draft.words,
        "day": statement.day.isoformat(),
        "how": str(statement.how),
        "name": statement.name,
        "strokes": [[list(point) for point in stroke] for stroke in statement.strokes],
        "taken by": statement.taken_by,
    }
    return hashlib.sha256(canonical(told)).hexdigest()


def stance_words(stance: Stance) -> str:
    """Say how the client stands to it, as they choose it."""
    return {
        Stance.AGREE: _("I agree"),
        Stance.DISAGREE: _("I do not agree"),
        Stance.ADD: _("I want to add something"),
    }[stance]


def told_words(stance: Stance, client: str) -> str:
    """Say about the client how they stand to it."""
    return {
        Stance.AGREE: _("{name} agrees with this note"),
        Stance.DISAGREE: _("{name} does not agree with this note"),
        Stance.ADD: _("{name} adds to this note"),
    }[stance].format(name=client)


def how_words(statement: Statement) -> str:
    """Say how it was given."""
    if statement.how is HowSigned.ALOUD:
        return _("said aloud, written down by {name}").format(name=statement.taken_by)
    if statement.how is HowSigned.TYPED:
        return _("signed with the name typed")
    return _("signed by hand")
