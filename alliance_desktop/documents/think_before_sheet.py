"""Think before you come: a few questions to turn over before a visit, with room to write.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack, height_of, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Ticked
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import RoomToWrite
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.text_runs import width_of
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["pdf", "story"]

_MOST_LINES, _FEWEST_LINES, _LINES_IN_LARGE = 6, 2, 3


def pdf(record: LoosePaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages, one wherever the words allow; the same record, the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Think before you come"))


def story(record: LoosePaper, edition: Edition) -> list[Flowable]:
    """The sheet's pieces in reading order, each question with as many lines to write on as the page has room for."""
    room = frame_height(edition, _strip(record))
    if edition.large:
        return _pieces(record, edition, _LINES_IN_LARGE)
    flow: list[Flowable] = []
    for lines in range(_MOST_LINES, _FEWEST_LINES - 1, -1):
        flow = _pieces(record, edition, lines)
        if height_of(flow, LIVE_WIDTH) <= room:
            break
    spread(flow, LIVE_WIDTH, room)
    return flow


def _pieces(record: LoosePaper, edition: Edition, lines: int) -> list[Flowable]:
    title = _("Before you come, {name}").format(name=record.called) if record.called else _("Before you come")
    intro = _("A few minutes with these questions help us use our time for what matters to you.")
    more = _("Write a little, write nothing, or leave out what does not fit. Bring it along if you like.")
    told = _narrow(edition.words(f"{intro} {more}"), edition)
    flow: list[Flowable] = [edition.words(title, "title"), edition.gap(7, 4), told, edition.gap(13, 8)]
    flow += _goals(record, edition)
    for question, hint in _questions(record):
        head = Stack([edition.words(question, "head_client"), _narrow(edition.words(hint, "quiet"), edition)])
        flow += [RoomToWrite(edition, head, 0.0, lines, lines), edition.gap(14, 8)]
    return flow[:-1]


def _narrow(words: Flowable, edition: Edition) -> Flowable:
    """No line longer than one reads with ease."""
    return words if edition.large else Columns([[words]], [span(5)], GUTTER)


def _questions(record: LoosePaper) -> list[tuple[str, str]]:
    """Each question with its hint; what is new in one's health is always asked, it keeps the client safe."""
    if record.first:
        since = [(_("What brings me here?"), _("Since when, and what have I tried? What helps already?"))]
    else:
        hint = _("Better, worse or the same: sleep, work and moving count.")
        since = [(_("What has changed since last time?"), hint)]
    last = _("Too firm, too quick, something left out, something good: it all helps.")
    new = _("An illness, a fall, a new medicine, a pregnancy, sore skin.")
    not_today = _("A place, a position, a topic. No reason needed.")
    rest = (
        (None, _("What do I want from today?"), _("One thing is enough.")),
        (Section.LAST_TIME, _("Is there anything to say about last time?"), last),
        (None, _("Is anything new with my health?"), new),
        (Section.NOT_TODAY, _("Is there anything I do not want today?"), not_today),
    )
    asked = since if record.first or record.prints(Section.SINCE) else []
    for section, question, hint in rest:
        if section is Section.LAST_TIME and record.first:
            continue
        if section is None or record.prints(section):
            asked.append((question, hint))
    return asked


def _goals(record: LoosePaper, edition: Edition) -> list[Flowable]:
    """What both agreed to reach, in the client's words, each with three answers to tick."""
    if not record.goals or not record.prints(Section.GOALS):
        return []
    head: list[Flowable] = [edition.words(_("How is it with what I want to reach?"), "head_client"), edition.gap(5)]
    rows = [_goal(goal, edition) for goal in record.goals]
    flow: list[Flowable] = [Stack([*head, rows[0]])]
    for row in rows[1:]:
        flow += [edition.gap(6, 4), row]
    return [*flow, edition.gap(14, 8)]


def _goal(goal: str, edition: Edition) -> Flowable:
    """One goal with its answers: beside it, in large print below."""
    said, (answers, taken) = Quote(edition, goal, "strong"), _answers(edition)
    if edition.large:
        return Stack([said, edition.gap(4), answers])
    return Columns([[said], [answers]], [LIVE_WIDTH - taken - GUTTER, taken], GUTTER)


def _answers(edition: Edition) -> tuple[Flowable, float]:
    """Three boxes to tick on one line, and how wide they are."""
    body = edition.styles["body"]
    told = (_("closer"), _("the same"), _("further off"))
    ticks = [Ticked(edition, [edition.words(words)]) for words in told]
    widths = [t.inset + width_of(w, body.fontName, body.fontSize) + 3 for t, w in zip(ticks, told, strict=True)]
    apart = 12 * edition.scale
    return Columns([[tick] for tick in ticks], widths, apart), sum(widths) + apart * (len(widths) - 1)


def _strip(record: LoosePaper) -> Strip:
    told = _("For {name}").format(name=record.called) if record.called else ""
    return strip_of(record.practice, told)
