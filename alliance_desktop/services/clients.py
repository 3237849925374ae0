"""What the therapist does with clients: welcome, find, look up, put away and bring back."""

import uuid
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime

from peewee import ModelSelect, fn

from alliance_desktop.domain.client import Client, ClientDraft, ClientLine, alike
from alliance_desktop.domain.folding import folded, folded_words, search_words
from alliance_desktop.domain.health import GRAVITY, Caution, HealthDraft, caution_words, item_words
from alliance_desktop.domain.moments import local_day
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.models import ClientRow, HealthItemRow
from alliance_desktop.words import _, spoken

_FIELDS = tuple(asdict(ClientDraft()))


class NoSuchClient(AllianceError):
    """There is no client with this number."""


@transaction
def welcome(draft: ClientDraft, now: datetime) -> Client:
    """Add a client, who needs only a name; raises ``NameMissing`` and ``BornLater``."""
    told = _told(draft, now)
    row_id = ClientRow.insert(
        uid=str(uuid.uuid4()), **told, folded=_folded(draft), touched_at=now, created_at=now
    ).execute()
    audit.record("added", "client", row_id, now)
    return one(row_id)


@transaction
def keep(client_id: int, draft: ClientDraft, now: datetime) -> Client:
    """Store what the profile form says; raises ``NameMissing`` and ``BornLater`` and then stores nothing."""
    told = _told(draft, now)
    before = asdict(one(client_id).profile)
    changed = sorted(name for name in told if told[name] != before[name])
    if changed:
        ClientRow.update(folded=_folded(draft), touched_at=now, **told).where(ClientRow.id == client_id).execute()
        audit.record("changed", "client", client_id, now, " ".join(changed))
    return one(client_id)


def one(client_id: int) -> Client:
    """One client, put away or not; raises ``NoSuchClient``."""
    row = ClientRow.get_or_none(ClientRow.id == client_id)
    if row is None:
        raise NoSuchClient(_("There is no client with the number {n}.").format(n=client_id))
    profile = ClientDraft(**{name: getattr(row, name) for name in _FIELDS})
    return Client(row.id, row.uid, profile, row.created_at, row.archived_at, row.deleted_at)


def language_of(client_id: int) -> str:
    """The language in which this client reads (ISO code): the one of their papers, else the program's.

    It may be one that the program does not speak: its plan has the practice's own better words and is measured by
    the length of sentences and words, as every language but English is.
    """
    return one(client_id).profile.language or spoken()


def named_in(texts: Iterable[str], client_id: int) -> tuple[str, ...]:
    """The other clients whose whole name, of two words or more, stands in these texts; accents and case do not matter.

    A first name alone may be anybody's, and who is called the same as this client is not told apart.
    """
    whole = "\n".join(f" {' '.join(folded_words(text))} " for text in texts)
    own = folded_words(one(client_id).full_name)
    rows = ClientRow.select(ClientRow.full_name).where(ClientRow.id != client_id).order_by(ClientRow.folded)
    names = {row.full_name: folded_words(row.full_name) for row in rows}
    return tuple(
        name for name, words in names.items() if len(words) > 1 and words != own and f" {' '.join(words)} " in whole
    )


def lines(
    wanted: str = "", archived: bool = False, limit: int | None = None, today: date | None = None
) -> tuple[ClientLine, ...]:
    """Clients by name, those whose names hold every word of ``wanted``; accents, case and commas do not matter.

    With ``today`` a caution that has an end is shown until then, without it only cautions that have none.
    """
    return _as_lines(_named(wanted, archived).order_by(ClientRow.folded).limit(limit), today)


def lately(limit: int, today: date | None = None) -> tuple[ClientLine, ...]:
    """The clients that were worked with last, newest first; ``today`` as for ``lines``."""
    rows = _here().where(ClientRow.archived_at.is_null()).order_by(ClientRow.touched_at.desc())
    return _as_lines(rows.limit(limit), today)


def these(client_ids: Iterable[int], today: date | None = None) -> dict[int, ClientLine]:
    """Lines of these clients by their numbers; ``today`` as for ``lines``."""
    found = _as_lines(ClientRow.select().where(ClientRow.id.in_(list(client_ids))), today)
    return {line.id: line for line in found}


def looking_like(name: str) -> tuple[ClientLine, ...]:
    """Clients who may be the same person as this name, archived ones too."""
    parts = _shared_parts(name)
    if not parts:
        return ()
    either = " OR ".join(["instr(folded, ?)"] * len(parts))
    names = database.execute_sql(f"SELECT id, full_name FROM client WHERE deleted_at IS NULL AND ({either})", parts)
    same = [row_id for row_id, full_name in names if alike(full_name, name)]
    return _as_lines(_here().where(ClientRow.id.in_(same))) if same else ()


