"""One visit: the note in its fields, ratings before and after, and what was added once it was signed."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from alliance_desktop.domain import body_mark, light_marks
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _

# Notes signed before sections and goals, or marks and home care, were kept with them bear the number 1 or 2, and are
# read for ever.
FIRST_SCHEMA, SECOND_SCHEMA, SCHEMA = 1, 2, 3


class NoteFormat(StrEnum):
    """How the note is laid out; all show the same stored fields."""

    QUICK = "quick"
    SOAP = "soap"
    DAP = "dap"
    BIRP = "birp"
    OWN = "own"


class NoteKey(StrEnum):
    """The fields of a note, in the order of the quick one."""

    ASKED = "asked"
    FOUND = "found"
    DID = "did"
    RESPONSE = "response"
    THINK = "think"
    NEXT = "next"


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


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a note as it is laid out: its name, and the fields that stand under it."""

    name: str
    keys: tuple[NoteKey, ...]


@dataclass(frozen=True, slots=True)
class WorkedOn:
    """A goal of the plan that a visit worked on, in the words it had then."""

    uid: str
    words: str


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
    """What the note editor yields; ``home`` is what the client is given to do until the next visit."""

    day: date
    format: NoteFormat = NoteFormat.QUICK
    fields: tuple[NoteField, ...] = ()
    ratings: tuple[Rating, ...] = ()
    promise: str = ""
    goals: tuple[WorkedOn, ...] = ()
    marks: tuple[Mark, ...] = ()
    home: tuple[str, ...] = ()

    def words(self, key: NoteKey) -> str:
        """The words of one field, or nothing."""
        return next((field.words for field in self.fields if field.key is key), "")

    def shown(self, key: NoteKey) -> str:
        """The words of one field as they are read, without the marks that make some of them strong."""
        return light_marks.read(self.words(key)).words

    @property
    def is_empty(self) -> bool:
        told = any(words.strip() for words in (*(field.words for field in self.fields), self.promise, *self.home))
        return not (told or self.goals or self.marks or any(rating.is_set for rating in self.ratings))

    @property
    def searched(self) -> str:
        """Every word of the note that a search finds it by, what is marked on the body said in words."""
        marked = [f"{mark.kind.words} {body_mark.place_words(mark)} {mark.note}" for mark in self.marks]
        texts = (*(field.words for field in self.fields), self.promise, *self.home, *marked)
        return "\n".join(text for text in texts if text.strip())

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
    """One visit as stored; once ``signed_at`` is set nothing of it changes any more.

    ``sections`` are those it was signed in; none while it is a draft, or where it was signed before they were kept.
    """

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
    sections: tuple[Section, ...] = ()

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
    goals: tuple[str, ...] = ()


def snapshot(session: Session, client_uid: str, signer: str, signed_at: datetime, previous_digest: str) -> bytes:
    """Return the canonical bytes of a note being signed; their SHA-256 is its digest.

    A note without marks and home care is written as the second schema wrote it, and without sections and goals as the
    first did, so that older seals hold.
    """
    note = session.note
    told: dict[str, object] = {
        "schema": FIRST_SCHEMA,
        "session": session.uid,
        "client": client_uid,
        "number": session.number,
        "day": note.day.isoformat(),
        "format": str(note.format),
        "fields": [
            {
                "key": str(field.key),
                "words": field.words,
                "carried_from": field.carried_from.isoformat() if field.carried_from else None,
            }
            for field in note.fields
        ],
        "ratings": [{"measure": r.measure, "before": r.before, "after": r.after} for r in note.ratings],
        "promise": note.promise,
        "signer": signer,
        "signed_at": signed_at.astimezone(UTC).isoformat(),
        "previous": previous_digest,
    }
    later = bool(note.marks or note.home)
    if session.sections or note.goals or later:
        told["schema"] = SCHEMA if later else SECOND_SCHEMA
        told["sections"] = plain_sections(session.sections)
        told["goals"] = [{"uid": goal.uid, "words": goal.words} for goal in note.goals]
    if later:
        told["marks"] = body_mark.plain(note.marks)
        told["home"] = list(note.home)
    return canonical(told)


def plain_sections(sections: Iterable[Section]) -> list[dict[str, object]]:
    """The sections as plain values, for a seal."""
    return [{"name": section.name, "keys": [str(key) for key in section.keys]} for section in sections]


def sections_from(stored: str) -> tuple[Section, ...]:
    """Read the sections back from the text of a seal; none where it holds none, or cannot be read any more."""
    try:
        told = json.loads(stored).get("sections", ())
        return tuple(Section(one["name"], tuple(NoteKey(key) for key in one["keys"])) for one in told)
    except (AttributeError, LookupError, TypeError, ValueError):
        return ()


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
