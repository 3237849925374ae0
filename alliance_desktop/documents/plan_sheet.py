"""The plan on paper: what matters and who does what on the first page, doubts and signatures on the second.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Iterable
from itertools import product

from reportlab.platypus import Flowable, PageBreak

from alliance_desktop.documents import plan_front, plan_reverse, plan_ways
from alliance_desktop.documents.columns import Air, height_of, spread, tighten
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.packing import balanced, fitting
from alliance_desktop.documents.sheet import Strip, build, frame_height
from alliance_desktop.documents.text_runs import printable
from alliance_desktop.domain.paper_checks import better_words, checks
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan_paper import PlanPaper
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
    """The paper's pieces in reading order: each side holds its own part, else one goes on after the other."""
    if edition.large:
        front, above = plan_front.pieces(record, edition), plan_reverse.above(record, edition)
        return [*front, *above, *_ending(record, edition, _LEAST_LINES_IN_LARGE)]
    room = frame_height(edition, _strip(record))
    sides = _sides(record, edition, room)
    if sides:
        return [piece for place, side in enumerate(sides) for piece in ([PageBreak()] * bool(place) + side)]
    front, above = plan_front.pieces(record, edition), plan_reverse.above(record, edition)
    return [*front, *above, *_ending(record, edition, 0)]


def _sides(record: PlanPaper, edition: Edition, room: float) -> list[list[Flowable]]:
    """The front, then one or two sides with the rest; nothing where they do not hold it.

    Where the front has no room for the body it goes overleaf: when to stop and call stays in front.
    """
    for pages, marked, tight in product((1, 2), (True, False), (False, True)):
        front = _without_end(plan_front.pieces(record, edition, marked))
        if height_of(front, LIVE_WIDTH) > room:
            tighten(front)
        if height_of(front, LIVE_WIDTH) > room:
            continue
        opening = [] if marked else plan_front.body(record, edition)
        reverse = _reverse(record, edition, room, opening, pages, tight)
        if reverse:
            sides = [front, *reverse]
            for side in sides:
                spread(side, LIVE_WIDTH, room)
            return sides
    return []


def _reverse(
    record: PlanPaper, edition: Edition, room: float, opening: list[Flowable], pages: int, tight: bool
) -> list[list[Flowable]]:
    """The sides after the front, the signatures on the last one; nothing where so many do not hold it all."""
    ways = [*opening, *plan_ways.pieces(record.content, edition)]
    parts, news = plan_reverse.halves(record, edition, tight)
    below = plan_reverse.below(record, edition)
    if tight:
        tighten(ways)
    if pages == 1:
        sides = [[*ways, *balanced([*parts, *news])]]
    else:
        # What is new stays together, beside what is signed.
        first = fitting(parts, room - height_of(ways, LIVE_WIDTH))
        rest = balanced([*parts[first:], *news]) if parts[first:] else plan_reverse.news(record, edition)
        sides = [[*ways, *balanced(parts[:first])], rest]
    last = sides[-1]
    last += [edition.gap(15, 10)] if last and not isinstance(last[-1], Air) else []
    heights = [height_of(side, LIVE_WIDTH) for side in sides]
    spare = room - heights[-1] - height_of(below, LIVE_WIDTH)
    if spare < 0 or max(heights) > room or (pages > 1 and not sides[0]):
        return []
    last += plan_reverse.lines_to_write(edition, spare) if record.prints(Section.ROOM) else []
    last += below
    return sides


def _ending(record: PlanPaper, edition: Edition, least: int) -> list[Flowable]:
    """Lines to write on, then what both sign."""
    below = plan_reverse.below(record, edition)
    lines = plan_reverse.room_to_write(edition, below, least) if record.prints(Section.ROOM) else []
    return [*lines, *below]


def _without_end(flow: list[Flowable]) -> list[Flowable]:
    """A page's pieces without the space below the last one."""
    return _without_end(flow[:-1]) if flow and isinstance(flow[-1], Air) else flow


def remarks(record: PlanPaper, pages: int, large: bool) -> tuple[str, ...]:
    """What to look at before handing it out, in amber sentences; words that no font has come first."""
    found = checks(record.version.content, pages, large, record.swaps)
    return (*cannot_be_printed(unprintable(record)), *found, *settled(record))


def settled(record: PlanPaper) -> tuple[str, ...]:
    """Where words are better said otherwise: that those of a version stay, and where they can be changed."""
    if record.draft or not better_words(record.version.content, record.swaps):
        return ()
    if record.version.signatures:
        told = _("Version {n} is signed and keeps its words. The next version can say it otherwise.")
    else:
        told = _("Version {n} is ready to sign and keeps its words. A change to the plan can say it otherwise.")
    return (told.format(n=record.version.number),)


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
