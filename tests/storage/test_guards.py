"""Whatever was said, signed or handed out is only ever added to, whoever holds the file open and whatever the words.

Every statement goes through a plain connection, as a bug of ours would; the records are those of the golden file.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import cipher
from alliance_desktop.storage.keys import DataKey

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "old_files" / "practice-12.db"
INSERT_ONLY = (
    "voice", "plan_version", "plan_event", "signature", "signed_note", "addendum", "document", "document_piece",
    "audit", "backup_run", "plan", "alert_snooze", "change_answer", "red_flag",
    "consent_withdrawal", "client_statement",
)  # fmt: skip
SIGNED = ("session", "note_field", "rating", "note_goal", "note_mark", "note_home")
CONSENT = ("id", "client_id", "kind", "text", "areas", "signed_on", "expires_on", "recorded_at")


@pytest.fixture
def connection(folder: PracticeFolder, data_key: DataKey) -> Iterator[sqlcipher.Connection]:
    shutil.copyfile(GOLDEN, folder.database)
    with cipher.opened(folder.database, data_key.sqlcipher) as opened:
        opened.execute("INSERT INTO backup_run VALUES (1, 1, 'a', 'b', 'stick', 'f', 1, 1, 1, 1, 'h')")
        yield opened


def columns(connection: sqlcipher.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")]


def rows(connection: sqlcipher.Connection, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(f"SELECT * FROM {table}").fetchall()]


def refused(connection: sqlcipher.Connection, statement: str) -> bool:
    with pytest.raises(sqlcipher.IntegrityError) as told:
        connection.execute(statement)
    return any(word in str(told.value) for word in ("insert-only", "signed", "withdrawn", "other content"))


@pytest.mark.parametrize("table", INSERT_ONLY + SIGNED)
def test_no_column_can_be_rewritten_and_no_row_taken_away(connection: sqlcipher.Connection, table: str) -> None:
    before = rows(connection, table)
    assert before
    for column in columns(connection, table):
        for how in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
            assert refused(connection, f"{how} {table} SET {column} = {column}"), column
    assert refused(connection, f"DELETE FROM {table}")
    assert refused(connection, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    assert refused(connection, f"REPLACE INTO {table} SELECT * FROM {table}")
    key = columns(connection, table)[0]
    upsert = f"INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT DO UPDATE SET {key} = {key}"
    assert refused(connection, upsert)
    assert rows(connection, table) == before


@pytest.mark.parametrize("column", CONSENT)
def test_what_a_client_consented_to_stays_to_the_letter(connection: sqlcipher.Connection, column: str) -> None:
    assert refused(connection, f"UPDATE consent SET {column} = {column}")
    assert refused(connection, "DELETE FROM consent")
    assert refused(connection, "INSERT OR REPLACE INTO consent SELECT * FROM consent")
    connection.execute("UPDATE consent SET withdrawn_on = '2026-05-01'")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO note_field VALUES (NULL, 1, 'next', 'therapist', 'x', NULL, 1)",
        "INSERT OR IGNORE INTO note_field VALUES (NULL, 1, 'next', 'therapist', 'x', NULL, 1)",
        "INSERT INTO rating VALUES (NULL, 1, 9, 'Ease', 1, 2)",
        "INSERT INTO note_goal VALUES (NULL, 1, 9, 'g', 'Garden')",
        "INSERT INTO note_mark VALUES (NULL, 3, 9, 'm', 'client', 'ache', 'front', '', 0.5, 0.5, 6, '')",
        "INSERT INTO note_home VALUES (NULL, 3, 9, 'Rest')",
        "UPDATE note_mark SET session_id = 3 WHERE session_id = 9",
        "UPDATE note_home SET session_id = 3 WHERE session_id = 9",
        "UPDATE note_goal SET session_id = 1 WHERE session_id = 9",
        "UPDATE note_goal SET session_id = 9 WHERE session_id = 2",
        "UPDATE note_field SET session_id = 1 WHERE session_id = 9",
        "UPDATE rating SET session_id = 1 WHERE session_id = 9",
        "UPDATE note_field SET session_id = 9 WHERE session_id = 1",
        "UPDATE rating SET session_id = 9 WHERE session_id = 1",
        "UPDATE OR REPLACE note_field SET id = 1 WHERE session_id = 9",
        "INSERT OR REPLACE INTO note_field VALUES (1, 9, 'think', 'therapist', 'x', NULL, 1)",
        "UPDATE OR REPLACE session SET id = 1 WHERE id = 9",
        "INSERT INTO signed_note VALUES (NULL, 9, '{}', '', '', 'Ana', '2026')",
        "INSERT INTO addendum VALUES (NULL, 9, 'x', 'y', 'Ana', 'x', '2026')",
    ],
)
def test_nothing_slips_under_or_out_of_a_signed_note(connection: sqlcipher.Connection, statement: str) -> None:
    connection.execute(
        "INSERT INTO session VALUES (9, 'u9', 1, 9, '2026-05-01', 'quick', '', '', '2026', '2026', NULL, '')"
    )
    connection.execute("INSERT INTO note_field VALUES (NULL, 9, 'did', 'therapist', 'x', NULL, 1)")
    connection.execute("INSERT INTO rating VALUES (NULL, 9, 0, 'Ease', 1, 2)")
    connection.execute("INSERT INTO note_goal VALUES (NULL, 9, 0, 'g', 'Garden')")
    connection.execute("INSERT INTO note_mark VALUES (NULL, 9, 0, 'm', 'client', 'ache', 'front', '', 0.5, 0.5, 6, '')")
    connection.execute("INSERT INTO note_home VALUES (NULL, 9, 0, 'Rest')")
    tables = (*SIGNED, "signed_note", "addendum")
    before = [rows(connection, table) for table in tables]
    assert refused(connection, statement)
    assert [rows(connection, table) for table in tables] == before


def test_a_closing_check_that_was_seen_stays_as_it_is(connection: sqlcipher.Connection) -> None:
    assert rows(connection, "closing_check")
    for column in columns(connection, "closing_check"):
        if column != "taken_back_at":
            assert refused(connection, f"UPDATE closing_check SET {column} = {column}"), column
    assert refused(connection, "DELETE FROM closing_check")
    assert refused(connection, "REPLACE INTO closing_check SELECT * FROM closing_check")


def test_what_was_noted_of_a_strain_stays_and_only_how_it_went_is_said_later(connection: sqlcipher.Connection) -> None:
    assert rows(connection, "repair")
    for column in columns(connection, "repair"):
        if column not in ("plan_changed", "check_on", "outcome", "looked_at", "taken_back_at"):
            assert refused(connection, f"UPDATE repair SET {column} = {column}"), column
    assert refused(connection, "DELETE FROM repair")
    assert refused(connection, "REPLACE INTO repair SELECT * FROM repair")


def test_a_private_note_stays_as_it_was_written_and_can_only_be_left_out(connection: sqlcipher.Connection) -> None:
    assert rows(connection, "boundary_note")
    for column in columns(connection, "boundary_note"):
        if column != "taken_back_at":
            assert refused(connection, f"UPDATE boundary_note SET {column} = {column}"), column
    assert refused(connection, "DELETE FROM boundary_note")
    assert refused(connection, "REPLACE INTO boundary_note SELECT * FROM boundary_note")
    connection.execute("UPDATE boundary_note SET taken_back_at = '2026'")


@pytest.mark.parametrize(("table", "free"), [("scale", "ended_at"), ("scale_answer", "taken_back_at")])
def test_a_scale_and_what_was_answered_stay_and_are_only_ended_or_left_out(
    connection: sqlcipher.Connection, table: str, free: str
) -> None:
    assert rows(connection, table)
    for column in columns(connection, table):
        if column != free:
            assert refused(connection, f"UPDATE {table} SET {column} = {column}"), column
    assert refused(connection, f"DELETE FROM {table}")
    assert refused(connection, f"REPLACE INTO {table} SELECT * FROM {table}")
    connection.execute(f"UPDATE {table} SET {free} = '2026'")


def test_a_scale_is_changed_once_and_stays_the_same_scale(connection: sqlcipher.Connection) -> None:
    names = ", ".join(column for column in columns(connection, "scale") if column not in ("id", "uid", "replaces_id"))
    told = f"INSERT INTO scale (uid, replaces_id, {names}) SELECT {{}}, 1, {names} FROM scale WHERE id = 1"
    assert refused(connection, told.format("'another'"))
    connection.execute(told.format("uid"))
    with pytest.raises(sqlcipher.IntegrityError, match="UNIQUE"):
        connection.execute(told.format("uid"))


def test_a_client_states_nothing_under_a_note_that_is_not_signed(connection: sqlcipher.Connection) -> None:
    connection.execute(
        "INSERT INTO session VALUES (9, 'u9', 1, 9, '2026-05-01', 'quick', '', '', '2026', '2026', NULL, '')"
    )
    stated = "INSERT INTO client_statement VALUES (NULL, {}, 'add', 'x', '2026', 'aloud', 'M', '', 'Ana', 'x', '2026')"
    assert refused(connection, stated.format(9))
    connection.execute(stated.format(1))


def test_a_decision_is_corrected_once_and_by_one_about_the_same_client(connection: sqlcipher.Connection) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    told = "INSERT INTO red_flag SELECT NULL, {}, day, flags, about, named, decision, 'y', {}, at FROM red_flag LIMIT 1"
    assert refused(connection, told.format(99, 2))
    with pytest.raises(sqlcipher.IntegrityError, match="UNIQUE"):
        connection.execute(told.format(1, 1))
    connection.execute(told.format(1, 2))


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO signature SELECT NULL, 3, 'client', name, how, 'x', strokes, reason, at FROM signature LIMIT 1",
        "INSERT INTO signature SELECT NULL, 1, 'witness', name, how, (SELECT digest FROM plan_version WHERE id = 2), "
        "strokes, reason, at FROM signature LIMIT 1",
    ],
)
def test_a_signature_fits_the_version_it_stands_under(connection: sqlcipher.Connection, statement: str) -> None:
    assert refused(connection, statement)


@pytest.fixture
def offered(connection: sqlcipher.Connection) -> sqlcipher.Connection:
    """A third version, that only the client has signed."""
    connection.execute(
        "INSERT INTO plan_version SELECT 3, plan_id, 3, content, changes, client, therapist, digest, 'd3', folded, "
        "made_at FROM plan_version WHERE id = 2"
    )
    connection.execute("INSERT INTO signature VALUES (NULL, 3, 'client', 'M', 'paper', 'd3', '', 'there', '2026')")
    return connection


def test_a_withdrawn_version_takes_no_signature(offered: sqlcipher.Connection) -> None:
    offered.execute("INSERT INTO plan_event VALUES (NULL, 1, 3, 'withdrawn', '', '', '2026')")
    assert refused(offered, "INSERT INTO signature VALUES (NULL, 3, 'therapist', 'A', 'paper', 'd3', '', 'x', '2026')")


def test_a_version_that_both_have_signed_is_not_withdrawn(offered: sqlcipher.Connection) -> None:
    assert refused(offered, "INSERT INTO plan_event VALUES (NULL, 1, 2, 'withdrawn', '', '', '2026')")
    offered.execute("INSERT INTO signature VALUES (NULL, 3, 'therapist', 'A', 'paper', 'd3', '', 'there', '2026')")
    assert refused(offered, "INSERT INTO plan_event VALUES (NULL, 1, 3, 'withdrawn', '', '', '2026')")


@pytest.mark.parametrize("piece", ["1, 1, x'2525'", "1, 1, x''", "1, 5, x'25'", "2, 0, x'25252525'", "2, 1, x'25'"])
def test_a_kept_paper_takes_no_piece_beyond_its_own(connection: sqlcipher.Connection, piece: str) -> None:
    connection.execute("INSERT INTO document VALUES (2, 1, 'plan', 'saved', 2, 2, 3, 'x', '2026')")
    assert refused(connection, f"INSERT INTO document_piece VALUES (NULL, {piece})")
    connection.execute("INSERT INTO document_piece VALUES (NULL, 2, 0, x'2525')")
    connection.execute("INSERT INTO document_piece VALUES (NULL, 2, 1, x'25')")
    assert refused(connection, "INSERT INTO document_piece VALUES (NULL, 2, 2, x'25')")
