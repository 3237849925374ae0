"""The visits that marked anything on the body are read at once, and fast."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.body_share import ShareChange
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.services import briefs, clients, marked_visits, plans, progress_papers, sessions, visit_papers
from alliance_desktop.storage.database import database
from tests.domain.bodies import shoulder

pytestmark = pytest.mark.usefixtures("practice")
ACHE, WORKED = replace(shoulder(MarkKind.ACHE), strength=7), shoulder(MarkKind.WORKED, Whose.THERAPIST)


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def visited(client_id: int, at: datetime, marks: tuple[Mark, ...], sign: bool = True) -> int:
    session = sessions.begin(client_id, at)
    note = NoteDraft(local_day(at), fields=(NoteField(NoteKey.DID, "Neck"),), marks=marks)
    sessions.keep(session.id, note, at)
    if sign:
        sessions.finish(session.id, "Ana Brandl", at)
    return session.id


def test_signed_visits_with_marks_are_told_oldest_first(maria: int, now: datetime) -> None:
    jonas = clients.welcome(ClientDraft("Jonas Wehrling"), now).id
    weeks = [now - timedelta(days=7 * n) for n in range(4, 0, -1)]
    first = visited(maria, weeks[0], (ACHE, WORKED))
    visited(maria, weeks[1], ())
    third = visited(maria, weeks[2], (replace(ACHE, strength=4, note="Only in the morning"),))
    visited(maria, weeks[3], (ACHE,), sign=False)
    visited(jonas, weeks[0], (ACHE,))
    told = marked_visits.of(maria)
    assert [(visit.session_id, visit.number) for visit in told] == [(first, 1), (third, 3)]
    assert told[0].marks == (ACHE, WORKED)
    assert told[1].marks == sessions.one(third).note.marks
    assert marked_visits.of(maria + 9) == ()


def test_however_many_they_are_it_is_one_question(maria: int, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    visited(maria, now - timedelta(days=30), (ACHE,))
    visited(maria, now - timedelta(days=20), (ACHE, WORKED))
    asked: list[str] = []
    execute = database.execute_sql

    def count(sql: str, *rest: object) -> object:
        asked.append(sql)
        return execute(sql, *rest)

    monkeypatch.setattr(database, "execute_sql", count)
    assert len(marked_visits.of(maria)) == 2
    assert len(asked) == 1


def test_the_page_of_how_it_goes_tells_the_share_of_the_visits(maria: int, now: datetime) -> None:
    visited(maria, now - timedelta(days=30), (ACHE,))
    assert progress_papers.of(maria, local_day(now)).share is None
    visited(maria, now - timedelta(days=20), (ACHE,))
    share = marked_visits.of(maria)[0].share
    assert share is not None
    assert progress_papers.of(maria, local_day(now)).share == ShareChange(share, share)


def test_the_summary_is_drawn_with_the_marks_and_without_what_was_noted_at_them(maria: int, now: datetime) -> None:
    noted = replace(WORKED, note="Watch the collar bone")
    said = replace(ACHE, note="When I lift my arm")
    paper = visit_papers.of(visited(maria, now, (said, noted)), local_day(now))
    assert paper.marks == (said, noted)
    assert paper.printed_marks == (said, WORKED)
    assert "When I lift my arm" in paper.written
    assert "Watch the collar bone" not in paper.written


def test_the_brief_shows_the_marks_of_the_visit_before_and_always_what_is_to_be_left_alone(
    maria: int, now: datetime
) -> None:
    region = body.view("back").region("back.left.calf")
    assert region is not None
    calf = on_region("calf", Whose.BOTH, MarkKind.AVOID, region)
    plan = plans.begin(maria, now)
    plans.keep_draft(plan.id, PlanContent(Said("My garden"), marks=(calf, ACHE)), now)
    assert briefs.brief(maria, now).marks == (calf, ACHE)
    visited(maria, now, (WORKED,))
    assert briefs.brief(maria, now).marks == (calf, WORKED)
    visited(maria, now + timedelta(days=7), (replace(calf, uid="again"),))
    assert [mark.uid for mark in briefs.brief(maria, now).marks] == ["again"]
