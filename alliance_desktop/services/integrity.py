"""Whether everything is as it was written: the file, its guards, the trail, and what was signed or left on paper."""

from collections.abc import Callable, Iterable

from peewee import DoesNotExist

from alliance_desktop.domain.history import Check
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import (
    audit,
    boundaries,
    change_answers,
    closing_checks,
    consents,
    documents,
    plans,
    red_flags,
    repairs,
    scales,
    session_rows,
    sessions,
    statements,
)
from alliance_desktop.storage import upgrade
from alliance_desktop.storage.cipher import PracticeDamaged
from alliance_desktop.storage.database import database
from alliance_desktop.words import _, counted

# What the trail tells of for good (action, entity), and the rows it tells of: their id and the detail told with it.
_TOLD = (
    ("added", "client", "SELECT id, '' FROM client"),
    ("added", "health item", "SELECT id, '' FROM health_item"),
    ("added", "consent", "SELECT id, kind FROM consent"),
    ("signed", "consent", "SELECT consent_id, how FROM consent_signature"),
    ("begun", "plan", "SELECT id, '' FROM plan"),
    ("discussed", "plan", "SELECT plan_id, '' FROM plan_event WHERE kind = 'discussed'"),
    ("ended", "plan", "SELECT plan_id, by FROM plan_event WHERE kind = 'ended'"),
    ("made ready", "plan version", "SELECT id, '' FROM plan_version"),
    ("withdrawn", "plan version", "SELECT version_id, '' FROM plan_event WHERE kind = 'withdrawn'"),
    ("signed", "plan version", "SELECT version_id, signer || ' ' || how FROM signature"),
    ("signed", "session", "SELECT session_id, '' FROM signed_note"),
    ("made", "promise", "SELECT id, '' FROM promise"),
    ("booked", "appointment", "SELECT id, '' FROM appointment"),
    ("printed", "document", "SELECT id, kind || ' ' || version FROM document WHERE given = 'printed'"),
    ("saved", "document", "SELECT id, kind || ' ' || version FROM document WHERE given = 'saved'"),
    ("backed up", "backup", "SELECT id, CAST(sequence AS TEXT) FROM backup_run"),
)

# Consents whose day is not that on which they were taken back last.
_OTHER_DAY = (
    "SELECT c.id FROM consent c JOIN consent_withdrawal w ON w.id = "
    "(SELECT max(id) FROM consent_withdrawal WHERE consent_id = c.id) WHERE c.withdrawn_on <> w.day"
)
_SEARCHED = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"


def check() -> tuple[Check, ...]:
    """All integrity checks of the open practice, in order; a file that cannot be read on is looked at no further."""
    done: list[Check] = []
    for name, look in _CHECKS:
        try:
            done.append(look())
        except AllianceError as trouble:
            return (*done, Check(name, False, str(trouble)))
    return tuple(done)


def _check_file() -> Check:
    told = database.execute_sql("PRAGMA quick_check").fetchone()[0]
    held = told == "ok"
    return Check("file", held, _("The file is whole.") if held else _("The file is damaged."))


def _check_references() -> Check:
    broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    held = not broken
    return Check("references", held, _("Everything belongs together.") if held else _("Some records lost their owner."))


def _check_guards() -> Check:
    held = frozenset(database.execute_sql(upgrade.SCHEMA).fetchall()) == upgrade.schema()
    missing = _("Guards of what was signed are missing or were changed.")
    return Check("guards", held, _("What guards the signed records is all there.") if held else missing)


def _check_entries() -> Check:
    held = all(_tell_the_same(*told) for told in _TOLD)
    differ = _("The trail and the records tell different things: something was added or taken away.")
    return Check("entries", held, _("What the trail tells of is there, and nothing else.") if held else differ)


def _tell_the_same(action: str, entity: str, rows: str) -> bool:
    trail = "SELECT entity_id, detail FROM audit WHERE action = ? AND entity = ?"
    counted_each = "SELECT *, count(*) FROM ({}) GROUP BY 1, 2"
    told, stored = counted_each.format(trail), counted_each.format(rows)
    ways = (f"{told} EXCEPT {stored}", f"{stored} EXCEPT {told}")
    return all(database.execute_sql(way, (action, entity)).fetchone() is None for way in ways)


