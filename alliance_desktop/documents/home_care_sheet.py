"""Home care on paper: what the client does until the next look, each with days to tick, and when to stop and call.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack, height_of, spread, tighten
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import RoomToWrite, Rule, lines_in
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.week_boxes import WeekBoxes
from alliance_desktop.documents.when_to_call import warning, without_if
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _, counted, day_words, weekday_words

__all__ = ["PlanPaper", "pdf", "story"]

_MOST_LINES = 4


def pdf(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages, one wherever the words allow; the same record, the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Home care"))


def story(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The sheet's pieces in reading order; days to tick and lines to write on give way where the page is full."""
    room = frame_height(edition, _strip(record))
    flow = _fitting(record, edition, room) or _pieces(record, edition, record.prints(Section.DAYS), quote=True)
    head = edition.words(_("What I noticed"), "head_client")
    lines = min(_MOST_LINES, lines_in(edition, head, room - height_of(flow, LIVE_WIDTH) - 16))
    if lines > 1 and record.prints(Section.ROOM):
        flow += [edition.gap(15, 10), RoomToWrite(edition, head, 0.0, lines, lines)]
    spread(flow, LIVE_WIDTH, room)
    return flow


def _fitting(record: PlanPaper, edition: Edition, room: float) -> list[Flowable]:
    """The fullest sheet that stays on one page; nothing where none does."""
    for weeks, quote in ((record.prints(Section.DAYS), True), (record.prints(Section.DAYS), False), (False, False)):
        for tight in (False, True):
            flow = _pieces(record, edition, weeks, quote)
            if tight:
                tighten(flow)
            if height_of(flow, LIVE_WIDTH) <= room:
                return flow
    return []


def _pieces(record: PlanPaper, edition: Edition, weeks: bool, quote: bool) -> list[Flowable]:
    content, todo = record.content, record.at_home
    flow: list[Flowable] = [edition.words(_title(record), "title"), edition.gap(7, 4)]
    if quote and content.what_matters:
        flow += [Quote(edition, content.what_matters.words, "quote"), edition.gap(9, 4)]
    if todo:
        number = counted("{n} small thing.", "{n} small things.", len(todo))
        flow += [
            edition.mixed([(number, False), (_("A little, often, beats a lot at once."), True)]),
            edition.gap(12, 8),
        ]
    for step in todo:
        flow += [Stack([Rule(edition), edition.gap(9), *_step(record, step, edition, weeks)]), edition.gap(13, 14)]
    warned = warning(record, edition, across=True)
    return [*flow, *([Stack([Rule(edition), edition.gap(9), *warned])] if warned else [])]


def _title(record: PlanPaper) -> str:
    day = record.content.review_on
    return _("At home until {day}").format(day=weekday_words(day)) if day is not None else _("At home")


def _step(record: PlanPaper, step: Commitment, edition: Edition, weeks: bool) -> list[Flowable]:
    """One thing to do, large; when and how long, by which day and when to stop; the days to tick."""
    what, how = step.what.strip() or step.how.strip(), step.how.strip() if step.what.strip() else ""
    due = _("by {day}").format(day=record.day_words(step.due)) if step.due is not None else ""
    cells = [
        [edition.words(label, "quiet"), *(edition.words(words, "strong") for words in told)]
        for label, told in (
            (_("When and how long"), [words for words in (how, due) if words]),
            (_("Stop if"), [words for words in (without_if(step.stop_if),) if words]),
        )
        if told
    ]
    flow: list[Flowable] = [edition.words(what, "lead"), edition.gap(4)]
    if edition.large:
        flow += [piece for cell in cells for piece in (*cell, edition.gap(4))]
    elif cells:
        flow += [Columns(cells, [span(3)] * len(cells), GUTTER)]
    return [*flow, edition.gap(10), WeekBoxes(edition)] if weeks else flow


def _strip(record: PlanPaper) -> Strip:
    told = _("For {name} · {version} · {day}")
    words = told.format(name=record.called, version=record.standing, day=day_words(record.day))
    return strip_of(record.practice, words)
