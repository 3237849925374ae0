"""Every paper by its kind: draws it, and says what to look at before it is handed out.

Loaded late by everybody, because it brings ReportLab.
"""

from dataclasses import dataclass

from alliance_desktop.documents import (
    blank_plan_sheet,
    guide_sheet,
    home_care_sheet,
    plan_sheet,
    pocket_card_sheet,
    think_before_sheet,
)
from alliance_desktop.documents.text_runs import printable
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_checks import better_words, said_better
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import speaking

_OF_PLAN = {
    DocumentKind.PLAN: plan_sheet.pdf,
    DocumentKind.HOME_CARE: home_care_sheet.pdf,
    DocumentKind.POCKET_CARD: pocket_card_sheet.pdf,
}
_LOOSE = {
    DocumentKind.THINK_BEFORE: think_before_sheet.pdf,
    DocumentKind.GUIDE: guide_sheet.pdf,
    DocumentKind.BLANK_PLAN: blank_plan_sheet.pdf,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished paper: its bytes, its pages, and amber sentences to read before it is handed out.

    ``better`` counts the words that are better said otherwise.
    """

    data: bytes
    pages: int
    remarks: tuple[str, ...]
    better: int = 0


def draw(
    kind: DocumentKind, record: PlanPaper | LoosePaper, paper: Paper, large: bool = False, grey: bool = False
) -> Drawn:
    """Draw one paper in its language; the same record gives the same bytes. The remarks are for the therapist."""
    with speaking(record.language):
        if isinstance(record, PlanPaper):
            data, pages = _OF_PLAN[kind](record, paper, large, grey)
        else:
            data, pages = _LOOSE[kind](record, paper, large, grey)
    if not isinstance(record, PlanPaper):
        return Drawn(data, pages, _unprinted(record))
    if kind is DocumentKind.PLAN:
        better = len(better_words(record.version.content, record.swaps))
        return Drawn(data, pages, plan_sheet.remarks(record, pages, large), better)
    at_home = PlanContent(commitments=record.version.content.promised(Whose.CLIENT))
    found = better_words(at_home, record.swaps)
    told = (*said_better(found), *plan_sheet.settled(record)) if found else ()
    return Drawn(data, pages, (*_unprinted(record), *told), len(found))


def _unprinted(record: PlanPaper | LoosePaper) -> tuple[str, ...]:
    """Name the words that no font has."""
    if isinstance(record, PlanPaper):
        missing = plan_sheet.unprintable(record)
    else:
        practice = record.practice
        texts = (practice.therapist, practice.title, practice.phone, record.called, *record.goals)
        words = (word for text in (*texts, *record.texts.values()) for word in text.split())
        missing = tuple(dict.fromkeys(word for word in words if not printable(word)))
    return plan_sheet.cannot_be_printed(missing)
