"""Words to tap into a note: those that came along, the therapist's own, and what notes said again and again.

What somebody's notes taught is offered for another client only when notes of several people say it, and when it names
nobody else: the same caution as with the phrases of plans.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from alliance_desktop import resources
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.folding import folded_words
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.tapped import KINDS, LONGEST, TapKind
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, phrases, plans
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.note_models import TapWordRow
from alliance_desktop.words import SOURCE, _, spoken

# So many are offered of a kind, learned from so many fields of the newest notes.
_MOST, _FIELDS = 16, 300
# What notes say in so many words can be tapped once it was written so often, or about so many people.
_OFTEN = _SEVERAL = 2
_WORDS = (2, 5)
# What this client's notes say weighs so much more than what others' say.
_THEIRS = 3
_PARTS = re.compile(r"[.,;:!?•\n\t]+|\s[–—-]\s")
_TEACHES = {kinds[0]: key for key, kinds in KINDS.items()}


class TapUnclear(AllianceError):
    """A word to tap is a word or a few."""


@dataclass(frozen=True, slots=True)
class _Written:
    """One field of a signed note: whose note, and its words folded between blanks."""

    client_id: int
    words: str
    folded: str

    def says(self, folded: str) -> bool:
        return folded in self.folded


@dataclass(slots=True)
class _Learned:
    """A few words that notes said."""

    words: str
    often: int = 0
    clients: set[int] = field(default_factory=set)


def offered(client_id: int, marked: Sequence[str] = ()) -> dict[TapKind, tuple[str, ...]]:
    """What can be tapped in a note of this client: the places it has ``marked``, then what is used most first."""
    written, others = _written(), phrases.names_of_others(client_id)
    own, gone = _stored()
    found = {kind: _of_kind(kind, client_id, written, own, gone[kind], others) for kind in TapKind}
    here = [words for words in marked if _spaced(words) not in gone[TapKind.AREA]]
    known = {_spaced(words) for words in here}
    areas = (*here, *(words for words in found[TapKind.AREA] if _spaced(words) not in known))
    return found | {TapKind.AREA: areas[: max(_MOST, len(here))]}


def places(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The parts that are marked, as they stand within a sentence, those worked on first; nothing to leave alone."""
    ordered = sorted(marks, key=lambda mark: mark.kind is not MarkKind.WORKED)
    named = (mark.part for mark in ordered if mark.kind is not MarkKind.AVOID)
    return tuple({_spaced(part.name): _mid(part.name) for part in named if part is not None}.values())


def _of_kind(
    kind: TapKind,
    client_id: int,
    written: dict[NoteKey, list[_Written]],
    own: dict[TapKind, list[str]],
    gone: set[str],
    others: set[str],
) -> tuple[str, ...]:
    texts = [text for key, kinds in KINDS.items() if kind in kinds for text in written[key]]
    mine = [words for words in own[kind] if not others & set(folded_words(words))]
    came = (*(_areas(client_id) if kind is TapKind.AREA else ()), *starters(kind))
    known = {_spaced(words) for each in TapKind for words in (*own[each], *starters(each))}
    learned = [words for words in _learned(kind, client_id, written, known) if not others & set(folded_words(words))]
    found: dict[str, str] = {}
    for words in (*mine, *came, *learned):
        found.setdefault(_spaced(words), words)
    shown = [(_weight(spaced, texts, client_id), words) for spaced, words in found.items() if spaced not in gone]
    return tuple(words for _weighs, words in sorted(shown, key=lambda one: -one[0]))[:_MOST]


def _weight(spaced: str, texts: Iterable[_Written], client_id: int) -> int:
    return sum(_THEIRS if text.client_id == client_id else 1 for text in texts if text.says(spaced))


def _written() -> dict[NoteKey, list[_Written]]:
    """The fields of signed notes that words can be tapped into, the newest first; nobody's who is being deleted."""
    keys = ",".join("?" * len(KINDS))
    rows = database.execute_sql(
        "SELECT f.key, s.client_id, f.words FROM note_field f JOIN session s ON s.id = f.session_id "
        "JOIN client c ON c.id = s.client_id WHERE s.signed_at IS NOT NULL AND c.deleted_at IS NULL "
        f"AND f.key IN ({keys}) ORDER BY f.id DESC LIMIT ?",
        (*(str(key) for key in KINDS), _FIELDS),
    )
    found: dict[NoteKey, list[_Written]] = defaultdict(list)
    for key, client_id, words in rows:
        found[NoteKey(key)].append(_Written(client_id, words, _spaced(words)))
    return found


