"""One visit: the note in its fields, ratings before and after, and what was added once it was signed."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _

SCHEMA = 1


class NoteFormat(StrEnum):
    """How the note is laid out; both show the same stored fields."""

    QUICK = "quick"
    SOAP = "soap"


class NoteKey(StrEnum):
    """The fields of a note, in the order of the quick one."""

    ASKED = "asked"
    FOUND = "found"
    DID = "did"
    RESPONSE = "response"
    THINK = "think"
    NEXT = "next"


QUICK = (NoteKey.ASKED, NoteKey.FOUND, NoteKey.DID, NoteKey.RESPONSE, NoteKey.NEXT)

# S, O, A, P of the problem-oriented record (Weed 1968): what was said, found and done, what it means, what next.
SOAP = (
    (NoteKey.ASKED,),
    (NoteKey.FOUND, NoteKey.DID, NoteKey.RESPONSE),
    (NoteKey.THINK,),
    (NoteKey.NEXT,),
)


def whose_field(key: NoteKey) -> Whose:
    """Whose words a field holds: what was asked for is the client's, the rest the therapist's."""
    return Whose.CLIENT if key is NoteKey.ASKED else Whose.THERAPIST


def field_words(key: NoteKey) -> str:
    """Name a field as the note does."""
    return {
        NoteKey.ASKED: _("Asked for"),
        NoteKey.FOUND: _("Found"),
        NoteKey.DID: _("Did"),
        NoteKey.RESPONSE: _("Response"),
        NoteKey.THINK: _("I think"),
        NoteKey.NEXT: _("Next time"),
    }[key]


def soap_words() -> tuple[str, str, str, str]:
    """Name the four parts of a SOAP note."""
    return _("Subjective"), _("Objective"), _("Assessment"), _("Plan")


@dataclass(frozen=True, slots=True)
class NoteField:
    """One field's words; ``carried_from`` is the day of the visit they were carried forward from.

    ``touched`` is False while carried words have not been looked at: such a note can be kept, not signed.
    """

    key: NoteKey
    words: str = ""
    carried_from: date | None = None
    touched: bool = True

    @property
    def waits(self) -> bool:
        """True while carried words still need a look."""
        return self.carried_from is not None and not self.touched and bool(self.words.strip())


@dataclass(frozen=True, slots=True)
class Rating:
    """The client's own number, 0 to 10, before and after a visit."""

    measure: str
    before: int | None = None
    after: int | None = None

    @property
    def is_set(self) -> bool:
        """True once there is a number."""
        return self.before is not None or self.after is not None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What the note editor yields."""

    day: date
    format: NoteFormat = NoteFormat.QUICK
    fields: tuple[NoteField, ...] = ()
    ratings: tuple[Rating, ...] = ()
    promise: str = ""

    def words(self, key: NoteKey) -> str:
        """The words of one field, or nothing."""
        return next((field.words for field in self.fields if field.key is key), "")

    @property
    def is_empty(self) -> bool:
        rated = any(rating.is_set for rating in self.ratings)
        return not (rated or any(field.words.strip() for field in self.fields) or self.promise.strip())

    @property
    def waiting(self) -> tuple[NoteField, ...]:
        """Carried fields that nobody has looked at yet."""
        return tuple(field for field in self.fields if field.waits)


@dataclass(frozen=True, slots=True)
class AddendumDraft:
    """What somebody wants to add to a signed note, and why now."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added to a signed note: by whom, when, why."""

    words: str
    reason: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """One visit as stored; once ``signed_at`` is set nothing of it changes any more."""

    id: int
    uid: str
    client_id: int
    number: int
    note: NoteDraft
    started_at: datetime
    signed_at: datetime | None = None
    signer: str = ""
    digest: str = ""
    addenda: tuple[Addendum, ...] = ()

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None


@dataclass(frozen=True, slots=True)
class SessionLine:
    """What one row of the history needs."""

    id: int
    client_id: int
    number: int
    day: date
    words: str
    ratings: tuple[Rating, ...]
    signed: bool
    addenda: int


def snapshot(session: Session, client_uid: str, signer: str, signed_at: datetime, previous_digest: str) -> bytes:
    """Return the canonical bytes of a note being signed; their SHA-256 is its digest."""
    return canonical(
        {
            "schema": SCHEMA,
            "session": session.uid,
            "client": client_uid,
            "number": session.number,
            "day": session.note.day.isoformat(),
            "format": str(session.note.format),
            "fields": [
                {
                    "key": str(field.key),
                    "words": field.words,
                    "carried_from": field.carried_from.isoformat() if field.carried_from else None,
                }
                for field in session.note.fields
            ],
            "ratings": [{"measure": r.measure, "before": r.before, "after": r.after} for r in session.note.ratings],
            "promise": session.note.promise,
            "signer": signer,
            "signed_at": signed_at.astimezone(UTC).isoformat(),
            "previous": previous_digest,
        }
    )


def addendum_snapshot(session_uid: str, added: Addendum) -> bytes:
    """Return the canonical bytes of an addition to a signed note; their SHA-256 stands in the trail."""
    return canonical(
        {
            "session": session_uid,
            "words": added.words,
            "reason": added.reason,
            "author": added.author,
            "at": added.at.astimezone(UTC).isoformat(),
        }
    )


def digest_of(snapshot_bytes: bytes) -> str:
    """Return the SHA-256 of a snapshot in hex."""
    return hashlib.sha256(snapshot_bytes).hexdigest()
