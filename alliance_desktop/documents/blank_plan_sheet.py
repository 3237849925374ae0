"""The blank plan: the whole form of a plan with lines, ladders and boxes, to fill in by hand and type in later.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable, PageBreak

from alliance_desktop.documents.body_figure import MarkedBody
from alliance_desktop.documents.by_hand import BlankLadder, Lines
from alliance_desktop.documents.columns import Columns, Stack, height_of, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.ladder import LadderKey
from alliance_desktop.documents.marks import Chosen, Ticked
from alliance_desktop.documents.plan_agreed import foot, promises
from alliance_desktop.documents.ruling import RoomToWrite, Rule, lines_in
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.signature import ToSign
from alliance_desktop.documents.text_runs import width_of
from alliance_desktop.documents.when_to_call import sign, stems
from alliance_desktop.domain.body_mark import MarkKind
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["pdf", "story"]

_GOALS, _STEPS, _WAYS = 3, 3, 3
_FIGURE, _FIGURE_IN_LARGE = 250.0, 260.0
_MOST_LINES = 9


def pdf(record: LoosePaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Plan"))


def story(record: LoosePaper, edition: Edition) -> list[Flowable]:
    """The form's pieces in the order of the printed plan: two sides, and a third for the body and free words."""
    front, reverse, third = _front(record, edition), _reverse(record, edition), _third(record, edition)
    sides = [front, [*reverse, *_agreed(record, edition)], third]
    flow: list[Flowable] = []
    for place, side in enumerate(side for side in sides if side):
        if not edition.large:
            spread(side, LIVE_WIDTH, frame_height(edition, _strip(record)))
        flow += [PageBreak()] if place else []
        flow += side
    return flow


def _front(record: LoosePaper, edition: Edition) -> list[Flowable]:
    therapist = record.practice.first_name
    if record.called and therapist:
        title = _("Our plan, {client} and {therapist}").format(client=record.called, therapist=therapist)
    else:
        title = _("Our plan, {client}").format(client=record.called) if record.called else _("Our plan")
    named: list[Flowable] = [] if record.called else [Lines(edition, 1, _("Name"))]
    flow: list[Flowable] = [edition.words(title, "title"), edition.gap(3)]
    flow += _row(
        [[piece] for piece in (*named, Lines(edition, 1, _("Date")), Lines(edition, 1, _("Next look together")))],
        edition,
    )
    flow += [edition.gap(9, 6)]
    matters: list[Flowable] = [edition.words(_("What matters to you"), "head_client"), Lines(edition, 2, barred=True)]
    flow += [Stack(matters), edition.gap(12, 8), *_goals(edition), edition.gap(12, 8)]
    flow += _deal(edition)
    calls = [Lines(edition, 2, stem, "small_strong") for stem in stems(therapist, record.practice.phone.strip())]
    warned = [sign(edition), *_row([[call] for call in calls], edition)]
    rule: list[Flowable] = [] if edition.large else [Rule(edition), edition.gap(6)]
    return [*flow, Stack([*rule, *warned])]


def _goals(edition: Edition) -> list[Flowable]:
    head, key = edition.words(_("Where we want to go"), "head"), LadderKey(edition, from_right=not edition.large)
    made = edition.styles["head"]
    used = width_of(_("Where we want to go"), made.fontName, made.fontSize) + 18
    if edition.large:
        first = Stack([head, edition.gap(3), key, edition.gap(4), *_goal(edition)])
        rest = [piece for _n in range(_GOALS - 1) for piece in (edition.gap(14), Stack(_goal(edition)))]
        return [first, *rest]
    top = Columns([[head], [edition.gap(1.5), key]], [used, LIVE_WIDTH - used], 0)
    return [Stack([top, edition.gap(2), Columns([_goal(edition) for _n in range(_GOALS)], [span(2)] * _GOALS, GUTTER)])]


def _goal(edition: Edition) -> list[Flowable]:
    return [Lines(edition, 2, barred=True), edition.gap(4), BlankLadder(edition), Lines(edition, 1, _("by"))]


def _deal(edition: Edition) -> list[Flowable]:
    def step(stop: bool) -> Flowable:
        lines: list[Flowable] = [Lines(edition, 1), Lines(edition, 1, _("When, how long"))]
        return Ticked(edition, [*lines, *([Lines(edition, 1, _("Stop if"))] if stop else [])])

    cells = [
        [Stack([edition.words(words, style), step(stop)]), *(step(stop) for _n in range(_STEPS - 1))]
        for words, style, stop in ((_("I will"), "head", False), (_("You will"), "head_client", True))
    ]
    return [*_row(cells, edition), edition.gap(10, 8)]


