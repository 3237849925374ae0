"""Writes the sample practice through the same services that a therapist uses, day by day up to now."""

import os
import random
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, usual_text
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    EndedBy,
    Goal,
    HowSigned,
    PlanContent,
    PlanVersion,
    Reservation,
    Signer,
)
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey, Rating
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample.cast import PEOPLE, Person, Visit
from alliance_desktop.sample.handwriting import signature
from alliance_desktop.services import clients, comforts, consents, health, plans, practice_file, promises, sessions
from alliance_desktop.storage import keys

THERAPIST = "Ana Brandl"
_EVERY = timedelta(days=9)


def write(
    folder: PracticeFolder,
    now: datetime,
    people: int = len(PEOPLE),
    visits: int = 80,
    seed: int = 1,
    password: str | None = None,
) -> None:
    """Make a sample practice in an empty folder; ``people`` at most twelve, visits shared out among them.

    Without a password it is "sample" with a cheap key, shown wherever it is asked for.
    """
    cost = keys.CHEAP if password is None else keys.PRODUCTION
    code = recovery_code.make(int.from_bytes(os.urandom(17)) >> 6)
    key = keys.create(folder, password or keys.SAMPLE_PASSWORD, code, cost=cost, sample=password is None)
    try:
        begun = now - timedelta(days=250)
        named = Practice(THERAPIST, "Bodywork", "", "0664 555 01 23", sample=True)
        practice_file.found(folder, key, named, begun)
        hand = random.Random(seed)  # not for secrets: only which phrase comes when
        chosen = PEOPLE[:people]
        each = [visits // len(chosen) + (place < visits % len(chosen)) for place in range(len(chosen))]
        for place, (person, count) in enumerate(zip(chosen, each, strict=True)):
            _write_person(person, count, now - timedelta(days=place % 5), hand)
    finally:
        practice_file.shut()


def _write_person(person: Person, visits: int, last: datetime, hand: random.Random) -> None:
    # Times of day differ, so that the list of people seen last has an order.
    moments = [_at(last - _EVERY * back, hand) for back in reversed(range(max(1, visits)))]
    client_id = _welcome(person, moments[0] - timedelta(hours=1))
    begun = 0 if person.ending != "none" else len(moments)
    plan_id = _first_plan(person, client_id, moments[0]) if begun == 0 else 0
    for place, moment in enumerate(moments[:visits]):
        if plan_id and place == len(moments) // 2 and person.versions > 1:
            _next_version(person, client_id, plan_id, moment)
        _write_visit(person, client_id, place, moment, len(moments), hand)
    if plan_id:
        _finish_plan(person, client_id, plan_id, moments[-1])


def _at(moment: datetime, hand: random.Random) -> datetime:
    return moment.astimezone(UTC).replace(hour=hand.randint(7, 15), minute=hand.choice((0, 15, 30, 45)), second=0)


def _welcome(person: Person, moment: datetime) -> int:
    draft = ClientDraft(
        person.full_name,
        person.chosen_name,
        person.say_as,
        person.pronouns,
        person.phone,
        birth_day=date(*person.born) if person.born else None,
        occupation=person.occupation,
        found_us=person.found_us,
    )
    client_id = clients.welcome(draft, moment).id
    for kind, words, whose in person.comfort:
        comforts.keep(client_id, kind, words, whose, moment)
    for item in person.health:
        health.note(client_id, replace(item, since=local_day(moment) - timedelta(days=30)), moment)
    text = usual_text(ConsentKind.TREATMENT, THERAPIST)
    consents.record(client_id, ConsentDraft(ConsentKind.TREATMENT, text, "", local_day(moment)), moment)
    return client_id


def _first_plan(person: Person, client_id: int, moment: datetime) -> int:
    plan = plans.begin(client_id, moment)
    words, professional, activity, now_at, hoped = person.goal
    visits, rhythm, yes, no = person.agreement
    content = PlanContent(
        Said(person.matters),
        (Goal(_uid(), Said(words), professional, activity, now_at, hoped, local_day(moment) + timedelta(days=90)),),
        Agreement(visits, rhythm, 60, yes, no),
        tuple(Commitment(_uid(), Whose.THERAPIST, what, how) for what, how in person.mine)
        + tuple(Commitment(_uid(), Whose.CLIENT, what, how) for what, how in person.yours),
        tuple(Reservation(_uid(), Said(words), answer) for words, answer in person.doubts),
        True,
        local_day(moment) + timedelta(days=60),
    )
    plans.keep_draft(plan.id, content, moment)
    plans.discuss(plan.id, moment)
    if person.ending == "draft":
        return plan.id
    version = plans.make_ready(plan.id, {}, moment)
    if person.ending == "half":
        plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, moment, signature(person.full_name))
    else:
        _sign_both(person, version, moment)
    return plan.id


