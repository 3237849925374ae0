"""Whatever two people do, in any order: a signed version never changes and no number comes twice."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import HowSigned, PlanVersion, Signer
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.voice import Said
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients, plans, practice
from alliance_desktop.storage import upgrade
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey

NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)


class TwoPeopleAndAPlan(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        path = Path(self.home.name) / "practice.db"
        key = DataKey(bytes(32), "0" * 32)
        upgrade.create(path, key.sqlcipher)
        database.open(path, key)
        practice.found(Practice("Ana Brandl"), NOW)
        self.maria = clients.welcome(ClientDraft("Maria"), NOW).id
        self.plan_id = plans.begin(self.maria, NOW).id
        self.agreed: dict[int, PlanVersion] = {}

    def teardown(self) -> None:
        database.shut()
        self.home.cleanup()

    @rule(words=st.text(min_size=1, max_size=5), visits=st.integers(1, 9))
    def change(self, words: str, visits: int) -> None:
        draft = plans.begin(self.maria, NOW).draft
        assert draft is not None
        agreement = replace(draft.agreement, visits=visits)
        plans.keep_draft(self.plan_id, replace(draft, what_matters=Said(words), agreement=agreement), NOW)

    @rule()
    def offer(self) -> None:
        with suppress(AllianceError):
            plans.make_ready(self.plan_id, {}, NOW)

    @precondition(lambda self: plans.one(self.plan_id).waiting is not None)
    @rule(signer=st.sampled_from(list(Signer)))
    def sign(self, signer: Signer) -> None:
        waiting = plans.one(self.plan_id).waiting
        assert waiting is not None
        if signer in waiting.waiting_for:
            version = plans.sign(waiting.id, signer, HowSigned.ALOUD, NOW, reason="rain")
            if version.agreed:
                self.agreed[version.id] = version

    @invariant()
    def what_was_signed_stands(self) -> None:
        plan = plans.one(self.plan_id)
        stored = {version.id: version for version in plan.versions}
        assert all(stored[i] == version and plans.intact(version) for i, version in self.agreed.items())
        assert [version.number for version in plan.versions] == list(range(1, len(plan.versions) + 1))
        assert audit.check().held


TwoPeopleAndAPlan.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestTwoPeopleAndAPlan = TwoPeopleAndAPlan.TestCase
