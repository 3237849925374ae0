"""The plan on paper: what matters and who does what on the first page, doubts and signatures on the second.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from alliance_desktop.documents import plan_front, plan_reverse
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.plan_paper import PlanPaper
from alliance_desktop.documents.sheet import Strip, build, frame_height
from alliance_desktop.documents.text_runs import printable
from alliance_desktop.domain.paper_checks import checks
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["PlanPaper", "pdf", "remarks", "story", "unprintable"]


def pdf(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Plan"))


def story(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The paper's pieces in reading order; parts that are empty close up."""
    room = frame_height(edition, _strip(record))
    return [*plan_front.pieces(record, edition, room), *plan_reverse.pieces(record, edition, room)]


def remarks(record: PlanPaper, pages: int, large: bool) -> tuple[str, ...]:
    """What to look at before handing it out, in amber sentences; words that no font has come first."""
    missing = unprintable(record)
    told = checks(record.version.content, pages, large)
    if not missing:
        return told
    return (_("These words cannot be printed yet: {words}").format(words=", ".join(missing)), *told)


def unprintable(record: PlanPaper) -> tuple[str, ...]:
    """Words with letters that no packaged font draws as they should be, each once, in reading order.

    On paper such letters are replaced by “[?]”, never by an empty box.
    """
    words = (word for text in _texts(record) for word in text.split())
    return tuple(dict.fromkeys(word for word in words if not printable(word)))


def _texts(record: PlanPaper) -> Iterable[str]:
    practice = record.practice
    yield from (practice.therapist, practice.title, practice.phone, record.called)
    yield from _content_texts(record.version.content)
    yield from (line.words for line in record.changes)
    for given in record.version.signatures:
        yield from (given.name, given.reason)


def _content_texts(content: PlanContent) -> Iterable[str]:
    yield content.what_matters.words
    for goal in content.goals:
        yield from (goal.said.words, goal.activity, goal.professional)
    for step in content.commitments:
        yield from (step.what, step.how)
    yield from (content.agreement.rhythm, content.agreement.areas_yes, content.agreement.areas_no)
    for doubt in content.reservations:
        yield from (doubt.said.words, doubt.answer)


def _strip(record: PlanPaper) -> Strip:
    practice = record.practice

    def running(page: int, pages: int) -> str:
        return _("For {name} · {version} · page {page} of {pages}").format(
            name=record.called, version=record.standing, page=page, pages=pages
        )

    return Strip(practice.therapist, practice.title, practice.phone, running, practice.sample)
