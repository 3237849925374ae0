"""The check of everything holds for what the program wrote, and tells of whatever was changed behind its back."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from alliance_desktop.domain.moments import local_day
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, boundaries, consents, integrity, scales, sessions
from alliance_desktop.storage import cipher, snapshot
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.keys import DataKey

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "old_files" / "practice-12.db"


@pytest.fixture
def whole(folder: PracticeFolder, data_key: DataKey, now: datetime) -> Iterator[PracticeFolder]:
    """A practice with something of everything, open: a plan signed twice, a note with additions, a paper, a backup."""
    shutil.copyfile(GOLDEN, folder.database)
    database.open(folder.database, data_key.copy())
    sessions.add(1, "She called: it is better", "she called", "Ana", now)
    backed_up(now)
    yield folder
    database.shut()


@transaction
def backed_up(now: datetime) -> None:
    """Note a backup that bears the trail's head of this moment, and do a thing or two after it."""
    seq, head = audit.head()
    database.execute_sql(
        "INSERT INTO backup_run VALUES (1, 1, '2026', '2026', 'stick', 'f', 1, 1, 1, ?, ?)", (seq, head)
    )
    audit.record("backed up", "backup", 1, now, "1")
    audit.record("opened", "practice", 1, now)


def broken() -> list[str]:
    return [check.name for check in integrity.check() if not check.held]


def behind_its_back(practice: PracticeFolder, key: DataKey, statements: str) -> None:
    """Change the file as somebody with the key could: every guard taken away first and put back afterwards."""
    database.shut()
    with cipher.opened(practice.database, key.sqlcipher) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        kept = [(name, sql) for name, sql in guards if "_words_" not in name]
        for name, _sql in kept:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.executescript(statements)
        for _name, sql in kept:
            connection.execute(sql)
    database.open(practice.database, key.copy())


def test_what_the_program_wrote_holds(whole: PracticeFolder) -> None:
    checks = integrity.check()
    assert [check.words for check in checks if not check.held] == []
    assert [check.name for check in checks] == [
        *("file", "references", "guards", "audit", "entries"),
        *(
            "signed notes",
            "addenda",
            "plan versions",
            "consents",
            "closing checks",
            "answers",
            "repairs",
            "red flags",
            "withdrawals",
            "statements",
            "boundaries",
            "scales",
            "documents",
            "search",
        ),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO voice_words (voice_words) VALUES ('delete-all')",
        "INSERT INTO addendum_words (rowid, folded) VALUES (99, 'nobody wrote this')",
    ],
)
def test_a_search_that_does_not_find_what_is_stored_shows(
    whole: PracticeFolder, data_key: DataKey, statement: str
) -> None:
    behind_its_back(whole, data_key, statement)
    assert broken() == ["search"]


