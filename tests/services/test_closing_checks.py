"""A closing check is the client's until the therapist has guessed and looked; from then on nobody changes it."""

from datetime import date, datetime, timedelta

import pytest

from alliance_desktop.domain.alliance import ClosingCheck, HowAsked, Strand
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.search import HitKind
from alliance_desktop.services import clients, closing_checks, search, voices

pytestmark = pytest.mark.usefixtures("practice")
ALL_FIVE = dict.fromkeys(Strand, 5)


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


@pytest.fixture
def today(now: datetime) -> date:
    return local_day(now)


def looked_at(client_id: int, check: ClosingCheck, now: datetime) -> None:
    closing_checks.keep(client_id, check, False, now)
    waiting = closing_checks.waiting(client_id)
    assert waiting is not None
    closing_checks.look(waiting.id, {}, now)


def test_answers_are_kept_as_they_come_and_wait_to_be_looked_at(maria: int, today: date, now: datetime) -> None:
    closing_checks.keep(maria, ClosingCheck(today, {Strand.BOND: 5}), False, now)
    closing_checks.keep(maria, ClosingCheck(today, {Strand.BOND: 4, Strand.TOUCH: 3}), False, now)
    assert closing_checks.begun(maria, today).answers == {Strand.BOND: 4, Strand.TOUCH: 3}
    waiting = closing_checks.waiting(maria)
    assert waiting is not None
    assert (waiting.how, waiting.seen_at) == (HowAsked.SCREEN, None)
    assert closing_checks.of(maria) == ()


def test_a_check_with_nothing_in_it_leaves_nothing(maria: int, today: date, now: datetime) -> None:
    closing_checks.keep(maria, ClosingCheck(today), False, now)
    closing_checks.keep(maria, ClosingCheck(today, keep="the room"), False, now)
    closing_checks.keep(maria, ClosingCheck(today), False, now)
    assert closing_checks.waiting(maria) is None


def test_a_guess_is_kept_before_the_look_and_the_answers_are_sealed(maria: int, today: date, now: datetime) -> None:
    closing_checks.keep(maria, ClosingCheck(today, {Strand.TOUCH: 3}, change="Less on the calves"), False, now)
    waiting = closing_checks.waiting(maria)
    assert waiting is not None
    seen = closing_checks.look(waiting.id, {Strand.TOUCH: 5}, now)
    assert seen.check == ClosingCheck(today, {Strand.TOUCH: 3}, "", "Less on the calves", {Strand.TOUCH: 5})
    assert closing_checks.of(maria) == (seen,)
    with pytest.raises(closing_checks.CheckSeen):
        closing_checks.look(waiting.id, {Strand.TOUCH: 3}, now)


def test_what_is_answered_after_the_look_is_a_check_of_its_own(maria: int, today: date, now: datetime) -> None:
    looked_at(maria, ClosingCheck(today, {Strand.TOUCH: 3}), now)
    closing_checks.keep(maria, ClosingCheck(today, {Strand.TOUCH: 4}), False, now)
    assert [kept.check.answers for kept in closing_checks.of(maria)] == [{Strand.TOUCH: 3}]
    assert closing_checks.begun(maria, today).answers == {Strand.TOUCH: 4}


def test_a_remark_is_found_and_stays_the_clients_words(maria: int, today: date, now: datetime) -> None:
    looked_at(maria, ClosingCheck(today, change="Less on the calves"), now)
    assert [voice.words for voice in voices.of(maria)] == ["Less on the calves"]
    assert [hit.kind for hit in search.find("calves")] == [HitKind.SAID]


def test_a_remark_is_not_found_before_anybody_looked(maria: int, today: date, now: datetime) -> None:
    closing_checks.keep(maria, ClosingCheck(today, change="Less on the calves"), False, now)
    assert search.find("calves") == ()


def test_a_slip_is_typed_in_and_a_slip_of_somebody_else_is_taken_back(maria: int, today: date, now: datetime) -> None:
    kept = closing_checks.type_slip(maria, ClosingCheck(today, ALL_FIVE), now)
    assert kept.how is HowAsked.SLIP
    closing_checks.take_back(kept.id, now)
    assert closing_checks.of(maria) == ()
    closing_checks.bring_back(kept.id, now)
    assert closing_checks.of(maria) == (kept,)


def test_an_empty_slip_is_refused(maria: int, today: date, now: datetime) -> None:
    with pytest.raises(closing_checks.CheckEmpty):
        closing_checks.type_slip(maria, ClosingCheck(today), now)


def test_three_times_full_marks_let_the_open_question_come_first(maria: int, today: date, now: datetime) -> None:
    for days in (0, 7):
        looked_at(maria, ClosingCheck(today + timedelta(days=days), ALL_FIVE), now)
    assert not closing_checks.begins_with_words(maria)
    looked_at(maria, ClosingCheck(today + timedelta(days=14), ALL_FIVE), now)
    assert closing_checks.begins_with_words(maria)
    looked_at(maria, ClosingCheck(today + timedelta(days=21), {Strand.BOND: 5}), now)
    assert not closing_checks.begins_with_words(maria)
