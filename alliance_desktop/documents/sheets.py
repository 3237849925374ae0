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
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
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
    """A finished paper: its bytes, its pages, and amber sentences to read before it is handed out."""

    data: bytes
    pages: int
    remarks: tuple[str, ...]


def draw(
    kind: DocumentKind, record: PlanPaper | LoosePaper, paper: Paper, large: bool = False, grey: bool = False
) -> Drawn:
    """Draw one paper in its language; the same record gives the same bytes. The remarks are for the therapist."""
    with speaking(record.language):
        if isinstance(record, PlanPaper):
            data, pages = _OF_PLAN[kind](record, paper, large, grey)
        else:
            data, pages = _LOOSE[kind](record, paper, large, grey)
    if isinstance(record, PlanPaper) and kind is DocumentKind.PLAN:
        return Drawn(data, pages, plan_sheet.remarks(record, pages, large))
    return Drawn(data, pages, _unprinted(record))


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
