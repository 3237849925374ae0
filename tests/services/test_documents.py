"""Every paper that left the program is kept to the byte."""

from datetime import datetime

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind, Given
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, documents
from alliance_desktop.storage import cipher
from alliance_desktop.storage.keys import DataKey


@pytest.fixture
def ida(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Ida"), now).id


@pytest.mark.parametrize("size", [0, 1, documents.PIECE, 3 * documents.PIECE + 7])
def test_a_paper_comes_back_byte_for_byte(ida: int, now: datetime, size: int) -> None:
    data = bytes(n * 7 % 251 for n in range(size))
    line = documents.keep(ida, DocumentKind.PLAN, Given.SAVED, 2, 3, data, now)
    assert (line.size, line.pages, line.version, line.given) == (size, 3, 2, Given.SAVED)
    assert documents.data(line.id) == data
    assert documents.intact(line.id)
    assert documents.of(ida) == (line,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET version = 9",
        "DELETE FROM document",
        "UPDATE document_piece SET bytes = x'00'",
        "DELETE FROM document_piece",
        "INSERT INTO document_piece VALUES (NULL, 1, 1, x'00')",
        "INSERT OR REPLACE INTO document_piece SELECT id, document_id, place, x'00' FROM document_piece",
        "INSERT OR REPLACE INTO document SELECT id, client_id, kind, given, 9, pages, size, digest, at FROM document",
    ],
)
def test_even_a_bug_cannot_change_a_paper(
    ida: int, practice: PracticeFolder, data_key: DataKey, now: datetime, statement: str
) -> None:
    line = documents.keep(ida, DocumentKind.PLAN, Given.PRINTED, 1, 2, b"paper", now)
    with (
        cipher.opened(practice.database, data_key.sqlcipher) as connection,
        pytest.raises(sqlcipher.IntegrityError, match="insert-only"),
    ):
        connection.execute(statement)
    assert documents.data(line.id) == b"paper"


def test_a_piece_that_was_added_later_shows(
    ida: int, practice: PracticeFolder, data_key: DataKey, now: datetime
) -> None:
    line = documents.keep(ida, DocumentKind.PLAN, Given.PRINTED, 1, 2, b"paper", now)
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        connection.execute("DROP TRIGGER document_piece_fits")
        connection.execute("INSERT INTO document_piece VALUES (NULL, 1, 1, x'00')")
    assert not documents.intact(line.id)
