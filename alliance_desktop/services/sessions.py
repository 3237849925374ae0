"""What happens to a visit's note: begun, kept while typing, signed for good, added to."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from peewee import fn

from alliance_desktop.domain import light_marks
from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.session import (
    Addendum,
    NoteDraft,
    NoteField,
    NoteFormat,
    NoteKey,
    Session,
    SessionLine,
    addendum_snapshot,
    digest_of,
    snapshot,
    whose_field,
)
from alliance_desktop.domain.voice import Said
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients, note_layouts, private_notes, promises, session_rows, voices
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import (
    AddendumRow,
    ClientRow,
    NoteFieldRow,
    RatingRow,
    SessionRow,
    SignedNoteRow,
)
from alliance_desktop.storage.note_models import NoteGoalRow, NoteHomeRow, NoteMarkRow
from alliance_desktop.words import _

# Carried forward are what was found, done and thought: never the client's own words, they belong to their day.
CARRIED = (NoteKey.FOUND, NoteKey.DID, NoteKey.THINK)


class NoSuchSession(AllianceError):
    """There is no visit with this number."""


class NoteSigned(AllianceError):
    """A signed note never changes; it can be added to."""


class NoteEmpty(AllianceError):
    """There is nothing in the note to sign."""


class CarriedUnseen(AllianceError):
    """Words carried forward have not been looked at."""


class NumberUnnamed(AllianceError):
    """A number says what it measures."""


class NoteOpen(AllianceError):
    """A client has one open note at a time."""


class NotSignedYet(AllianceError):
    """Only a signed note is added to; a draft is simply changed."""


class AddendumIncomplete(AllianceError):
    """An addendum has words and a reason."""


class DayToCome(AllianceError):
    """A visit that is signed has happened."""


@transaction
def begin(client_id: int, now: datetime) -> Session:
    """Open the note of today's visit; the client's open draft is gone on with, whatever its day."""
    waiting = open_note(client_id)
    if waiting is not None:
        return waiting
    number = SessionRow.select(fn.MAX(SessionRow.number)).where(SessionRow.client == client_id).scalar() or 0
    latest = _latest(client_id)
    row_id = SessionRow.insert(
        uid=str(uuid.uuid4()),
        client=client_id,
        number=number + 1,
        day=local_day(now),
        format=latest.format if latest is not None else NoteFormat.QUICK,
        promise="",
        folded="",
        started_at=now,
        saved_at=now,
        signer="",
    ).execute()
    audit.record("begun", "session", row_id, now)
    _count_visits(client_id, now)
    return one(row_id)


@transaction
def keep(session_id: int, note: NoteDraft, now: datetime) -> Session:
    """Store the note as it stands; raises ``NoteSigned`` and then changes nothing."""
    # The row alone: this is done between two keys, and what the note held is replaced.
    client_id = _unsigned_row(session_id).client_id
    SessionRow.update(
        day=note.day,
        format=note.format,
        promise=note.promise,
        folded=folded(note.searched),
        saved_at=now,
    ).where(SessionRow.id == session_id).execute()
    _clear_parts(session_id)
    _insert_parts(session_id, note)
    _count_visits(client_id, now)
    return one(session_id)


def _clear_parts(session_id: int) -> None:
    for table in (NoteFieldRow, RatingRow, NoteGoalRow, NoteMarkRow, NoteHomeRow):
        table.delete().where(table.session == session_id).execute()


def _insert_parts(session_id: int, note: NoteDraft) -> None:
    fields = [
        {
            "session": session_id,
            "key": field.key,
            "whose": whose_field(field.key),
            "words": field.words,
            "carried_from": field.carried_from,
            "touched": field.touched,
        }
        for field in note.fields
        if field.words.strip()
    ]
    ratings = [
        {"session": session_id, "place": place, "measure": r.measure, "before": r.before, "after": r.after}
        for place, r in enumerate(note.ratings)
        if r.is_set
    ]
    if fields:
        NoteFieldRow.insert_many(fields).execute()
    if ratings:
        RatingRow.insert_many(ratings).execute()
    goals = [
        {"session": session_id, "place": place, "uid": goal.uid, "words": goal.words}
        for place, goal in enumerate(note.goals)
    ]
    if goals:
        NoteGoalRow.insert_many(goals).execute()
    marks = [
        {
            "session": session_id,
            "place": place,
            "uid": mark.uid,
            "whose": mark.whose,
            "kind": mark.kind,
            "view": mark.view,
            "region": mark.region,
            "x": mark.place[0],
            "y": mark.place[1],
            "strength": mark.strength,
            "words": mark.note,
        }
        for place, mark in enumerate(note.marks)
    ]
    if marks:
        NoteMarkRow.insert_many(marks).execute()
    home = [
        {"session": session_id, "place": place, "words": words}
        for place, words in enumerate(filter(str.strip, note.home))
    ]
    if home:
        NoteHomeRow.insert_many(home).execute()


@transaction
def finish(session_id: int, signer: str, now: datetime) -> Session:
    """Sign the note and lock it for good: a canonical snapshot, its digest, the chain to the note signed before.

    The names of its sections are kept with it as they are now. What the client asked for becomes a Voice, what was
    promised a Promise. Raises ``NoteSigned``, ``NoteEmpty``, ``CarriedUnseen``, ``NumberUnnamed`` and ``DayToCome``.
    """
    session = _unsigned(session_id)
    if session.note.is_empty:
        raise NoteEmpty(_("This note is still empty. A word or a number is enough."))
    if session.note.waiting:
        raise CarriedUnseen(_("Some words come from last time and wait for a look: keep, change or drop them."))
    if any(not rating.measure.strip() for rating in session.note.ratings):
        raise NumberUnnamed(_("One of the numbers does not say what it measures. A word is enough: ache, ease, sleep."))
    if session.note.day > local_day(now):
        raise DayToCome(_("This visit lies in the future. Please look at its day."))
    voices.settle(session.client_id, Said(session.note.words(NoteKey.ASKED), session.note.day), "session", now)
    if session.note.promise.strip():
        promises.make(session.client_id, session.note.promise, session.note.words(NoteKey.ASKED), now, session_id)
    SessionRow.update(signed_at=now, signer=signer, saved_at=now).where(SessionRow.id == session_id).execute()
    _seal(replace(session, signer=signer, sections=note_layouts.of(session.note.format)), now)
    _count_visits(session.client_id, now)
    audit.record("signed", "session", session_id, now)
    return one(session_id)


def _seal(session: Session, now: datetime) -> None:
    before = SignedNoteRow.select(SignedNoteRow.digest).order_by(SignedNoteRow.id.desc()).first()
    previous = before.digest if before is not None else ""
    sealed = snapshot(session, clients.one(session.client_id).uid, session.signer, now, previous)
    SignedNoteRow.insert(
        session=session.id,
        snapshot=sealed.decode(),
        previous_digest=previous,
        digest=digest_of(sealed),
        signer=session.signer,
        at=now,
    ).execute()


@transaction
def add(session_id: int, words: str, reason: str, author: str, now: datetime) -> Session:
    """Add to a signed note, with the reason; raises ``NotSignedYet`` and ``AddendumIncomplete``."""
    session = one(session_id)
    if not session.is_signed:
        raise NotSignedYet(_("This note is not signed yet; it can simply be changed."))
    if not words.strip() or not reason.strip():
        raise AddendumIncomplete(_("An addition needs its words and the reason for it."))
    row_id = AddendumRow.insert(
        session=session_id, words=words.strip(), reason=reason.strip(), author=author, folded=folded(words), at=now
    ).execute()
    clients.touch(session.client_id, now)
    audit.record("added", "addendum", row_id, now, addendum_digest(row_id))
    return one(session_id)


@transaction
def discard(session_id: int, now: datetime) -> Session:
    """Throw an unsigned note away and return it, so that ``bring_back`` can undo it; raises ``NoteSigned``."""
    session = _unsigned(session_id)
    _clear_parts(session_id)
    private_notes.keep(session_id, "", now)
    SessionRow.delete().where(SessionRow.id == session_id).execute()
    audit.record("discarded", "session", session_id, now)
    _count_visits(session.client_id, now)
    return session


@transaction
def bring_back(session: Session, now: datetime, private: str = "") -> Session:
    """Undo ``discard``, with what was ``private`` beside it.

    Raises ``NoteOpen`` when another note was begun since, or something private beside it, which stay as they are.
    """
    waiting = open_note(session.client_id)
    if waiting is not None and not (waiting.note.is_empty and not private_notes.of(waiting.id)):
        raise NoteOpen(_("Another note was begun since, and only one can be open. Sign or discard it first."))
    again = begin(session.client_id, now)
    private_notes.keep(again.id, private, now)
    return keep(again.id, session.note, now)


def one(session_id: int) -> Session:
    """One visit whole; raises ``NoSuchSession``."""
    return session_rows.whole([_row(session_id)])[0]


def _row(session_id: int) -> SessionRow:
    row = SessionRow.get_or_none(SessionRow.id == session_id)
    if row is None:
        raise NoSuchSession(_("There is no visit with the number {n}.").format(n=session_id))
    return row


def open_note(client_id: int) -> Session | None:
    """The note of this client that is not signed yet, or None."""
    row = SessionRow.get_or_none(SessionRow.client == client_id, SessionRow.signed_at.is_null())
    return session_rows.whole([row])[0] if row is not None else None


def last(client_id: int, before: Session | None = None) -> Session | None:
    """The latest visit with a signed note, or the one before another; None when there is none."""
    row = _latest(client_id, before.number if before is not None else None)
    return session_rows.whole([row])[0] if row is not None else None


def carried(client_id: int, into: Session) -> tuple[NoteField, ...]:
    """What could be carried forward from the visit before: marked with its day, not looked at yet."""
    before = last(client_id, into)
    if before is None:
        return ()
    return tuple(
        NoteField(field.key, field.words, before.note.day, touched=False)
        for field in before.note.fields
        if field.key in CARRIED and field.words.strip()
    )


def measures(client_id: int) -> tuple[str, ...]:
    """The names of what this client rated in the latest visit that had ratings."""
    newest = (
        SessionRow.select(SessionRow.id)
        .join(RatingRow, on=(RatingRow.session == SessionRow.id))
        .where(SessionRow.client == client_id)
        .order_by(SessionRow.day.desc(), SessionRow.id.desc())
        .limit(1)
    )
    rows = RatingRow.select(RatingRow.measure).where(RatingRow.session.in_(newest)).order_by(RatingRow.place)
    return tuple(row.measure for row in rows)


def lines(client_id: int) -> tuple[SessionLine, ...]:
    """All visits of a client, newest first."""
    rows = list(
        SessionRow.select()
        .where(SessionRow.client == client_id)
        .order_by(SessionRow.day.desc(), SessionRow.number.desc())
    )
    ids = [row.id for row in rows]
    words, ratings, added = _gist(ids), session_rows.ratings(ids), _added(ids)
    goals = session_rows.goals(ids)
    return tuple(
        SessionLine(
            row.id,
            client_id,
            row.number,
            row.day,
            words.get(row.id, ""),
            ratings.get(row.id, ()),
            row.signed_at is not None,
            added.get(row.id, 0),
            tuple(goal.words for goal in goals.get(row.id, ())),
        )
        for row in rows
    )


def _gist(ids: list[int]) -> dict[int, str]:
    """One line a visit: what was done, else the first field with words."""
    first: dict[int, tuple[int, str]] = {}
    order = {NoteKey.DID: 0, NoteKey.RESPONSE: 1, NoteKey.FOUND: 2, NoteKey.ASKED: 3, NoteKey.THINK: 4, NoteKey.NEXT: 5}
    rows = NoteFieldRow.select(NoteFieldRow.session, NoteFieldRow.key, NoteFieldRow.words)
    for session_id, key, words in rows.where(NoteFieldRow.session.in_(ids)).tuples():
        if session_id not in first or order[key] < first[session_id][0]:
            first[session_id] = (order[key], " ".join(light_marks.read(words).words.split()))
    return {session_id: words for session_id, (_order, words) in first.items()}


def _added(ids: list[int]) -> dict[int, int]:
    rows = AddendumRow.select(AddendumRow.session, fn.COUNT(AddendumRow.id)).where(AddendumRow.session.in_(ids))
    return dict(rows.group_by(AddendumRow.session).tuples())


def _latest(client_id: int, before: int | None = None) -> SessionRow | None:
    rows = SessionRow.select().where(SessionRow.client == client_id, SessionRow.signed_at.is_null(False))
    if before is not None:
        rows = rows.where(SessionRow.number < before)
    return rows.order_by(SessionRow.day.desc(), SessionRow.number.desc()).first()


def _unsigned(session_id: int) -> Session:
    return session_rows.whole([_unsigned_row(session_id)])[0]


def _unsigned_row(session_id: int) -> SessionRow:
    row = _row(session_id)
    if row.signed_at is not None:
        raise NoteSigned(_("This note is signed and stays as it is. You can add to it."))
    return row


def _count_visits(client_id: int, now: datetime) -> None:
    visits, newest = (
        SessionRow.select(fn.COUNT(SessionRow.id), fn.MAX(SessionRow.day))
        .where(SessionRow.client == client_id)
        .tuples()
        .get()
    )
    seen = date.fromisoformat(newest) if isinstance(newest, str) else newest
    ClientRow.update(visits=visits, last_seen=seen, touched_at=now).where(ClientRow.id == client_id).execute()


def intact(session: Session) -> bool:
    """True when the sealed snapshot still has its digest and says what the columns say."""
    return session_rows.all_intact([session.id])


def addendum_digest(addendum_id: int) -> str:
    """The digest of an addition as it is stored; the trail bears that of the day it was made."""
    row = AddendumRow.get_by_id(addendum_id)
    added = Addendum(row.words, row.reason, row.author, row.at)
    return digest_of(addendum_snapshot(SessionRow.get_by_id(row.session_id).uid, added))


def count(client_id: int) -> int:
    """How many visits a client had, the open one included."""
    return int(SessionRow.select().where(SessionRow.client == client_id).count())
