"""The plan's first page: what matters, where it should go, who does what, and when to stop and call.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents import plan_goals
from alliance_desktop.documents.body_figure import MarkedBody
from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, Edition, span
from alliance_desktop.documents.marks import Headed, Ticked
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import Rule
from alliance_desktop.documents.when_to_call import warning, without_if
from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.clock import time_words
from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _, day_words, weekday_words

# How tall the figure stands, in points.
FIGURE = 92


def pieces(record: PlanPaper, edition: Edition, marked: bool = True) -> list[Flowable]:
    """The first page in reading order, the body on it where it is ``marked``; parts that are empty close up."""
    names = {"client": record.called, "therapist": record.therapist}
    if record.therapist:
        title = _("Our plan, {client} and {therapist}").format(**names)
    else:
        title = _("Our plan, {client}").format(**names)
    since = _("from {day}").format(day=day_words(record.day))
    flow: list[Flowable] = [Headed(edition, title, "title", since), edition.gap(9, 4)]
    flow += _main_message(record, edition)
    flow += plan_goals.pieces(record, edition)
    flow += _deal(record, edition)
    flow += _last_band(record, edition, marked)
    return flow


def body(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The body with what both marked on it, over the whole width; nothing where nothing is marked."""
    marks = record.content.marks
    if not marks:
        return []
    drawn = MarkedBody(edition, marks, record.called, record.therapist, tall=FIGURE)
    return [Stack([edition.words(_("Where it is"), "head"), edition.gap(4), drawn]), edition.gap(15, 10)]


def _last_band(record: PlanPaper, edition: Edition, marked: bool) -> list[Flowable]:
    """When to stop and call, and beside it the body with what both marked on it."""
    marks = record.content.marks if marked else ()
    drawn = MarkedBody(edition, marks, record.called, record.therapist, tall=FIGURE) if marks else None
    beside = drawn is not None and not edition.large
    warned = warning(record, edition, across=not beside)
    if drawn is None and not warned:
        return []
    if drawn is not None and warned and beside:
        band: list[Flowable] = [Columns([warned, [drawn]], [span(2), span(4)], GUTTER)]
    else:
        where: list[Flowable] = []
        if drawn is not None:
            where = [Stack([edition.words(_("Where it is"), "head"), edition.gap(4), drawn])]
        band = [*where, *([edition.gap(15, 18)] if where and warned else []), *warned]
    if edition.large:
        return [*band, edition.gap(16, 0)]
    return [Stack([Rule(edition), edition.gap(9), *band]), edition.gap(16, 0)]


def _main_message(record: PlanPaper, edition: Edition) -> list[Flowable]:
    content, said, look = record.content, list[Flowable](), list[Flowable]()
    if content.what_matters:
        heading = _("What matters to you, {name}").format(name=record.called)
        day = content.what_matters.day
        title = edition.words(heading, "head_client")
        if day is not None and day != record.day:
            title = Headed(edition, heading, "head_client", _("said on {day}").format(day=record.day_words(day)))
        said = [Stack([title, edition.gap(4), Quote(edition, content.what_matters.words, "quote")])]
    if content.review_on is not None:
        heading = edition.words(_("Next look together"), "head")
        look = [Stack([heading, edition.gap(1), edition.words(weekday_words(content.review_on))])]
    if record.next_visit is not None:
        look += [edition.gap(6)] if look else []
        look.append(_next_visit(record.next_visit, edition))
    if not said and not look:
        return []
    if edition.large or not (said and look):
        between = [edition.gap(14)] if said and look else []
        return [*said, *between, *look, edition.gap(16, 18)]
    return [Columns([said, look], [span(4), span(2)], GUTTER), edition.gap(15, 18)]


def _next_visit(visit: Appointment, edition: Edition) -> Flowable:
    when = _("{day}, {time}").format(day=weekday_words(visit.day), time=time_words(visit.starts))
    return Stack([edition.words(_("Next visit"), "head"), edition.gap(1), edition.words(when)])


def _deal(record: PlanPaper, edition: Edition) -> list[Flowable]:
    written = [step for step in record.content.commitments if step.what.strip() or step.how.strip()]
    mine = [step for step in written if step.whose is Whose.THERAPIST]
    yours = [step for step in written if step.whose is not Whose.THERAPIST]
    if not written:
        return []
    heads = edition.words(_("I will"), "head"), _your_head(yours, edition)
    each = _all_as_sure(yours) is None
    if edition.large or not (mine and yours):
        flow: list[Flowable] = []
        for head, steps in ((heads[1], yours), (heads[0], mine)):
            for place, step in enumerate(steps):
                one = _step(record, step, edition, each)
                flow += [
                    Stack([head, edition.gap(4), one]) if not place else one,
                    edition.gap(6 if place + 1 < len(steps) else 16),
                ]
        return flow
    cells = []
    for head, steps in zip(heads, (mine, yours), strict=True):
        cell: list[Flowable] = [Stack([head, edition.gap(4), _step(record, steps[0], edition, each)])]
        for step in steps[1:]:
            cell += [edition.gap(6), _step(record, step, edition, each)]
        cells.append(cell)

    def again() -> list[list[Flowable]]:
        # Overleaf, too, the heading says whose list it is.
        names = ((_("I will"), "head"), (_("You will"), "head_client"))
        return [[edition.words(words, style), edition.gap(4)] for words, style in names]

    return [Columns(cells, [span(3)] * 2, GUTTER, again), edition.gap(15, 18)]


def _all_as_sure(steps: list[Commitment]) -> int | None:
    """How sure the client is of every step alike, which one note can say; None where the steps differ."""
    sure = {step.confidence for step in steps}
    return sure.pop() if len(sure) == 1 else None


def _your_head(steps: list[Commitment], edition: Edition) -> Flowable:
    sure = _all_as_sure(steps)
    if sure is None:
        return edition.words(_("You will"), "head_client")
    return Headed(edition, _("You will"), "head_client", _("How sure are you? {n} of 10").format(n=sure))


def _step(record: PlanPaper, step: Commitment, edition: Edition, each: bool) -> Flowable:
    """One thing to do; ``each`` says at every one of the client's how sure they are."""
    lines = [edition.words(step.what.strip() or step.how.strip(), "strong")]
    how = step.how.strip() if step.what.strip() else ""
    due = _("by {day}").format(day=record.day_words(step.due)) if step.due is not None else ""
    told = _("{how}, {due}").format(how=how.rstrip("."), due=due) if how and due else how or due
    if told:
        lines.append(edition.words(_begun(told)))
    stop = without_if(step.stop_if)
    if stop:
        lines.append(edition.told(_("Stop if"), stop, "small", ink="text"))
    mine = step.whose is Whose.THERAPIST
    if step.confidence is not None and (each or mine):
        sure = _("How sure am I? {n} of 10") if mine else _("How sure are you? {n} of 10")
        lines.append(edition.words(sure.format(n=step.confidence), "quiet"))
    return Ticked(edition, lines, step.uid in record.done)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
