"""Marks on the body: in words, in the legend, and as plain data that comes back unchanged."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import (
    Mark,
    MarkKind,
    at_point,
    from_plain,
    kinds_of,
    marks_in_words,
    on_region,
    to_json,
    used,
)
from alliance_desktop.domain.voice import Whose
from tests.domain.bodies import marks, shoulder


def test_a_mark_is_said_with_its_place_what_it_is_how_strong_and_who_said_so() -> None:
    mark = replace(shoulder(MarkKind.ACHE), strength=6)

    assert marks_in_words([mark], "Maria", "Ana") == ["Left shoulder, front: aches, 6 of 10, said by Maria"]


def test_the_clients_note_is_quoted_and_the_therapists_is_not() -> None:
    said = replace(shoulder(MarkKind.ACHE), note="like a tooth")
    noted = replace(shoulder(MarkKind.HOLDING, Whose.THERAPIST), note="lets go with breath")

    assert marks_in_words([said, noted], "Maria", "Ana") == [
        "Left shoulder, front: aches, said by Maria: “like a tooth”",
        "Left shoulder, front: holding, noted by Ana: lets go with breath",
    ]


def test_a_free_point_is_said_by_the_region_it_lies_in() -> None:
    mark = at_point("p", Whose.BOTH, MarkKind.AVOID, body.view("back"), (0.389, 0.59))

    assert marks_in_words([mark]) == [
        "Back of left thigh, back, one point: leave alone, agreed by the client and the therapist"
    ]


def test_marks_are_said_in_reading_order_whatever_order_they_were_made_in() -> None:
    view = body.view("front")
    made = [on_region(region.id, Whose.CLIENT, MarkKind.NUMB, region) for region in reversed(view.regions)]

    assert marks_in_words(made)[0].startswith("Face")
    assert "foot" in marks_in_words(made)[-1].casefold()


def test_the_legend_names_each_kind_once_for_each_person_who_used_it() -> None:
    found = used(
        [
            shoulder(MarkKind.AVOID),
            shoulder(MarkKind.ACHE),
            shoulder(MarkKind.ACHE),
            shoulder(MarkKind.ACHE, Whose.THERAPIST),
        ]
    )

    assert found == (
        (MarkKind.ACHE, Whose.CLIENT),
        (MarkKind.ACHE, Whose.THERAPIST),
        (MarkKind.AVOID, Whose.CLIENT),
    )


def test_ten_kinds_have_a_letter_of_their_own_and_each_belongs_to_somebody() -> None:
    assert [kind.letter for kind in MarkKind] == ["A", "P", "B", "N", "T", "S", "X", "H", "W", "!!"]
    assert len({kind.words for kind in MarkKind}) == 10
    assert set(kinds_of(Whose.CLIENT)) | set(kinds_of(Whose.THERAPIST)) == set(MarkKind)
    assert MarkKind.AVOID in kinds_of(Whose.CLIENT)
    assert MarkKind.AVOID in kinds_of(Whose.THERAPIST)


@given(st.lists(marks()))
def test_marks_come_back_from_json_as_they_were(made: list[Mark]) -> None:
    stored = to_json(made)

    assert from_plain(json.loads(stored)) == tuple(made)
    assert to_json(from_plain(json.loads(stored))) == stored
