"""A letter begins with the record, is gone on with until it is printed, and holds nothing that was thought."""

from datetime import date, datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import FORMS, LetterPart
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import (
    Agreement,
    Choice,
    Commitment,
    Goal,
    HowSigned,
    PlanContent,
    Signer,
    Signs,
    Way,
)
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, held_forms, letters, plans, sessions

LADDER = ("not at all", "a little", "an hour.", "two hours", "all day")
BOTH = (DocumentKind.REFERRAL, DocumentKind.ENDING)


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("María Feldner", birth_day=date(1970, 5, 3)), now).id


def visited(client_id: int, moment: datetime, number: int) -> None:
    session = sessions.begin(client_id, moment)
    words = {
        NoteKey.FOUND: "Left calf cool",
        NoteKey.DID: "Calves, light",
        NoteKey.THINK: "Thought",
        NoteKey.NEXT: "Later",
    }
    fields = tuple(NoteField(key, said) for key, said in words.items())
    note = NoteDraft(local_day(moment), fields=fields, ratings=(Rating("Ache", number, 2),))
    sessions.keep(session.id, note, moment)
    sessions.finish(session.id, "Ana Brandl", moment)


def agreed(client_id: int, step: int, moment: datetime) -> None:
    plan = plans.begin(client_id, moment)
    content = PlanContent(
        goals=(Goal("g", Said("Garden again"), "Lifting", "Weeding", 3 + step, 8, ladder=LADDER, step=step),),
        agreement=Agreement(areas_yes="calves and back"),
        commitments=(Commitment("c", Whose.CLIENT, "Stretch", "daily"),),
        strengths=Said("A hot bath"),
        ways=(Way("w", "Slow and steady"),),
        choice=Choice("w"),
        signs=Signs(call_me="if it swells", call_doctor="it goes numb"),
    )
    plans.keep_draft(plan.id, content, moment)
    version = plans.make_ready(plan.id, {}, moment)
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version.id, signer, HowSigned.ALOUD, moment, reason="oil on the hands")


def test_a_letter_to_somebody_else_begins_with_the_record_and_few_ticks(maria: int, now: datetime) -> None:
    agreed(maria, -1, now - timedelta(days=40))
    visited(maria, now - timedelta(days=30), 7)
    visited(maria, now, 4)
    draft = letters.first(maria, DocumentKind.REFERRAL, local_day(now))
    assert draft.ticked == {LetterPart.VISITS, LetterPart.REQUEST}
    assert draft.words[LetterPart.ABOUT] == "María Feldner"
    assert draft.words[LetterPart.BORN] == "born 3 May 1970"
    assert draft.words[LetterPart.VISITS] == "2 visits, from 19 April to 19 May 2026."
    assert draft.words[LetterPart.AREAS] == "calves and back"
    assert (draft.words[LetterPart.FOUND], draft.words[LetterPart.DID]) == ("Left calf cool", "Calves, light")
    assert draft.words[LetterPart.NUMBERS] == "Ache: 7 on 19 April, 4 on 19 May 2026; less is better."
    assert draft.words[LetterPart.AGREED] == "María Feldner agreed on 19 May 2026 that I send you this letter."
    assert "Thought" not in repr(draft)
    assert "Later" not in repr(draft)


def test_a_letter_at_the_end_tells_the_way_from_first_to_last_and_how_to_come_back(maria: int, now: datetime) -> None:
    agreed(maria, -2, now - timedelta(days=40))
    visited(maria, now, 7)
    agreed(maria, 0, now)
    draft = letters.first(maria, DocumentKind.ENDING, local_day(now))
    assert draft.words[LetterPart.VISITS] == (
        "The plan that we agreed on 9 April 2026 has come to its end. You were here 1 time."
    )
    assert draft.words[LetterPart.GOALS] == (
        "“Garden again”\nAt first: not at all.\nToday: an hour.\nWeeding: 1 of 10 at first, 3 today."
    )
    assert draft.words[LetterPart.HELPED] == "- “A hot bath”\n- Slow and steady"
    assert draft.words[LetterPart.AT_HOME] == "- Stretch, daily"
    assert draft.words[LetterPart.CALLS] == "Call me if it swells\nGet medical help at once if it goes numb"
    assert "0664 55 01 23" in draft.words[LetterPart.COME_BACK]
    assert {LetterPart.GOALS, LetterPart.THANKS, LetterPart.COME_BACK} <= draft.ticked


