"""Every paper that left the program, kept byte for byte."""

import hashlib
from datetime import datetime

from alliance_desktop.domain.document import DocumentKind, DocumentLine, Given
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import DocumentPieceRow, DocumentRow

PIECE = 256 * 1024


@transaction
def keep(
    client_id: int, kind: DocumentKind, given: Given, version: int, pages: int, data: bytes, now: datetime
) -> DocumentLine:
    """Store the very bytes that were printed or saved."""
    row_id = DocumentRow.insert(
        client=client_id,
        kind=kind,
        given=given,
        version=version,
        pages=pages,
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        at=now,
    ).execute()
    for place, start in enumerate(range(0, len(data), PIECE)):
        DocumentPieceRow.insert(document=row_id, place=place, bytes=data[start : start + PIECE]).execute()
    clients.touch(client_id, now)
    audit.record(str(given), "document", row_id, now, f"{kind} {version}")
    return _line(DocumentRow.get_by_id(row_id))


def of(client_id: int) -> tuple[DocumentLine, ...]:
    """All papers of a client, newest first."""
    rows = DocumentRow.select().where(DocumentRow.client == client_id).order_by(DocumentRow.id.desc())
    return tuple(_line(row) for row in rows)


def data(document_id: int) -> bytes:
    """The bytes of one paper, as they left."""
    rows = DocumentPieceRow.select().where(DocumentPieceRow.document == document_id).order_by(DocumentPieceRow.place)
    return b"".join(bytes(row.bytes) for row in rows)


def intact(document_id: int) -> bool:
    """True when the kept bytes still have the digest of the day they left."""
    return hashlib.sha256(data(document_id)).hexdigest() == DocumentRow.get_by_id(document_id).digest


def _line(row: DocumentRow) -> DocumentLine:
    return DocumentLine(row.id, row.client_id, row.kind, row.given, row.version, row.pages, row.size, row.at)
