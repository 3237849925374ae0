"""How it goes, in the client's own numbers: from notes, plans and closing checks, with plans and repairs on the way."""

from collections.abc import Iterator, Sequence
from datetime import date

from alliance_desktop.domain import alliance, chart
from alliance_desktop.domain.chart import Chart, Event, EventKind, Series
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.progress_paper import goals_on_the_way
from alliance_desktop.domain.real_change import ActivityMeans, activity_means
from alliance_desktop.domain.session import Rating
from alliance_desktop.services import closing_checks, plans, repairs
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
    """The names of what can be charted: numbers rated most often first, then activities of the goals, then strands."""
    return tuple(_series(client_id))


def of(client_id: int, chosen: Sequence[str] = ()) -> Chart | None:
    """The chart of what was chosen, or of what comes first; None while there is nothing."""
    found = _series(client_id)
    return chart.chart_of((found.get(name) for name in tuple(chosen) or found), _events(client_id))


def _series(client_id: int) -> dict[str, Series]:
    """Everything that is told in numbers from 0 to 10, each under a name of its own."""
    visits = rated(client_id)
    numbers = (chart.series_of(name, visits) for name in chart.measures(visits))
    told = (*numbers, *_goals(client_id), *_strands(client_id))
    found: dict[str, Series] = {}
    for series in told:
        if series is not None:
            found.setdefault(series.name, series)
    return found


def _goals(client_id: int) -> Iterator[Series]:
    """How the activity of each goal was rated in the versions of the plan that was agreed; told from two ratings on."""
    plan = plans.current(client_id)
    agreed = [version for version in plan.versions if version.agreed_at is not None] if plan is not None else []
    for goal in agreed[-1].content.goals if agreed else ():
        values = {
            local_day(version.agreed_at): each.now
            for version in agreed
            if version.agreed_at is not None
            for each in version.content.goals
            if each.uid == goal.uid and each.now is not None
        }
        if len(values) > 1:
            yield Series(goal.title, tuple(sorted(values.items())), Better.MORE)


def _strands(client_id: int) -> Iterator[Series]:
    """How the client said in the closing checks that both work together."""
    for story in alliance.stories(kept.check for kept in closing_checks.of(client_id)):
        name = _("{strand}, closing check").format(strand=alliance.strand_words(story.strand))
        values = dict(zip(story.days, story.scores, strict=True))
        if len(values) > 1:
            yield Series(name, tuple(values.items()), Better.MORE)


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
