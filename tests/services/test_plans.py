"""Two people write a plan, sign it, change it: what was signed never changes, what was said is never lost."""

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    EndedBy,
    Goal,
    HowSigned,
    PlanContent,
    PlanState,
    PlanVersion,
    Reservation,
    Signer,
)
from alliance_desktop.domain.plan_changes import put_onto
from alliance_desktop.domain.plan_snapshot import from_plain, plain
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, plans, practice_file, voices
from alliance_desktop.services.plans import (
    AlreadySigned,
    NoLongerOffered,
    NothingChanged,
    NothingToSign,
    NotReady,
    PlanEnded,
    ReasonMissing,
    SignatureMissing,
    SignatureNotAsked,
)
from alliance_desktop.storage import cipher
from alliance_desktop.storage.keys import DataKey

STROKES = (((0.1, 0.5), (0.4, 0.2), (0.9, 0.6)),)


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def written() -> PlanContent:
    return PlanContent(
        Said("I want to garden for an hour again."),
        (Goal("g1", Said("Garden for an hour"), "Kneeling and reaching, one hour", "Gardening", 3, 8),),
        Agreement(6, "every two weeks", 60, "neck and shoulders", "calves"),
        (
            Commitment("c1", Whose.THERAPIST, "Work slowly", "each visit"),
            Commitment("c2", Whose.CLIENT, "Door-frame stretch", "every morning"),
        ),
        (Reservation("r1", Said("Will I keep it up?")),),
        True,
    )


def drafted(client_id: int, now: datetime, content: PlanContent | None = None) -> int:
    plan = plans.begin(client_id, now)
    plans.keep_draft(plan.id, content or written(), now)
    return plan.id


def signed(version: PlanVersion, now: datetime) -> PlanVersion:
    plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now, STROKES)
    return plans.sign(version.id, Signer.THERAPIST, HowSigned.ALOUD, now, reason="oil on my hands")


def test_a_draft_comes_back_as_it_was_typed(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    assert plans.one(plan_id).draft == written()
    assert plans.one(plan_id).state(now.date()) is PlanState.DRAFT
    assert plans.discuss(plan_id, now).state(now.date()) is PlanState.DISCUSSED


def test_both_sign_and_the_plan_is_agreed(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    version = plans.make_ready(plan_id, {}, now)
    assert plans.one(plan_id).state(now.date()) is PlanState.TO_SIGN
    plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now, STROKES)
    assert plans.one(plan_id).state(now.date()) is PlanState.HALF_SIGNED
    version = plans.sign(version.id, Signer.THERAPIST, HowSigned.PAPER, now, reason="pad was flat")
    assert version.agreed
    assert plans.intact(version)
    assert plans.one(plan_id).state(now.date()) is PlanState.AGREED
    assert version.signature_of(Signer.CLIENT) is not None


def test_signing_refuses_what_is_not_a_signature(maria: int, now: datetime) -> None:
    version = plans.make_ready(drafted(maria, now), {}, now)
    with pytest.raises(SignatureMissing):
        plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now)
    with pytest.raises(ReasonMissing):
        plans.sign(version.id, Signer.CLIENT, HowSigned.ALOUD, now)
    signed(version, now)
    with pytest.raises(AlreadySigned):
        plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now, STROKES)


def test_the_first_signature_makes_the_draft_a_version_and_a_refused_one_leaves_it_a_draft(
    maria: int, now: datetime
) -> None:
    plan_id = drafted(maria, now)
    before = plans.one(plan_id)
    with pytest.raises(SignatureMissing):
        plans.sign_draft(plan_id, {}, Signer.CLIENT, HowSigned.DRAWN, now)
    with pytest.raises(SignatureNotAsked):
        plans.sign_draft(plan_id, {}, Signer.GUARDIAN, HowSigned.DRAWN, now, STROKES)
    assert plans.one(plan_id) == before

    version = plans.sign_draft(plan_id, {}, Signer.CLIENT, HowSigned.DRAWN, now, STROKES)

    assert (version.number, version.waiting_for) == (1, (Signer.THERAPIST,))
    assert plans.intact(version)
    assert plans.one(plan_id).draft is None


