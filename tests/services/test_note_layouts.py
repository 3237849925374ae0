"""A signed note keeps the names its sections had, whatever the practice calls them later."""

from datetime import datetime

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.note_layout import LayoutUnclear, sections_of
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey, Section, WorkedOn
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, integrity, note_layouts, sessions

MINE = (Section("What I noticed", (NoteKey.FOUND,)), Section("Work", (NoteKey.DID, NoteKey.RESPONSE)))


def signed(name: str, note_format: NoteFormat, now: datetime, goals: tuple[WorkedOn, ...] = ()) -> int:
    client_id = clients.welcome(ClientDraft(name), now).id
    session = sessions.begin(client_id, now)
    note = NoteDraft(now.date(), note_format, (NoteField(NoteKey.DID, "Slow strokes"),), goals=goals)
    sessions.keep(session.id, note, now)
    return sessions.finish(session.id, "Ana Brandl", now).id


def test_the_own_layout_is_kept_and_put_back(practice: PracticeFolder, now: datetime) -> None:
    assert note_layouts.of(NoteFormat.OWN) == sections_of(NoteFormat.OWN)
    before = note_layouts.keep(MINE, now)
    assert note_layouts.of(NoteFormat.OWN) == MINE
    with pytest.raises(LayoutUnclear):
        note_layouts.keep((), now)
    assert note_layouts.own() == MINE
    note_layouts.put_back(before, now)
    assert note_layouts.own() == ()


def test_a_signed_note_keeps_its_sections_through_another_layout(practice: PracticeFolder, now: datetime) -> None:
    note_layouts.keep(MINE, now)
    goal = WorkedOn("g1", "Garden for an hour")
    session_id = signed("Maria Feldner", NoteFormat.OWN, now, (goal,))
    note_layouts.keep((Section("Werk", (NoteKey.DID,)),), now)

    note = sessions.one(session_id)

    assert note.sections == MINE
    assert note.note.goals == (goal,)
    assert sessions.intact(note)
    assert all(check.held for check in integrity.check())


@pytest.mark.parametrize("note_format", NoteFormat)
def test_a_note_of_every_format_is_sealed_with_its_names(
    practice: PracticeFolder, now: datetime, note_format: NoteFormat
) -> None:
    note = sessions.one(signed("Maria Feldner", note_format, now))
    assert note.sections == sections_of(note_format)
    assert sessions.intact(note)
