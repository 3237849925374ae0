"""How it goes on paper: the client’s numbers as lines and as a table, and each goal from where it began to today.

Loaded late by everybody, because it brings ReportLab.
"""

from dataclasses import replace

from reportlab.platypus import Flowable

from alliance_desktop.documents import numbers_table
from alliance_desktop.documents.answers import Answer
from alliance_desktop.documents.columns import Columns, Rows, Stack, height_of, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.ladder import Ladder, LadderKey
from alliance_desktop.documents.numbers_chart import NumbersChart, marks
from alliance_desktop.documents.prose import narrow
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.zero_to_ten import NowHoped
from alliance_desktop.domain.alliance import StrandStory, answer_words, sentence_of
from alliance_desktop.domain.chart import visits_words
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Goal
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.progress_paper import GoalWay, ProgressPaper
from alliance_desktop.domain.scale import answers_told, counted_told
from alliance_desktop.words import _, day_words

__all__ = ["ProgressPaper", "pdf", "story"]

# A row is never cut: what is taller than this goes below each other.
_TALLEST_ROW = 400.0
Parts = list[Flowable | None]


def pdf(record: ProgressPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("How it goes"))


def story(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """The page's pieces in reading order; nothing where nobody has said anything yet but one quiet line."""
    title = _("How it goes, {name}").format(name=record.called) if record.called else _("How it goes")
    flow: list[Flowable] = [edition.words(title, "title"), edition.gap(9, 4)]
    parts = [
        _numbers(record, edition),
        _scales(record, edition),
        _ladders(record, edition),
        _activities(record, edition),
        _area(record, edition),
        _together(record, edition),
        _table(record, edition),
    ]
    for part in parts:
        flow += [*part, edition.gap(16, 10)] if part else []
    if not any(parts):
        flow += [edition.words(_("There are no numbers and no steps here yet."), "quiet"), edition.gap(1)]
    del flow[-1]
    room = frame_height(edition, _strip(record))
    if height_of(flow, LIVE_WIDTH) <= room:
        spread(flow, LIVE_WIDTH, room)
    return flow


def _strip(record: ProgressPaper) -> Strip:
    day = day_words(record.day)
    told = _("For {name} · {day}").format(name=record.called, day=day) if record.called else day
    return strip_of(record.practice, told)


def _numbers(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """The findings as sentences, the good way named, then the lines and what the marks on them are."""
    chart = record.printed_chart
    if chart is None or not record.prints(Section.LINES):
        return []
    first, *others = chart.series
    about = _("{days}, on arriving, from 0 to 10.").format(days=visits_words(chart))
    flow: list[Flowable] = [edition.words(_("{finding}.").format(finding=first.finding), "lead"), edition.gap(2)]
    flow += [edition.words(f"{each.finding}.") for each in others]
    flow += [edition.words(about, "quiet"), edition.gap(8, 4), NumbersChart(edition, chart)]
    told = marks(edition, chart)
    return [Stack(flow), *([edition.gap(4), told] if told is not None else [])]


def _scales(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """Each scale with what came of it, what its numbers mean, and its line over its own range."""
    flow: list[Flowable] = []
    for filled, chart in record.printed_scales:
        found = edition.words(_("{finding}.").format(finding=chart.series[0].finding), "lead")
        told = (counted_told(filled.scale), answers_told(filled.scale))
        about = [edition.words(words, "quiet") for words in told]
        about = about if edition.large else [Columns([about], [span(4)], GUTTER)]
        flow += [edition.gap(12, 6)] if flow else []
        flow.append(Stack([found, edition.gap(2), *about, edition.gap(8, 4), NumbersChart(edition, chart)]))
    return flow


def _ladders(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """Each goal with where it began in words and its ladder, today's step filled: two beside each other."""
    if not record.ladders:
        return []
    head: list[Flowable] = [edition.words(_("Our goals, step by step"), "head"), edition.gap(3)]
    head += [LadderKey(edition, from_right=False), edition.gap(7)]
    blocks = _beside([_ladder(way, record, edition) for way in record.ladders], edition)
    return [Stack([*head, blocks[0]]), *(piece for block in blocks[1:] for piece in (edition.gap(12, 6), block))]


def _beside(cells: list[Parts], edition: Edition) -> list[Flowable]:
    """Parts two beside each other and on one line; one below the other in large print and where they are tall."""
    if edition.large:
        return [_below(cell, edition) for cell in cells]
    blocks: list[Flowable] = []
    for place in range(0, len(cells), 2):
        both = cells[place : place + 2]
        row = Rows(both, span(3), GUTTER, [5.0] * (len(both[0]) - 1) + [0.0])
        whole = row.wrap(LIVE_WIDTH, 0)[1] <= _TALLEST_ROW
        blocks += [row] if whole else [_below(cell, edition) for cell in both]
    return blocks


def _below(cell: Parts, edition: Edition) -> Flowable:
    flow: list[Flowable] = []
    for part in cell:
        if part is not None:
            flow += [edition.gap(5), part] if flow else [part]
    return Stack(flow)


def _title(goal: Goal, edition: Edition) -> Flowable:
    return Quote(edition, goal.said.words, "strong") if goal.said else edition.words(goal.title, "strong")


def _ladder(way: GoalWay, record: ProgressPaper, edition: Edition) -> Parts:
    began: Flowable | None = None
    if way.began:
        label = _("At first:")
        if way.since is not None:
            label = _("At first, {day}:").format(day=record.day_words(way.since))
        began = edition.told(label, way.began, "small")
    return [_title(way.goal, edition), began, Ladder(edition, way.goal)]


def _activities(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """What the client wants to be able to do: at first, now, and hoped, on a line from 0 to 10."""
    if not record.activities:
        return []
    note = _("0 = I cannot yet, 10 = I can with ease")
    head: list[Flowable] = [edition.words(_("What you can do"), "head"), edition.words(note, "quiet"), edition.gap(6)]
    cells = [_activity(way, edition) for way in record.activities]
    blocks = _beside(cells, edition)
    return [Stack([*head, blocks[0]]), *(piece for block in blocks[1:] for piece in (edition.gap(9, 5), block))]


def _activity(way: GoalWay, edition: Edition) -> Parts:
    goal = way.goal
    title = edition.words(goal.activity, "strong") if goal.activity else _title(goal, edition)
    return [title, NowHoped(edition, goal.now, goal.hoped, way.began_number)]


def _area(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """How much of the body was marked, then and now: one sentence."""
    if record.share is None or not record.prints(Section.AREA):
        return []
    said = _("At first your marks covered {first} % of the drawn body, front and back; now they cover {now} %.")
    words = said.format(first=record.share.first, now=record.share.now)
    told = narrow([edition.words(words)], edition)
    return [Stack([edition.words(_("Where you feel it"), "head"), edition.gap(3), *told])]


def _together(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    """What the client said about how we work together, newest answer, and what it was before."""
    if not record.strands or not record.prints(Section.TOGETHER):
        return []
    head: list[Flowable] = [edition.words(_("How we work together, as you said it"), "head"), edition.gap(6)]
    first, *others = [_strand(story, edition) for story in record.strands]
    return [Stack([*head, first]), *(piece for each in others for piece in (edition.gap(7, 3), each))]


def _strand(story: StrandStory, edition: Edition) -> Flowable:
    answer = _answer(story.scores[-1])
    told: list[Flowable] = [Answer(edition, answer, answer_words(answer))]
    before = _answer(story.scores[-2]) if len(story.scores) > 1 else answer
    if before != answer:
        words = _("The time before: {answer}").format(answer=answer_words(before).lower())
        told.append(edition.words(words, "quiet"))
    said = [Quote(edition, sentence_of(story.strand), "small")]
    if edition.large:
        return Stack([*said, edition.gap(3), *told])
    return Columns([said, told], [span(3)] * 2, GUTTER)


def _answer(score: float) -> int:
    """The answer, 1 to 5, that has this score from 0 to 10."""
    return round(score / 10 * 4) + 1


def _table(record: ProgressPaper, edition: Edition) -> list[Flowable]:
    if not record.prints(Section.TABLE):
        return []
    charts = [] if record.chart is None else [(_("The same numbers as a table"), record.chart)]
    for each, chart in record.printed_scales:
        score = replace(chart.series[0], name=_("Score"))
        charts.append((each.scale.name, replace(chart, series=(score,))))
    flow: list[Flowable] = []
    for heading, chart in charts:
        flow += [edition.gap(12, 6)] if flow else []
        flow += numbers_table.pieces(edition, chart, edition.words(heading, "head"))
    return flow