def _stored() -> tuple[dict[TapKind, list[str]], dict[TapKind, set[str]]]:
    own: dict[TapKind, list[str]] = defaultdict(list)
    gone: dict[TapKind, set[str]] = defaultdict(set)
    for row in TapWordRow.select().order_by(TapWordRow.id.desc()):
        if row.offered:
            own[row.kind].append(row.words)
        else:
            gone[row.kind].add(_spaced(row.words))
    return own, gone


def _areas(client_id: int) -> Iterator[str]:
    """The places that this client's plan marks on the body."""
    plan = plans.current(client_id)
    agreed = plan.agreed if plan is not None else None
    yield from places(agreed.content.marks if agreed is not None else ())


def _learned(kind: TapKind, client_id: int, written: dict[NoteKey, list[_Written]], known: set[str]) -> Iterator[str]:
    """A few words that notes said more than once in a place; what holds a known word is made of it."""
    if kind not in _TEACHES:
        return
    found: dict[str, _Learned] = {}
    for text in written[_TEACHES[kind]]:
        for part in _PARTS.split(text.words):
            words = " ".join(part.split())
            spaced = _spaced(words)
            few = _WORDS[0] <= len(spaced.split()) <= _WORDS[1]
            if not few or len(words) > LONGEST or any(one in spaced for one in known):
                continue
            learned = found.setdefault(spaced, _Learned(_mid(words)))
            learned.clients.add(text.client_id)
            learned.often += text.client_id == client_id
    for learned in found.values():
        if learned.often >= _OFTEN or len(learned.clients) >= _SEVERAL:
            yield learned.words


def _mid(words: str) -> str:
    """The words as they stand within a sentence; where nouns are written large nobody can tell."""
    return words if spoken() == "de" or words[1:2].isupper() else words[:1].lower() + words[1:]


def _spaced(words: str) -> str:
    return f" {' '.join(folded_words(words))} "


@lru_cache(maxsize=32)
def _read(kind: TapKind, language: str) -> tuple[str, ...]:
    path = resources.path("words", f"tap.{language}.txt")
    if not path.is_file():
        return _read(kind, SOURCE)
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return tuple(words.strip() for name, _colon, words in lines if name.strip() == kind)


def starters(kind: TapKind) -> tuple[str, ...]:
    """What came with the program, in the language that is spoken."""
    return _read(kind, spoken())


@transaction
def add(kind: TapKind, words: str, now: datetime) -> str:
    """Offer one more word from now on, or again; returns it as it is kept. Raises ``TapUnclear``."""
    kept = " ".join(words.split())
    if not folded_words(kept) or len(kept) > LONGEST:
        raise TapUnclear(_("A word to tap is a word or a few, of {n} letters at most.").format(n=LONGEST))
    _forget(kind, kept)
    TapWordRow.insert(kind=kind, words=kept, offered=True).execute()
    audit.record("added", "tap word", 0, now, str(kind))
    return kept


@transaction
def remove(kind: TapKind, words: str, now: datetime) -> tuple[TapKind, str, bool]:
    """Offer a word no more; returns what ``put_back`` takes to undo it."""
    own = _forget(kind, words)
    TapWordRow.insert(kind=kind, words=words, offered=False).execute()
    audit.record("removed", "tap word", 0, now, str(kind))
    return kind, words, own


@transaction
def put_back(removed: tuple[TapKind, str, bool], now: datetime) -> str:
    """Undo ``remove``."""
    kind, words, own = removed
    _forget(kind, words)
    if own:
        TapWordRow.insert(kind=kind, words=words, offered=True).execute()
    audit.record("added", "tap word", 0, now, str(kind))
    return words


def _forget(kind: TapKind, words: str) -> bool:
    """Let go of what is kept of a word; True when it was the therapist's own."""
    same = [row for row in TapWordRow.select().where(TapWordRow.kind == kind) if _spaced(row.words) == _spaced(words)]
    TapWordRow.delete().where(TapWordRow.id.in_([row.id for row in same])).execute()
    return any(row.offered for row in same)
