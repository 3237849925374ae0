"""The guide to communication and boundaries: why saying it helps, how to bring something up, where the limits are.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Together, height_of, spread
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.prose import beside, paragraphs
from alliance_desktop.documents.ruling import RoomToWrite, Rule
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _

__all__ = ["pdf", "story"]

_MOST_LINES = 8
_SECTIONS = {PaperText.WHY_SAY_IT: Section.WHY_SAY_IT, PaperText.LIMITS: Section.LIMITS}


def pdf(record: LoosePaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Guide"))


def story(record: LoosePaper, edition: Edition) -> list[Flowable]:
    """The guide's pieces in reading order, each part whole on a page where one holds it; then room for own words."""
    room = frame_height(edition, _strip(record))
    flow: list[Flowable] = [edition.words(_("You can always say it"), "title"), edition.gap(10, 6)]
    for part in PaperText:
        section = _SECTIONS.get(part)
        if section is None or record.prints(section):
            flow += [*_part(part, record, edition, room), edition.gap(15, 10)]
    if record.prints(Section.ROOM):
        head = edition.words(_("What I would like to say"), "head_client")
        flow += [RoomToWrite(edition, head, 0.0, 0, _MOST_LINES)]
    spread(flow, LIVE_WIDTH, room)
    return flow


def _part(part: PaperText, record: LoosePaper, edition: Edition, room: float) -> list[Flowable]:
    text = paragraphs(record.texts.get(part, "") or part.ours, edition)
    made = beside(edition.words(part.heading, "head"), text, edition)
    if edition.large:
        return made
    whole = [Rule(edition), edition.gap(9), *made]
    # A text of one's own may be longer than a page.
    return [Together(whole)] if height_of(whole, LIVE_WIDTH) < room else whole


def _strip(record: LoosePaper) -> Strip:
    told = _("For {name}").format(name=record.called) if record.called else ""
    return strip_of(record.practice, told)
