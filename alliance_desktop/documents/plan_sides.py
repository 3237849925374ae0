"""How a plan is laid on its sides: the front, then what goes overleaf, with as much air as there is room for.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from alliance_desktop.documents import plan_agreed, plan_front, plan_reverse, plan_ways
from alliance_desktop.documents.columns import Air, cut, height_of, spread, tighten
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.packing import Fit, balanced, fitting
from alliance_desktop.domain.paper_section import Section, held
from alliance_desktop.domain.plan_paper import PlanPaper

Side = list[Flowable]
# The first sides, and what of the front opens the next one.
_Front = tuple[list[Side], Side]


def laid(record: PlanPaper, edition: Edition, room: float) -> tuple[PlanPaper, list[Side]]:
    """The plan on two sides, or on as few more as hold it; no sides where not so many do.

    What may give way does where two sides hold it all only then, and no more of it than has to; the record that comes
    back is without it.
    """
    settled = replace(record, may_go=())
    front = _front(settled, edition, room)
    sides = _sides(settled, edition, room, front, 1) if front is not None else []
    gone = _gone(settled, record.may_go, edition, room) if not sides and record.may_go else []
    if gone:
        fewer = settled.giving_way(gone)
        one = _front(fewer, edition, room)
        sides = _sides(fewer, edition, room, one, 1) if one is not None else []
        settled = fewer if sides else settled
    tries = [(front, 2)] if front is not None else []
    if front is None and not sides:
        tries = [(each, overleaf) for overleaf in (1, 2) for each in _carried(settled, edition, room)]
    for each, overleaf in sorted(tries, key=lambda one: len(one[0][0]) + one[1]):
        sides = sides or _sides(settled, edition, room, each, overleaf)
    return settled, sides


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
        return bool(_reverse(record.giving_way(gone), edition, room, opening, 1, Fit.COMPACT))

    number = next((n for n in range(len(overleaf) + 1) if holds(overleaf[:n])), 0)
    gone = overleaf[:number]
    for section in gone[:-1]:
        fewer = [other for other in gone if other is not section]
        gone = fewer if holds(fewer) else gone
    return [*needed, *gone]


def _sides(record: PlanPaper, edition: Edition, room: float, front: _Front, overleaf: int) -> list[Side]:
    """The front and so many sides with the rest, as airy as they may be; nothing where they do not hold it."""
    fronts, opening = front

    def reverse(fit: Fit) -> list[Side]:
        return _reverse(record, edition, room, opening, overleaf, fit)

    # What is too much for the compact form is too much for any.
    found = reverse(Fit.LOOSE)
    if not found and (compact := reverse(Fit.COMPACT)):
        found = reverse(Fit.TIGHT) or compact
    sides = [*fronts, *found] if found else []
    for side in sides:
        spread(side, LIVE_WIDTH, room)
    return sides


def _front(record: PlanPaper, edition: Edition, room: float) -> _Front | None:
    """The front on one side, where it has no room for the body this opens the next one; None where all is too much.

    When to stop and call stays in front.
    """
    for marked in (True, False) if record.content.marks else (True,):
        front = _without_end(plan_front.pieces(record, edition, marked))
        if height_of(front, LIVE_WIDTH) > room:
            tighten(front)
        if height_of(front, LIVE_WIDTH) <= room:
            return [front], [] if marked else plan_front.body(record, edition)
    return None


def _carried(record: PlanPaper, edition: Edition, room: float) -> list[_Front]:
    """The front on several sides: what is left for the last of them opens a side with other parts, or has its own.

    The body is on the last of them or comes after all of it.
    """
    found: list[_Front] = []
    for marked in (True, False) if record.content.marks else (True,):
        sides, rest = list[Side](), plan_front.pieces(record, edition, marked)
        while rest:
            side, rest = cut(rest, LIVE_WIDTH, room)
            if not side:
                return []
            sides.append(_without_end(side) if rest else side)
        after = [] if marked else plan_front.body(record, edition)
        found += [(sides[:-1], [*sides[-1], *after]), ([*sides[:-1], _without_end(sides[-1])], after)]
    return found


def _reverse(record: PlanPaper, edition: Edition, room: float, opening: Side, pages: int, fit: Fit) -> list[Side]:
    """The sides after the front, the signatures on the last one; nothing where so many do not hold it all."""
    compact = fit is Fit.COMPACT
    ways = plan_ways.pieces(record.content, edition, compact)
    parts, news = plan_reverse.halves(record, edition, fit)
    below = plan_agreed.pieces(record, edition, compact and not news)
    if fit.tight:
        tighten(ways)
    ways = [*opening, *ways]
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
