"""Words to tap are learned from notes, sorted by use, and never bring one client's words before another's note."""

from datetime import datetime

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey
from alliance_desktop.domain.tapped import TapKind
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, clients, sessions, tap_words
from alliance_desktop.services.tap_words import TapUnclear, starters
from alliance_desktop.words import LANGUAGES, speaking


def welcomed(name: str, now: datetime) -> int:
    return clients.welcome(ClientDraft(name), now).id


def noted(client_id: int, now: datetime, **words: str) -> None:
    session = sessions.begin(client_id, now)
    fields = tuple(NoteField(NoteKey(key), text) for key, text in words.items())
    sessions.keep(session.id, NoteDraft(now.date(), fields=fields), now)
    sessions.finish(session.id, "Ana Brandl", now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_begins_with_a_few_words_of_each_kind(language: str) -> None:
    with speaking(language):
        for kind in TapKind:
            assert 6 <= len(starters(kind)) <= 16, kind
            assert len(set(starters(kind))) == len(starters(kind))


def test_what_is_used_most_comes_first_and_this_clients_own_before_all(practice: PracticeFolder, now: datetime) -> None:
    maria, jonas = welcomed("Maria Feldner", now), welcomed("Jonas Wehrling", now)
    for _visit in range(2):
        noted(jonas, now, did="Warm pack on the calves.")
    noted(maria, now, did="Rocking, then the feet.")

    assert tap_words.offered(jonas)[TapKind.TECHNIQUE][:2] == ("warm pack", "rocking")
    assert tap_words.offered(jonas)[TapKind.AREA][:2] == ("calves", "feet")
    assert tap_words.offered(maria)[TapKind.TECHNIQUE][:2] == ("rocking", "warm pack")


def test_a_few_words_written_again_and_again_can_be_tapped(practice: PracticeFolder, now: datetime) -> None:
    maria = welcomed("Maria Feldner", now)
    noted(maria, now, response="Asked twice about the light. Laughed at the end")
    assert "asked twice about the light" not in tap_words.offered(maria)[TapKind.RESPONSE]
    noted(maria, now, response="Let go; asked twice about the light")
    assert "asked twice about the light" in tap_words.offered(maria)[TapKind.RESPONSE]
    assert "laughed at the end" not in tap_words.offered(maria)[TapKind.RESPONSE]


def test_what_one_clients_notes_say_is_not_offered_for_another(practice: PracticeFolder, now: datetime) -> None:
    maria, jonas = welcomed("Maria Feldner", now), welcomed("Jonas Wehrling", now)
    for _visit in range(3):
        noted(maria, now, response="Cried about her son", did="Greeted Jonas at the door")
    said = tap_words.offered(jonas)
    assert "cried about her son" in tap_words.offered(maria)[TapKind.RESPONSE]
    assert "cried about her son" not in said[TapKind.RESPONSE]

    noted(jonas, now, response="Cried about her son", did="Greeted Jonas at the door")
    greta = welcomed("Greta Holmvik", now)
    assert "cried about her son" in tap_words.offered(greta)[TapKind.RESPONSE]
    assert "greeted Jonas at the door" not in tap_words.offered(greta)[TapKind.TECHNIQUE]
    clients.delete(maria, now)
    assert "cried about her son" not in tap_words.offered(greta)[TapKind.RESPONSE]


def test_ones_own_words_are_added_and_taken_away_and_put_back(practice: PracticeFolder, now: datetime) -> None:
    maria, jonas = welcomed("Maria Feldner", now), welcomed("Jonas Wehrling", now)
    assert tap_words.add(TapKind.TECHNIQUE, "  Jonas’  grip ", now) == "Jonas’ grip"
    tap_words.add(TapKind.TECHNIQUE, "cupping", now)
    assert tap_words.offered(maria)[TapKind.TECHNIQUE][0] == "cupping"
    assert "Jonas’ grip" not in tap_words.offered(maria)[TapKind.TECHNIQUE]
    assert "Jonas’ grip" in tap_words.offered(jonas)[TapKind.TECHNIQUE]

    for words in ("cupping", "rocking"):
        before = tap_words.offered(maria)[TapKind.TECHNIQUE]
        gone = tap_words.remove(TapKind.TECHNIQUE, words, now)
        assert words not in tap_words.offered(maria)[TapKind.TECHNIQUE]
        tap_words.put_back(gone, now)
        assert tap_words.offered(maria)[TapKind.TECHNIQUE] == before
    for unclear in ("", " . ", "x" * 41):
        with pytest.raises(TapUnclear):
            tap_words.add(TapKind.TECHNIQUE, unclear, now)
    assert audit.check().held
