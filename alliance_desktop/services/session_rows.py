"""Between the rows of visits and their records, many at once; known to the sessions service and to who checks them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.session import (
    Addendum,
    NoteDraft,
    NoteField,
    NoteKey,
    Rating,
    Session,
    WorkedOn,
    digest_of,
    sections_from,
    snapshot,
)
from alliance_desktop.storage.models import (
    AddendumRow,
    ClientRow,
    NoteFieldRow,
    RatingRow,
    SessionRow,
    SignedNoteRow,
)
from alliance_desktop.storage.note_models import NoteGoalRow, NoteHomeRow, NoteMarkRow

# So many visits are read with one question to each table.
_AT_ONCE = 500


def whole(rows: Sequence[SessionRow]) -> tuple[Session, ...]:
    """Read visits with all that belongs to them, in the order of their rows."""
    ids = [row.id for row in rows]
    fields: dict[int, dict[NoteKey, NoteField]] = defaultdict(dict)
    for f in NoteFieldRow.select().where(NoteFieldRow.session.in_(ids)):
        fields[f.session_id][f.key] = NoteField(f.key, f.words, f.carried_from, f.touched)
    seals = SignedNoteRow.select(SignedNoteRow.session, SignedNoteRow.digest, SignedNoteRow.snapshot)
    sealed = {row_id: (digest, told) for row_id, digest, told in seals.where(SignedNoteRow.session.in_(ids)).tuples()}
    addenda: dict[int, tuple[Addendum, ...]] = defaultdict(tuple)
    for a in AddendumRow.select().where(AddendumRow.session.in_(ids)).order_by(AddendumRow.id):
        addenda[a.session_id] += (Addendum(a.words, a.reason, a.author, a.at),)
    rated, worked, marked, given = ratings(ids), goals(ids), marks(ids), home(ids)
    return tuple(
        Session(
            row.id,
            row.uid,
            row.client_id,
            row.number,
            NoteDraft(
                row.day,
                row.format,
                tuple(fields[row.id][key] for key in NoteKey if key in fields[row.id]),
                rated.get(row.id, ()),
                row.promise,
                worked.get(row.id, ()),
                marked.get(row.id, ()),
                given.get(row.id, ()),
            ),
            row.started_at,
            row.signed_at,
            row.signer,
            sealed[row.id][0] if row.id in sealed else "",
            addenda[row.id],
            sections_from(sealed[row.id][1]) if row.id in sealed else (),
        )
        for row in rows
    )


def ratings(ids: Sequence[int]) -> dict[int, tuple[Rating, ...]]:
    """The numbers of each visit, in their places."""
    found: dict[int, tuple[Rating, ...]] = {}
    for row in RatingRow.select().where(RatingRow.session.in_(ids)).order_by(RatingRow.place):
        found[row.session_id] = (*found.get(row.session_id, ()), Rating(row.measure, row.before, row.after))
    return found


def goals(ids: Sequence[int]) -> dict[int, tuple[WorkedOn, ...]]:
    """The goals that each visit worked on, in their places."""
    found: dict[int, tuple[WorkedOn, ...]] = {}
    for row in NoteGoalRow.select().where(NoteGoalRow.session.in_(ids)).order_by(NoteGoalRow.place):
        found[row.session_id] = (*found.get(row.session_id, ()), WorkedOn(row.uid, row.words))
    return found


def marks(ids: Sequence[int]) -> dict[int, tuple[Mark, ...]]:
    """What each visit marked on the body, in the order it was marked."""
    found: dict[int, tuple[Mark, ...]] = {}
    for row in NoteMarkRow.select().where(NoteMarkRow.session.in_(ids)).order_by(NoteMarkRow.place):
        mark = Mark(row.uid, row.whose, row.kind, row.view, row.region, (row.x, row.y), row.strength, row.words)
        found[row.session_id] = (*found.get(row.session_id, ()), mark)
    return found


def home(ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What each visit gave the client to do at home, in its places."""
    found: dict[int, tuple[str, ...]] = {}
    for row in NoteHomeRow.select().where(NoteHomeRow.session.in_(ids)).order_by(NoteHomeRow.place):
        found[row.session_id] = (*found.get(row.session_id, ()), row.words)
    return found


def all_intact(ids: Iterable[int]) -> bool:
    """True when each of these is a signed visit whose sealed snapshot has its digest and says what the columns say.

    Raises ``ValueError`` for what was changed so far that it cannot be read.
    """
    return all(_intact(some) for some in _parts(ids))


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(ids)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _intact(ids: list[int]) -> bool:
    visits = {visit.id: visit for visit in whole(list(SessionRow.select().where(SessionRow.id.in_(ids))))}
    seals = {seal.session_id: seal for seal in SignedNoteRow.select().where(SignedNoteRow.session.in_(ids))}
    owners = {visit.client_id for visit in visits.values()}
    uids = dict(ClientRow.select(ClientRow.id, ClientRow.uid).where(ClientRow.id.in_(owners)).tuples())
    if not visits.keys() == seals.keys() == set(ids) or uids.keys() != owners:
        return False
    return all(_says(seals[visit.id], visit, uids[visit.client_id]) for visit in visits.values())


def _says(seal: SignedNoteRow, visit: Session, client_uid: str) -> bool:
    if (visit.signer, visit.signed_at) != (seal.signer, seal.at) or digest_of(seal.snapshot.encode()) != seal.digest:
        return False
    return snapshot(visit, client_uid, seal.signer, seal.at, seal.previous_digest) == seal.snapshot.encode()
