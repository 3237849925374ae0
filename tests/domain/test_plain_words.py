"""How hard a text is to read, and which short forms need words."""

import pytest

from alliance_desktop.domain.plain_words import (
    Reading,
    reading,
    reading_grade,
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
    assert reading(["", " … "], "de") is None


def test_plain_sentences_read_at_a_low_grade_and_learned_ones_at_a_high_one() -> None:
    plain = (
        "Put the warm pack on your low back each evening. Stop if the skin gets sore. Call me if it hurts for two days."
    )
    learned = "Bilateral hypertonicity of the paravertebral musculature necessitates comprehensive rehabilitation."
    assert reading_grade([plain]) < 5
    assert reading_grade([learned]) > 16


# Counted by hand: 3 sentences and 30 words each; German has 3 long ones (Schulter, spazieren, langsam), Spanish 6
# (caliente, descansar, después, trabajo, Respire, despacio).
GERMAN = (
    "Die Schulter wird warm und darf ruhen. Gehen Sie am Abend eine halbe Stunde spazieren. "
    "Atmen Sie dabei langsam aus, und hören Sie bitte sofort auf, wenn es Ihnen wehtut."
)
SPANISH = (
    "El hombro está caliente y puede descansar. Camine media hora cada tarde después del trabajo. "
    "Respire muy despacio, sin prisa, y pare si algo le duele ya más que antes."
)


@pytest.mark.parametrize(("text", "language", "lix"), [(GERMAN, "de", 20), (SPANISH, "es", 30), (GERMAN, "fr", 20)])
def test_other_languages_go_by_the_length_of_sentences_and_of_words(text: str, language: str, lix: float) -> None:
    measured = reading([text, "Kurze Zeile ohne Gewicht", ""], language)
    assert measured == Reading(10, lix - 10)
    assert measured.lix == lix
    assert measured.is_easy


def test_english_has_its_grade_beside_the_lengths() -> None:
    measured = reading([GERMAN], "en")
    assert measured is not None
    assert (measured.lix, measured.grade) == (20, reading_grade([GERMAN]))


def test_under_thirty_words_there_is_no_measure() -> None:
    assert reading([GERMAN.replace("bitte ", "")], "de") is None


@pytest.mark.parametrize(
    ("measured", "easy"),
    [
        (Reading(20, 19.9), True), (Reading(20, 20), False), (Reading(35, 5), False), (Reading(5, 35), False),
        (Reading(30, 30, 8.0), True), (Reading(5, 5, 8.1), False),
    ],
)  # fmt: skip
def test_long_words_are_hard_as_long_sentences_are_and_english_goes_by_its_grade_alone(
    measured: Reading, easy: bool
) -> None:
    assert measured.is_easy == easy


def test_every_text_and_every_line_ends_a_sentence_and_a_number_with_a_point_does_not() -> None:
    assert sentences("Walk 1.5 miles. Then rest!\nEvery day") == ["Walk 1.5 miles", "Then rest", "Every day"]
    assert words_in("Don’t lift – 15 kg") == ["Don’t", "lift", "15", "kg"]


def test_short_forms_are_found_and_those_that_everybody_knows_or_that_are_explained_are_not() -> None:
    assert unexplained(["ROM of the hip, b/l. Hx of LBP.", "Watch TV, OK?"]) == ("ROM", "b/l", "Hx", "LBP")
    assert unexplained(["How far it moves (ROM)", "Test ROM"]) == ()
    assert unexplained(["The TMJ (jaw joint)"]) == ()
    assert unexplained(["WE TALK ABOUT IT", "and/or", "Ana"]) == ()
