"""Whatever two people do, in any order: a signed version never changes and no number comes twice."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from peewee import IntegrityError

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import EndedBy, HowSigned, Plan, PlanContent, PlanState, PlanVersion, Signer
from alliance_desktop.domain.plan_changes import put_onto
from alliance_desktop.domain.plan_snapshot import from_plain, plain
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.today import UnfinishedKind
from alliance_desktop.services import clients, integrity, plans, practice, sessions, today, voices
from alliance_desktop.services.plans import (
    AlreadySigned,
    DraftOpen,
    NoDraft,
    NoLongerOffered,
    NothingChanged,
    NothingToSign,
    PlanEnded,
    ReasonMissing,
    SignatureMissing,
    SignatureNotAsked,
)
from alliance_desktop.storage import upgrade
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey
from tests.services.plan_edits import EDITS, NAMES, WORDS, Edit, edited

START = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)
STROKES = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.6)),)
GUARDED = ("plan", "plan_version", "plan_event", "signature", "voice", "audit")
HOW = st.sampled_from([HowSigned.DRAWN, HowSigned.ALOUD, HowSigned.PAPER])
ORDER = st.permutations(list(Signer))
MOST = st.sampled_from([2, 3, 4, 4, 4])
BLANK = st.sampled_from([False, False, False, True])


def composed(content: PlanContent) -> PlanContent:
    """The content as any version's bytes say it: letters and their accents as one."""
    return from_plain(json.loads(canonical(plain(content))))