OF_NOTES = (
    *(
        "note_field",
        "rating",
        "note_goal",
        "note_mark",
        "note_home",
        "private_note",
        "promise",
        "addendum",
        "client_statement",
        "signed_note",
    ),
    "session",
)
LIMITS = {"red flags", "withdrawals", "statements", "boundaries"}
SEALED = {"audit", "entries", "addenda", "closing checks", "answers", "repairs", "scales", *LIMITS}


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ("DELETE FROM audit WHERE seq > 10", SEALED),
        ("DELETE FROM audit WHERE seq >= (SELECT audit_seq FROM backup_run)", {"audit", "entries", "addenda"}),
        ("DELETE FROM audit", SEALED),
        ("UPDATE audit SET hash = 'é' WHERE seq = 5", {"audit"}),
        ("DELETE FROM backup_run", {"entries"}),
        (
            "".join(f"DELETE FROM {table};" for table in OF_NOTES),
            {"entries", "addenda", "statements", "search"},
        ),
        ("DELETE FROM signed_note", {"entries", "signed notes", "statements"}),
        ("DELETE FROM signature WHERE id = 4", {"entries"}),
        ("UPDATE signature SET how = 'paper' WHERE id = 2", {"entries"}),
        ("DELETE FROM signature WHERE version_id = 2; DELETE FROM plan_version WHERE id = 2", {"entries"}),
        ("UPDATE plan_version SET content = '{}'", {"plan versions"}),
        ("UPDATE plan_version SET plan_id = 7", {"references", "plan versions"}),
        ("DELETE FROM document_piece; DELETE FROM document", {"entries"}),
        ("UPDATE document_piece SET bytes = x'25'", {"documents"}),
        ("DELETE FROM consent", {"entries", "references", "withdrawals"}),
        ("DELETE FROM plan_event", {"entries"}),
        ("INSERT INTO plan_event SELECT NULL, 1, 2, 'withdrawn', '', '', at FROM plan_event", {"entries"}),
        ("UPDATE closing_check SET touch = 5", {"closing checks"}),
        ("DELETE FROM closing_check", {"closing checks"}),
        ("UPDATE change_answer SET words = 'Nothing' WHERE changed", {"answers"}),
        ("DELETE FROM change_answer WHERE id = 1", {"answers"}),
        ("UPDATE repair SET i_said = 'Sorry'", {"repairs"}),
        ("UPDATE repair SET markers = '[]'", {"repairs"}),
        ("DELETE FROM repair", {"repairs"}),
        ("UPDATE red_flag SET decision = 'went on' WHERE id = 2", {"red flags"}),
        ("DELETE FROM red_flag WHERE id = 2", {"red flags"}),
        ("UPDATE consent_withdrawal SET words = 'x'", {"withdrawals"}),
        ("UPDATE consent_withdrawal SET at = '2026-05-18T12:00:00.000000+00:00'", {"withdrawals"}),
        ("UPDATE consent SET withdrawn_on = NULL", {"withdrawals"}),
        ("UPDATE consent SET withdrawn_on = '2026-05-20' WHERE id = 2", {"withdrawals"}),
        ("UPDATE consent SET withdrawn_on = '2026-05-19' WHERE id = 1", {"withdrawals"}),
        ("UPDATE red_flag SET at = '2026-05-18T12:00:00.000000+00:00' WHERE id = 2", {"red flags"}),
        ("UPDATE client_statement SET stance = 'agree'", {"statements"}),
        ("UPDATE client_statement SET at = '2026-05-18T12:00:00.000000+00:00'", {"statements"}),
        ("DELETE FROM client_statement", {"statements", "search"}),
        ("UPDATE boundary_note SET did = 'Took it'", {"boundaries"}),
        ("UPDATE boundary_note SET at = '2026-05-18T12:00:00.000000+00:00'", {"boundaries"}),
        ("UPDATE boundary_note SET taken_back_at = at", {"boundaries"}),
        ("UPDATE scale_answer SET answers = '[9,9,0,9,9]' WHERE id = 1", {"scales"}),
        ("UPDATE scale_answer SET client_id = 1 WHERE id = 1", {"scales"}),
        ("UPDATE scale_answer SET at = '2026-05-18T12:00:00.000000+00:00' WHERE id = 1", {"scales"}),
        ("UPDATE scale_answer SET taken_back_at = at WHERE id = 1", {"scales"}),
        ("DELETE FROM scale_answer WHERE id = 2", {"scales"}),
        ("UPDATE scale SET highest = 20", {"scales"}),
        ("UPDATE scale SET items = replace(items, 'easily', 'badly')", {"scales"}),
        ("UPDATE scale SET mcid = 1.0", {"scales"}),
        ("UPDATE scale SET ended_at = at", {"scales"}),
        ("UPDATE scale SET items = 'x'", {"scales"}),
        ("DELETE FROM appointment WHERE id = 1", {"entries"}),
        ("UPDATE addendum SET words = 'It was the right one' WHERE id = 2", {"addenda"}),
        ("UPDATE addendum SET author = 'Eva' WHERE id = 2", {"addenda"}),
        ("DELETE FROM addendum WHERE id = 2", {"addenda"}),
        ("UPDATE session SET client_id = 7", {"references", "signed notes"}),
        ("UPDATE note_field SET key = 'x' WHERE id = 1", {"signed notes", "statements"}),
        ("UPDATE note_goal SET words = 'Rest for an hour'", {"signed notes"}),
        ("INSERT INTO note_goal VALUES (NULL, 1, 0, 'g', 'Rest for an hour')", {"signed notes"}),
        ("UPDATE note_mark SET strength = 2 WHERE uid = 'm1'", {"signed notes"}),
        ("UPDATE note_mark SET x = 0.51 WHERE uid = 'm2'", {"signed notes"}),
        ("DELETE FROM note_mark", {"signed notes"}),
        ("UPDATE note_home SET words = 'Ice'", {"signed notes"}),
        ("UPDATE signed_note SET snapshot = replace(snapshot, 'What I noticed', 'What hurt')", {"signed notes"}),
    ],
)
def test_whatever_was_changed_behind_the_programs_back_shows(
    whole: PracticeFolder, data_key: DataKey, statements: str, told: set[str]
) -> None:
    behind_its_back(whole, data_key, statements)
    assert set(broken()) == told


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER plan_no_update",
        "DROP TRIGGER voice_no_delete",
        "DROP TRIGGER session_words_update",
        "DROP INDEX plan_version_review",
        "CREATE TRIGGER quiet AFTER INSERT ON audit BEGIN UPDATE practice SET name = 'x'; END",
        "ALTER TABLE consent ADD COLUMN other TEXT",
    ],
)
def test_a_guard_that_is_missing_or_one_too_many_shows(
    whole: PracticeFolder, data_key: DataKey, statement: str
) -> None:
    database.shut()
    with cipher.opened(whole.database, data_key.sqlcipher) as connection:
        connection.execute(statement)
    database.open(whole.database, data_key.copy())
    assert broken() == ["guards"]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("INSERT INTO addendum VALUES (NULL, 1, 'No pain', 'forgot', 'Ana', 'no pain', '2026')", "addenda"),
        ("INSERT INTO plan_event VALUES (NULL, 1, NULL, 'ended', 'client', '', '2026')", "entries"),
        ("INSERT INTO consent SELECT NULL, client_id, 'images', text, '', signed_on, NULL, '2026', NULL FROM consent",
         "entries"),
        ("INSERT INTO document VALUES (NULL, 1, 'plan', 'saved', 1, 2, 0, 'x', '2026')", "entries"),
    ],
)  # fmt: skip
def test_what_was_added_beside_the_program_shows(whole: PracticeFolder, statement: str, told: str) -> None:
    database.execute_sql(statement)
    assert told in broken()


