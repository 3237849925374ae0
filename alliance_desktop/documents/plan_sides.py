"""How a plan is laid on its sides: the front, then what goes overleaf, with as much air as there is room for.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from alliance_desktop.documents import plan_agreed, plan_front, plan_reverse, plan_ways
from alliance_desktop.documents.columns import Air, cut, height_of, spread, tighten
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.packing import Fit, balanced, fitting
from alliance_desktop.domain.paper_section import Section, held
from alliance_desktop.domain.plan_paper import PlanPaper

Side = list[Flowable]
_Front = tuple[Side, Callable[[], Side]]


def laid(record: PlanPaper, edition: Edition, room: float) -> tuple[PlanPaper, list[Side]]:
    """The plan on two sides, or on three where two do not hold it; no sides where neither do.

    What may give way does where two sides hold it all only then, and no more of it than has to; the record that comes
    back is without it.
    """
    settled = replace(record, may_go=())
    sides = _sides(settled, edition, room, 1)
    if not sides and record.may_go:
        gone = _gone(settled, record.may_go, edition, room)
        sides = _sides(settled.giving_way(gone), edition, room, 1) if gone else []
        settled = settled.giving_way(gone) if sides else settled
    return settled, sides or _sides(settled, edition, room, 2)


def _gone(record: PlanPaper, may_go: Sequence[Section], edition: Edition, room: float) -> list[Section]:
    """What has to give way, from the first on; what turns out to find room after all stays."""
    there = [section for section in may_go if section in held(record.content)]
    front = [section for section in there if section is Section.UNDERSTOOD]
    overleaf = [section for section in there if section is not Section.UNDERSTOOD]

    stays = _front(record, edition, room)
    needed = [] if stays else front
    chosen = stays or _front(record.giving_way(needed), edition, room)
    if chosen is None:
        return []
    opening = chosen[1]

    def holds(gone: Sequence[Section]) -> bool:
        return bool(_reverse(record.giving_way(gone), edition, room, opening(), 1, Fit.COMPACT))

    number = next((n for n in range(len(overleaf) + 1) if holds(overleaf[:n])), 0)
    gone = overleaf[:number]
    for section in gone[:-1]:
        fewer = [other for other in gone if other is not section]
        gone = fewer if holds(fewer) else gone
    return [*needed, *gone]


def _sides(record: PlanPaper, edition: Edition, room: float, overleaf: int) -> list[Side]:
    """The front and so many sides with the rest, as airy as they may be; nothing where they do not hold it."""
    chosen = _front(record, edition, room)
    if chosen is None and overleaf > 1:
        chosen = _carried(record, edition, room)
    if chosen is None:
        return []
    front, opening = chosen
    for fit in Fit:
        reverse = _reverse(record, edition, room, opening(), overleaf, fit)
        if reverse:
            sides = [front, *reverse]
            for side in sides:
                spread(side, LIVE_WIDTH, room)
            return sides
    return []


def _front(record: PlanPaper, edition: Edition, room: float) -> _Front | None:
    """The front, and what of it opens the next side: the body where it has no room; None where all is too much.

    When to stop and call stays in front.
    """
    for marked in (True, False) if record.content.marks else (True,):
        front = _without_end(plan_front.pieces(record, edition, marked))
        if height_of(front, LIVE_WIDTH) > room:
            tighten(front)
        if height_of(front, LIVE_WIDTH) <= room:
            return front, lambda marked=marked: [] if marked else plan_front.body(record, edition)
    return None


def _carried(record: PlanPaper, edition: Edition, room: float) -> _Front:
    """As much of the front as the first side holds, the rest opens the next one."""

    def parts() -> tuple[Side, Side]:
        return cut(plan_front.pieces(record, edition), LIVE_WIDTH, room)

    return _without_end(parts()[0]), lambda: parts()[1]


def _reverse(record: PlanPaper, edition: Edition, room: float, opening: Side, pages: int, fit: Fit) -> list[Side]:
    """The sides after the front, the signatures on the last one; nothing where so many do not hold it all."""
    compact = fit is Fit.COMPACT
    ways = [*opening, *plan_ways.pieces(record.content, edition, compact)]
    parts, news = plan_reverse.halves(record, edition, fit)
    below = plan_agreed.pieces(record, edition, compact and not news)
    if fit.tight:
        tighten(ways)
    if pages == 1:
        sides = [[*ways, *balanced([*parts, *news])]]
    else:
        # What is new stays together, beside what is signed.
        first = fitting(parts, room - height_of(ways, LIVE_WIDTH))
        rest = balanced([*parts[first:], *news]) if parts[first:] else plan_reverse.news(record, edition)
        sides = [[*ways, *balanced(parts[:first])], rest]
    last = sides[-1]
    last += [edition.gap(8 if compact else 15, 17)] if last and not isinstance(last[-1], Air) else []
    heights = [height_of(side, LIVE_WIDTH) for side in sides]
    spare = room - heights[-1] - height_of(below, LIVE_WIDTH)
    if spare < 0 or max(heights) > room or (pages > 1 and not sides[0]):
        return []
    last += plan_reverse.lines_to_write(edition, spare) if record.prints(Section.ROOM) else []
    last += below
    return sides


def _without_end(flow: Side) -> Side:
    """A page's pieces without the space below the last one."""
    return _without_end(flow[:-1]) if flow and isinstance(flow[-1], Air) else flow
