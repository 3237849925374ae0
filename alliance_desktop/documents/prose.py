"""Running text on paper: paragraphs, lists, and a heading beside its text.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, Edition, span
from alliance_desktop.documents.marks import Dotted


def paragraphs(text: str, edition: Edition) -> list[Flowable]:
    """The text as typed: an empty line parts paragraphs, a hyphen or dot begins a line of a list."""
    flow: list[Flowable] = []
    for part in text.replace("\r", "").split("\n\n"):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        for place, line in enumerate(lines):
            listed = line[:2] in ("- ", "• ", "* ")
            made = edition.words(line[2:].strip() if listed else line)
            apart = 3 if place else 8
            flow += [edition.gap(apart)] if flow else []
            flow.append(Dotted(edition, [made]) if listed else made)
    return flow


def beside(heading: Flowable, text: Sequence[Flowable], edition: Edition) -> list[Flowable]:
    """The heading at the left of its text, so that no line is long; in large print above it."""
    if not text:
        return []
    if edition.large:
        return [Stack([heading, edition.gap(4), text[0]]), *text[1:]]
    return [Columns([[heading], list(text)], [span(2), span(4)], GUTTER)]


def narrow(text: Sequence[Flowable], edition: Edition) -> list[Flowable]:
    """The text so narrow that no line is longer than one reads with ease."""
    return list(text) if edition.large else [Columns([list(text)], [span(5)], GUTTER)]