def _check_signed_notes() -> Check:
    ids = _ids("SELECT id FROM session WHERE signed_at IS NOT NULL UNION SELECT session_id FROM signed_note")
    held = _proven(lambda: session_rows.all_intact(ids))
    words = counted("{n} signed note is as it was signed.", "{n} signed notes are as they were signed.", len(ids))
    return Check("signed notes", held, words if held else _("Signed notes do not fit their seal."))


def _check_addenda() -> Check:
    told = database.execute_sql("SELECT entity_id, detail FROM audit WHERE action = 'added' AND entity = 'addendum'")
    digests: dict[int, str] = dict(told.fetchall())
    held = list(digests) == _ids("SELECT id FROM addendum ORDER BY id")
    # Additions made before schema 4 have no digest in the trail.
    held = held and _all_proven(digests, lambda row_id: digests[row_id] in ("", sessions.addendum_digest(row_id)))
    words = counted("{n} addition is as it was made.", "{n} additions are as they were made.", len(digests))
    return Check("addenda", held, words if held else _("Additions to signed notes do not fit their seal."))


def _check_versions() -> Check:
    ids = _ids("SELECT id FROM plan_version")
    held = _all_proven(ids, lambda row_id: plans.intact(plans.version(row_id)))
    words = counted("{n} plan version is as it was made.", "{n} plan versions are as they were made.", len(ids))
    return Check("plan versions", held, words if held else _("Plan versions do not fit their seal."))


def _check_consents() -> Check:
    ids = _ids("SELECT consent_id FROM consent_signature")
    held = _all_proven(ids, lambda row_id: consents.intact(consents.one(row_id)))
    words = counted("{n} signed consent is as it was signed.", "{n} signed consents are as they were signed.", len(ids))
    return Check("consents", held, words if held else _("Signed consents do not fit their seal."))


def _sealed(action: str, entity: str, rows: str, intact: Callable[[int, str], bool]) -> tuple[bool, int]:
    """Whether the rows are those whose seals the trail holds, and say what these seal; and how many seals there are."""
    told = database.execute_sql("SELECT entity_id, detail FROM audit WHERE action = ? AND entity = ?", (action, entity))
    seals: dict[int, str] = dict(told.fetchall())
    held = sorted(seals) == _ids(f"SELECT id FROM {rows} ORDER BY id")
    return held and _all_proven(seals, lambda row_id: intact(row_id, seals[row_id])), len(seals)


def _sealed_at(action: str, entity: str, table: str, intact: Callable[[int, str], bool]) -> tuple[bool, int]:
    """The same, where the rows also bear the moment at which the trail tells of them."""
    held, many = _sealed(action, entity, table, intact)
    told = "SELECT entity_id, at FROM audit WHERE action = ? AND entity = ? EXCEPT SELECT id, at FROM "
    return held and database.execute_sql(told + table, (action, entity)).fetchone() is None, many


def _last_told(entity: str, done: str, undone: str) -> list[int]:
    """The rows of which the trail tells last that this was ``done``, and not that it was ``undone`` again."""
    last = "SELECT entity_id, action, max(seq) FROM audit WHERE entity = ? AND action IN (?, ?) GROUP BY entity_id"
    rows = database.execute_sql(
        f"SELECT entity_id FROM ({last}) WHERE action = ? ORDER BY 1", (entity, done, undone, done)
    )
    return [row[0] for row in rows.fetchall()]


def _check_asked() -> Check:
    held, many = _sealed("asked", "change", "change_answer", change_answers.intact)
    words = counted("{n} answer is as it was given.", "{n} answers are as they were given.", many)
    return Check("answers", held, words if held else _("Answers about what changed do not fit their seal."))


def _check_repairs() -> Check:
    held, many = _sealed("noted", "repair", "repair", repairs.intact)
    words = counted(
        "{n} entry of the repair notebook is as it was noted.",
        "{n} entries of the repair notebook are as they were noted.",
        many,
    )
    return Check("repairs", held, words if held else _("Entries of the repair notebook do not fit their seal."))


def _check_closing_checks() -> Check:
    seen = "closing_check WHERE seen_at IS NOT NULL"
    held, many = _sealed("looked at", "closing check", seen, closing_checks.intact)
    words = counted("{n} closing check is as it was answered.", "{n} closing checks are as they were answered.", many)
    return Check("closing checks", held, words if held else _("Closing checks do not fit their seal."))


def _check_red_flags() -> Check:
    held, many = _sealed_at("decided", "red flag", "red_flag", red_flags.intact)
    words = counted(
        "{n} decision about red flags is as it was made.", "{n} decisions about red flags are as they were made.", many
    )
    return Check("red flags", held, words if held else _("Decisions about red flags do not fit their seal."))


