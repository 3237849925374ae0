"""How much of the drawn body a client marked is a share of front and back, and counts a part once."""

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, at_point, on_region
from alliance_desktop.domain.body_share import ShareChange, area, change, share
from alliance_desktop.domain.voice import Whose


def marks(view: str, kind: MarkKind = MarkKind.ACHE, whose: Whose = Whose.CLIENT) -> list[Mark]:
    return [on_region(part.id, whose, kind, part) for part in body.view(view).regions]


def test_the_area_of_a_triangle_is_half_of_its_square() -> None:
    assert area(((0, 0), (1, 0), (0, 1))) == 0.5
    assert area(((0, 0), (0, 1), (1, 1), (1, 0))) == 1


def test_the_whole_body_is_a_hundred_and_its_front_about_a_half() -> None:
    assert share(marks("front") + marks("back")) == 100
    assert 40 <= (share(marks("front")) or 0) <= 60


def test_a_part_counts_once_and_the_smallest_is_not_nothing() -> None:
    part = marks("back")[:1]
    assert share(part * 3) == share(part)
    assert (share(part) or 0) >= 1


def test_only_what_the_client_feels_counts() -> None:
    nothing = (
        marks("front", MarkKind.AVOID, Whose.BOTH)
        + marks("front", MarkKind.HOLDING, Whose.THERAPIST)
        + marks("head_front")
        + [at_point("p", Whose.CLIENT, MarkKind.ACHE, body.view("front"), (0.5, 0.5))]
    )
    assert share(nothing) is None


def test_what_is_no_longer_marked_is_none_now() -> None:
    assert change(marks("front") + marks("back"), []) == ShareChange(100, 0)
    assert change([], marks("front")) is None
