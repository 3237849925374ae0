"""The summary of a visit on paper, for the client: what they said, what we did, how it was, and what comes next.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.before_after import BeforeAfter
from alliance_desktop.documents.body_figure import MarkedBody
from alliance_desktop.documents.columns import Columns, Stack, height_of, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Ticked
from alliance_desktop.documents.prose import narrow, paragraphs
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.when_to_call import sign, stems, without_if
from alliance_desktop.domain import body_mark
from alliance_desktop.domain.appointment import Appointment
from alliance_desktop.domain.clock import time_words
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.session import Rating
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.words import _, weekday_words

__all__ = ["VisitPaper", "pdf", "story"]

# How tall the figure stands, in points.
_FIGURE = 110


def pdf(record: VisitPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages, one wherever the words allow; the same record, the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Visit"))


def story(record: VisitPaper, edition: Edition) -> list[Flowable]:
    """The page's pieces in reading order, with as much air as it has room for."""
    title = _("Your visit on {day}").format(day=weekday_words(record.day))
    flow: list[Flowable] = [edition.words(title, "title"), edition.gap(9, 5)]
    parts = (
        _told(record, edition),
        _done(record, edition),
        _body(record, edition),
        _numbers(record, edition),
        _after(record, edition),
    )
    for part in parts:
        flow += [*part, edition.gap(17, 14)] if part else []
    calls = _calls(record, edition)
    flow = [*flow, *calls] if calls else flow[:-1]
    room = frame_height(edition, _strip(record))
    if height_of(flow, LIVE_WIDTH) <= room:
        spread(flow, LIVE_WIDTH, room)
    return flow


def _strip(record: VisitPaper) -> Strip:
    told = _("For {name} · visit {n}").format(name=record.called, n=record.number)
    return strip_of(record.practice, told)


def _told(record: VisitPaper, edition: Edition) -> list[Flowable]:
    """The client's own words, large and to the letter."""
    if not record.prints(Section.TOLD):
        return []
    quote = Quote(edition, record.asked.strip(), "quote")
    return [Stack([edition.words(_("What you told me"), "head_client"), edition.gap(4), quote])]


def _done(record: VisitPaper, edition: Edition) -> list[Flowable]:
    """What we did, and how it felt afterwards."""
    both = (
        (Section.DONE, _("What we did"), record.did),
        (Section.AFTERWARDS, _("How it felt afterwards"), record.response),
    )
    return _beside([_prose(head, words, edition) for section, head, words in both if record.prints(section)], edition)


def _prose(head: str, words: str, edition: Edition) -> list[Flowable]:
    return [edition.words(head, "head"), edition.gap(4), *paragraphs(words, edition)]


def _beside(cells: list[list[Flowable]], edition: Edition) -> list[Flowable]:
    """Two parts beside each other; one alone, or in large print, over the whole width. Each begins with its heading."""
    if len(cells) == 2 and not edition.large:
        # A heading goes overleaf with what it stands over.
        held = [[Stack([head, gap, first]), *more] for head, gap, first, *more in cells]
        return [Columns(held, [span(3)] * 2, GUTTER)]
    flow: list[Flowable] = []
    for head, gap, *text in cells:
        first, *more = narrow(text, edition)
        flow += [edition.gap(14, 8)] if flow else []
        flow += [Stack([head, gap, first]), *more]
    return flow


def _body(record: VisitPaper, edition: Edition) -> list[Flowable]:
    """The body with what both marked on it, and below it every mark in words."""
    marks, names = record.printed_marks, (record.called, record.practice.first_name)
    if not marks:
        return []
    drawn = MarkedBody(edition, marks, *names, tall=_FIGURE * edition.scale, listed=True)
    told = [edition.words(words, "small") for words in body_mark.places_in_words(marks, *names)]
    flow: list[Flowable] = [Stack([edition.words(_("On the body"), "head"), edition.gap(4), drawn]), edition.gap(5)]
    if edition.large or len(told) < 2:
        return [*flow, *(piece for each in told for piece in (each, edition.gap(2)))]
    half = -(-len(told) // 2)
    cells = [[piece for each in some for piece in (each, edition.gap(2))] for some in (told[:half], told[half:])]
    return [*flow, Columns(cells, [span(3)] * 2, GUTTER)]


def _numbers(record: VisitPaper, edition: Edition) -> list[Flowable]:
    if not record.prints(Section.BEFORE_AFTER):
        return []
    head: list[Flowable] = [edition.words(_("Before and after, as you rated it"), "head"), edition.gap(5)]
    cells = [_rating(rating, edition) for rating in record.ratings]
    across = 1 if edition.large else 2
    rows = [cells[place : place + across] for place in range(0, len(cells), across)]
    first, *others = [Columns(row, [LIVE_WIDTH] if edition.large else [span(3)] * len(row), GUTTER) for row in rows]
    return [Stack([*head, first]), *(piece for each in others for piece in (edition.gap(8, 4), Stack([each])))]


def _rating(rating: Rating, edition: Edition) -> list[Flowable]:
    return [edition.words(rating.measure, "strong"), edition.gap(3), BeforeAfter(edition, rating)]


def _after(record: VisitPaper, edition: Edition) -> list[Flowable]:
    """What goes on: at home, what was promised, and when we meet again."""
    home: list[Flowable] = []
    if record.prints(Section.AT_HOME):
        home = [edition.words(_("You will, at home"), "head_client"), edition.gap(4)]
        for place, step in enumerate(record.steps):
            home += [edition.gap(5)] if place else []
            home.append(_step(step, record, edition))
    next_: list[Flowable] = []
    if record.prints(Section.PROMISED):
        promised = Ticked(edition, [edition.words(record.promise)])
        next_ += [edition.words(_("I promise"), "head"), edition.gap(4), promised]
    if record.prints(Section.NEXT_VISIT) and record.next_visit is not None:
        coming = [edition.words(_("Next visit"), "head"), edition.gap(4), edition.words(_when(record.next_visit))]
        next_ += [edition.gap(12), Stack(coming)] if next_ else coming
    return _beside([cell for cell in (home, next_) if cell], edition)


def _step(step: Commitment, record: VisitPaper, edition: Edition) -> Flowable:
    what, how = step.what.strip() or step.how.strip(), step.how.strip() if step.what.strip() else ""
    flow = [edition.words(what, "strong")]
    flow += [edition.words(how)] if how else []
    flow += [edition.words(_("by {day}").format(day=record.day_words(step.due)))] if step.due is not None else []
    stop = without_if(step.stop_if)
    flow += [edition.told(_("Stop if"), stop, "small")] if stop else []
    return Ticked(edition, flow)


def _when(visit: Appointment) -> str:
    return _("{day}, {time}").format(day=weekday_words(visit.day), time=time_words(visit.starts))


def _calls(record: VisitPaper, edition: Edition) -> list[Flowable]:
    """When to stop and call, as both agreed: it is never left out."""
    call, doctor = stems(record.practice.first_name, record.practice.phone.strip())
    both = ((call, record.signs.call_me), (doctor, record.signs.call_doctor))
    told = [edition.told(label, without_if(words)) for label, words in both if words.strip()]
    if not told:
        return []
    head: list[Flowable] = [sign(edition), edition.gap(3)]
    if len(told) == 2 and not edition.large:
        return [Stack([*head, Columns([[each] for each in told], [span(3)] * 2, GUTTER)])]
    return [Stack([*head, told[0]]), *(piece for each in told[1:] for piece in (edition.gap(4), each))]