def _check_withdrawals() -> Check:
    held, many = _sealed_at("taken back", "consent withdrawal", "consent_withdrawal", consents.withdrawal_intact)
    gone = _ids("SELECT id FROM consent WHERE withdrawn_on IS NOT NULL ORDER BY id")
    held = held and gone == _last_told("consent", "withdrawn", "withdrawal undone")
    # A consent taken back before schema 10 has no row of its own for that; its day is told of nowhere else.
    held = held and not _ids(_OTHER_DAY)
    words = counted("{n} consent taken back is as it was said.", "{n} consents taken back are as they were said.", many)
    return Check("withdrawals", held, words if held else _("Consents taken back do not fit their seal."))


def _check_statements() -> Check:
    held, many = _sealed_at("stated", "client statement", "client_statement", statements.intact)
    words = counted(
        "{n} statement of a client is as it was made.", "{n} statements of clients are as they were made.", many
    )
    return Check("statements", held, words if held else _("Statements of clients do not fit their seal."))


def _check_boundaries() -> Check:
    held, many = _sealed_at("noted", "boundary", "boundary_note", boundaries.intact)
    gone = _ids("SELECT id FROM boundary_note WHERE taken_back_at IS NOT NULL ORDER BY id")
    held = held and gone == _last_told("boundary", "taken back", "brought back")
    words = counted("{n} private note is as it was noted.", "{n} private notes are as they were noted.", many)
    return Check("boundaries", held, words if held else _("Private notes do not fit their seal."))


def _check_scales() -> Check:
    made, _many = _sealed_at("made", "scale", "scale", scales.scale_intact)
    held, many = _sealed_at("filled in", "scale answer", "scale_answer", scales.answers_intact)
    ended = _ids("SELECT id FROM scale WHERE ended_at IS NOT NULL ORDER BY id")
    gone = _ids("SELECT id FROM scale_answer WHERE taken_back_at IS NOT NULL ORDER BY id")
    held = held and made and ended == _last_told("scale", "ended", "taken up")
    held = held and gone == _last_told("scale answer", "taken back", "brought back")
    words = counted("{n} filled in scale is as it was.", "{n} filled in scales are as they were.", many)
    return Check("scales", held, words if held else _("Scales and what was answered on them do not fit their seal."))


def _check_documents() -> Check:
    ids = _ids("SELECT id FROM document")
    held = _all_proven(ids, documents.intact)
    words = counted("{n} kept paper is as it left.", "{n} kept papers are as they left.", len(ids))
    return Check("documents", held, words if held else _("Kept papers do not fit their seal."))


def _check_search() -> Check:
    """Whether the search finds exactly what is stored; asks of the file nothing but an answer."""
    held = True
    for (table,) in database.execute_sql(_SEARCHED).fetchall():
        try:
            # With the rank 1 the words are compared with the records that they come from.
            database.execute_sql(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except PracticeDamaged:
            held = False
    differ = _("The search does not find what is stored; the records themselves are not touched by this.")
    return Check("search", held, _("The search finds what is stored.") if held else differ)


def _ids(query: str) -> list[int]:
    return [row[0] for row in database.execute_sql(query).fetchall()]


def _all_proven(ids: Iterable[int], intact: Callable[[int], bool]) -> bool:
    return _proven(lambda: all(intact(row_id) for row_id in ids))


def _proven(intact: Callable[[], bool]) -> bool:
    """True when all is intact; what was changed beyond recognition cannot even be read, and is not."""
    try:
        return intact()
    except (plans.NoSuchPlan, repairs.NoSuchRepair, DoesNotExist, LookupError, TypeError, ValueError):
        return False


_CHECKS = (
    ("file", _check_file),
    ("references", _check_references),
    ("guards", _check_guards),
    ("audit", audit.check),
    ("entries", _check_entries),
    ("signed notes", _check_signed_notes),
    ("addenda", _check_addenda),
    ("plan versions", _check_versions),
    ("consents", _check_consents),
    ("closing checks", _check_closing_checks),
    ("answers", _check_asked),
    ("repairs", _check_repairs),
    ("red flags", _check_red_flags),
    ("withdrawals", _check_withdrawals),
    ("statements", _check_statements),
    ("boundaries", _check_boundaries),
    ("scales", _check_scales),
    ("documents", _check_documents),
    ("search", _check_search),
)
