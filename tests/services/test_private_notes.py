"""What is for the therapist alone stands beside the note and touches nothing of it."""

from datetime import datetime

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, clients, integrity, private_notes, search, sessions

PRIVATE = "Xylophone: I felt watched, ask my supervisor."


def test_it_is_kept_beside_a_note_signed_or_not_and_the_seal_holds(practice: PracticeFolder, now: datetime) -> None:
    maria = clients.welcome(ClientDraft("Maria Feldner"), now).id
    note = sessions.begin(maria, now)
    sessions.keep(note.id, NoteDraft(now.date(), fields=(NoteField(NoteKey.DID, "Slow strokes"),)), now)
    private_notes.keep(note.id, PRIVATE, now)
    signed = sessions.finish(note.id, "Ana Brandl", now)
    private_notes.keep(note.id, PRIVATE + " Done.", now)

    assert private_notes.of(note.id) == PRIVATE + " Done."
    assert sessions.one(note.id) == signed
    assert sessions.intact(signed)
    assert search.find("xylophone") == ()
    assert "Xylophone" not in repr((sessions.one(note.id), sessions.lines(maria), audit.lines()))
    assert all(check.held for check in integrity.check())

    private_notes.keep(note.id, "  ", now)
    assert private_notes.of(note.id) == ""


def test_a_note_thrown_away_takes_it_along(practice: PracticeFolder, now: datetime) -> None:
    note = sessions.begin(clients.welcome(ClientDraft("Maria Feldner"), now).id, now)
    private_notes.keep(note.id, PRIVATE, now)
    sessions.discard(note.id, now)
    assert private_notes.of(note.id) == ""
