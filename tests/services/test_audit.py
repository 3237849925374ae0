"""The trail is one chain, written with the change it tells of; what was tampered with or cut off shows."""

from datetime import datetime, timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, clients
from alliance_desktop.services.audit import FIRST
from alliance_desktop.storage import cipher
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.keys import DataKey

COLUMNS = ("at", "action", "entity", "entity_id", "detail", "prev_hash", "hash")


@pytest.fixture
def links(practice: PracticeFolder, now: datetime) -> int:
    """A trail of seven links."""
    for n in range(3):
        client_id = clients.welcome(ClientDraft("Ida"), now + timedelta(seconds=n)).id
        clients.archive(client_id, now + timedelta(seconds=n))
    assert audit.head()[0] == 7
    return 7


def tamper(practice: PracticeFolder, data_key: DataKey, statement: str) -> None:
    """Change the trail behind the program's back, with its guards taken away."""
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER audit_no_{verb}")
        connection.execute(statement)


def test_the_trail_begins_with_the_first_row_of_the_practice(practice: PracticeFolder) -> None:
    first = audit.lines()[-1]
    assert (first.seq, first.action, first.entity) == (1, "founded", "practice")
    assert audit.check().held


def test_links_hang_together_and_the_newest_is_read_first(links: int) -> None:
    assert [line.seq for line in audit.lines(3)] == [7, 6, 5]
    assert audit.check().words == "The trail of changes is whole, 7 entries."
    assert audit.check(3).held
    assert audit.check(700).held


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", [1, 4, 7])
def test_a_link_that_was_changed_shows(
    links: int, practice: PracticeFolder, data_key: DataKey, column: str, seq: int
) -> None:
    value = "99" if column == "entity_id" else "'2020-01-01T00:00:00.000000+00:00'"
    tamper(practice, data_key, f"UPDATE audit SET {column} = {value} WHERE seq = {seq}")
    check = audit.check()
    assert not check.held
    assert str(seq) in check.words or str(seq + 1) in check.words


@pytest.mark.parametrize("seq", [1, 4])
def test_a_link_that_was_taken_out_shows(links: int, practice: PracticeFolder, data_key: DataKey, seq: int) -> None:
    tamper(practice, data_key, f"DELETE FROM audit WHERE seq = {seq}")
    assert not audit.check().held


def test_links_that_were_exchanged_or_numbered_anew_show(
    links: int, practice: PracticeFolder, data_key: DataKey
) -> None:
    tamper(practice, data_key, "UPDATE audit SET seq = seq + 1 WHERE seq = 7")
    assert not audit.check().held


def test_a_tail_that_was_cut_off_shows_against_the_head_kept_elsewhere(
    links: int, practice: PracticeFolder, data_key: DataKey
) -> None:
    kept = audit.head()
    tamper(practice, data_key, "DELETE FROM audit WHERE seq > 5")
    assert audit.check().held
    assert audit.head() != kept


def test_a_trail_made_with_another_key_does_not_fit(links: int, practice: PracticeFolder, data_key: DataKey) -> None:
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        rows = connection.execute(
            "SELECT seq, at, action, entity, entity_id, detail, prev_hash, hash FROM audit ORDER BY seq"
        ).fetchall()
    assert audit.broken_at(data_key.audit, rows, FIRST) is None
    assert audit.broken_at(bytes(32), rows, FIRST) == 1


def test_the_link_and_the_change_are_stored_together_or_neither(practice: PracticeFolder, now: datetime) -> None:
    before = audit.head()

    @transaction
    def slip() -> None:
        clients.welcome(ClientDraft("Ida"), now)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        slip()
    assert (audit.head(), clients.count()) == (before, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO audit SELECT seq, at, 'x', entity, entity_id, detail, prev_hash, hash FROM audit",
        "UPDATE OR REPLACE audit SET seq = 2 WHERE seq = 1",
    ],
)
def test_the_trail_is_only_ever_added_to(
    links: int, practice: PracticeFolder, data_key: DataKey, statement: str
) -> None:
    with (
        cipher.opened(practice.database, data_key.sqlcipher) as connection,
        pytest.raises(sqlcipher.IntegrityError, match="insert-only"),
    ):
        connection.execute(statement)
    assert audit.check().held