class TwoPeopleAndAPlan(RuleBasedStateMachine):
    """A model beside the file: what stands in it, who signed, and what was ever offered, bytes and all."""

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        path = Path(self.home.name) / "practice.db"
        key = DataKey(bytes(32), "0" * 32)
        upgrade.create(path, key.sqlcipher)
        database.open(path, key)
        self.now = START
        practice.found(Practice("Ana Brandl"), self.now)
        self.maria = clients.welcome(ClientDraft("Maria"), self.now).id
        self.rows: dict[str, dict[int, tuple[object, ...]]] = {}
        self.doubts: PlanContent | None = None
        self.ends_with: PlanContent | None = None
        self.visits: list[date] = []
        self.earlier: list[Plan] = []
        self.plan_id = plans.begin(self.maria, self.now).id
        self.draft: PlanContent | None = PlanContent()
        self.begun()

    def begun(self) -> None:
        """Nothing of the new plan was offered yet."""
        self.dropped: PlanContent | None = None
        self.offered: dict[int, PlanVersion] = {}
        self.signed: dict[int, set[Signer]] = {}
        self.withdrawn: set[int] = set()
        self.agreed: dict[int, date] = {}
        self.discussed = False
        self.ended: tuple[EndedBy, str] | None = None

    @property
    def plan(self) -> Plan:
        return plans.one(self.plan_id)

    @property
    def newest(self) -> int | None:
        return max(self.offered, default=None)

    @property
    def waiting(self) -> int | None:
        newest = self.newest
        return None if newest is None or newest in self.withdrawn or newest in self.agreed else newest

    @property
    def in_force(self) -> int | None:
        return max(self.agreed, default=None)

    def tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def to_go_on_with(self) -> PlanContent:
        """What a new draft has to begin with: what stands, and every doubt that somebody signed as open."""
        version = self.waiting or self.in_force or self.newest
        return self.with_standing(self.offered[version].content if version is not None else PlanContent())

    def with_standing(self, content: PlanContent) -> PlanContent:
        signed = max((version for version in self.offered if self.signed[version]), default=None)
        told = self.offered[signed].content if signed is not None else self.doubts or PlanContent()
        there = {doubt.uid for doubt in content.reservations}
        missing = tuple(doubt for doubt in told.reservations if not doubt.answer and doubt.uid not in there)
        return replace(content, reservations=(*missing, *content.reservations))

    def open_draft(self) -> PlanContent:
        waiting, expected = self.waiting, self.draft or self.to_go_on_with()
        plan = plans.begin(self.maria, self.tick())
        assert plan.id == self.plan_id
        assert plan.draft == expected
        if self.draft is None and waiting is not None:
            self.withdrawn.add(waiting)
        self.draft = expected
        return expected

    @precondition(lambda self: self.ended is None and self.draft is None)
    @rule()
    def go_on(self) -> None:
        self.open_draft()

    @precondition(lambda self: self.draft is not None)
    @rule(edits=EDITS)
    def write(self, edits: list[Edit]) -> None:
        assert self.draft is not None
        changed = edited(self.draft, edits, local_day(self.now))
        self.draft = self.with_standing(composed(changed))
        assert plans.keep_draft(self.plan_id, changed, self.tick()).draft == self.draft

    @precondition(lambda self: self.draft is not None)
    @rule()
    def discuss(self) -> None:
        plans.discuss(self.plan_id, self.tick())
        self.discussed = True

    @precondition(lambda self: self.draft is not None)
    @rule(reason=WORDS)
    def get_ready(self, reason: str) -> None:
        before = self.plan
        reasons = {change.path: reason for change in plans.upcoming_changes(before)}
        now = self.tick()
        try:
            version = plans.make_ready(self.plan_id, reasons, now)
        except (NothingToSign, NothingChanged) as refusal:
            self.refused_rightly(refusal, before)
            return
        assert replace(plans.upcoming(replace(before, draft=version.content), reasons, now), id=version.id) == version
        self.was_offered(before, version)

    def refused_rightly(self, refusal: Exception, before: Plan) -> None:
        assert self.plan == before
        empty = self.draft is None or self.draft == PlanContent(review_on=self.draft.review_on)
        if isinstance(refusal, NothingToSign):
            assert empty
            return
        # The same words said again on the same day are no change once they rest on what was said.
        plans.settle(self.plan_id, self.tick())
        self.draft = self.plan.draft
        assert not plans.upcoming_changes(self.plan)

    def was_offered(self, before: Plan, version: PlanVersion) -> None:
        assert self.draft is not None
        self.draft = None
        self.discussed = False
        self.offered[version.id] = version
        self.signed[version.id] = set()
        assert version.number == len(before.versions) + 1
        assert version.previous_digest == (before.versions[-1].digest if before.versions else "")

    @precondition(lambda self: self.draft is not None)
    @rule(signer=st.sampled_from(list(Signer)), how=HOW, blank=BLANK)
    def sign_the_draft(self, signer: Signer, how: HowSigned, blank: bool) -> None:
        before, draft = self.plan, self.draft
        strokes, reason = ((), "") if blank else (STROKES, "rain")
        try:
            version = plans.sign_draft(self.plan_id, {}, signer, how, self.tick(), strokes, reason)
        except (NothingToSign, NothingChanged) as refusal:
            self.refused_rightly(refusal, before)
        except (SignatureNotAsked, SignatureMissing, ReasonMissing):
            assert self.plan == before
            assert draft is not None
            assert blank or signer not in draft.signers
        else:
            assert not blank
            self.was_offered(before, version)
            self.was_signed(version.id, signer)

    @initialize(edits=EDITS, guardian=NAMES, visits=st.integers(1, 4), order=ORDER, most=st.integers(0, 4))
    def first_talk(self, edits: list[Edit], guardian: str, visits: int, order: list[Signer], most: int) -> None:
        first: list[Edit] = [("said", "garden"), ("guardian", guardian), ("visits", visits)]
        self.agree([*first, *edits], order, HowSigned.DRAWN, most)

    @precondition(lambda self: self.ended is None)
    @rule(edits=EDITS, order=ORDER, how=HOW, most=MOST)
    def agree(self, edits: list[Edit], order: list[Signer], how: HowSigned, most: int) -> None:
        """The whole way at once, from whatever there is."""
        self.open_draft()
        self.write(edits)
        self.get_ready("rain")
        self.sign(order, how, most)

    @precondition(lambda self: self.waiting is not None and self.ended is None)
    @rule(order=ORDER, how=HOW, most=MOST)
    def sign(self, order: list[Signer], how: HowSigned, most: int) -> None:
        """In any order, until all did whom the plan names, or only some."""
        for signer in order[:most]:
            waiting = self.waiting
            if waiting is not None and self.why_not(waiting, signer, how, False) is None:
                self.try_to_sign(waiting, signer, how, False)
                self.was_signed(waiting, signer)

    @precondition(lambda self: self.offered)
    @rule(signer=st.sampled_from(list(Signer)), how=HOW, place=st.integers(0, 3), blank=st.booleans())
    def sign_what_cannot_be_signed(self, signer: Signer, how: HowSigned, place: int, blank: bool) -> None:
        version_id = sorted(self.offered)[place % len(self.offered)]
        refusal, before = self.why_not(version_id, signer, how, blank), self.plan
        if refusal is not None:
            with pytest.raises(refusal):
                self.try_to_sign(version_id, signer, how, blank)
            assert self.plan == before

    def try_to_sign(self, version_id: int, signer: Signer, how: HowSigned, blank: bool) -> None:
        plans.sign(version_id, signer, how, self.tick(), () if blank else STROKES, "" if blank else "rain")

    def why_not(self, version_id: int, signer: Signer, how: HowSigned, blank: bool) -> type[Exception] | None:
        refusals: list[tuple[bool, type[Exception]]] = [
            (self.ended is not None, PlanEnded),
            (version_id in self.withdrawn, NoLongerOffered),
            (signer not in self.offered[version_id].content.signers, SignatureNotAsked),
            (signer in self.signed[version_id], AlreadySigned),
            (blank, SignatureMissing if how is HowSigned.DRAWN else ReasonMissing),
        ]
        return next((refusal for holds, refusal in refusals if holds), None)

    def was_signed(self, version_id: int, signer: Signer) -> None:
        self.signed[version_id].add(signer)
        content = self.offered[version_id].content
        needed = {Signer.CLIENT, Signer.THERAPIST}
        needed |= {Signer.GUARDIAN} if content.guardian else set()
        needed |= {Signer.INTERPRETER} if content.interpreter else set()
        if self.signed[version_id] == needed:
            self.agreed[version_id] = local_day(self.now)

    @precondition(lambda self: self.draft is not None)
    @rule(regretted=st.booleans())
    def drop(self, regretted: bool) -> None:
        self.dropped = plans.drop_draft(self.plan_id, self.tick())
        self.draft = None
        if regretted:
            self.draft = plans.bring_back_draft(self.plan_id, self.dropped, self.tick()).draft
            assert self.draft == self.dropped

    @rule(days=st.integers(1, 30), visits=st.integers(0, 2))
    def time_passes(self, days: int, visits: int) -> None:
        self.now += timedelta(days=days)
        for _visit in range(visits):
            session, day = sessions.begin(self.maria, self.tick()), local_day(self.now)
            sessions.keep(session.id, NoteDraft(day, fields=(NoteField(NoteKey.DID, "Neck"),)), self.tick())
            sessions.finish(session.id, "Ana Brandl", self.tick())
            self.visits.append(day)

    @precondition(lambda self: self.ended is None and (self.offered or self.earlier))
    @rule(by=st.sampled_from(list(EndedBy)), reason=WORDS)
    def end(self, by: EndedBy, reason: str) -> None:
        if self.offered:
            self.ends_with = self.to_go_on_with()
        plans.end(self.plan_id, by, reason, self.tick())
        self.draft, self.ended = None, (by, reason)

    @precondition(lambda self: self.ended is not None)
    @rule()
    def begin_another(self) -> None:
        self.earlier.append(self.plan)
        plan = plans.begin(self.maria, self.tick())
        assert plan.id > self.plan_id
        assert plan.draft is not None
        self.doubts = self.ends_with
        doubts = self.doubts.reservations if self.doubts is not None else ()
        assert plan.draft == PlanContent(reservations=tuple(doubt for doubt in doubts if not doubt.answer))
        self.plan_id = plan.id
        self.draft = plan.draft
        self.begun()

    @rule(table=st.sampled_from(GUARDED))
    def nothing_else_can_be_done(self, table: str) -> None:
        """Neither through the program nor by a bug of it."""
        before, acts = self.plan, list[tuple[type[Exception], Callable[[], object]]]()
        if self.draft is None:
            refusal = NoDraft if self.ended is None else PlanEnded
            acts.append((refusal, lambda: plans.keep_draft(self.plan_id, PlanContent(), self.now)))
            acts.append((NothingToSign, lambda: plans.make_ready(self.plan_id, {}, self.now)))
        if self.dropped is not None and (self.ended or self.draft is not None or self.waiting):
            dropped, taken = self.dropped, DraftOpen if self.ended is None else PlanEnded
            acts.append((taken, lambda: plans.bring_back_draft(self.plan_id, dropped, self.now)))
        if self.ended is not None:
            acts.append((PlanEnded, lambda: plans.discuss(self.plan_id, self.now)))
            acts.append((PlanEnded, lambda: plans.end(self.plan_id, EndedBy.COMPLETED, "again", self.now)))
        if database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0]:
            key = "seq" if table == "audit" else "id"
            acts.append((IntegrityError, lambda: database.execute_sql(f"UPDATE {table} SET {key} = {key}")))
            acts.append((IntegrityError, lambda: database.execute_sql(f"DELETE FROM {table}")))
        for refused, act in acts:
            with pytest.raises(refused):
                act()
        assert self.plan == before

    @invariant()
    def everything_holds(self) -> None:
        plan = self.plan
        self.what_was_offered_stands(plan)
        self.its_changes_lead_from_each_version_to_the_next(plan)
        self.no_byte_of_it_changes()
        self.the_state_is_what_happened(plan)

    def what_was_offered_stands(self, plan: Plan) -> None:
        stored = {version.id: version for version in plan.versions}
        assert set(self.offered) == set(stored)
        assert [version.number for version in stored.values()] == list(range(1, len(stored) + 1))
        for version_id, version in self.offered.items():
            now = stored[version_id]
            assert replace(now, signatures=(), withdrawn_at=None) == replace(version, signatures=(), withdrawn_at=None)
            assert {signature.signer for signature in now.signatures} == self.signed[version_id]
            assert {signature.digest for signature in now.signatures} <= {now.digest}
            assert now.agreed == (version_id in self.agreed)
            assert (now.withdrawn_at is not None) == (version_id in self.withdrawn)

    def its_changes_lead_from_each_version_to_the_next(self, plan: Plan) -> None:
        agreed: PlanVersion | None = None
        for version in plan.versions:
            before = plain(agreed.content) if agreed is not None else plain(version.content)
            assert put_onto(before, version.changes) == plain(version.content)
            agreed = version if version.agreed else agreed

    def no_byte_of_it_changes(self) -> None:
        """Neither of what is signed nor of what waits, in this plan and in all that were before it."""
        for table in ("plan", "plan_version", "plan_event", "signature", "voice"):
            stored = {row[0]: tuple(row) for row in database.execute_sql(f"SELECT * FROM {table}").fetchall()}
            assert stored.keys() >= self.rows.setdefault(table, {}).keys()
            for row_id, row in stored.items():
                assert self.rows[table].setdefault(row_id, row) == row

    def the_state_is_what_happened(self, plan: Plan) -> None:
        day = local_day(self.now)
        state = plan.state(day)
        assert plan.draft == self.draft
        assert (plan.agreed and plan.agreed.id, plan.waiting and plan.waiting.id) == (self.in_force, self.waiting)
        assert state is self.expected(day)
        assert (plan.ending and (plan.ending.by, plan.ending.reason)) == self.ended
        told = today.today(self.now)
        to_sign = [one for one in told.unfinished if one.kind is UnfinishedKind.PLAN_TO_SIGN]
        assert bool(to_sign) == (state in (PlanState.TO_SIGN, PlanState.HALF_SIGNED))
        if state is PlanState.REVIEW_DUE:
            assert [review.client_id for review in told.reviews] == [self.maria]

    def expected(self, day: date) -> PlanState:
        if self.ended is not None:
            return PlanState.ENDED
        if self.waiting is not None:
            return PlanState.HALF_SIGNED if self.signed[self.waiting] else PlanState.TO_SIGN
        if self.draft is not None or self.in_force is None:
            return PlanState.DISCUSSED if self.discussed else PlanState.DRAFT
        content = self.offered[self.in_force].content
        visits = len([visit for visit in self.visits if visit > self.agreed[self.in_force]])
        half = content.agreement.visits is not None and visits * 2 >= content.agreement.visits
        due = half or (content.review_on is not None and content.review_on <= day)
        return PlanState.REVIEW_DUE if due else PlanState.AGREED

    def teardown(self) -> None:
        try:
            self.everything_is_intact()
        finally:
            database.shut()
            self.home.cleanup()

    def everything_is_intact(self) -> None:
        """The digests of every plan there was, the trail, and the sentences that the versions rest on."""
        said = {voice.uid: voice.words for voice in voices.of(self.maria)}
        all_of_them = plans.of(self.maria)
        # Visits go on after a plan has ended; nothing else of it does.
        former = [replace(plan, visits_done=0) for plan in reversed(all_of_them[1:])]
        assert former == [replace(plan, visits_done=0) for plan in self.earlier]
        for version in (version for plan in all_of_them for version in plan.versions):
            assert plans.intact(version)
            content = version.content
            sentences = [content.what_matters, content.choice.reason, *(goal.said for goal in content.goals)]
            for sentence in [*sentences, *(doubt.said for doubt in content.reservations)]:
                assert not sentence or said[sentence.voice] == sentence.words
        assert [look for look in integrity.check() if not look.held] == []


TwoPeopleAndAPlan.TestCase.settings = settings(max_examples=20, stateful_step_count=16, deadline=None)
TestTwoPeopleAndAPlan = TwoPeopleAndAPlan.TestCase
