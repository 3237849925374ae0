"""The file of the practice: founded, opened with its key, checked, and shut with the key forgotten."""

import shutil
from datetime import datetime

from alliance_desktop.domain.history import Check
from alliance_desktop.domain.practice import Practice
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, backups, plans, practice, sessions
from alliance_desktop.storage import attempts, upgrade
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.keys import DataKey
from alliance_desktop.words import _, counted

# How many links of the trail are looked at whenever the practice opens.
AT_START = 200


def found(folder: PracticeFolder, key: DataKey, named: Practice, now: datetime) -> None:
    """Make the file of a new practice and leave it open."""
    upgrade.create(folder.database, key.sqlcipher)
    database.open(folder.database, key)
    practice.found(named, now)


def open_with(folder: PracticeFolder, key: DataKey, now: datetime) -> Check:
    """Open the practice, note it in the trail and look at the trail's newest links.

    Raises ``PracticeMissing``, ``PracticeDamaged``, ``PracticeNewer``; the folder's leftovers are swept.
    """
    backups.finish_restore(folder)
    _sweep(folder)
    if upgrade.needed(folder.database, key.sqlcipher):
        upgrade.bring_up(folder.database, key.sqlcipher)
    database.open(folder.database, key)
    failed = len(attempts.times(folder))
    _note_opening(failed, now)
    attempts.take(folder)
    return audit.check(AT_START)


@transaction
def _note_opening(failed: int, now: datetime) -> None:
    if failed:
        audit.record("unlock failed", "practice", 1, now, str(failed))
    audit.record("opened", "practice", 1, now)


def shut() -> None:
    """Close the file and forget the key."""
    database.shut()


def key_for_job() -> DataKey:
    """Another handle on the key of the open practice, for a job."""
    return database.key.copy()


def is_open() -> bool:
    """True between opening and shutting."""
    return not database.is_closed()


def check() -> tuple[Check, ...]:
    """All integrity checks of the open practice: the file, its references, the trail, what was signed."""
    return (_check_file(), _check_references(), audit.check(), _check_signed_notes(), _check_versions())


def _check_file() -> Check:
    told = database.execute_sql("PRAGMA quick_check").fetchone()[0]
    held = told == "ok"
    return Check("file", held, _("The file is whole.") if held else _("The file is damaged."))


def _check_references() -> Check:
    broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    held = not broken
    return Check("references", held, _("Everything belongs together.") if held else _("Some records lost their owner."))


def _check_signed_notes() -> Check:
    rows = database.execute_sql(
        "SELECT id FROM session WHERE signed_at IS NOT NULL UNION SELECT session_id FROM signed_note"
    ).fetchall()
    broken = [row[0] for row in rows if not sessions.intact(sessions.one(row[0]))]
    words = counted("{n} signed note is as it was signed.", "{n} signed notes are as they were signed.", len(rows))
    return Check("signed notes", not broken, words if not broken else _("Signed notes do not fit their seal."))


def _check_versions() -> Check:
    rows = database.execute_sql("SELECT id FROM plan_version ORDER BY id").fetchall()
    broken = [row[0] for row in rows if not plans.intact(plans.version(row[0]))]
    words = counted("{n} plan version is as it was made.", "{n} plan versions are as they were made.", len(rows))
    return Check("plan versions", not broken, words if not broken else _("Plan versions do not fit their seal."))


def _sweep(folder: PracticeFolder) -> None:
    """Take away ciphertext that interrupted work left behind."""
    if folder.aside.is_dir():
        shutil.rmtree(folder.aside, ignore_errors=True)
