"""A note is empty or not, waits or not, and its seal covers every word of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from alliance_desktop.domain.session import (
    NoteDraft,
    NoteField,
    NoteFormat,
    NoteKey,
    Rating,
    Section,
    Session,
    WorkedOn,
    digest_of,
    sections_from,
    snapshot,
    whose_field,
)
from alliance_desktop.domain.voice import Whose

DAY = date(2026, 5, 19)
NOW = datetime(2026, 5, 19, 10, 14, 7, tzinfo=UTC)
NOTE = NoteDraft(
    DAY,
    NoteFormat.QUICK,
    (NoteField(NoteKey.ASKED, "The calves"), NoteField(NoteKey.DID, "Slow strokes", DAY, True)),
    (Rating("Tension", 7, 4),),
    "Ask twice",
)
SESSION = Session(1, "u", 1, 3, NOTE, NOW)


def sealed(session: Session = SESSION, client: str = "c", signer: str = "Ana", at: datetime = NOW, to: str = "") -> str:
    return digest_of(snapshot(session, client, signer, at, to))


@pytest.mark.parametrize(
    ("note", "empty"),
    [
        (NoteDraft(DAY), True),
        (NoteDraft(DAY, fields=(NoteField(NoteKey.DID, " \n"),)), True),
        (NoteDraft(DAY, ratings=(Rating("Tension"),)), True),
        (NoteDraft(DAY, promise="  "), True),
        (NoteDraft(DAY, ratings=(Rating("Tension", 0),)), False),
        (NoteDraft(DAY, ratings=(Rating("Tension", None, 0),)), False),
        (NoteDraft(DAY, fields=(NoteField(NoteKey.DID, "x"),)), False),
        (NoteDraft(DAY, promise="x"), False),
    ],
)
def test_a_word_or_a_number_is_enough(note: NoteDraft, empty: bool) -> None:
    assert note.is_empty is empty


def test_carried_words_wait_until_somebody_looked() -> None:
    carried = NoteField(NoteKey.FOUND, "Guarded", DAY, touched=False)
    note = NoteDraft(DAY, fields=(carried, NoteField(NoteKey.DID, "x", touched=False), replace(carried, words=" ")))
    assert note.waiting == (carried,)
    assert not replace(carried, touched=True).waits


def test_a_note_signed_before_sections_were_kept_has_the_seal_it_had() -> None:
    told = snapshot(SESSION, "c", "Ana", NOW, "")
    assert b'"schema":1,' in told
    assert b"sections" not in told
    assert sealed() == "2282da068239ef9a5f746d317e034c10174310c4e7eff2d957b986d048499f80"


def test_sections_come_back_from_a_seal_as_they_were_named() -> None:
    named = (Section("What I noticed", (NoteKey.FOUND, NoteKey.THINK)), Section("Werk", (NoteKey.DID,)))
    told = snapshot(replace(SESSION, sections=named), "c", "Ana", NOW, "").decode()
    assert sections_from(told) == named
    assert '"schema":2,' in told
    assert sections_from('{"schema":1}') == sections_from("torn") == sections_from('{"sections":[3]}') == ()


def test_what_was_asked_for_is_in_the_clients_voice() -> None:
    assert [key for key in NoteKey if whose_field(key) is Whose.CLIENT] == [NoteKey.ASKED]
    assert NOTE.words(NoteKey.ASKED) == "The calves"
    assert NOTE.words(NoteKey.NEXT) == ""


def test_the_seal_covers_every_part() -> None:
    notes = (
        replace(NOTE, day=DAY - timedelta(days=1)),
        replace(NOTE, format=NoteFormat.SOAP),
        replace(NOTE, fields=NOTE.fields[:1]),
        replace(NOTE, fields=(NOTE.fields[0], replace(NOTE.fields[1], words="Fast"))),
        replace(NOTE, fields=(NOTE.fields[0], replace(NOTE.fields[1], carried_from=None))),
        replace(NOTE, ratings=(Rating("Tension", 7, 5),)),
        replace(NOTE, promise=""),
        replace(NOTE, goals=(WorkedOn("g", "Garden"),)),
        replace(NOTE, goals=(WorkedOn("g", "Rest"),)),
        replace(NOTE, goals=(WorkedOn("h", "Rest"),)),
    )
    others = {sealed(replace(SESSION, note=note)) for note in notes}
    named = replace(SESSION, sections=(Section("Work", (NoteKey.DID,)),))
    others |= {sealed(named), sealed(replace(named, sections=(Section("Works", (NoteKey.DID,)),)))}
    others |= {sealed(replace(SESSION, number=4)), sealed(replace(SESSION, uid="w"))}
    others |= {sealed(client="d"), sealed(signer="Ida"), sealed(at=NOW + timedelta(seconds=1)), sealed(to="x")}
    assert len(others | {sealed()}) == len(notes) + 9


def test_the_seal_is_of_the_moment_not_of_the_clocks_zone() -> None:
    assert sealed(at=NOW.astimezone(timezone(timedelta(hours=-9)))) == sealed()


def test_the_seal_of_the_first_schema_never_changes() -> None:
    assert sealed() == "2282da068239ef9a5f746d317e034c10174310c4e7eff2d957b986d048499f80"
