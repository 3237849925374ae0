"""What a client's papers leave out is remembered for this client and this paper, and for nobody else."""

from datetime import datetime

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, left_out
from alliance_desktop.storage.database import database


@pytest.fixture
def two(practice: PracticeFolder, now: datetime) -> tuple[int, int]:
    return (clients.welcome(ClientDraft("Maria Feldner"), now).id, clients.welcome(ClientDraft("Jonas"), now).id)


def test_it_is_remembered_by_client_and_by_paper(two: tuple[int, int], now: datetime) -> None:
    maria, jonas = two
    left_out.leave_out(maria, DocumentKind.PLAN, Section.NUMBERS, now)
    left_out.leave_out(maria, DocumentKind.PLAN, Section.NUMBERS, now)
    left_out.leave_out(maria, DocumentKind.HOME_CARE, Section.DAYS, now)
    assert left_out.of(maria, DocumentKind.PLAN) == {Section.NUMBERS}
    assert left_out.of(maria, DocumentKind.HOME_CARE) == {Section.DAYS}
    assert left_out.of(jonas, DocumentKind.PLAN) == frozenset()


def test_it_is_put_back(two: tuple[int, int], now: datetime) -> None:
    maria, _jonas = two
    left_out.leave_out(maria, DocumentKind.PLAN, Section.WAYS, now)
    left_out.leave_out(maria, DocumentKind.PLAN, Section.BODY, now)
    assert left_out.put_back(maria, DocumentKind.PLAN, Section.WAYS, now) == {Section.BODY}
    assert left_out.put_back(maria, DocumentKind.PLAN, Section.WAYS, now) == {Section.BODY}


def test_what_is_ticked_on_purpose_is_remembered_until_it_is_left_out(two: tuple[int, int], now: datetime) -> None:
    maria, jonas = two
    assert left_out.always(maria, DocumentKind.PLAN) == frozenset()
    left_out.put_back(maria, DocumentKind.PLAN, Section.SAID_BACK, now)
    left_out.put_back(maria, DocumentKind.PLAN, Section.SAID_BACK, now)
    assert left_out.always(maria, DocumentKind.PLAN) == {Section.SAID_BACK}
    assert left_out.of(maria, DocumentKind.PLAN) == frozenset()
    assert left_out.always(jonas, DocumentKind.PLAN) == frozenset()
    left_out.leave_out(maria, DocumentKind.PLAN, Section.SAID_BACK, now)
    assert left_out.always(maria, DocumentKind.PLAN) == frozenset()
    assert left_out.of(maria, DocumentKind.PLAN) == {Section.SAID_BACK}


def test_a_part_that_only_a_newer_program_knows_is_passed_over(two: tuple[int, int]) -> None:
    with database.transaction("IMMEDIATE"):
        database.execute_sql(
            "INSERT INTO left_out (client_id, kind, section) VALUES (?, 'plan', 'a horoscope')", (two[0],)
        )
    assert left_out.of(two[0], DocumentKind.PLAN) == frozenset()
