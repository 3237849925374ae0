"""Which font draws which letter, and what is done about letters that none has."""

import pytest

from alliance_desktop.documents import text_runs


def test_one_font_draws_what_it_can_and_the_second_the_rest() -> None:
    assert text_runs.runs("4 → 6", "Sans") == [("Sans", "4 "), ("Wide", "→"), ("Sans", " 6")]
    assert text_runs.runs("done ✓", "SansBold") == [("SansBold", "done "), ("WideBold", "✓")]


def test_letters_without_a_font_are_replaced_in_sight() -> None:
    assert text_runs.runs("to 眠りたい sleep", "Sans") == [("Sans", "to [?] sleep")]


@pytest.mark.parametrize("word", ["sleep", "Nguyễn", "Ελευθερία", "Ćosić", "→", "النوم", "שינה", "it’s", "e\u0301"])
def test_these_words_print(word: str) -> None:
    assert text_runs.printable(word)


@pytest.mark.parametrize("word", ["眠り", "नमस्ते", "🙂", "ܫܠܡܐ"])
def test_these_words_do_not_and_are_known_not_to(word: str) -> None:
    assert not text_runs.printable(word)


def test_letters_and_their_accents_come_together_and_unseen_marks_go() -> None:
    assert text_runs.plain("Zoe\u0308\u200b\tand\r\nI\ufeff") == "Zoë and\nI"


def test_markup_in_somebodys_words_is_only_words() -> None:
    assert text_runs.markup("<b>5 & 6</b>\nlines", "Sans") == "&lt;b&gt;5 &amp; 6&lt;/b&gt;<br/>lines"


def test_only_very_long_words_get_places_to_break() -> None:
    assert "\u00ad" not in text_runs.markup("incomprehensibility", "Sans")[:6]
    assert "\u00ad" not in text_runs.markup("understanding", "Sans")
    softened = text_runs.markup("Donaudampfschifffahrtsgesellschaft", "Sans")
    assert softened.replace("\u00ad", "") == "Donaudampfschifffahrtsgesellschaft"
    assert min(len(piece) for piece in softened.split("\u00ad")) >= 3


def test_a_width_counts_each_letter_in_its_font() -> None:
    alone = text_runs.width_of("4 ", "Sans", 13) + text_runs.width_of("→", "Sans", 13)
    assert text_runs.width_of("4 →", "Sans", 13) == pytest.approx(alone)


def test_only_a_web_address_has_a_place_to_break_that_is_unseen_and_it_is_never_hyphenated() -> None:
    address = "https://example.org/donaudampfschifffahrtsgesellschaft/a"
    assert text_runs.markup(address, "Sans") == address.replace("://", f":{text_runs.UNSEEN}//")
    assert text_runs.UNSEEN not in text_runs.markup("See example.org: 5 / 6 //", "Sans")
