"""Red flags, statements and private notes are kept for good, sealed, and found only where they may be."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.boundary import BoundaryDraft, BoundaryKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.red_flag import Decision, RedFlag, RedFlagDraft
from alliance_desktop.domain.search import HitKind
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey
from alliance_desktop.domain.statement import Stance, StatementDraft, StatementUnsigned
from alliance_desktop.domain.voice import Whose
from alliance_desktop.services import (
    boundaries,
    clients,
    health_answers,
    integrity,
    red_flags,
    search,
    sessions,
    statements,
)

pytestmark = pytest.mark.usefixtures("practice")
STROKES = (((0.1, 0.5), (0.4, 0.2), (0.8, 0.6)),)
ADDS = StatementDraft(Stance.ADD, "It was the left shoulder")


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


@pytest.fixture
def note(maria: int, now: datetime) -> int:
    """A signed note of Maria's."""
    begun = sessions.begin(maria, now)
    words = (NoteField(NoteKey.DID, "Shoulder"),)
    sessions.keep(begun.id, NoteDraft(local_day(now), NoteFormat.QUICK, words), now)
    return sessions.finish(begun.id, "Ana Brandl", now).id


def all_held() -> bool:
    return all(check.held for check in integrity.check())


def test_a_yes_waits_until_it_is_decided_and_another_yes_waits_anew(maria: int, now: datetime) -> None:
    health_answers.keep(maria, (HealthAnswer("night_pain", True, "since March"),), now)
    (prompt,) = red_flags.waiting(maria, now)
    decided = RedFlagDraft(
        frozenset({RedFlag.NIGHT_PAIN}), Decision.REFERRED, "to her doctor", prompt.about, prompt.named
    )
    made = red_flags.decide(maria, decided, now)
    assert red_flags.of(maria) == (made,)
    assert made.draft.named == "since March"
    assert red_flags.waiting(maria, now) == ()
    later = now + timedelta(days=20)
    health_answers.keep(maria, (HealthAnswer("night_pain", True, "again"),), later)
    assert len(red_flags.waiting(maria, later)) == 1
    assert all_held()


def test_a_decision_is_corrected_by_a_new_entry_and_both_stay(maria: int, now: datetime) -> None:
    first = red_flags.decide(maria, RedFlagDraft(), now)
    assert first.draft.decision is Decision.NONE_SEEN
    second = red_flags.decide(
        maria, RedFlagDraft(frozenset({RedFlag.CLOT}), Decision.NOT_THERE, "left leg"), now, first.id
    )
    assert [entry.id for entry in red_flags.of(maria)] == [second.id, first.id]
    assert second.replaces == first.id
    assert all_held()


def test_a_statement_stands_under_the_note_in_the_client_s_words_and_is_found(note: int, now: datetime) -> None:
    drawn = statements.sign(note, ADDS, STROKES, now)
    typed = statements.sign_typed(note, StatementDraft(Stance.AGREE), " Maria F. ", now)
    aloud = statements.dictate(note, StatementDraft(Stance.DISAGREE, "Not the wrist"), now)
    assert statements.of(note) == (drawn, typed, aloud)
    assert [each.how for each in (drawn, typed, aloud)] == [HowSigned.DRAWN, HowSigned.TYPED, HowSigned.ALOUD]
    assert (typed.name, aloud.name, aloud.taken_by) == ("Maria F.", "Maria Feldner", "Ana Brandl")
    (hit,) = search.find("left")
    assert (hit.kind, hit.id, hit.whose) == (HitKind.NOTE, note, Whose.CLIENT)
    assert all_held()


def test_nothing_is_kept_that_was_not_signed(note: int, now: datetime) -> None:
    with pytest.raises(StatementUnsigned):
        statements.sign(note, ADDS, (((0.5, 0.5),),), now)
    with pytest.raises(StatementUnsigned):
        statements.sign_typed(note, ADDS, " ", now)
    assert statements.of(note) == ()


def test_a_private_note_is_found_by_no_search_and_a_removal_can_be_undone(maria: int, now: datetime) -> None:
    draft = BoundaryDraft(local_day(now), BoundaryKind.GIFT, "Zuzawine", "Zuzathanks", "Zuzanext")
    made = boundaries.note(maria, draft, now)
    assert boundaries.of(maria) == (made,)
    assert search.find("zuza") == ()
    boundaries.take_back(made.id, now)
    assert boundaries.of(maria) == ()
    boundaries.bring_back(made.id, now)
    assert boundaries.of(maria) == (made,)
    assert all_held()
