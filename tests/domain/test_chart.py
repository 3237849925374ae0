"""Numbers are laid into the unit square by day, named as they are written, and say which way is good."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.chart import Event, EventKind, chart_of, measures, series_of
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.session import Rating

DAY = date(2026, 5, 1)


def visit(after: int, *ratings: Rating) -> tuple[date, tuple[Rating, ...]]:
    return DAY + timedelta(days=after), ratings


VISITS = (
    visit(0, Rating("Tension", 8, 5), Rating("Sleep", 3, None)),
    visit(10, Rating("tension ", 7, 4)),
    visit(20, Rating("Tension", 6, None), Rating("Ease", 4, 8)),
)


def test_the_most_rated_comes_first_and_two_spellings_are_one_number() -> None:
    assert measures(VISITS) == ("Tension", "Ease", "Sleep")


def test_a_series_holds_what_was_said_on_arriving_and_what_is_good() -> None:
    tension = series_of("Tension", VISITS)
    assert tension is not None
    assert tension.values == ((DAY, 8), (DAY + timedelta(days=10), 7), (DAY + timedelta(days=20), 6))
    assert tension.better is Better.LESS
    assert tension.finding == "Tension went from 8 to 6"
    assert tension.told == "Tension: 8 on 1 May, 6 on 21 May 2026; less is better."
    ease, sleep = series_of("Ease", VISITS), series_of("Sleep", VISITS)
    assert ease is not None
    assert sleep is not None
    assert (ease.better, sleep.better) == (Better.MORE, Better.MORE)
    assert sleep.told == "Sleep: 3 on 1 May; more is better."
    assert series_of("Calm", VISITS) is None


def test_of_two_visits_on_one_day_the_later_counts() -> None:
    twice = (visit(0, Rating("Tension", 8, None)), visit(0, Rating("Tension", 2, None)))
    tension = series_of("Tension", twice)
    assert tension is not None
    assert tension.values == ((DAY, 2),)


def test_a_chart_has_three_series_at_most_and_only_events_on_its_way() -> None:
    events = [Event(DAY + timedelta(days=days), EventKind.PLAN, str(days)) for days in (-1, 20, 0, 21)]
    names = ("Tension", "Calm", "Ease", "Sleep", "Tension")
    chart = chart_of((series_of(name, VISITS) for name in names), events)
    assert chart is not None
    assert [series.name for series in chart.series] == ["Tension", "Ease", "Sleep"]
    assert [event.words for event in chart.events] == ["0", "20"]
    assert chart.points(chart.series[0]) == ((0.0, 0.8), (0.5, 0.7), (1.0, 0.6))
    assert chart.rows[0] == (DAY + timedelta(days=20), (6, 4, None))
    assert chart_of([None], events) is None


def test_one_day_alone_stands_in_the_middle() -> None:
    chart = chart_of([series_of("Sleep", VISITS)], ())
    assert chart is not None
    assert chart.points(chart.series[0]) == ((0.5, 0.3),)


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.sampled_from(("Pain", "Sleep", "Calm")), st.integers(0, 10)), min_size=1
    ),
    st.randoms(use_true_random=False),
)
def test_every_number_lies_in_the_square_in_the_order_of_days_whatever_order_it_came_in(
    told: list[tuple[int, str, int]], chance: object
) -> None:
    by_day = {(after, name): value for after, name, value in told}
    visits = [visit(after, Rating(name, value, None)) for (after, name), value in by_day.items()]
    mixed = list(visits)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    chart = chart_of((series_of(name, mixed) for name in measures(mixed)), ())
    assert chart is not None
    assert chart == chart_of((series_of(name, visits) for name in measures(visits)), ())
    for series in chart.series:
        points = chart.points(series)
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)
        assert list(points) == sorted(points)
    shown = {(day, s.name, value) for s in chart.series for day, value in s.values}
    listed = {
        (day, s.name, value)
        for day, values in chart.rows
        for s, value in zip(chart.series, values, strict=True)
        if value is not None
    }
    assert listed == shown
