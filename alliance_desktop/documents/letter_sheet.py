"""A letter on paper: to whom, about whom, its parts under plain headings, and a line to sign on.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack, height_of, tighten
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.prose import narrow, paragraphs
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.signature import Signed
from alliance_desktop.domain.letter import LetterPaper, LetterPart, heading, parts_of
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _, day_words

__all__ = ["LetterPaper", "pdf", "story"]

_HEAD = frozenset({LetterPart.TO, LetterPart.ABOUT, LetterPart.BORN, LetterPart.GREETING, LetterPart.CLOSING})


def pdf(record: LetterPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    # A file's title tells nobody whom or what it is about.
    return build(lambda: story(record, edition), edition, _strip(record), _("Letter"))


def story(record: LetterPaper, edition: Edition) -> list[Flowable]:
    """The letter's pieces in reading order, with less air between them where one page then holds it."""
    room = frame_height(edition, _strip(record), 1)
    flow = _pieces(record, edition)
    if height_of(flow, LIVE_WIDTH) > room:
        tight = _pieces(record, edition)
        tighten(tight)
        if height_of(tight, LIVE_WIDTH) <= room:
            return tight
    return flow


def _pieces(record: LetterPaper, edition: Edition) -> list[Flowable]:
    flow = [*_to(record, edition), edition.words(day_words(record.day)), edition.gap(16)]
    flow += _about(record, edition)
    greeting = record.draft.printed(LetterPart.GREETING)
    flow += [*narrow(paragraphs(greeting, edition), edition), edition.gap(10)] if greeting else []
    last: list[Flowable] = []
    for part in parts_of(record.draft.kind):
        words = record.draft.printed(part)
        if words and part not in _HEAD:
            flow += last
            last = [*_part(heading(part, record.draft.kind), words, edition), edition.gap(11)]
    # Nobody signs a page on which nothing else stands.
    return [*flow, *last[:-2], Stack([*last[-2:], *_closing(record, edition)])]


def _strip(record: LetterPaper) -> Strip:
    return strip_of(record.practice, "")


def _to(record: LetterPaper, edition: Edition) -> list[Flowable]:
    """Whose address it bears, line by line, as in a window of an envelope."""
    lines = [line.strip() for line in record.draft.printed(LetterPart.TO).splitlines() if line.strip()]
    made: list[Flowable] = [edition.words(line) for line in lines]
    if not made:
        return [edition.gap(6)]
    block = made if edition.large else [Columns([made], [span(4)], GUTTER)]
    return [edition.gap(10), *block, edition.gap(20)]


def _about(record: LetterPaper, edition: Edition) -> list[Flowable]:
    named = (record.draft.printed(part) for part in (LetterPart.ABOUT, LetterPart.BORN))
    told = _(", ").join(words for words in named if words)
    return [*narrow([edition.words(told, "lead")], edition), edition.gap(10)] if told else []


def _part(head: str, words: str, edition: Edition) -> list[Flowable]:
    first, *more = paragraphs(words, edition)
    if head:
        first = Stack([edition.words(head, "head"), edition.gap(2), first])
    return [piece for each in (first, *more) for piece in narrow([each], edition)]


def _closing(record: LetterPaper, edition: Edition) -> list[Flowable]:
    """The closing and the line to sign on, with how the therapist is reached."""
    practice = record.practice
    address = _(", ").join(line.strip() for line in practice.address.splitlines() if line.strip())
    named = _(", ").join(words for words in (practice.therapist, practice.title) if words.strip())
    reached = " · ".join(words for words in (practice.phone, practice.email) if words.strip())
    below = [line for line in (named, practice.name.strip(), address, reached) if line]
    signed = Signed(edition, (), "", below)
    line: Flowable = signed if edition.large else Columns([[signed]], [span(4)], GUTTER)
    return [*narrow(paragraphs(record.draft.printed(LetterPart.CLOSING), edition), edition), edition.gap(2), line]
