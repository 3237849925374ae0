"""Streams the many people of a large sample: profiles, touch, health, consent, and a plan signed by both."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.client import called
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind, usual_text
from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.moments import local_day, moment_text
from alliance_desktop.domain.plan import Agreement, Commitment, Goal, HowSigned, PlanContent, Signer
from alliance_desktop.domain.plan_snapshot import digest_of, plain
from alliance_desktop.domain.strokes import to_json
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.sample.crowd import somebody
from alliance_desktop.sample.handwriting import signature
from alliance_desktop.sample.ledger import Ledger, insert, newest
from alliance_desktop.sample.uids import uid
from alliance_desktop.sample.visits import Receiver
from alliance_desktop.services import plan_rows
from alliance_desktop.storage.database import database

_BATCH = 1000
_COMFORT = (
    (ComfortKind.PRESSURE, "Light", Whose.THERAPIST),
    (ComfortKind.PRESSURE, "Firm, but ask", Whose.THERAPIST),
    (ComfortKind.PRESSURE, "As you would hold an egg", Whose.CLIENT),
    (ComfortKind.STOP_WORD, "Halt", Whose.CLIENT),
    (ComfortKind.STOP_WORD, "Red", Whose.CLIENT),
    (ComfortKind.TALK, "Quiet", Whose.THERAPIST),
    (ComfortKind.WARMTH, "A second blanket", Whose.THERAPIST),
    (ComfortKind.AREAS_NO, "Feet", Whose.THERAPIST),
)
_HEALTH = (
    (HealthKind.MEDICINE, "Blood thinner", Caution.MODIFY, "legs", "light on the legs, nothing deep"),
    (HealthKind.ALLERGY, "Nut oils", Caution.AVOID, "", "sunflower oil only"),
    (HealthKind.IMPLANT, "Hip replacement, left", Caution.MODIFY, "left hip", "no stretching across it"),
    (HealthKind.CONDITION, "Varicose veins", Caution.AVOID, "lower legs", "stay above the knee"),
    (HealthKind.CONDITION, "Low blood pressure", Caution.ASK, "", "let them sit up slowly"),
    (HealthKind.SURGERY, "Appendix, years ago", Caution.NONE, "", ""),
)
_STEPS = (
    ("Walk for twenty minutes", "three times a week"),
    ("Towel roll under the upper back", "five minutes each evening"),
    ("Stand up from the desk", "every hour"),
    ("Breathe out longer than in", "ten breaths before bed"),
    ("Door-frame stretch", "every morning"),
)
_RHYTHMS = ("every week", "every two weeks", "once a month")
_PLANNED = 0.7


@dataclass(frozen=True, slots=True)
class Guest:
    """One of the many as stored."""

    receiver: Receiver
    full_name: str


class Guests:
    """The many people of a large sample; ``therapist`` is whom they sign with."""

    def __init__(self, therapist: str, today: date, chance: random.Random) -> None:
        self._therapist = therapist
        self._today = today
        self._chance = chance
        self._ledger = Ledger()
        self._ids: dict[str, int] = {}
        self._rows: dict[tuple[str, str], list[tuple[Any, ...]]] = {}

    def welcome(self, count: int, at: datetime) -> list[Guest]:
        """Add so many people, one every hundredth of a second from the moment on."""
        guests: list[Guest] = []
        for start in range(0, count, _BATCH):
            with database.transaction("IMMEDIATE"):
                self._ledger.take_up()
                for nth in range(start, min(count, start + _BATCH)):
                    guests.append(self._guest(at + timedelta(milliseconds=10 * nth)))
                self._store()
        return guests

    def plan(self, guests: Sequence[Guest], at: datetime) -> None:
        """Write plans for most of them, signed by both, one every hundredth of a second from the moment on."""
        for start in range(0, len(guests), _BATCH):
            with database.transaction("IMMEDIATE"):
                self._ledger.take_up()
                for nth, guest in enumerate(guests[start : start + _BATCH], start):
                    if self._chance.random() < _PLANNED:
                        self._plan(guest, at + timedelta(milliseconds=10 * nth))
                self._store()
                first, last = guests[start].receiver.client_id, guests[start : start + _BATCH][-1].receiver.client_id
                database.execute_sql(
                    "UPDATE client SET touched_at = p.started_at FROM plan p "
                    "WHERE p.client_id = client.id AND client.id BETWEEN ? AND ?",
                    (first, last),
                )

    def _next(self, table: str) -> int:
        self._ids[table] = (self._ids[table] if table in self._ids else newest(table)) + 1
        return self._ids[table]

    def _add(self, table: str, columns: str, *values: Any) -> None:
        self._rows.setdefault((table, columns), []).append(values)

    def _store(self) -> None:
        # A dictionary keeps the order in which tables were first written to: owners before what they own.
        for (table, columns), rows in self._rows.items():
            insert(table, columns, rows)
        self._rows.clear()
        self._ids.clear()
        self._ledger.store()

    def _guest(self, at: datetime) -> Guest:
        person = somebody(self._chance, self._today)
        stored, client_id, client_uid = moment_text(at), self._next("client"), uid(at, self._chance)
        self._add(
            "client",
            "id,uid,full_name,chosen_name,say_as,pronouns,phone,email,address,birth_day,occupation,found_us,"
            "emergency_name,emergency_phone,emergency_relation,folded,visits,touched_at,created_at",
            *(client_id, client_uid, person.full_name, "", "", "", person.phone, "", ""),
            *(person.birth_day.isoformat(), person.occupation, person.found_us, "", "", ""),
            *(" ".join(folded(person.full_name).split()), 0, stored, stored),
        )
        self._ledger.add(stored, "added", "client", client_id)
        self._first_talk(client_id, local_day(at).isoformat(), stored)
        return Guest(Receiver(client_id, client_uid, person.theme), person.full_name)

    def _first_talk(self, client_id: int, day: str, at: str) -> None:
        wishes = {wish[0]: wish for wish in self._chance.sample(_COMFORT, 2)}
        for kind, words, whose in wishes.values():
            self._add("comfort_item", "client_id,kind,words,whose,since", client_id, str(kind), words, str(whose), day)
            self._ledger.add(at, "changed", "comfort", client_id, str(kind))
        if self._chance.random() < 0.3:
            told, item_id = self._chance.choice(_HEALTH), self._next("health_item")
            columns = "id,client_id,kind,name,caution,area,advice,recorded_at"
            self._add("health_item", columns, item_id, client_id, *map(str, told), at)
            self._ledger.add(at, "added", "health item", item_id)
        consent_id, treatment = self._next("consent"), ConsentKind.TREATMENT
        columns = "id,client_id,kind,text,areas,signed_on,recorded_at"
        text = usual_text(treatment, self._therapist)
        self._add("consent", columns, consent_id, client_id, str(treatment), text, "", day, at)
        self._ledger.add(at, "added", "consent", consent_id, str(treatment))

    def _plan(self, guest: Guest, at: datetime) -> None:
        plan_id, plan_uid, stored = self._next("plan"), uid(at, self._chance), moment_text(at)
        content = self._content(guest, at)
        self._add("plan", "id,uid,client_id,started_at", plan_id, plan_uid, guest.receiver.client_id, stored)
        self._ledger.add(stored, "begun", "plan", plan_id)
        between = (called(guest.full_name, ""), called(self._therapist, ""))
        digest, version_id = digest_of(plan_uid, 1, content, (), between, ""), self._next("plan_version")
        self._add(
            "plan_version",
            "id,plan_id,number,content,changes,client,therapist,previous_digest,digest,folded,made_at",
            *(version_id, plan_id, 1, canonical(plain(content)).decode(), "[]", *between, "", digest),
            *(folded(plan_rows.text_of(content)), stored),
        )
        self._ledger.add(stored, "made ready", "plan version", version_id)
        by_hand = self._chance.random() < 0.3
        for signer, name in ((Signer.CLIENT, guest.full_name), (Signer.THERAPIST, self._therapist)):
            how = HowSigned.DRAWN if by_hand else HowSigned.PAPER
            strokes, reason = (_drawn(name.split()[0]), "") if by_hand else ("", "Signed on the sheet in the folder")
            self._add(
                "signature",
                "version_id,signer,name,how,digest,strokes,reason,at",
                *(version_id, str(signer), name, str(how), digest, strokes, reason, stored),
            )
            self._ledger.add(stored, "signed", "plan version", version_id, f"{signer} {how}")

    def _content(self, guest: Guest, at: datetime) -> PlanContent:
        theme, chance, day = guest.receiver.theme, self._chance, local_day(at)
        now = chance.randrange(2, 5)
        what, how = chance.choice(_STEPS)
        return PlanContent(
            self._voice(guest, theme.matters, "what_matters", at),
            (
                Goal(
                    uid(at, chance),
                    self._voice(guest, theme.goal, "goal", at),
                    theme.professional,
                    theme.activity,
                    now,
                    now + chance.randrange(3, 6),
                    self._today + timedelta(days=chance.randrange(20, 200)),
                ),
            ),
            Agreement(chance.randrange(4, 13), chance.choice(_RHYTHMS), 60, ", ".join(theme.places), ""),
            (
                Commitment(uid(at, chance), Whose.THERAPIST, "Ask about pressure twice each time", "each visit"),
                Commitment(uid(at, chance), Whose.CLIENT, what, how),
            ),
            reservations_asked=True,
            review_on=max(day, self._today + timedelta(days=chance.randrange(-8, 150))),
        )

    def _voice(self, guest: Guest, words: str, where_said: str, at: datetime) -> Said:
        said = Said(words, local_day(at), uid(at, self._chance))
        self._add(
            "voice",
            "uid,client_id,whose,words,day,where_said,folded,recorded_at",
            *(said.voice, guest.receiver.client_id, "client", words, local_day(at).isoformat(), where_said),
            *(folded(words), moment_text(at)),
        )
        return said


@cache
def _drawn(first_name: str) -> str:
    return to_json(signature(first_name))