def _shared_parts(name: str) -> tuple[str, ...]:
    """Each name that is alike holds one of these: of two words, or of two halves, only one is mistyped."""
    words = folded(name).split()
    if len(words) != 1 or len(words[0]) < 4:
        return tuple(words)
    half = len(words[0]) // 2
    return words[0][:half], words[0][half:]


def deleted(wanted: str = "") -> tuple[ClientLine, ...]:
    """Who was deleted lately, newest first; ``wanted`` as for ``lines``."""
    rows = ClientRow.select().where(ClientRow.deleted_at.is_null(False))
    return _as_lines(_holding(rows, wanted).order_by(ClientRow.deleted_at.desc()))


def count(wanted: str = "", archived: bool = False) -> int:
    """How many clients ``lines`` tells of without a limit."""
    return int(_named(wanted, archived).count())


@transaction
def archive(client_id: int, now: datetime) -> Client:
    """Put a client away: out of the lists, nothing lost."""
    return _mark(client_id, "archived", now, archived_at=now)


@transaction
def unarchive(client_id: int, now: datetime) -> Client:
    """Bring an archived client back."""
    return _mark(client_id, "unarchived", now, archived_at=None)


@transaction
def delete(client_id: int, now: datetime) -> Client:
    """Take a client out of sight; everything stays and can be brought back."""
    return _mark(client_id, "deleted", now, deleted_at=now)


@transaction
def bring_back(client_id: int, now: datetime) -> Client:
    """Undo a deletion."""
    return _mark(client_id, "brought back", now, deleted_at=None)


def touch(client_id: int, now: datetime) -> None:
    """Note that a client was worked with; inside the caller's transaction."""
    ClientRow.update(touched_at=now).where(ClientRow.id == client_id).execute()


def _mark(client_id: int, action: str, now: datetime, **marks: datetime | None) -> Client:
    one(client_id)
    ClientRow.update(**marks).where(ClientRow.id == client_id).execute()
    audit.record(action, "client", client_id, now)
    return one(client_id)


def _told(draft: ClientDraft, now: datetime) -> dict[str, str | date | None]:
    told = asdict(draft.checked(local_day(now)))
    return {name: " ".join(value.split()) if name.endswith("name") else value for name, value in told.items()}


def _folded(draft: ClientDraft) -> str:
    return " ".join(folded(f"{draft.full_name} {draft.chosen_name} {draft.say_as}").split())


def _named(wanted: str, archived: bool) -> ModelSelect:
    return _holding(_here().where(ClientRow.archived_at.is_null(not archived)), wanted)


def _holding(rows: ModelSelect, wanted: str) -> ModelSelect:
    for word in search_words(wanted):
        rows = rows.where(fn.INSTR(ClientRow.folded, word) > 0)
    return rows


def _here() -> ModelSelect:
    return ClientRow.select().where(ClientRow.deleted_at.is_null())


def _as_lines(rows: Iterable[ClientRow], today: date | None = None) -> tuple[ClientLine, ...]:
    found = list(rows)
    cautions, matters = _cautions(found, today), _what_matters(found)
    return tuple(
        ClientLine(
            row.id,
            row.full_name,
            row.chosen_name,
            row.say_as,
            row.last_seen,
            row.visits,
            matters.get(row.id, ""),
            cautions.get(row.id, ""),
            row.archived_at is not None,
        )
        for row in found
    )


def _cautions(clients: list[ClientRow], today: date | None) -> dict[int, str]:
    holds = HealthItemRow.until.is_null()
    if today is not None:
        holds |= HealthItemRow.until >= today
    rows = HealthItemRow.select().where(
        HealthItemRow.removed_at.is_null(), HealthItemRow.caution != Caution.NONE, holds
    )
    if len(clients) < 100:
        rows = rows.where(HealthItemRow.client_id.in_([client.id for client in clients]))
    gravest: dict[int, HealthItemRow] = {}
    for row in rows:
        held = gravest.get(row.client_id)
        if held is None or GRAVITY[row.caution] < GRAVITY[held.caution]:
            gravest[row.client_id] = row
    return {
        client_id: _("{level}: {what}").format(
            level=caution_words(row.caution),
            what=item_words(HealthDraft(row.kind, row.name, row.caution, row.area, row.advice)),
        )
        for client_id, row in gravest.items()
    }


def _what_matters(clients: list[ClientRow]) -> dict[int, str]:
    query = "SELECT client_id, words, max(id) FROM voice WHERE where_said = 'what_matters' {} GROUP BY client_id"
    if len(clients) >= 100:
        rows = database.execute_sql(query.format(""))
    else:
        ids = [client.id for client in clients]
        rows = database.execute_sql(query.format(f"AND client_id IN ({','.join('?' * len(ids))})"), ids)
    return {client_id: words for client_id, words, _newest in rows}
