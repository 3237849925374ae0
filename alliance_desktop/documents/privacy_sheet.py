"""The page of how a practice keeps what clients tell: where it is, who can read it, and what a client can ask for.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Together, height_of, spread, tighten
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.prose import beside, paragraphs
from alliance_desktop.documents.ruling import Rule
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _, day_words

__all__ = ["pdf", "story"]


def pdf(record: LoosePaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only. Raises ``ValueError`` for
    a record without facts.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Privacy"))


def story(record: LoosePaper, edition: Edition) -> list[Flowable]:
    """The page's pieces in reading order."""
    if record.facts is None:
        raise ValueError(record)
    flow: list[Flowable] = [edition.words(_("How your words are kept"), "title"), edition.gap(10, 6)]
    for heading, text in record.facts.parts(record.practice.first_name or record.practice.therapist):
        made = beside(edition.words(heading, "head"), paragraphs(text, edition), edition)
        flow += [*made] if edition.large else [Together([Rule(edition), edition.gap(9), *made])]
        flow.append(edition.gap(15, 10))
    room = frame_height(edition, _strip(record))
    if height_of(flow, LIVE_WIDTH) > room:
        tighten(flow)
    spread(flow, LIVE_WIDTH, room)
    return flow


def _strip(record: LoosePaper) -> Strip:
    day = day_words(record.facts.day) if record.facts is not None else ""
    who = _("For {name}").format(name=record.called) if record.called else ""
    return strip_of(record.practice, " · ".join(filter(None, (who, _("as of {day}").format(day=day)))))
