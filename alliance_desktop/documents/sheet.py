"""Builds a paper: one frame on every page, the strip above it, and nothing in the file that tells who it is about.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from alliance_desktop.documents.edition import LIVE_HEIGHT, LIVE_WIDTH, Edition, draw_text, width_of
from alliance_desktop.words import _

_STRIP_TO_FRAME = 31.0


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands above every page: whose it is at the left (bold name, then more), running data at the right."""

    name: str
    more: str
    running: Callable[[int, int], str]
    sample: bool = False


def build(story: Callable[[], list[Flowable]], edition: Edition, strip: Strip, title: str) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same story gives the same bytes.

    Built twice: first only to count the pages.
    """
    pages = _build(story(), edition, strip, title, 0)[1]
    return _build(story(), edition, strip, title, pages)


def _build(story: list[Flowable], edition: Edition, strip: Strip, title: str, pages: int) -> tuple[bytes, int]:
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(edition.width, edition.height),
        invariant=1,
        initialFontName="Sans",
        lang="en",
        title=title,
        author="",
        subject="",
        creator="",
        producer="",
        keywords="",
        displayDocTitle=1,
    )
    frame = Frame(
        edition.left,
        edition.bottom,
        LIVE_WIDTH,
        LIVE_HEIGHT - _STRIP_TO_FRAME - _second_line(edition, strip),
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def draw_strip(canvas: Any, doc: Any) -> None:
        _draw_strip(canvas, edition, strip, doc.page, pages)

    document.addPageTemplates([PageTemplate(frames=[frame], onPage=draw_strip)])
    document.build(story)
    return target.getvalue(), document.page


def _widths(edition: Edition, strip: Strip, running: str) -> tuple[float, float]:
    size = edition.strip[0]
    left = width_of(strip.name, "SansBold", size) + width_of(strip.more, "Sans", size)
    return left, width_of(running, "Sans", size)


def _second_line(edition: Edition, strip: Strip) -> float:
    """Extra height when both halves of the strip do not fit beside each other."""
    left, right = _widths(edition, strip, strip.running(8, 8))
    return 0.0 if left + right + 20 <= LIVE_WIDTH else edition.strip[1]


def _draw_strip(canvas: Any, edition: Edition, strip: Strip, page: int, pages: int) -> None:
    c = canvas
    size, leading = edition.strip
    base = edition.top - size
    running = strip.running(page, pages)
    _left, right = _widths(edition, strip, running)
    c.setFillColor(edition.inks["text"])
    x = draw_text(c, edition.left, base, strip.name, "SansBold", size)
    draw_text(c, x, base, strip.more, "Sans", size)
    second = _second_line(edition, strip)
    if second:
        base -= leading
    c.setFillColor(edition.inks["quiet"])
    draw_text(c, edition.left + LIVE_WIDTH - right, base, running, "Sans", size)
    c.setStrokeColor(edition.inks["hair"])
    c.setLineWidth(0.6)
    c.line(edition.left, base - 7, edition.left + LIVE_WIDTH, base - 7)
    if strip.sample:
        _draw_sample(c, edition)


def _draw_sample(canvas: Any, edition: Edition) -> None:
    """The word SAMPLE in a box above the strip, in the middle of the sheet."""
    words = _("SAMPLE")
    width = width_of(words, "SansBold", 12)
    x, y = edition.left + (LIVE_WIDTH - width) / 2, edition.top + 8
    canvas.setFillColor(edition.inks["text"])
    canvas.setStrokeColor(edition.inks["text"])
    canvas.setLineWidth(1)
    canvas.rect(x - 8, y - 5, width + 16, 20)
    draw_text(canvas, x, y, words, "SansBold", 12)
