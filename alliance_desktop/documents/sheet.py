"""Builds a paper: one frame on every page, the strip above it, and nothing in the file that tells who it is about.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from alliance_desktop.documents.edition import LIVE_HEIGHT, LIVE_WIDTH, Edition
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain.practice import Practice
from alliance_desktop.words import _, spoken

_STRIP_TO_FRAME = 31.0
_APART = 20.0
_USUAL_PAGES = 2
_BOX = 5.0


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands above every page: name (bold), title and phone at the left, running data at the right.

    What does not fit on one line takes two; a name too long even for that ends in an ellipsis.
    """

    name: str
    title: str
    phone: str
    running: Callable[[int, int], str]
    sample: bool = False


def strip_of(practice: Practice, told: str) -> Strip:
    """The strip of a practice's paper: what is ``told`` at the right, with the page where there are several."""

    def running(page: int, pages: int) -> str:
        if pages == 1:
            return told
        if not told:
            return _("page {page} of {pages}").format(page=page, pages=pages)
        return _("{told} · page {page} of {pages}").format(told=told, page=page, pages=pages)

    return Strip(practice.therapist, practice.title, practice.phone, running, practice.sample)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The strip as it fits: the first line in two weights, then what stands at the right or on a second line."""

    name: str
    more: str
    second: bool
    beside: str


def build(
    story: Callable[[], list[Flowable]],
    edition: Edition,
    strip: Strip,
    title: str,
    bare: bool = False,
    pages: int = _USUAL_PAGES,
) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same story gives the same bytes.

    Every page says how many there are: built once more where it is another number than was expected. A ``bare`` page
    has no strip and no edges: whoever draws on it keeps clear of them.
    """
    while True:
        data, made = _build(story(), edition, strip, title, pages, bare)
        # With more digits the strip may need its second line, and the paper another page: never fewer.
        if bare or made == pages:
            return data, made
        pages = made


def frame_height(edition: Edition, strip: Strip, pages: int = _USUAL_PAGES) -> float:
    """The height in points that the pieces of one page have under the strip of a paper of so many pages."""
    leading = edition.strip[1]
    most = 10 ** len(str(pages)) - 1
    second = leading if _layout(edition, strip, strip.running(most, most)).second else 0.0
    return LIVE_HEIGHT - _STRIP_TO_FRAME * leading / 15 - second


def _build(
    story: list[Flowable], edition: Edition, strip: Strip, title: str, pages: int, bare: bool
) -> tuple[bytes, int]:
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(edition.width, edition.height),
        invariant=1,
        initialFontName="Sans",
        lang=spoken(),
        title=title,
        author="",
        subject="",
        creator="",
        producer="",
        keywords="",
        displayDocTitle=1,
    )
    live = (edition.left, edition.bottom, LIVE_WIDTH, frame_height(edition, strip, pages))
    frame = Frame(
        *((0, 0, edition.width, edition.height) if bare else live),
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def draw_strip(canvas: Any, doc: Any) -> None:
        if not bare:
            canvas.saveState()
            _draw_strip(canvas, edition, strip, strip.running(doc.page, pages))
            canvas.restoreState()

    document.addPageTemplates([PageTemplate(frames=[frame], onPage=draw_strip)])
    document.build(story)
    return target.getvalue(), document.page


def _layout(edition: Edition, strip: Strip, running: str) -> _Layout:
    size = edition.strip[0]
    sample = _sample_width(size) + 12 if strip.sample else 0.0
    name = width_of(strip.name, "SansBold", size)
    right = width_of(running, "Sans", size)
    title = f", {strip.title}" if strip.title and not edition.large else ""
    phone = f" · {strip.phone}" if strip.phone else ""
    more = title + phone if strip.name else (title + phone)[2:].lstrip()
    room = LIVE_WIDTH - sample
    if name + width_of(more, "Sans", size) + _APART + right <= room:
        return _Layout(strip.name, more, False, "")
    if name + width_of(more, "Sans", size) <= room:
        return _Layout(strip.name, more, True, "")
    more = title if name + width_of(title, "Sans", size) <= room else ""
    return _Layout(_fitted(strip.name, "SansBold", size, room), more, True, strip.phone)


def _fitted(text: str, font: str, size: float, room: float) -> str:
    """The text, shortened with an ellipsis where the room asks for it."""
    if width_of(text, font, size) <= room:
        return text
    while text and width_of(text + "…", font, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _draw_strip(canvas: Any, edition: Edition, strip: Strip, running: str) -> None:
    size, leading = edition.strip
    base, end = edition.top - size, edition.left + LIVE_WIDTH
    layout = _layout(edition, strip, running)
    canvas.setFillColor(edition.inks["text"])
    x = draw_text(canvas, edition.left, base, layout.name, "SansBold", size)
    x = draw_text(canvas, x, base, layout.more, "Sans", size)
    if strip.sample:
        _draw_sample(canvas, edition, end - _sample_width(size) if layout.second else x + 12, base)
    canvas.setFillColor(edition.inks["quiet"])
    if layout.second:
        base -= leading
        phone = width_of(layout.beside, "Sans", size)
        room = LIVE_WIDTH - phone - (_APART if phone else 0)
        draw_text(canvas, edition.left, base, _fitted(running, "Sans", size, room), "Sans", size)
        draw_text(canvas, end - phone, base, layout.beside, "Sans", size)
    else:
        draw_text(canvas, end - width_of(running, "Sans", size), base, running, "Sans", size)
    canvas.setStrokeColor(edition.inks["hair"])
    canvas.setLineWidth(0.6)
    canvas.line(edition.left, base - 7, end, base - 7)


def _sample_width(size: float) -> float:
    return width_of(_("SAMPLE"), "SansBold", size) + 2 * _BOX


def _draw_sample(canvas: Any, edition: Edition, x: float, base: float) -> None:
    """The word SAMPLE in a box of its own."""
    size = edition.strip[0]
    canvas.setFillColor(edition.inks["text"])
    canvas.setStrokeColor(edition.inks["text"])
    canvas.setLineWidth(1)
    canvas.rect(x, base - size * 0.3, _sample_width(size) - 0.5, size * 1.3, stroke=1, fill=0)
    draw_text(canvas, x + _BOX, base, _("SAMPLE"), "SansBold", size)
