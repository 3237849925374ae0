"""Which parts of which paper a client's prints leave out or always hold; it is asked once and remembered."""

from collections.abc import Iterable
from datetime import datetime

from peewee import Expression

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import LeftOutRow

# Before the name of a part that was ticked on purpose. A program that does not know of it passes over such a part.
_ALWAYS = "+"


@transaction
def leave_out(client_id: int, kind: DocumentKind, section: Section, now: datetime) -> frozenset[Section]:
    """Leave this part out of such papers of this client from now on; leaving it out twice is as good as once."""
    _forget(client_id, kind, _ALWAYS + section)
    if section not in of(client_id, kind):
        LeftOutRow.insert(client=client_id, kind=kind, section=section).execute()
        audit.record("left out", "document", client_id, now, f"{kind}: {section}")
    return of(client_id, kind)


@transaction
def put_back(client_id: int, kind: DocumentKind, section: Section, now: datetime) -> frozenset[Section]:
    """Print this part again, from now on also where it makes the paper long."""
    if section not in always(client_id, kind):
        LeftOutRow.insert(client=client_id, kind=kind, section=_ALWAYS + section).execute()
    if _forget(client_id, kind, section):
        audit.record("put back", "document", client_id, now, f"{kind}: {section}")
    return of(client_id, kind)


def of(client_id: int, kind: DocumentKind) -> frozenset[Section]:
    """What such papers of this client leave out; parts that only a newer program knows are passed over."""
    return _known(_stored(client_id, kind))


def always(client_id: int, kind: DocumentKind) -> frozenset[Section]:
    """What was ticked on purpose: such papers hold it also where it makes them long."""
    return _known(each.removeprefix(_ALWAYS) for each in _stored(client_id, kind) if each.startswith(_ALWAYS))


def _known(stored: Iterable[str]) -> frozenset[Section]:
    known = set(Section)
    return frozenset(Section(section) for section in stored if section in known)


def _stored(client_id: int, kind: DocumentKind) -> tuple[str, ...]:
    return tuple(row.section for row in LeftOutRow.select().where(_those(client_id, kind)))


def _forget(client_id: int, kind: DocumentKind, stored: str) -> bool:
    return bool(LeftOutRow.delete().where(_those(client_id, kind), LeftOutRow.section == stored).execute())


def _those(client_id: int, kind: DocumentKind) -> Expression:
    return (LeftOutRow.client == client_id) & (LeftOutRow.kind == kind)
