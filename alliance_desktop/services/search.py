"""Finds words anywhere: names, plans, notes, and what clients said; newest first, accents and case aside."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from alliance_desktop.domain.folding import folded_with_places, search_words
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan_snapshot import from_plain
from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.domain.session import NoteKey, whose_field
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import plan_rows
from alliance_desktop.storage.database import database

Parts = list[tuple[Whose, str]]

_EACH = 8
_AROUND = 60
# In scripts that put no spaces between words a cut may fall anywhere.
_LONG_WORD = 30
# How many versions of one plan may hold the words without hiding another plan.
_VERSIONS = 6


def find(wanted: str, limit: int = _EACH) -> tuple[Hit, ...]:
    """Return at most ``limit`` hits of each kind, newest first, for words that begin with each word of ``wanted``.

    Names are found by any part of theirs, those of archived clients too, after the others.
    """
    words = search_words(wanted)
    if not words:
        return ()
    match = " ".join(f'"{word}"*' for word in words)
    hits = [*_people(words, limit), *_newest(_said(match, words, limit), limit)]
    return (*hits, *_newest(_plans(match, words, limit), limit), *_newest(_notes(match, words, limit), limit))


def _newest(hits: Iterator[Hit], limit: int) -> list[Hit]:
    return sorted(hits, key=lambda hit: hit.day or date.min, reverse=True)[:limit]


def _people(words: list[str], limit: int) -> Iterator[Hit]:
    rows = database.execute_sql(
        "SELECT id, full_name, chosen_name, last_seen, archived_at IS NOT NULL FROM client WHERE deleted_at IS NULL"
        f"{' AND instr(folded, ?) > 0' * len(words)} ORDER BY 5, folded LIMIT ?",
        (*words, limit),
    )
    for client_id, name, chosen, seen, archived in rows:
        text = f"{name} ({chosen})" if chosen else name
        day = None if seen is None else date.fromisoformat(seen)
        spans = _spans(text, words, anywhere=True)
        yield Hit(HitKind.CLIENT, client_id, client_id, name, day, text, spans, archived=bool(archived))


def _said(match: str, words: list[str], limit: int) -> Iterator[Hit]:
    rows = database.execute_sql(
        "SELECT v.id, v.client_id, c.full_name, v.day, v.words, v.whose FROM voice_words w "
        "JOIN voice v ON v.id = w.rowid JOIN client c ON c.id = v.client_id "
        "WHERE voice_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, text, whose in rows:
        parts = [(Whose(whose), text)]
        yield _hit(HitKind.SAID, row_id, client_id, name, date.fromisoformat(day), parts, words)


def _plans(match: str, words: list[str], limit: int) -> Iterator[Hit]:
    """The draft of each plan found, else its newest version that holds the words."""
    drafts = database.execute_sql(
        "SELECT d.plan_id, p.client_id, c.full_name, d.saved_at, d.content FROM plan_draft_words w "
        "JOIN plan_draft d ON d.plan_id = w.rowid JOIN plan p ON p.id = d.plan_id "
        "JOIN client c ON c.id = p.client_id WHERE plan_draft_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    seen: set[int] = set()
    for plan_id, client_id, name, at, content in drafts.fetchall():
        seen.add(plan_id)
        yield _hit(HitKind.PLAN, plan_id, client_id, name, _day(at), _parts(content), words)
    versions = database.execute_sql(
        "SELECT v.id, v.plan_id, p.client_id, c.full_name, v.made_at FROM plan_version_words w "
        "JOIN plan_version v ON v.id = w.rowid JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id "
        "WHERE plan_version_words MATCH ? AND c.deleted_at IS NULL ORDER BY w.rowid DESC LIMIT ?",
        (match, limit * _VERSIONS),
    )
    shown: dict[int, tuple[int, int, str, str]] = {}
    for version_id, plan_id, client_id, name, at in versions.fetchall():
        if plan_id not in seen and len(shown) < limit:
            seen.add(plan_id)
            shown[version_id] = (plan_id, client_id, name, at)
    for version_id, content in _contents(list(shown)):
        plan_id, client_id, name, at = shown[version_id]
        yield _hit(HitKind.PLAN, plan_id, client_id, name, _day(at), _parts(content), words)


def _parts(content: str) -> Parts:
    return plan_rows.parts_of(from_plain(json.loads(content)))


def _contents(version_ids: list[int]) -> Iterator[tuple[int, str]]:
    """The content of these versions, the newest first; contents are long, so only those that are shown are read."""
    places = ",".join("?" * len(version_ids))
    read = f"SELECT id, content FROM plan_version WHERE id IN ({places}) ORDER BY id DESC"
    yield from database.execute_sql(read, version_ids)


def _day(moment: str) -> date:
    return local_day(datetime.fromisoformat(moment))


def _notes(match: str, words: list[str], limit: int) -> Iterator[Hit]:
    rows = database.execute_sql(
        "SELECT s.id, s.client_id, c.full_name, s.day, s.promise, "
        "(SELECT json_group_array(json_array(f.key, f.words)) FROM note_field f WHERE f.session_id = s.id) "
        "FROM session_words w JOIN session s ON s.id = w.rowid JOIN client c ON c.id = s.client_id "
        "WHERE session_words MATCH ? AND c.deleted_at IS NULL ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, promise, fields in rows:
        parts = [(whose_field(NoteKey(key)), text) for key, text in json.loads(fields)]
        parts.append((Whose.THERAPIST, promise))
        yield _hit(HitKind.NOTE, row_id, client_id, name, date.fromisoformat(day), parts, words)
    added = database.execute_sql(
        "SELECT s.id, s.client_id, c.full_name, s.day, a.words FROM addendum_words w "
        "JOIN addendum a ON a.id = w.rowid JOIN session s ON s.id = a.session_id "
        "JOIN client c ON c.id = s.client_id WHERE addendum_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, text in added:
        parts = [(Whose.THERAPIST, text)]
        yield _hit(HitKind.NOTE, row_id, client_id, name, date.fromisoformat(day), parts, words)

    stated = database.execute_sql(
        "SELECT s.id, s.client_id, c.full_name, t.day, t.words FROM client_statement_words w "
        "JOIN client_statement t ON t.id = w.rowid JOIN session s ON s.id = t.session_id "
        "JOIN client c ON c.id = s.client_id WHERE client_statement_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, text in stated:
        parts = [(Whose.CLIENT, text)]
        yield _hit(HitKind.NOTE, row_id, client_id, name, date.fromisoformat(day), parts, words)


def _hit(kind: HitKind, row_id: int, client_id: int, name: str, day: date, parts: Parts, words: list[str]) -> Hit:
    """Show of what was found only the part that holds most of the words: one voice, never two run together."""
    lines = [(whose, " ".join(text.split())) for whose, text in parts]
    whose, line = max(lines, key=lambda part: sum(bool(_spans(part[1], [word])) for word in words))
    shown = _around(line, words)
    return Hit(kind, row_id, client_id, name, day, shown, _spans(shown, words), whose)


def _around(text: str, words: list[str]) -> str:
    """Cut a long text to what stands around the first word found, at word borders."""
    spans = _spans(text, words)
    start = max(0, spans[0][0] - _AROUND) if spans else 0
    end = start + 3 * _AROUND
    begun = max(text.rfind(" ", 0, start) + 1, start - _LONG_WORD) if start else 0
    closed = min(end + _LONG_WORD, len(text))
    if (gap := text.find(" ", end, closed)) != -1:
        closed = gap
    return ("… " if begun else "") + text[begun:closed] + (" …" if closed < len(text) else "")


def _spans(text: str, words: list[str], anywhere: bool = False) -> tuple[tuple[int, int], ...]:
    """Where words of the text begin with a searched word (or hold it), as places in the unfolded text."""
    plain, places = folded_with_places(text)
    found: set[tuple[int, int]] = set()
    for word in words:
        at = plain.find(word)
        while at != -1:
            if anywhere or at == 0 or not plain[at - 1].isalnum():
                found.add((places[at], places[at + len(word) - 1] + 1))
            at = plain.find(word, at + 1)
    return tuple(sorted(found))
