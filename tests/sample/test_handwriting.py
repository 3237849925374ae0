"""Signatures of people who do not exist."""

import math
from itertools import pairwise

import pytest

from alliance_desktop.domain.strokes import from_json, is_blank, to_json
from alliance_desktop.sample.cast import PEOPLE
from alliance_desktop.sample.handwriting import another_day, signature

NAMES = tuple(person.profile.full_name for person in PEOPLE)


@pytest.mark.parametrize("name", [*NAMES, "", "  ", "X", "佐倉 みのり", "O'" * 40])
def test_a_signature_stays_within_its_field_on_every_day(name: str) -> None:
    for day in range(12):
        strokes = another_day(signature(name), day)

        assert all(0 <= x <= 1 and 0 <= y <= 1 for stroke in strokes for x, y in stroke)
        assert not is_blank(strokes)
        assert from_json(to_json(strokes))


@pytest.mark.parametrize("name", NAMES)
def test_a_signature_is_smooth(name: str) -> None:
    for stroke in signature(name):
        assert max(math.dist(one, other) for one, other in pairwise(stroke)) < 0.08


def test_a_hand_stays_the_same_and_every_hand_is_another() -> None:
    assert signature("Maria Feldner") == signature("Maria Feldner")
    assert len({signature(name) for name in NAMES}) == len(NAMES)
    assert another_day(signature("Maria Feldner"), 1) != another_day(signature("Maria Feldner"), 2)
