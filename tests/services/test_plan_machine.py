"""Whatever two people do, in any order: a signed version never changes and no number comes twice."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import EndedBy, HowSigned, Plan, PlanContent, PlanState, PlanVersion, Signer
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.voice import Said
from alliance_desktop.services import audit, clients, plans, practice, voices
from alliance_desktop.services.plans import (
    NoLongerOffered,
    NothingChanged,
    NothingToSign,
    PlanEnded,
    ReasonMissing,
    SignatureNotAsked,
)
from alliance_desktop.storage import upgrade
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey

NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)


class TwoPeopleAndAPlan(RuleBasedStateMachine):
    """A model beside the file: what stands in it, who signed, and what was ever offered, bytes and all."""

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        path = Path(self.home.name) / "practice.db"
        key = DataKey(bytes(32), "0" * 32)
        upgrade.create(path, key.sqlcipher)
        database.open(path, key)
        practice.found(Practice("Ana Brandl"), NOW)
        self.maria = clients.welcome(ClientDraft("Maria"), NOW).id
        self.begin()

    def begin(self) -> None:
        self.plan_id = plans.begin(self.maria, NOW).id
        self.draft: PlanContent | None = PlanContent()
        self.signers: set[Signer] | None = None
        self.agreed: PlanVersion | None = None
        self.bytes: dict[int, tuple[object, ...]] = {}
        self.offered: dict[int, PlanVersion] = {}

    def teardown(self) -> None:
        database.shut()
        self.home.cleanup()

    @property
    def plan(self) -> Plan:
        return plans.one(self.plan_id)

    @rule(words=st.text(min_size=1, max_size=5), visits=st.integers(1, 9))
    def revise(self, words: str, visits: int) -> None:
        draft = plans.begin(self.maria, NOW).draft
        assert draft is not None
        agreement = replace(draft.agreement, visits=visits)
        changed = replace(draft, what_matters=Said(words, None, draft.what_matters.voice), agreement=agreement)
        self.draft = plans.keep_draft(self.plan_id, changed, NOW).draft
        self.signers = None

    @rule()
    def get_ready(self) -> None:
        before = self.plan
        try:
            version = plans.make_ready(self.plan_id, {}, NOW)
            foreseen = plans.upcoming(replace(before, draft=version.content), {}, NOW)
            assert replace(foreseen, id=version.id) == version
        except (NothingToSign, NothingChanged):
            assert self.draft is None or self.draft == PlanContent() or not plans.upcoming_changes(self.plan)
            self.draft = self.plan.draft
            return
        assert version.number == len(before.versions) + 1
        assert version.previous_digest == (before.versions[-1].digest if before.versions else "")
        self.offered[version.id] = version
        self.draft, self.signers = None, set()

    @rule(signer=st.sampled_from(list(Signer)), reason=st.sampled_from(["rain", ""]))
    def sign_the_draft(self, signer: Signer, reason: str) -> None:
        before = self.plan
        try:
            version = plans.sign_draft(self.plan_id, {}, signer, HowSigned.ALOUD, NOW, reason=reason)
        except (NothingToSign, NothingChanged, SignatureNotAsked, ReasonMissing):
            assert self.plan == before
            return
        assert before.draft is not None
        assert reason
        assert version.number == len(before.versions) + 1
        self.offered[version.id] = version
        self.draft, self.signers = None, {signer}

    @precondition(lambda self: self.signers is not None and len(self.signers) < 2)
    @rule(signer=st.sampled_from(list(Signer)))
    def sign(self, signer: Signer) -> None:
        waiting = self.plan.waiting
        assert waiting is not None
        assert self.signers is not None
        if signer not in waiting.content.signers:
            with pytest.raises(SignatureNotAsked):
                plans.sign(waiting.id, signer, HowSigned.ALOUD, NOW, reason="rain")
        elif signer not in self.signers:
            version = plans.sign(waiting.id, signer, HowSigned.ALOUD, NOW, reason="rain")
            self.signers.add(signer)
            if version.agreed:
                self.agreed = version
                self.signers = None

    @rule()
    def take_back(self) -> None:
        self.draft = plans.begin(self.maria, NOW).draft
        self.signers = None

    @rule()
    def drop(self) -> None:
        plans.drop_draft(self.plan_id, NOW)
        self.draft = None

    @rule()
    def settle(self) -> None:
        self.draft = plans.settle(self.plan_id, NOW).draft

    @precondition(lambda self: len(self.offered) > 1)
    @rule()
    def sign_an_old_one(self) -> None:
        old = next(version for version in self.plan.versions if version.withdrawn_at or version.agreed)
        if old.withdrawn_at is not None:
            try:
                plans.sign(old.id, Signer.CLIENT, HowSigned.ALOUD, NOW, reason="late")
            except NoLongerOffered:
                return
            raise AssertionError("a withdrawn version was signed")

    @precondition(lambda self: bool(self.offered))
    @rule()
    def end(self) -> None:
        ended = plans.end(self.plan_id, EndedBy.COMPLETED, "done", NOW)
        assert ended.state(NOW.date()) is PlanState.ENDED
        try:
            plans.keep_draft(self.plan_id, PlanContent(Said("more")), NOW)
        except PlanEnded:
            self.what_was_offered_stands()
            self.begin()

    @invariant()
    def what_was_offered_stands(self) -> None:
        stored = {version.id: version for version in self.plan.versions}
        assert set(self.offered) == set(stored)
        for version_id, version in self.offered.items():
            now = stored[version_id]
            assert replace(now, signatures=(), withdrawn_at=None) == replace(version, signatures=(), withdrawn_at=None)
            row = database.execute_sql("SELECT * FROM plan_version WHERE id = ?", (version_id,)).fetchone()
            assert self.bytes.setdefault(version_id, tuple(row)) == tuple(row)
            assert plans.intact(now)
        assert [version.number for version in stored.values()] == list(range(1, len(stored) + 1))
        if self.agreed is not None:
            assert stored[self.agreed.id] == self.agreed

    @invariant()
    def the_state_is_what_happened(self) -> None:
        plan, state = self.plan, self.plan.state(NOW.date())
        assert plan.draft == self.draft
        assert plan.agreed == self.agreed
        if self.signers is not None:
            assert state is (PlanState.HALF_SIGNED if self.signers else PlanState.TO_SIGN)
            assert plan.draft is None
        elif self.draft is not None or self.agreed is None:
            assert state is PlanState.DRAFT
        else:
            assert state is PlanState.AGREED

    @invariant()
    def every_signed_sentence_rests_on_what_was_said(self) -> None:
        said = {voice.uid: voice.words for voice in voices.of(self.maria)}
        for version in self.plan.versions:
            if version.content.what_matters:
                assert said[version.content.what_matters.voice] == version.content.what_matters.words
        assert audit.check().held


TwoPeopleAndAPlan.TestCase.settings = settings(max_examples=20, stateful_step_count=14, deadline=None)
TestTwoPeopleAndAPlan = TwoPeopleAndAPlan.TestCase
