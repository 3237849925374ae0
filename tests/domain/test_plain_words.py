"""How hard a text is to read, and which short forms need words."""

import pytest

from alliance_desktop.domain.plain_words import (
    reading_grade,
    sentence_length,
    sentences,
    syllables,
    unexplained,
    words_in,
)

SYLLABLES = {
    1: "the take walked times sleep fear knee blue tongue eye use sore choice breathe 15 you’re",
    2: "table rested places massage people little every pressure create science muscle minutes being tissue quiet",
    3: "idea therapist medical area violin museum various serious manual exercise radio",
    4: "hypertonic bilateral modality experience society",
    6: "contraindication",
}


@pytest.mark.parametrize(("number", "words"), SYLLABLES.items())
def test_everyday_words_have_the_syllables_that_people_say(number: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), number)


def test_the_grade_follows_flesch_and_kincaid() -> None:
    # 6 words, 1 sentence, 6 syllables; then 4 words in 2 sentences, 9 syllables.
    assert reading_grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert reading_grade(["Massage helps. Medical therapist"]) == pytest.approx(0.39 * 2 + 11.8 * 9 / 4 - 15.59)


def test_no_words_have_no_grade() -> None:
    assert reading_grade(["", " … "]) == 0
    assert sentence_length([]) == 0


def test_plain_sentences_read_at_a_low_grade_and_learned_ones_at_a_high_one() -> None:
    plain = (
        "Put the warm pack on your low back each evening. Stop if the skin gets sore. Call me if it hurts for two days."
    )
    learned = "Bilateral hypertonicity of the paravertebral musculature necessitates comprehensive rehabilitation."
    assert reading_grade([plain]) < 5
    assert reading_grade([learned]) > 16


def test_every_text_and_every_line_ends_a_sentence_and_a_number_with_a_point_does_not() -> None:
    assert sentences("Walk 1.5 miles. Then rest!\nEvery day") == ["Walk 1.5 miles", "Then rest", "Every day"]
    assert sentence_length(["Walk to the shop", "Rest. Sleep"]) == 2
    assert words_in("Don’t lift – 15 kg") == ["Don’t", "lift", "15", "kg"]


def test_short_forms_are_found_and_those_that_everybody_knows_or_that_are_explained_are_not() -> None:
    assert unexplained(["ROM of the hip, b/l. Hx of LBP.", "Watch TV, OK?"]) == ("ROM", "b/l", "Hx", "LBP")
    assert unexplained(["How far it moves (ROM)", "Test ROM"]) == ()
    assert unexplained(["The TMJ (jaw joint)"]) == ()
    assert unexplained(["WE TALK ABOUT IT", "and/or", "Ana"]) == ()