def _reverse(record: LoosePaper, edition: Edition) -> list[Flowable]:
    flow = _ways(edition) if record.prints(Section.WAYS) else []
    pairs = (
        ((_("Why this one, in your words"), True), (_("What you do not want"), True)),
        ((_("What already helps"), True), (_("What we think is going on"), False)),
        ((_("How we will know it works"), False), (_("When we stop or ask somebody else"), False)),
        ((_("What you are not sure about"), True), (_("You said it back in your words"), True)),
    )
    for pair in pairs[0 if record.prints(Section.WAYS) else 1 :]:
        cells: list[list[Flowable]] = [
            [Stack([edition.words(words, "head_client" if client else "head"), Lines(edition, 2, barred=client)])]
            for words, client in pair
        ]
        flow += [*_row(cells, edition), edition.gap(8, 8)]
    return [*flow, *_visits(edition), edition.gap(9, 8)]


def _ways(edition: Edition) -> list[Flowable]:
    heads = [edition.words(_("Ways we talked about"), "head")]
    heads += [edition.words(words, "quiet") for words in (_("What is good"), _("What is less good"))]
    if edition.large:
        told = (_("What is good"), _("What is less good"))
        rows = [
            Stack([Chosen(edition, [Lines(edition, 1)], False), *(Lines(edition, 1, words) for words in told)])
            for _n in range(_WAYS)
        ]
        rest = [piece for row in rows[1:] for piece in (edition.gap(8), row)]
        return [Stack([heads[0], edition.gap(4), rows[0]]), *rest, edition.gap(14)]
    flow: list[Flowable] = [Columns([[head] for head in heads], [span(2)] * 3, GUTTER)]
    for _n in range(_WAYS):
        cells: list[list[Flowable]] = [[Chosen(edition, [Lines(edition, 2)], False)], [Lines(edition, 2)]]
        flow += [Columns([*cells, [Lines(edition, 2)]], [span(2)] * 3, GUTTER), edition.gap(3)]
    return [*flow, edition.gap(6, 8)]


def _visits(edition: Edition) -> list[Flowable]:
    rows = (
        (_("Visits"), _("How often"), _("Minutes each")),
        (_("We work on"), _("We do not work on")),
        (_("Pressure"), _("Stop signal")),
    )
    first, *rest = [_row([[Lines(edition, 1, words)] for words in labels], edition) for labels in rows]
    return [Stack([edition.words(_("What we agreed"), "head"), *first]), *(piece for row in rest for piece in row)]


def _agreed(record: LoosePaper, edition: Edition) -> list[Flowable]:
    client = _("{name}, {role}").format(name=record.called, role=_("client")) if record.called else _("Client")
    named = record.practice.therapist.strip()
    therapist = _("{name}, {role}").format(name=named, role=_("therapist")) if named else _("Therapist")
    fields: list[list[Flowable]] = [[ToSign(edition, who)] for who in (client, therapist)]
    signed = [edition.words(_("We agree"), "head"), edition.gap(3), *promises(edition, False), *_row(fields, edition)]
    return [Stack([*signed, edition.gap(9, 4), *foot([], edition)])]


def _third(record: LoosePaper, edition: Edition) -> list[Flowable]:
    """A figure large enough to draw on, and lines for what has no place above."""
    flow: list[Flowable] = []
    if record.prints(Section.BODY):
        legend = [(kind, kind.whose) for kind in MarkKind]
        tall = _FIGURE_IN_LARGE if edition.large else _FIGURE
        figure = MarkedBody(edition, (), record.called, record.practice.first_name, tall, legend)
        how = edition.words(_("Draw on the figure, or write the letter beside the place."), "small")
        flow += [Stack([edition.words(_("Where it is"), "head"), how, edition.gap(6), figure])]
    if record.prints(Section.ROOM):
        head = edition.words(_("Room to write"), "head")
        room = frame_height(edition, _strip(record))
        beside = lines_in(edition, head, room - height_of(flow, LIVE_WIDTH) - 24)
        # Where the figure leaves no room they take a page of their own.
        lines = min(_MOST_LINES, beside if beside > 2 else lines_in(edition, head, room - 4))
        flow += [*([edition.gap(16)] if flow else []), RoomToWrite(edition, head, 0.0, lines, lines)]
    return flow


def _row(cells: list[list[Flowable]], edition: Edition) -> list[Flowable]:
    """Cells beside each other, in large print one below the other."""
    if edition.large:
        return [piece for cell in cells for piece in (*cell, edition.gap(8))]
    return [Columns(cells, [span(6 // len(cells))] * len(cells), GUTTER)]


def _strip(record: LoosePaper) -> Strip:
    told = _("For {name}").format(name=record.called) if record.called else ""
    return strip_of(record.practice, told)
