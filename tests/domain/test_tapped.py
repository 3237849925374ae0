"""What is tapped reads as a sentence, and nothing typed is touched by it."""

from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.tapped import Tap, TapKind, joint, sentence

NECK, BACK = Tap(TapKind.AREA, "neck"), Tap(TapKind.AREA, "low back")
STROKES, KNEADING = Tap(TapKind.TECHNIQUE, "long strokes"), Tap(TapKind.TECHNIQUE, "slow kneading")


def test_what_was_done_reads_as_a_sentence_in_whatever_order_it_was_tapped() -> None:
    told = "Long strokes and slow kneading on neck and low back."
    assert sentence(NoteKey.DID, (STROKES, NECK, KNEADING, BACK)) == told
    assert sentence(NoteKey.DID, (NECK, STROKES, BACK, KNEADING)) == told
    assert sentence(NoteKey.DID, (STROKES,)) == "Long strokes."
    assert sentence(NoteKey.DID, (BACK,)) == "Low back."
    assert sentence(NoteKey.DID, ()) == ""


def test_what_was_found_begins_with_the_place() -> None:
    found = (Tap(TapKind.FINDING, "firm"), NECK, Tap(TapKind.FINDING, "tender"), BACK, Tap(TapKind.FINDING, "warm"))
    assert sentence(NoteKey.FOUND, found) == "Neck and low back: firm, tender and warm."


def test_a_response_is_a_list() -> None:
    told = (Tap(TapKind.RESPONSE, "let go"), Tap(TapKind.RESPONSE, "breath deeper"))
    assert sentence(NoteKey.RESPONSE, told) == "Let go and breath deeper."


def test_typed_words_end_before_a_sentence_begins() -> None:
    assert (joint(""), joint("Rested"), joint("Rested."), joint("Rested:"), joint("Rested.\n")) == (
        "", ". ", " ", " ", "",
    )  # fmt: skip
