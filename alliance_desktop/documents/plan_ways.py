"""The ways two people talked about, on paper: what is good and less good about each, and which one they chose.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Air, Columns, Stack
from alliance_desktop.documents.edition import GUTTER, Edition, span
from alliance_desktop.documents.marks import Chosen
from alliance_desktop.documents.ruling import Rule
from alliance_desktop.domain.plan import PlanContent, Way
from alliance_desktop.words import _

_WIDTHS = [span(2)] * 3


def pieces(content: PlanContent, edition: Edition, compact: bool = False) -> list[Flowable]:
    """The ways, the chosen one first, each in one piece; nothing where there were none.

    Where it is ``compact`` the others stand two beside each other.
    """
    chosen = content.chosen_way
    ways = [way for way in content.ways if any((way.what, way.good, way.less_good, way.effort))]
    if not ways:
        return []
    ways.sort(key=lambda way: way != chosen)
    first = 1 if ways[0] == chosen else 0
    paired = compact and len(ways) > first + 1
    rows = [_row(way, way == chosen, edition) for way in (ways[:first] if paired else ways)]
    if paired:
        rows += [_pair(ways[start : start + 2], edition) for start in range(first, len(ways), 2)]
    title = edition.words(_("Ways we talked about"), "head")
    # Pairs say themselves what is good.
    head = [title, edition.gap(3)] if paired and not first else _head(title, edition)
    flow: list[Flowable] = [Stack([*head, rows[0]])]
    for row in rows[1:]:
        flow += [edition.gap(8 if edition.large else 4), row]
    return [*flow, edition.gap(16, 10)]


def _head(title: Flowable, edition: Edition) -> list[Flowable]:
    if edition.large:
        return [title, edition.gap(5)]
    drop = edition.styles["head"].fontSize - edition.styles["quiet"].fontSize
    names = [[Air(drop), edition.words(name, "quiet")] for name in (_("What is good"), _("What is less good"))]
    return [Columns([[title], *names], _WIDTHS, GUTTER), edition.gap(3)]


def _pair(ways: Sequence[Way], edition: Edition) -> Flowable:
    """Ways that were not chosen, beside each other, each with all that was said of it in one paragraph."""
    cells = list[list[Flowable]]()
    for way in ways:
        told = ((_("Good:"), way.good), (_("Less good:"), way.less_good), (_("It takes:"), way.effort))
        said = [(label, words.strip()) for label, words in told if words.strip()]
        name = Chosen(edition, [edition.words(way.what.strip() or _("A way without words yet"))], False)
        cells.append([name, *([edition.run_in(said, "small")] if said else [])])
    return Stack([Rule(edition), edition.gap(4), Columns(cells, [span(3)] * len(cells), GUTTER)])


def _row(way: Way, chosen: bool, edition: Edition) -> Flowable:
    name = [edition.words(way.what.strip() or _("A way without words yet"), "strong" if chosen else "body")]
    if chosen:
        name.append(edition.words(_("our choice"), "small"))
    good, less, effort = way.good.strip(), way.less_good.strip(), way.effort.strip()
    takes = [edition.told(_("It takes:"), effort, "small", ink="quiet")] if effort else []
    if edition.large:
        told = [edition.told(_("Good:"), good)] if good else []
        told += [edition.told(_("Less good:"), less)] if less else []
        return Stack([Chosen(edition, [*name, *takes, *told], chosen)])
    # The first baselines of the two sizes meet.
    drop = edition.styles["body"].fontSize - edition.styles["small"].fontSize
    cells = [[Air(drop), edition.words(words, "small")] if words else [Air(drop)] for words in (good, less)]
    # What it takes stands under both, where a line is long enough for it.
    judged: list[Flowable] = [Columns(cells, _WIDTHS[1:], GUTTER), *takes]
    named = [Chosen(edition, name, chosen)]
    return Stack([Rule(edition), edition.gap(4), Columns([named, judged], [span(2), span(4)], GUTTER)])
