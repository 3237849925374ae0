"""A client's own number is taken for pain by its name, in each of our languages."""

import pytest

from alliance_desktop.domain.pain_words import pain_among


@pytest.mark.parametrize("name", ["Shoulder ache", "PAIN", "Nackenschmerz", "Dolor de espalda"])
def test_a_number_that_speaks_of_pain_is_found(name: str) -> None:
    assert pain_among(["Tension", name, "Ease"]) == name


def test_the_one_rated_most_often_is_taken_whatever_the_order() -> None:
    assert pain_among(["Back pain", "Shoulder ache", "Back pain"]) == "Back pain"
    assert pain_among(["Shoulder ache", "Back pain"]) == pain_among(["Back pain", "Shoulder ache"])


def test_nothing_is_taken_for_pain_that_does_not_say_so() -> None:
    assert pain_among(["Tension", "Sleep"]) == ""
