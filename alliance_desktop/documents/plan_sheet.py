"""The plan on paper: what matters and who does what on the first page, doubts and signatures on the second.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Iterable
from dataclasses import replace

from reportlab.platypus import Flowable, PageBreak

from alliance_desktop.documents import plan_agreed, plan_front, plan_reverse, plan_sides
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.sheet import Strip, build, frame_height
from alliance_desktop.documents.text_runs import printable
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_checks import checks
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["PlanPaper", "pdf", "remarks", "story", "unprintable"]

_LEAST_LINES_IN_LARGE, _USUAL_PAGES = 2, 2


def pdf(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    data, pages, _printed = drawn(record, paper, large, grey)
    return data, pages


def drawn(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int, PlanPaper]:
    """The same, and the record as it was printed: without what gave way where two pages did not hold it all."""
    edition = Edition(paper, large, grey)
    printed, sides = _laid(record, edition)
    # A piece that is drawn is used up: what is built once more is made anew.
    stories = iter([_told(printed, sides, edition)])
    data, pages = build(
        lambda: next(stories, None) or (story(printed, edition) if sides else _told(printed, [], edition)),
        edition,
        _strip(record),
        _("Plan"),
        pages=len(sides) or _USUAL_PAGES,
    )
    return data, pages, printed


def story(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The paper's pieces in reading order: each side holds its own part, else one goes on after the other."""
    printed, sides = _laid(record, edition)
    return _told(printed, sides, edition)


def _laid(record: PlanPaper, edition: Edition) -> tuple[PlanPaper, list[list[Flowable]]]:
    """Large print takes the pages it needs, and nothing gives way."""
    if edition.large:
        return replace(record, may_go=()), []
    return plan_sides.laid(record, edition, frame_height(edition, _strip(record)))


def _told(record: PlanPaper, sides: list[list[Flowable]], edition: Edition) -> list[Flowable]:
    if sides:
        return [piece for place, side in enumerate(sides) for piece in ([PageBreak()] * bool(place) + side)]
    front, above = plan_front.pieces(record, edition), plan_reverse.above(record, edition)
    return [*front, *above, *_ending(record, edition, _LEAST_LINES_IN_LARGE if edition.large else 0)]


def _ending(record: PlanPaper, edition: Edition, least: int) -> list[Flowable]:
    """Lines to write on, then what both sign."""
    below = plan_agreed.pieces(record, edition)
    lines = plan_reverse.room_to_write(edition, below, least) if record.prints(Section.ROOM) else []
    return [*lines, *below]


def remarks(record: PlanPaper, pages: int, large: bool) -> tuple[str, ...]:
    """What to look at before handing it out, in amber sentences; words that no font has come first."""
    return (*cannot_be_printed(unprintable(record)), *checks(record, DocumentKind.PLAN, pages, large))


def cannot_be_printed(missing: tuple[str, ...]) -> tuple[str, ...]:
    """One sentence about words that no font has; nothing where there are none."""
    if not missing:
        return ()
    return (_("These words cannot be printed yet: {words}").format(words=", ".join(missing)),)


def unprintable(record: PlanPaper) -> tuple[str, ...]:
    """Words with letters that no packaged font draws as they should be, each once, in reading order.

    On paper such letters are replaced by “[?]”, never by an empty box.
    """
    return words_without_font(_texts(record))


def words_without_font(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of some texts that no packaged font draws as they should be, each once, in reading order."""
    words = (word for text in texts for word in text.split())
    return tuple(dict.fromkeys(word for word in words if not printable(word)))


def _texts(record: PlanPaper) -> Iterable[str]:
    practice = record.practice
    yield from (practice.therapist, practice.title, practice.phone, record.called)
    yield from (text for _whose, text in told(record.content))
    yield from (line.words for line in record.changes)
    if record.prints(Section.GLOSSARY):
        yield from (text for each in record.explained for text in (each.word, each.meaning))
    for given in record.version.signatures:
        yield from (given.name, given.reason)


def _strip(record: PlanPaper) -> Strip:
    practice = record.practice

    def running(page: int, pages: int) -> str:
        return _("For {name} · {version} · page {page} of {pages}").format(
            name=record.called, version=record.standing, page=page, pages=pages
        )

    return Strip(practice.therapist, practice.title, practice.phone, running, practice.sample)