def _sign_both(person: Person, version: PlanVersion, moment: datetime) -> None:
    if person.ending == "aloud":
        plans.sign(version.id, Signer.CLIENT, HowSigned.ALOUD, moment, reason="Her hands were full of oil")
    elif person.ending == "paper":
        plans.sign(
            version.id, Signer.CLIENT, HowSigned.PAPER, moment, reason="He likes ink; the sheet is in the folder"
        )
    else:
        plans.sign(version.id, Signer.CLIENT, HowSigned.DRAWN, moment, signature(person.full_name))
    plans.sign(version.id, Signer.THERAPIST, HowSigned.DRAWN, moment + timedelta(minutes=1), signature(THERAPIST))


def _next_version(person: Person, client_id: int, plan_id: int, moment: datetime) -> None:
    draft = plans.begin(client_id, moment).draft or PlanContent()
    goals = draft.goals
    if person.second_goal is not None:
        words, professional, activity, now_at, hoped = person.second_goal
        goals = (*goals, Goal(_uid(), Said(words), professional, activity, now_at, hoped))
    first = replace(goals[0], now=min(10, (goals[0].now or 0) + 2))
    agreement = replace(draft.agreement, visits=(draft.agreement.visits or 6) + 2)
    review = local_day(moment) + timedelta(days=60)
    changed = replace(draft, goals=(first, *goals[1:]), agreement=agreement, review_on=review)
    plans.keep_draft(plan_id, changed, moment)
    version = plans.make_ready(plan_id, {"agreement/visits": "It takes a little longer, and that is fine."}, moment)
    _sign_both(person, version, moment)


def _write_visit(person: Person, client_id: int, place: int, moment: datetime, of: int, hand: random.Random) -> None:
    visit = person.visits[place % len(person.visits)]
    session = sessions.begin(client_id, moment)
    fields = (
        (NoteKey.ASKED, visit.asked),
        (NoteKey.FOUND, visit.found),
        (NoteKey.DID, visit.did),
        (NoteKey.RESPONSE, visit.response),
        (NoteKey.NEXT, visit.next),
    )
    note = NoteDraft(
        local_day(moment),
        NoteFormat.SOAP if hand.random() < 0.2 else NoteFormat.QUICK,
        tuple(NoteField(key, words) for key, words in fields if words),
        (_numbers(person, visit, place, of),),
        visit.promise if place >= of - len(person.visits) else "",
    )
    sessions.keep(session.id, note, moment)
    unsigned = person.full_name in ("Greta Holmvik", "Viktor Sandell") and place == of - 1
    if not unsigned:
        signed = sessions.finish(session.id, THERAPIST, moment + timedelta(minutes=55))
        if place == 1 and person.chosen_name:
            sessions.add(signed.id, "It was the left side, not the right.", "Mixed up the sides", THERAPIST, moment)
    for promise in promises.of(client_id):
        if promise.done_on is None and promise.made_on < local_day(moment) and hand.random() < 0.6:
            promises.mark(promise.id, True, moment)


def _numbers(person: Person, visit: Visit, place: int, of: int) -> Rating:
    """Numbers that fall over the months, with a dip past the middle that mends."""
    eased = round(3 * place / max(1, of))
    dip = 2 if of > 4 and place == (2 * of) // 3 else 0
    before, after = (max(0, min(10, number - eased + dip)) for number in visit.numbers)
    return Rating(person.measure, before, after)


def _finish_plan(person: Person, client_id: int, plan_id: int, moment: datetime) -> None:
    plan = plans.one(plan_id)
    if plan.agreed is not None and plan.agreed.content.commitments:
        plans.tick(plan_id, plan.agreed.content.commitments[0].uid, True, moment)
    if person.ending == "ended":
        plans.end(plan_id, EndedBy.COMPLETED, "She gets up from the floor alone.", moment)


def _uid() -> str:
    return str(uuid.uuid4())
