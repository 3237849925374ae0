"""How often somebody comes is told from the last six kept visits, and from no fewer than four."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.rhythm import visit_rhythm

DAY = date(2026, 5, 19)


def days(*offsets: int) -> list[date]:
    return [DAY + timedelta(days=offset) for offset in offsets]


def test_the_rhythm_is_the_median_gap() -> None:
    assert visit_rhythm(days(0, 7, 14, 28)) == 7
    assert visit_rhythm(days(0, 7, 14, 28, 49)) == 10.5


def test_only_the_last_six_visits_count() -> None:
    assert visit_rhythm(days(0, 30, 40, 50, 60, 90, 120)) == 10


def test_three_visits_make_no_rhythm() -> None:
    assert visit_rhythm([]) is None
    assert visit_rhythm(days(0, 7, 14)) is None


def test_two_visits_on_one_day_are_no_gap() -> None:
    assert visit_rhythm(days(0, 0, 7, 7, 14)) is None


@given(st.lists(st.integers(0, 400), max_size=9), st.randoms())
def test_the_rhythm_does_not_depend_on_the_order(offsets: list[int], chance: object) -> None:
    shuffled = list(offsets)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out a Random
    assert visit_rhythm(days(*shuffled)) == visit_rhythm(days(*offsets))