def test_a_trail_begun_anew_shows_at_the_next_opening(whole: PracticeFolder, data_key: DataKey, now: datetime) -> None:
    behind_its_back(whole, data_key, "DELETE FROM audit; DELETE FROM backup_run")

    @transaction
    def opening() -> None:
        audit.record("opened", "practice", 1, now)

    opening()
    assert audit.check(200).words == "The trail of changes has lost its beginning."


def test_a_trail_cut_below_a_backup_shows_at_the_next_opening(
    whole: PracticeFolder, data_key: DataKey, now: datetime
) -> None:
    (backed_up_at,) = database.execute_sql("SELECT audit_seq FROM backup_run").fetchone()
    behind_its_back(whole, data_key, f"DELETE FROM audit WHERE seq >= {backed_up_at}")

    @transaction
    def opening() -> None:
        for _nth in range(3):
            audit.record("opened", "practice", 1, now)

    opening()
    assert not audit.check(1).held
    assert f"backed up: entry {backed_up_at}" in audit.check().words


def test_what_was_taken_back_and_brought_back_holds_at_every_turn(whole: PracticeFolder, now: datetime) -> None:
    for turn in (
        lambda: consents.withdraw(1, now, "Not any more"),
        lambda: consents.undo_withdrawal(1, now),
        lambda: consents.withdraw(1, now, day=local_day(now) - timedelta(days=1)),
        lambda: boundaries.take_back(1, now),
        lambda: boundaries.bring_back(1, now),
        lambda: boundaries.take_back(1, now),
        lambda: scales.end(1, now),
        lambda: scales.take_up(1, now),
        lambda: scales.end(1, now),
        lambda: scales.take_back(2, now),
        lambda: scales.bring_back(2, now),
        lambda: scales.take_back(1, now),
    ):
        turn()
        assert broken() == []


def test_a_job_checks_the_trail_through_a_connection_of_its_own(whole: PracticeFolder, data_key: DataKey) -> None:
    with snapshot.reading(whole.database, data_key.sqlcipher) as connection:
        assert audit.check_in(connection.execute, data_key.audit) == audit.check()
        assert not audit.check_in(connection.execute, bytes(32)).held
