"""A note is kept while typing, signed for good, and only added to afterwards."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteFormat, NoteKey, Rating
from alliance_desktop.domain.voice import Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, practice_file, promises, search, sessions, voices
from alliance_desktop.services.sessions import (
    AddendumIncomplete,
    CarriedUnseen,
    DayToCome,
    NoteEmpty,
    NoteOpen,
    NoteSigned,
    NotSignedYet,
)
from alliance_desktop.storage import cipher
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey


@pytest.fixture
def maria(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


def written(now: datetime) -> NoteDraft:
    return NoteDraft(
        now.date(),
        NoteFormat.QUICK,
        (
            NoteField(NoteKey.ASKED, "The calves were too much."),
            NoteField(NoteKey.FOUND, "Right shoulder guarded"),
            NoteField(NoteKey.DID, "Slow strokes on the neck"),
            NoteField(NoteKey.NEXT, "Show the stretch again"),
        ),
        (Rating("Tension", 7, 4),),
        "Light strokes only, ask twice",
    )


def finished(client_id: int, now: datetime) -> int:
    session = sessions.begin(client_id, now)
    sessions.keep(session.id, written(now), now)
    return sessions.finish(session.id, "Ana Brandl", now).id


def test_a_note_comes_back_as_it_was_typed_in_either_format(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    note = replace(written(now), format=NoteFormat.SOAP)
    assert sessions.keep(session.id, note, now).note == note
    assert sessions.begin(maria, now).id == session.id
    assert clients.lines()[0].visits == 1


def test_what_is_marked_on_the_body_and_done_at_home_is_part_of_the_note(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    front = body.view("front")
    shoulder = next(part for part in front.regions if "shoulder" in part.id)
    marks = (
        replace(body_mark.on_region("a", Whose.CLIENT, MarkKind.ACHE, shoulder), strength=6, note="like a stone"),
        body_mark.at_point("b", Whose.THERAPIST, MarkKind.WORKED, front, (0.43219, 0.3)),
    )
    note = NoteDraft(now.date(), marks=marks, home=("Warm pack in the evening, 10 min",))
    assert not note.is_empty
    assert sessions.keep(session.id, note, now).note == note
    thrown = sessions.discard(session.id, now)
    assert sessions.bring_back(thrown, now).note == note
    signed = sessions.finish(sessions.begin(maria, now).id, "Ana Brandl", now)
    assert signed.note.marks == marks
    assert sessions.intact(signed)
    for words in ("like a stone", "warm pack", "aches"):
        assert [hit.client_id for hit in search.find(words)] == [maria], words


def test_a_signed_note_never_changes_and_is_only_added_to(maria: int, now: datetime) -> None:
    session_id = finished(maria, now)
    before = sessions.one(session_id)
    with pytest.raises(NoteSigned):
        sessions.keep(session_id, written(now), now)
    with pytest.raises(NoteSigned):
        sessions.discard(session_id, now)
    with pytest.raises(AddendumIncomplete):
        sessions.add(session_id, "It was the left one", "", "Ana Brandl", now)
    after = sessions.add(session_id, "It was the left one", "Sides mixed up", "Ana Brandl", now)
    assert replace(after, addenda=()) == before
    assert sessions.intact(after)


def test_finishing_keeps_what_the_client_said_and_what_was_promised(maria: int, now: datetime) -> None:
    finished(maria, now)
    assert [voice.words for voice in voices.of(maria)] == ["The calves were too much."]
    promise = promises.of(maria)[0]
    assert (promise.said, promise.words) == ("The calves were too much.", "Light strokes only, ask twice")
    assert promises.due(now.date())[0].called == "Maria"
    assert promises.mark(promise.id, True, now).done_on == now.date()
    assert promises.due(now.date()) == ()


def test_words_carried_forward_wait_for_a_look_before_the_note_can_be_signed(maria: int, now: datetime) -> None:
    finished(maria, now)
    later = now + timedelta(days=14)
    session = sessions.begin(maria, later)
    carried = sessions.carried(maria, session)
    assert [(field.key, field.carried_from, field.touched) for field in carried] == [
        (NoteKey.FOUND, now.date(), False),
        (NoteKey.DID, now.date(), False),
    ]
    sessions.keep(session.id, NoteDraft(later.date(), fields=carried), later)
    with pytest.raises(CarriedUnseen):
        sessions.finish(session.id, "Ana Brandl", later)
    seen = tuple(replace(field, touched=True) for field in carried)
    sessions.keep(session.id, NoteDraft(later.date(), fields=seen), later)
    assert sessions.finish(session.id, "Ana Brandl", later).is_signed
    assert sessions.measures(maria) == ("Tension",)


def test_what_cannot_be_signed_is_refused_in_words(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    with pytest.raises(NoteEmpty):
        sessions.finish(session.id, "Ana Brandl", now)
    with pytest.raises(NotSignedYet):
        sessions.add(session.id, "x", "y", "Ana Brandl", now)
    sessions.keep(session.id, replace(written(now), day=now.date() + timedelta(days=1)), now)
    with pytest.raises(DayToCome):
        sessions.finish(session.id, "Ana Brandl", now)


def test_a_discarded_draft_comes_back_with_undo(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    sessions.keep(session.id, written(now), now)
    gone = sessions.discard(session.id, now)
    assert sessions.lines(maria) == ()
    assert sessions.bring_back(gone, now).note == written(now)


def test_the_history_is_newest_first_and_says_what_was_done(maria: int, now: datetime) -> None:
    finished(maria, now)
    finished(maria, now + timedelta(days=14))
    lines = sessions.lines(maria)
    assert [line.number for line in lines] == [2, 1]
    assert (lines[0].words, lines[0].ratings) == ("Slow strokes on the neck", (Rating("Tension", 7, 4),))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session SET day = '2020-01-01'",
        "DELETE FROM session",
        "UPDATE note_field SET words = 'x'",
        "DELETE FROM note_field",
        "INSERT INTO note_field VALUES (NULL, 1, 'think', 'therapist', 'x', NULL, 1)",
        "INSERT OR REPLACE INTO note_field SELECT id, session_id, key, whose, 'x', carried_from, touched "
        "FROM note_field",
        "INSERT INTO rating VALUES (NULL, 1, 5, 'x', 1, 1)",
        "DELETE FROM rating",
        "UPDATE signed_note SET digest = 'x'",
        "DELETE FROM signed_note",
        "UPDATE addendum SET words = 'x'",
        "DELETE FROM addendum",
    ],
)
def test_even_a_bug_cannot_rewrite_a_signed_note(
    maria: int, practice: PracticeFolder, data_key: DataKey, now: datetime, statement: str
) -> None:
    session_id = finished(maria, now)
    sessions.add(session_id, "It was the left one", "Sides mixed up", "Ana Brandl", now)
    before = sessions.one(session_id)
    with (
        cipher.opened(practice.database, data_key.sqlcipher) as connection,
        pytest.raises(sqlcipher.IntegrityError, match=r"signed|insert-only"),
    ):
        connection.execute(statement)
    assert sessions.one(session_id) == before


def test_switching_the_format_keeps_every_field(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    note = replace(written(now), fields=tuple(NoteField(key, f"Words of {key}") for key in NoteKey))
    for layout in (NoteFormat.SOAP, NoteFormat.QUICK, NoteFormat.SOAP):
        assert sessions.keep(session.id, replace(note, format=layout), now).note == replace(note, format=layout)
    sessions.finish(session.id, "Ana Brandl", now)
    assert sessions.begin(maria, now).note.format is NoteFormat.SOAP


def test_undo_never_writes_over_a_note_begun_since(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    sessions.keep(session.id, written(now), now)
    gone = sessions.discard(session.id, now)
    newer = sessions.begin(maria, now)
    sessions.keep(newer.id, replace(written(now), promise="Call on Friday"), now)
    with pytest.raises(NoteOpen):
        sessions.bring_back(gone, now)
    assert sessions.one(newer.id).note.promise == "Call on Friday"
    sessions.discard(newer.id, now)
    sessions.begin(maria, now)
    assert sessions.bring_back(gone, now).note == written(now)


def test_a_rating_without_numbers_is_no_note(maria: int, now: datetime) -> None:
    session = sessions.begin(maria, now)
    sessions.keep(session.id, NoteDraft(now.date(), ratings=(Rating("Tension"),)), now)
    with pytest.raises(NoteEmpty):
        sessions.finish(session.id, "Ana Brandl", now)
    sessions.keep(session.id, NoteDraft(now.date(), ratings=(Rating("Tension", 0),)), now)
    assert sessions.finish(session.id, "Ana Brandl", now).is_signed


def test_a_seal_holds_wherever_the_clock_stands(maria: int, now: datetime) -> None:
    session_id = finished(maria, now.astimezone(timezone(timedelta(hours=11))))
    assert sessions.intact(sessions.one(session_id))


def test_each_seal_names_the_one_before(maria: int, now: datetime) -> None:
    first, second = finished(maria, now), finished(maria, now + timedelta(days=7))
    digests = [sessions.one(session_id).digest for session_id in (first, second)]
    assert len({*digests, ""}) == 3
    told = database.execute_sql("SELECT previous_digest FROM signed_note ORDER BY id").fetchall()
    assert [row[0] for row in told] == ["", digests[0]]


def test_words_carried_and_then_dropped_do_not_hinder_signing(maria: int, now: datetime) -> None:
    finished(maria, now)
    later = now + timedelta(days=7)
    session = sessions.begin(maria, later)
    emptied = tuple(replace(field, words="") for field in sessions.carried(maria, session))
    sessions.keep(session.id, NoteDraft(later.date(), fields=(*emptied, NoteField(NoteKey.NEXT, "Rest"))), later)
    assert [field.key for field in sessions.finish(session.id, "Ana Brandl", later).note.fields] == [NoteKey.NEXT]


TAMPERINGS = (
    "UPDATE session SET day = '2020-01-01'",
    "UPDATE session SET promise = 'x'",
    "UPDATE session SET number = 9",
    "UPDATE session SET format = 'soap'",
    "UPDATE session SET signed_at = '2020-01-01T00:00:00.000000+00:00'",
    "UPDATE session SET signed_at = NULL",
    "UPDATE session SET signer = 'x'",
    "UPDATE session SET client_id = 2",
    "UPDATE note_field SET words = 'x' WHERE key = 'did'",
    "UPDATE note_field SET carried_from = '2020-01-01'",
    "DELETE FROM note_field WHERE key = 'did'",
    "INSERT INTO note_field VALUES (NULL, 1, 'think', 'therapist', 'x', NULL, 1)",
    "UPDATE rating SET after = 0",
    "DELETE FROM rating",
    "UPDATE signed_note SET signer = 'x'",
    "UPDATE signed_note SET at = '2020-01-01T00:00:00.000000+00:00'",
    "UPDATE signed_note SET snapshot = replace(snapshot, 'Slow', 'Fast')",
    "UPDATE signed_note SET digest = 'x'",
    "UPDATE signed_note SET previous_digest = 'x'",
    "DELETE FROM signed_note",
)


@pytest.mark.parametrize("statement", TAMPERINGS)
def test_tampering_past_the_guards_shows(
    maria: int, practice: PracticeFolder, data_key: DataKey, now: datetime, statement: str
) -> None:
    clients.welcome(ClientDraft("Ole"), now)
    session_id = finished(maria, now)
    assert sessions.intact(sessions.one(session_id))
    assert all(check.held for check in practice_file.check())
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        guards = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            if "_words_" not in name:
                connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
    assert not sessions.intact(sessions.one(session_id))
    broken = [check.name for check in practice_file.check() if not check.held]
    assert broken[:1] + broken[-1:] == ["guards", "signed notes"]
