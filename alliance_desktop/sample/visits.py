"""Streams the many visits of a large sample: signed, sealed and chained as the services would have done one by one."""

import hashlib
import random
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.note_layout import sections_of
from alliance_desktop.domain.session import SECOND_SCHEMA, NoteFormat, NoteKey, plain_sections
from alliance_desktop.sample.crowd import Theme
from alliance_desktop.sample.ledger import Ledger, insert, newest
from alliance_desktop.sample.opening_hours import Calendar, Slot
from alliance_desktop.sample.phrases import Composed, Part, Phrases
from alliance_desktop.sample.uids import uid
from alliance_desktop.storage.database import database

# So many visits a transaction: enough to be fast, little enough to stay small in memory.
_BATCH = 8000
_UNSIGNED = 6
# One visit in so many makes a promise, kept when some forty other visits have been; one in a hundred stays open.
_PROMISED, _KEPT_AFTER, _OPEN = 0.12, 40, 0.01
# The first of many has come every week for years, so that a long history can be measured.
_REGULAR = 0.005
# One visit in five is of somebody who comes through all the years, the others of people who come for a time.
_FAITHFUL, _SEASONS = 0.2, 20
_ASKED = str(NoteKey.ASKED)
_NOTHING = Part("", "", '""')
_COLUMNS = {
    "session": "id,uid,client_id,number,day,format,promise,folded,started_at,saved_at,signer",
    "note_field": "session_id,key,whose,words,touched",
    "rating": "session_id,place,measure,before,after",
    "signed_note": "session_id,snapshot,previous_digest,digest,signer,at",
    "voice": "uid,client_id,whose,words,day,where_said,folded,recorded_at",
    "promise": "id,client_id,session_id,said,words,made_on",
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody the visits are dealt out to."""

    client_id: int
    uid: str
    theme: Theme


class _Written(NamedTuple):
    """What is decided about one visit."""

    session_id: int
    uid: str
    receiver: Receiver
    number: int
    note: Composed
    promise: Part
    before: int
    after: int


class Visits:
    """The visits of many, still to be written; ``signer`` signs them, all but a few of the last."""

    def __init__(
        self,
        receivers: Sequence[Receiver],
        calendar: Calendar,
        signer: str,
        chance: random.Random,
        report: Callable[[int], None],
        unsigned: bool,
    ) -> None:
        self._receivers = receivers
        self._calendar = calendar
        self._signer = signer
        self._chance = chance
        self._report = report
        self._numbers = array("l", [0]) * len(receivers)
        self._phrases = Phrases()
        self._ledger = Ledger()
        self._sections = canonical(plain_sections(sections_of(NoteFormat.QUICK))).decode()
        self._open: deque[tuple[int, int]] = deque()
        self._place = 0
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _COLUMNS}
        self._kept: list[tuple[str, int]] = []
        # Their notes wait for a signature, so they must be the last visits of different people.
        few = min(_UNSIGNED, len(receivers) // 10, calendar.count) if unsigned else 0
        self._last = chance.sample(range(len(receivers)), few)

    def write_until(self, moment: datetime) -> None:
        """Write every visit that is over by the moment; each some thousands are one transaction."""
        while batch := self._batch(moment):
            with database.transaction("IMMEDIATE"):
                self._write(batch)
            self._report(len(batch))

    def _batch(self, moment: datetime) -> list[Slot]:
        batch: list[Slot] = []
        while self._place < self._calendar.count and len(batch) < _BATCH:
            slot = self._calendar.slot(self._place)
            if slot.signed_at >= moment:
                break
            batch.append(slot)
            self._place += 1
        return batch

    def _write(self, batch: list[Slot]) -> None:
        self._ledger.take_up()
        session_id, self._promise_id = newest("session"), newest("promise")
        sealed = database.execute_sql("SELECT digest FROM signed_note ORDER BY id DESC LIMIT 1").fetchone()
        self._digest: str = sealed[0] if sealed else ""
        first_open = self._calendar.count - len(self._last)
        signed = sum(slot.place < first_open for slot in batch)
        for nth, slot in enumerate(batch):
            self._one(slot, session_id + nth + 1, slot.place < first_open)
        self._store(session_id + 1, session_id + signed)

    def _store(self, first: int, last_signed: int) -> None:
        for table in ("session", "note_field", "rating"):
            insert(table, _COLUMNS[table], self._rows[table])
        # What belongs to a signed note can only be added before it is signed.
        database.execute_sql(
            "UPDATE session SET signed_at = saved_at, signer = ? WHERE id BETWEEN ? AND ?",
            (self._signer, first, last_signed),
        )
        for table in ("signed_note", "voice", "promise"):
            insert(table, _COLUMNS[table], self._rows[table])
        database.connection().executemany("UPDATE promise SET done_on = ? WHERE id = ?", self._kept)
        self._ledger.store()
        self._kept.clear()
        for rows in self._rows.values():
            rows.clear()

    def _one(self, slot: Slot, session_id: int, signed: bool) -> None:
        chance = self._chance
        whose = self._whose(slot, signed)
        self._numbers[whose] += 1
        number, receiver = self._numbers[whose], self._receivers[whose]
        promised = chance.random() < _PROMISED
        visit = _Written(
            session_id,
            uid(slot.at, chance),
            receiver,
            number,
            self._phrases.note(receiver.theme, chance),
            self._phrases.promise(chance) if promised else _NOTHING,
            *_numbers(number, chance),
        )
        self._keep_promises(slot)
        self._ledger.add(slot.begun, "begun", "session", session_id)
        self._note(visit, slot)
        if signed:
            self._sign(visit, slot)

    def _whose(self, slot: Slot, signed: bool) -> int:
        if not signed:
            return self._last[slot.place - self._calendar.count]
        chance, everybody = self._chance.random(), len(self._receivers)
        if chance < _REGULAR:
            return 0
        if chance < _FAITHFUL:
            return int(self._chance.random() * everybody)
        season = everybody // _SEASONS or everybody
        first = (everybody - season) * slot.place // self._calendar.count
        return first + int(self._chance.random() * season)

    def _note(self, visit: _Written, slot: Slot) -> None:
        session_id, client_id = visit.session_id, visit.receiver.client_id
        texts = [part.folded for _key, _whose, part in visit.note]
        if visit.promise.words:
            texts.append(visit.promise.folded)
        row = (session_id, visit.uid, client_id, visit.number, slot.day, "quick", visit.promise.words)
        self._rows["session"].append((*row, "\n".join(texts), slot.begun, slot.signed, ""))
        self._rows["note_field"] += [(session_id, key, whose, part.words, 1) for key, whose, part in visit.note]
        self._rows["rating"].append((session_id, 0, visit.receiver.theme.measure, visit.before, visit.after))

    def _sign(self, visit: _Written, slot: Slot) -> None:
        client_id, at = visit.receiver.client_id, slot.signed
        key, _whose, asked = visit.note[0]
        said = asked if key == _ASKED else _NOTHING
        if said.words:
            voice = uid(slot.signed_at, self._chance)
            row = (voice, client_id, "client", said.words, slot.day, "session", said.folded, at)
            self._rows["voice"].append(row)
        if visit.promise.words:
            self._promise(visit, said, slot)
        snapshot = _snapshot(visit, slot, self._signer, self._digest, self._sections)
        digest = hashlib.sha256(snapshot.encode()).hexdigest()
        self._rows["signed_note"].append((visit.session_id, snapshot, self._digest, digest, self._signer, at))
        self._digest = digest
        self._ledger.add(at, "signed", "session", visit.session_id)

    def _promise(self, visit: _Written, said: Part, slot: Slot) -> None:
        self._promise_id += 1
        client_id, words = visit.receiver.client_id, visit.promise.words
        row = (self._promise_id, client_id, visit.session_id, said.words, words, slot.day)
        self._rows["promise"].append(row)
        self._ledger.add(slot.signed, "made", "promise", self._promise_id)
        if self._chance.random() >= _OPEN:
            self._open.append((slot.place + _KEPT_AFTER, self._promise_id))

    def _keep_promises(self, slot: Slot) -> None:
        while self._open and self._open[0][0] <= slot.place:
            _due, promise_id = self._open.popleft()
            self._kept.append((slot.day, promise_id))
            self._ledger.add(slot.begun, "kept", "promise", promise_id)


def _numbers(number: int, chance: random.Random) -> tuple[int, int]:
    """Numbers that ease over the visits, dip every seventh time and recover."""
    before = max(1, min(10, 8 - min(number, 20) // 4 + int(3 * chance.random()) - 1 + (2 if number % 7 == 3 else 0)))
    return before, max(0, before - int(4 * chance.random()))


def _snapshot(visit: _Written, slot: Slot, signer: str, previous: str, sections: str) -> str:
    """Return what ``domain.session.snapshot`` makes of this note, put together from parts quoted beforehand."""
    told = [f'{{"carried_from":null,"key":"{key}","words":{part.quoted}}}' for key, _whose, part in visit.note]
    measure = encode_basestring(visit.receiver.theme.measure)
    return (
        f'{{"client":"{visit.receiver.uid}","day":"{slot.day}","fields":[{",".join(told)}],"format":"quick",'
        f'"goals":[],"number":{visit.number},"previous":"{previous}","promise":{visit.promise.quoted},'
        f'"ratings":[{{"after":{visit.after},"before":{visit.before},"measure":{measure}}}],"schema":{SECOND_SCHEMA},'
        f'"sections":{sections},'
        f'"session":"{visit.uid}","signed_at":"{slot.signed_at.isoformat()}","signer":{encode_basestring(signer)}}}'
    )