@pytest.mark.parametrize("kind", BOTH)
def test_a_letter_about_somebody_of_whom_nothing_is_known_is_short(
    maria: int, now: datetime, kind: DocumentKind
) -> None:
    draft = letters.first(maria, kind, local_day(now))
    known = {part for part, words in draft.words.items() if words}
    assert LetterPart.GOALS not in known
    assert LetterPart.CLOSING in known
    if kind is DocumentKind.ENDING:
        assert draft.ticked == {LetterPart.VISITS, LetterPart.COME_BACK, LetterPart.THANKS}


def test_a_letter_to_the_client_is_in_their_language_and_one_about_them_is_not(maria: int, now: datetime) -> None:
    clients.keep(maria, ClientDraft("María Feldner", language="es"), now)
    ending = letters.paper(maria, DocumentKind.ENDING, local_day(now))
    assert (ending.language, ending.draft.words[LetterPart.CLOSING]) == ("es", "Con mis mejores deseos")
    referral = letters.paper(maria, DocumentKind.REFERRAL, local_day(now))
    assert (referral.language, referral.draft.words[LetterPart.CLOSING]) == ("", "With kind regards")


@pytest.mark.parametrize("kind", BOTH)
def test_what_was_written_stands_in_place_of_what_it_began_with_until_it_is_put_away(
    maria: int, now: datetime, kind: DocumentKind
) -> None:
    today = local_day(now)
    part = LetterPart.VISITS
    typed = {part.edit_name: "Three times", part.box_name: "1", LetterPart.CLOSING.edit_name: "Yours"}
    held_forms.hold(maria, FORMS[kind], 0, typed, now)
    assert letters.begun(maria, kind)
    draft = letters.paper(maria, kind, today).draft
    assert (draft.printed(part), draft.printed(LetterPart.CLOSING)) == ("Three times", "Yours")
    put_away = letters.put_away(maria, kind, now)
    assert not letters.begun(maria, kind)
    assert letters.paper(maria, kind, today).draft.printed(LetterPart.CLOSING) != "Yours"
    letters.bring_back(maria, kind, put_away, now)
    assert letters.paper(maria, kind, today).draft == draft


@pytest.mark.parametrize("kind", BOTH)
def test_a_letter_brought_back_never_writes_over_one_begun_since(maria: int, now: datetime, kind: DocumentKind) -> None:
    held_forms.hold(maria, FORMS[kind], 0, {LetterPart.CLOSING.edit_name: "Yours"}, now)
    put_away = letters.put_away(maria, kind, now)
    held_forms.hold(maria, FORMS[kind], 0, {LetterPart.CLOSING.edit_name: "Kindly"}, now)
    with pytest.raises(letters.LetterBegun):
        letters.bring_back(maria, kind, put_away, now)
    assert letters.paper(maria, kind, local_day(now)).draft.words[LetterPart.CLOSING] == "Kindly"


def test_another_client_s_name_in_a_letter_is_found(maria: int, now: datetime) -> None:
    clients.welcome(ClientDraft("Jonas Wehrling"), now)
    typed = {LetterPart.REASON.edit_name: "As with Jonas Wehrling, the calf is cool."}
    held_forms.hold(maria, FORMS[DocumentKind.REFERRAL], 0, typed, now)
    assert letters.paper(maria, DocumentKind.REFERRAL, local_day(now)).strangers == ("Jonas Wehrling",)
