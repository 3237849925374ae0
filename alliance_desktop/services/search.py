"""Finds words anywhere: names, plans, notes, and what clients said; newest first, accents and case aside."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from alliance_desktop.domain.folding import folded, folded_with_places
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import from_plain
from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.services import clients, plan_rows
from alliance_desktop.storage.database import database

_EACH = 8
_AROUND = 60


def find(wanted: str, limit: int = _EACH) -> tuple[Hit, ...]:
    """Return at most ``limit`` hits of each kind for words that begin with each word of ``wanted``."""
    words = [word for word in _words(wanted) if word]
    if not words:
        return ()
    match = " ".join(f'"{word}"*' for word in words)
    hits = [*_people(wanted, words, limit), *_said(match, words, limit)]
    return (*hits, *_plans(match, words, limit), *_notes(match, words, limit))


def _words(wanted: str) -> list[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in folded(wanted))
    return letters.split()


def _people(wanted: str, words: list[str], limit: int) -> Iterator[Hit]:
    for line in clients.lines(wanted, limit=limit):
        text = f"{line.full_name} ({line.chosen_name})" if line.chosen_name else line.full_name
        yield Hit(HitKind.CLIENT, line.id, line.id, line.full_name, line.last_seen, text, _spans(text, words))


def _said(match: str, words: list[str], limit: int) -> Iterator[Hit]:
    rows = database.execute_sql(
        "SELECT v.id, v.client_id, c.full_name, v.day, v.words FROM voice_words w JOIN voice v ON v.id = w.rowid "
        "JOIN client c ON c.id = v.client_id WHERE voice_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, text in rows:
        yield _hit(HitKind.SAID, row_id, client_id, name, date.fromisoformat(day), text, words)


def _plans(match: str, words: list[str], limit: int) -> Iterator[Hit]:
    rows = database.execute_sql(
        "SELECT v.plan_id, p.client_id, c.full_name, v.made_at, v.content FROM plan_version_words w "
        "JOIN plan_version v ON v.id = w.rowid JOIN plan p ON p.id = v.plan_id JOIN client c ON c.id = p.client_id "
        "WHERE plan_version_words MATCH ? AND c.deleted_at IS NULL ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    seen: set[int] = set()
    for plan_id, client_id, name, at, content in rows:
        if plan_id not in seen:
            seen.add(plan_id)
            text = plan_rows.text_of(from_plain(json.loads(content)))
            yield _hit(HitKind.PLAN, plan_id, client_id, name, local_day(datetime.fromisoformat(at)), text, words)
    drafts = database.execute_sql(
        "SELECT d.plan_id, p.client_id, c.full_name, d.saved_at FROM plan_draft_words w "
        "JOIN plan_draft d ON d.plan_id = w.rowid JOIN plan p ON p.id = d.plan_id "
        "JOIN client c ON c.id = p.client_id WHERE plan_draft_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for plan_id, client_id, name, at in drafts:
        draft = plan_rows.draft(plan_id)
        if plan_id not in seen and draft is not None:
            day = local_day(datetime.fromisoformat(at))
            yield _hit(HitKind.PLAN, plan_id, client_id, name, day, plan_rows.text_of(draft), words)


def _notes(match: str, words: list[str], limit: int) -> Iterator[Hit]:
    rows = database.execute_sql(
        "SELECT s.id, s.client_id, c.full_name, s.day, "
        "(SELECT group_concat(words, char(10)) FROM note_field f WHERE f.session_id = s.id) || char(10) || s.promise "
        "FROM session_words w JOIN session s ON s.id = w.rowid JOIN client c ON c.id = s.client_id "
        "WHERE session_words MATCH ? AND c.deleted_at IS NULL ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, text in rows:
        yield _hit(HitKind.NOTE, row_id, client_id, name, date.fromisoformat(day), text or "", words)
    added = database.execute_sql(
        "SELECT s.id, s.client_id, c.full_name, s.day, a.words FROM addendum_words w "
        "JOIN addendum a ON a.id = w.rowid JOIN session s ON s.id = a.session_id "
        "JOIN client c ON c.id = s.client_id WHERE addendum_words MATCH ? AND c.deleted_at IS NULL "
        "ORDER BY w.rowid DESC LIMIT ?",
        (match, limit),
    )
    for row_id, client_id, name, day, text in added:
        yield _hit(HitKind.NOTE, row_id, client_id, name, date.fromisoformat(day), text, words)


def _hit(kind: HitKind, row_id: int, client_id: int, name: str, day: date, text: str, words: list[str]) -> Hit:
    shown = _around(" ".join(text.split()), words)
    return Hit(kind, row_id, client_id, name, day, shown, _spans(shown, words))


def _around(text: str, words: list[str]) -> str:
    """Cut a long text to what stands around the first word found, at word borders."""
    spans = _spans(text, words)
    start = max(0, spans[0][0] - _AROUND) if spans else 0
    end = start + 3 * _AROUND
    begun = text.rfind(" ", 0, start) + 1 if start else 0
    closed = text.find(" ", end)
    if closed == -1:
        closed = len(text)
    return ("… " if begun else "") + text[begun:closed] + (" …" if closed < len(text) else "")


def _spans(text: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    """Where words of the text begin with a searched word, as places in the unfolded text."""
    plain, places = folded_with_places(text)
    found: set[tuple[int, int]] = set()
    for word in words:
        at = plain.find(word)
        while at != -1:
            if at == 0 or not plain[at - 1].isalnum():
                found.add((places[at], places[at + len(word) - 1] + 1))
            at = plain.find(word, at + 1)
    return tuple(sorted(found))
