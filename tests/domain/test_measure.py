"""Which way is good for a number is told by its name, in each of our languages."""

from datetime import date

import pytest

from alliance_desktop.domain.chart import series_of
from alliance_desktop.domain.measure import Better, better_of, usual
from alliance_desktop.domain.session import Rating
from alliance_desktop.words import LANGUAGES, speaking


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_to_be_rated_has_its_direction_in_every_language(language: str) -> None:
    with speaking(language):
        assert [better_of(name) for name in usual()] == [*[Better.LESS] * 3, *[Better.MORE] * 3], usual()


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Shoulder ache", Better.LESS),
        ("Verspannung im Nacken", Better.LESS),
        ("Entspannung", Better.MORE),
        ("Rückenschmerz", Better.LESS),
        ("Me duele", Better.LESS),
        ("Sueño", Better.MORE),
        ("Stairs", Better.UNKNOWN),
        ("Sleep without pain", Better.UNKNOWN),
    ],
)
def test_a_name_of_ones_own_tells_as_far_as_it_can(name: str, better: Better) -> None:
    assert better_of(name) is better


def test_a_visit_that_takes_energy_does_not_turn_the_good_direction_round() -> None:
    visits = [(date(2026, 5, day), (Rating("Energy", 6, 4),)) for day in (1, 8)]
    series = series_of("Energy", visits)
    assert series is not None
    assert series.better is Better.MORE
    unnamed = series_of("Stairs", [(day, (Rating("Stairs", 6, 4),)) for day, _ratings in visits])
    assert unnamed is not None
    assert unnamed.better is Better.LESS
