"""Which parts of which paper a client's prints leave out; it is asked once and remembered."""

from datetime import datetime

from peewee import Expression

from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.services import audit
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import LeftOutRow


@transaction
def leave_out(client_id: int, kind: DocumentKind, section: Section, now: datetime) -> frozenset[Section]:
    """Leave this part out of such papers of this client from now on; leaving it out twice is as good as once."""
    if section not in of(client_id, kind):
        LeftOutRow.insert(client=client_id, kind=kind, section=section).execute()
        audit.record("left out", "document", client_id, now, f"{kind}: {section}")
    return of(client_id, kind)


@transaction
def put_back(client_id: int, kind: DocumentKind, section: Section, now: datetime) -> frozenset[Section]:
    """Print this part again."""
    if LeftOutRow.delete().where(_those(client_id, kind), LeftOutRow.section == section).execute():
        audit.record("put back", "document", client_id, now, f"{kind}: {section}")
    return of(client_id, kind)


def of(client_id: int, kind: DocumentKind) -> frozenset[Section]:
    """What such papers of this client leave out; parts that only a newer program knows are passed over."""
    known = set(Section)
    stored = (row.section for row in LeftOutRow.select().where(_those(client_id, kind)))
    return frozenset(Section(section) for section in stored if section in known)


def _those(client_id: int, kind: DocumentKind) -> Expression:
    return (LeftOutRow.client == client_id) & (LeftOutRow.kind == kind)