def test_what_is_seen_before_signing_is_what_is_signed(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    plans.settle(plan_id, now)
    seen = plans.upcoming(plans.one(plan_id), {}, now)
    assert plans.one(plan_id).versions == ()

    version = plans.make_ready(plan_id, {}, now)

    assert replace(seen, id=version.id) == version


def test_what_cannot_be_signed_says_in_which_part_it_is_mended(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now, PlanContent())
    for content, part in (
        (PlanContent(), "what_matters"),
        (replace(written(), commitments=(Commitment("c", Whose.CLIENT, "", "daily"),)), "commitments"),
        (replace(written(), reservations=(Reservation("r", Said(), "We will see"),)), "reservations"),
    ):
        plans.keep_draft(plan_id, content, now)
        with pytest.raises(NotReady) as refused:
            plans.upcoming(plans.one(plan_id), {}, now)
        assert refused.value.part == part


def test_an_empty_plan_cannot_be_signed(maria: int, now: datetime) -> None:
    with pytest.raises(NothingToSign):
        plans.make_ready(plans.begin(maria, now).id, {}, now)


def test_changing_an_offered_version_withdraws_it_and_it_keeps_its_number(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    first = plans.make_ready(plan_id, {}, now)
    plans.sign(first.id, Signer.CLIENT, HowSigned.DRAWN, now, STROKES)
    plan = plans.begin(maria, now)
    assert plan.draft is not None
    assert plan.versions[0].withdrawn_at is not None
    plans.keep_draft(plan_id, replace(plan.draft, agreement=Agreement(4)), now)
    second = plans.make_ready(plan_id, {}, now)
    assert (first.number, second.number) == (1, 2)
    with pytest.raises(NoLongerOffered):
        plans.sign(first.id, Signer.THERAPIST, HowSigned.ALOUD, now, reason="too late")


def test_the_next_version_lists_what_changed_and_the_first_stays_as_it_was(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    first = signed(plans.make_ready(plan_id, {}, now), now)
    draft = plans.begin(maria, now).draft
    assert draft is not None
    with pytest.raises(NothingChanged):
        plans.make_ready(plan_id, {}, now)
    plans.keep_draft(plan_id, replace(draft, agreement=replace(draft.agreement, visits=4)), now)
    assert [line.words for _change, line in plans.draft_change_lines(plans.one(plan_id))] == ["Visits: 6 → 4"]
    second = plans.make_ready(plan_id, {"agreement/visits": "I feel better sooner"}, now)
    assert [line.words for line in plans.change_lines(second)] == ["Visits: 6 → 4: “I feel better sooner”"]
    assert second.previous_digest == first.digest
    assert plans.version(first.id) == first
    assert plans.one(plan_id).agreed == first


def test_a_changed_sentence_of_the_client_is_found_in_both_wordings(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    signed(plans.make_ready(plan_id, {}, now), now)
    draft = plans.begin(maria, now).draft
    assert draft is not None
    said = replace(draft.what_matters, words="I want to dance at the wedding.", day=None)
    plans.keep_draft(plan_id, replace(draft, what_matters=said), now)
    plans.settle(plan_id, now + timedelta(minutes=1))
    assert [v.words for v in voices.of(maria) if v.where_said == "what_matters"] == [
        "I want to garden for an hour again.",
        "I want to dance at the wedding.",
    ]
    kept = plans.one(plan_id).draft
    assert kept is not None
    assert kept.what_matters.voice == voices.of(maria)[-1].uid


def test_a_review_that_is_due_and_an_end_show_in_the_state(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now, replace(written(), review_on=now.date()))
    signed(plans.make_ready(plan_id, {}, now), now)
    assert plans.one(plan_id).state(now.date()) is PlanState.REVIEW_DUE
    assert plans.tick(plan_id, "c2", True, now).done == {"c2"}
    assert plans.tick(plan_id, "c2", False, now).done == set()
    ended = plans.end(plan_id, EndedBy.COMPLETED, "The garden is dug", now)
    assert ended.state(now.date()) is PlanState.ENDED
    with pytest.raises(PlanEnded):
        plans.keep_draft(plan_id, written(), now)
    assert plans.begin(maria, now).id != plan_id


def test_a_dropped_draft_can_be_brought_back(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    dropped = plans.drop_draft(plan_id, now)
    assert plans.one(plan_id).draft is None
    assert plans.bring_back_draft(plan_id, dropped, now).draft == dropped
    assert dropped.what_matters.words == written().what_matters.words


def offered(client_id: int, now: datetime, content: PlanContent | None = None) -> PlanVersion:
    return plans.make_ready(drafted(client_id, now, content), {}, now)


def test_what_was_withdrawn_before_anybody_agreed_is_not_lost(maria: int, now: datetime) -> None:
    version = offered(maria, now)
    plan = plans.begin(maria, now)
    plans.drop_draft(plan.id, now)
    again = plans.begin(maria, now)
    assert again.draft == version.content


def test_dots_are_no_signature(maria: int, now: datetime) -> None:
    version = offered(maria, now)
    with pytest.raises(SignatureMissing):
        plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now, (((0.5, 0.5), (0.501, 0.5)),))


def test_a_doubt_that_was_not_answered_goes_along_into_the_next_plan(maria: int, now: datetime) -> None:
    open_one, answered = Reservation("r", Said("Will it hurt?")), Reservation("s", Said("How long?"), "Six weeks")
    plan = plans.begin(maria, now)
    plans.keep_draft(plan.id, replace(written(), reservations=(open_one, answered)), now)
    plans.make_ready(plan.id, {}, now)
    plans.end(plan.id, EndedBy.CLIENT, "a pause", now)
    again = plans.begin(maria, now)
    assert again.draft is not None
    assert [doubt.said.words for doubt in again.draft.reservations] == ["Will it hurt?"]


def test_a_doubt_that_was_signed_open_stays_until_its_answer_is_signed(maria: int, now: datetime) -> None:
    (doubt,) = written().reservations
    first = signed(offered(maria, now), now)
    second = Reservation("s", Said("Is it dear?"))
    draft = plans.begin(maria, now).draft
    assert draft is not None

    def kept(*doubts: Reservation) -> list[tuple[str, str, str]]:
        stored = plans.keep_draft(first.plan_id, replace(draft, reservations=doubts), now).draft
        assert stored is not None
        return [(each.uid, each.said.words, each.answer) for each in stored.reservations]

    assert kept(second) == [("r1", "Will I keep it up?", ""), ("s", "Is it dear?", "")]
    # What was typed in this very draft goes.
    assert kept() == [("r1", "Will I keep it up?", "")]
    # Other words stay, words taken away come back, and the answer is never lost.
    assert kept(second, replace(doubt, said=Said("Can I?"))) == [("s", "Is it dear?", ""), ("r1", "Can I?", "")]
    answered = replace(doubt, said=Said(), answer="We look in June")
    assert kept(answered) == [("r1", "Will I keep it up?", "We look in June")]
    signed(plans.make_ready(first.plan_id, {}, now), now)
    plans.begin(maria, now)
    assert kept() == [], "answered and signed, it may go"


def test_a_doubt_of_the_plan_before_stays_in_the_new_one_and_outlives_its_draft(maria: int, now: datetime) -> None:
    plans.end(signed(offered(maria, now), now).plan_id, EndedBy.COMPLETED, "", now)
    new = plans.begin(maria, now)
    plans.keep_draft(new.id, PlanContent(Said("Dance")), now)
    assert [doubt.uid for doubt in plans.one(new.id).open_reservations] == ["r1"]
    plans.drop_draft(new.id, now)
    assert [doubt.uid for doubt in plans.one(new.id).open_reservations] == ["r1"]
    draft = plans.begin(maria, now).draft
    assert draft is not None
    assert [doubt.uid for doubt in draft.reservations] == ["r1"]


@pytest.mark.parametrize("agreed_before", [True, False])
def test_a_doubt_said_in_a_draft_alone_outlives_the_end_of_its_plan(
    maria: int, now: datetime, agreed_before: bool
) -> None:
    if agreed_before:
        signed(offered(maria, now), now)
    plan = plans.begin(maria, now)
    doubt = Reservation("new", Said("Is it dear?"))
    plans.keep_draft(plan.id, PlanContent(Said("Dance"), reservations=(doubt,)), now)
    ended = plans.end(plan.id, EndedBy.CLIENT, "", now)
    assert ended.state(now.date()) is PlanState.ENDED
    assert "new" in [each.uid for each in ended.open_reservations]
    draft = plans.begin(maria, now).draft
    assert draft is not None
    assert "Is it dear?" in [each.said.words for each in draft.reservations]
    assert not draft.what_matters


def test_an_ended_plan_takes_no_signature(maria: int, now: datetime) -> None:
    version = offered(maria, now)
    plans.end(version.plan_id, EndedBy.CLIENT, "Moved away", now)
    with pytest.raises(PlanEnded):
        plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now, STROKES)


def test_a_drawn_signature_comes_back_with_name_and_moment(maria: int, now: datetime) -> None:
    version = offered(maria, now)
    signature = plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, now, STROKES).signature_of(Signer.CLIENT)
    assert signature is not None
    assert (signature.name, signature.at, signature.digest) == ("Maria Feldner", now, version.digest)
    assert [len(stroke) for stroke in signature.strokes] == [3]


def test_the_stored_list_put_onto_one_version_gives_the_next(maria: int, now: datetime) -> None:
    first = signed(offered(maria, now), now)
    draft = plans.begin(maria, now).draft
    assert draft is not None
    changed = replace(
        draft,
        goals=(Goal("g2", Said("Dance at the wedding")), *draft.goals),
        commitments=draft.commitments[:1],
        reservations=(replace(draft.reservations[0], answer="We look again in June"),),
        review_on=now.date() + timedelta(days=60),
    )
    plans.keep_draft(first.plan_id, changed, now)
    second = plans.make_ready(first.plan_id, {"goals/g2": "My sister marries"}, now)
    assert from_plain(put_onto(plain(first.content), second.changes)) == second.content
    assert [line.words for line in plans.change_lines(second)] == [
        "New goal: “Dance at the wedding”: “My sister marries”",
        "No longer on your list: Door-frame stretch",
        "“Will I keep it up?”: answered, We look again in June",
        "Next look together: no day → 18 July 2026",
    ]


@pytest.mark.parametrize("once_kept", [True, False])
def test_a_sentence_changed_in_a_draft_leaves_both_wordings(maria: int, now: datetime, once_kept: bool) -> None:
    plan_id = drafted(maria, now, PlanContent(goals=(Goal("g1", Said("Kneel again")),)))
    if once_kept:
        plans.settle(plan_id, now)
    else:
        plans.make_ready(plan_id, {}, now)
    draft = plans.begin(maria, now).draft
    assert draft is not None
    goal = replace(draft.goals[0], said=replace(draft.goals[0].said, words="Kneel in the garden again", day=None))
    plans.keep_draft(plan_id, replace(draft, goals=(goal,)), now)
    plans.make_ready(plan_id, {}, now)
    assert [voice.words for voice in voices.of(maria)] == ["Kneel again", "Kneel in the garden again"]


def test_a_day_put_right_is_another_voice_and_words_put_back_are_the_first(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    draft = plans.settle(plan_id, now).draft
    assert draft is not None
    plans.keep_draft(plan_id, replace(draft, what_matters=replace(draft.what_matters, day=None)), now)
    assert plans.settle(plan_id, now).draft == draft
    earlier = replace(draft.what_matters, day=now.date() - timedelta(days=2))
    plans.keep_draft(plan_id, replace(draft, what_matters=earlier), now)
    plans.settle(plan_id, now)
    days = [voice.day for voice in voices.of(maria) if voice.where_said == "what_matters"]
    assert days == [now.date(), now.date() - timedelta(days=2)]


def test_letters_composed_in_two_ways_are_the_same_words(maria: int, now: datetime) -> None:
    first = signed(offered(maria, now, PlanContent(Said("Cafe\u0301"))), now)
    draft = plans.begin(maria, now).draft
    assert draft is not None
    plans.keep_draft(first.plan_id, replace(draft, what_matters=replace(draft.what_matters, words="Cafe\u0301")), now)
    assert plans.upcoming_changes(plans.one(first.plan_id)) == ()
    assert len(voices.of(maria)) == 1


TAMPERINGS = (
    "UPDATE plan_version SET content = replace(content, 'garden', 'dance')",
    'UPDATE plan_version SET content = replace(content, \'{"agreement"\', \'{"added":1,"agreement"\')',
    "UPDATE plan_version SET number = 9",
    "UPDATE plan_version SET client = 'x'",
    "UPDATE plan_version SET therapist = 'x'",
    "UPDATE plan_version SET previous_digest = 'x'",
    "UPDATE plan_version SET digest = 'x'",
    "UPDATE signature SET digest = 'x'",
    "UPDATE plan SET uid = 'x'",
)


@pytest.mark.parametrize("statement", TAMPERINGS)
def test_tampering_past_the_guards_shows(
    maria: int, practice: PracticeFolder, data_key: DataKey, now: datetime, statement: str
) -> None:
    version = signed(offered(maria, now), now)
    assert plans.intact(version)
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        for table in ("plan", "plan_version", "signature"):
            connection.execute(f"DROP TRIGGER {table}_no_update")
        connection.execute(statement)
    assert not plans.intact(plans.version(version.id))
    assert [check.name for check in practice_file.check() if not check.held] == ["guards", "plan versions"]


GUARDED = (
    "UPDATE plan_version SET content = '{}'",
    "DELETE FROM plan_version",
    "UPDATE signature SET name = 'x'",
    "DELETE FROM signature",
    "INSERT OR REPLACE INTO signature SELECT id, version_id, signer, 'x', how, digest, strokes, reason, at "
    "FROM signature",
    "UPDATE voice SET words = 'x'",
    "DELETE FROM voice",
    "UPDATE audit SET detail = 'x'",
    "DELETE FROM audit",
    "INSERT OR REPLACE INTO plan_version SELECT id, plan_id, number, '{}', changes, client, therapist, "
    "previous_digest, digest, folded, made_at FROM plan_version",
    "UPDATE plan_event SET kind = 'x'",
)


@pytest.mark.parametrize("statement", GUARDED)
def test_even_a_bug_cannot_rewrite_what_was_signed_or_said(
    maria: int, practice: PracticeFolder, data_key: DataKey, now: datetime, statement: str
) -> None:
    plan_id = drafted(maria, now)
    plans.discuss(plan_id, now)
    signed(plans.make_ready(plan_id, {}, now), now)
    before = plans.one(plan_id)
    with (
        cipher.opened(practice.database, data_key.sqlcipher) as connection,
        pytest.raises(sqlcipher.IntegrityError, match="insert-only"),
    ):
        connection.execute(statement)
    assert plans.one(plan_id) == before
    assert str(uuid.UUID(before.uid)) == before.uid


def test_the_same_sentence_kept_again_is_said_once(maria: int, now: datetime) -> None:
    plan_id = drafted(maria, now)
    plans.settle(plan_id, now)
    plans.keep_draft(plan_id, written(), now)
    signed(plans.make_ready(plan_id, {}, now), now)
    words = [voice.words for voice in voices.of(maria)]
    assert len(words) == len(set(words)) == 3
