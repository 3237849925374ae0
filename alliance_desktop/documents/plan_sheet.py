"""The plan on paper: what matters and who does what on the first page, doubts and signatures on the second.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Iterable

from reportlab.platypus import Flowable, PageBreak

from alliance_desktop.documents import plan_front, plan_reverse
from alliance_desktop.documents.columns import Air, height_of, spread, tighten
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.plan_paper import PlanPaper
from alliance_desktop.documents.sheet import Strip, build, frame_height
from alliance_desktop.documents.text_runs import printable
from alliance_desktop.domain.paper_checks import checks
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["PlanPaper", "pdf", "remarks", "story", "unprintable"]

_LEAST_LINES_IN_LARGE = 2


def pdf(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Plan"))


def story(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The paper's pieces in reading order: two sides where each holds its own part, else one after the other."""
    room = frame_height(edition, _strip(record))
    front, above = plan_front.pieces(record, edition), plan_reverse.above(record, edition)
    below = plan_reverse.below(record, edition)
    if edition.large:
        return [*front, *above, *plan_reverse.room_to_write(edition, below, _LEAST_LINES_IN_LARGE), *below]
    ended = _without_end(front)
    for tight in (False, True):
        if tight:
            tighten([*front, *above])
        taken = height_of([*above, *below], LIVE_WIDTH)
        if max(height_of(ended, LIVE_WIDTH), taken) <= room:
            reverse = [*above, *plan_reverse.lines_to_write(edition, room - taken), *below]
            for side in (ended, reverse):
                spread(side, LIVE_WIDTH, room)
            return [*ended, PageBreak(), *reverse]
    return [*front, *above, *plan_reverse.room_to_write(edition, below, 0), *below]


def _without_end(flow: list[Flowable]) -> list[Flowable]:
    """A page's pieces without the space below the last one."""
    return _without_end(flow[:-1]) if flow and isinstance(flow[-1], Air) else flow


def remarks(record: PlanPaper, pages: int, large: bool) -> tuple[str, ...]:
    """What to look at before handing it out, in amber sentences; words that no font has come first."""
    missing = unprintable(record)
    ambers = checks(record.version.content, pages, large)
    if not missing:
        return ambers
    return (_("These words cannot be printed yet: {words}").format(words=", ".join(missing)), *ambers)


def unprintable(record: PlanPaper) -> tuple[str, ...]:
    """Words with letters that no packaged font draws as they should be, each once, in reading order.

    On paper such letters are replaced by “[?]”, never by an empty box.
    """
    words = (word for text in _texts(record) for word in text.split())
    return tuple(dict.fromkeys(word for word in words if not printable(word)))


def _texts(record: PlanPaper) -> Iterable[str]:
    practice = record.practice
    yield from (practice.therapist, practice.title, practice.phone, record.called)
    yield from (text for _whose, text in told(record.version.content))
    yield from (line.words for line in record.changes)
    for given in record.version.signatures:
        yield from (given.name, given.reason)


def _strip(record: PlanPaper) -> Strip:
    practice = record.practice

    def running(page: int, pages: int) -> str:
        return _("For {name} · {version} · page {page} of {pages}").format(
            name=record.called, version=record.standing, page=page, pages=pages
        )

    return Strip(practice.therapist, practice.title, practice.phone, running, practice.sample)
