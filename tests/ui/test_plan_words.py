"""What the therapist alone reads about how far a plan has come."""

import pytest

from alliance_desktop.ui.plan_parts.plan_words import score_words
from alliance_desktop.words import speaking


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "For you only: T-score 61.3, up 11.3 since the version agreed first"),
        ("de", "Nur für Sie: T-Wert 61,3; 11,3 mehr als in der ersten vereinbarten Fassung"),
        ("es", "Solo para usted: puntuación T 61,3; 11,3 más que en la primera versión acordada"),
    ],
)
def test_the_score_has_the_numbers_of_its_language(language: str, told: str) -> None:
    with speaking(language):
        assert score_words(61.34, 50.0) == told
        assert score_words(None, None) == ""
