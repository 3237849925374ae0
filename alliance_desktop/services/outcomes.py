"""How it goes, in the client's own numbers: read from their notes, with the plans and repairs on the way."""

from collections.abc import Sequence
from datetime import date

from alliance_desktop.domain import chart
from alliance_desktop.domain.chart import Chart, Event, EventKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.progress_paper import goals_on_the_way
from alliance_desktop.domain.real_change import ActivityMeans, activity_means
from alliance_desktop.domain.session import Rating
from alliance_desktop.services import plans, repairs
from alliance_desktop.storage.database import database
from alliance_desktop.words import _

Visits = tuple[tuple[date, tuple[Rating, ...]], ...]

_RATED = (
    "SELECT s.day, r.measure, r.before, r.after FROM session s JOIN rating r ON r.session_id = s.id "
    "WHERE s.client_id = ? AND (r.before IS NOT NULL OR r.after IS NOT NULL) ORDER BY s.day, s.id, r.place"
)


def rated(client_id: int) -> Visits:
    """Every visit with numbers, oldest first."""
    found: list[tuple[date, tuple[Rating, ...]]] = []
    for day, measure, before, after in database.execute_sql(_RATED, (client_id,)).fetchall():
        found.append((date.fromisoformat(day), (Rating(measure, before, after),)))
    return tuple(found)


def measures(client_id: int) -> tuple[str, ...]:
    """The names of the client's numbers, those rated most often first."""
    return chart.measures(rated(client_id))


def of(client_id: int, chosen: Sequence[str] = ()) -> Chart | None:
    """The chart of the chosen numbers, or of those rated most often; None while there are none."""
    visits = rated(client_id)
    names = tuple(chosen) or chart.measures(visits)
    return chart.chart_of((chart.series_of(name, visits) for name in names), _events(client_id))


def activities(client_id: int) -> ActivityMeans | None:
    """The mean over the activities in the agreed plan, at first and now; None until they were rated a second time."""
    plan = plans.current(client_id)
    ways = goals_on_the_way(plan) if plan is not None and sum(v.agreed for v in plan.versions) > 1 else ()
    first = {way.goal.uid: way.began_number for way in ways if way.began_number is not None}
    return activity_means(first, {way.goal.uid: way.goal.now for way in ways if way.goal.now is not None})


def _events(client_id: int) -> tuple[Event, ...]:
    agreed = (
        Event(local_day(version.agreed_at), EventKind.PLAN, _("plan, version {n}").format(n=version.number))
        for plan in plans.of(client_id)
        for version in plan.versions
        if version.agreed_at is not None
    )
    strained = (Event(each.draft.day, EventKind.REPAIR, _("repair")) for each in repairs.of(client_id))
    return (*agreed, *strained)
