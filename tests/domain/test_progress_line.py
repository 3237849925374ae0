"""How one goal went: which goal is told, by which numbers, and where its points stand."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.plan import Goal, HowSigned, PlanContent, PlanVersion, Signature, Signer
from alliance_desktop.domain.progress_line import line_of

START = datetime(2026, 5, 4, 12, tzinfo=UTC)


def version(number: int, after: int, *numbers: int | None, signed: bool = True) -> PlanVersion:
    """A version so many days after the first, its goals with these numbers."""
    goals = tuple(Goal(f"g{place}", activity="Walk", now=now) for place, now in enumerate(numbers))
    at = START + timedelta(days=after)
    given = [Signature(signer, "", HowSigned.ALOUD, "d", at) for signer in (Signer.CLIENT, Signer.THERAPIST)]
    between = (number, 1, number, PlanContent(goals=goals), (), "", "", "", "d", at)
    return PlanVersion(*between, tuple(given) if signed else ())


def numbers_of(*versions: PlanVersion) -> tuple[str, list[int]] | None:
    line = line_of(versions[-1], versions)
    return (line.goal.uid, [number for _day, number in line.numbers]) if line is not None else None


def test_the_first_goal_with_most_numbers_is_told_oldest_first() -> None:
    assert numbers_of(version(1, 0, 3), version(2, 20, 5, 2)) == ("g0", [3, 5])
    assert numbers_of(version(1, 0, 3, 4), version(2, 9, 5, 6)) == ("g0", [3, 5])
    assert numbers_of(version(1, 0, None, 4), version(2, 9, 1, 6)) == ("g1", [4, 6])


def test_fewer_than_two_numbers_are_no_line() -> None:
    assert numbers_of(version(1, 0, 3)) is None
    assert numbers_of(version(1, 0, None), version(2, 9, 4)) is None
    assert numbers_of(version(1, 0), version(2, 9)) is None
    assert numbers_of(version(1, 0, 3), version(2, 0, 4)) is None, "both of one day"


def test_what_was_never_agreed_does_not_count_but_what_is_shown_does() -> None:
    first, draft, last = version(1, 0, 3), version(2, 5, 9, signed=False), version(3, 9, 4, signed=False)
    assert numbers_of(first, draft, last) == ("g0", [3, 4])
    assert line_of(first, (first, draft, last)) is None, "what came later is not on an older paper"


@given(steps=st.lists(st.tuples(st.integers(1, 90), st.integers(0, 10)), min_size=2, max_size=30))
def test_points_lie_in_the_unit_square_in_the_order_of_their_days(steps: list[tuple[int, int]]) -> None:
    day, versions = 0, []
    for number, (later, now) in enumerate(steps, 1):
        day += later
        versions.append(version(number, day, now))
    line = line_of(versions[-1], versions)
    assert line is not None
    points = line.points
    assert (points[0][0], points[-1][0]) == (0.0, 1.0)
    assert [x for x, _y in points] == sorted(x for x, _y in points)
    assert [y * 10 for _x, y in points] == [now for _later, now in steps][-12:]


def test_days_pass_to_the_right_as_they_passed() -> None:
    versions = (version(1, 0, 3), version(2, 10, 4), version(3, 40, 5))
    line = line_of(versions[-1], versions)
    assert line is not None
    assert [round(x, 2) for x, _y in line.points] == [0.0, 0.25, 1.0]
