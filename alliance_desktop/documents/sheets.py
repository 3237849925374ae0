"""Every paper by its kind: draws it, and says what to look at before it is handed out.

Loaded late by everybody, because it brings ReportLab.
"""

from dataclasses import dataclass

from alliance_desktop.documents import (
    blank_plan_sheet,
    closing_slips_sheet,
    guide_sheet,
    home_care_sheet,
    letter_sheet,
    plan_sheet,
    pocket_card_sheet,
    privacy_sheet,
    progress_sheet,
    think_before_sheet,
    visit_sheet,
)
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import LetterPaper
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_checks import better_words, checks, named_elsewhere, read_on
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.progress_paper import ProgressPaper
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.words import _, speaking

_AT_HOME = {
    DocumentKind.HOME_CARE: home_care_sheet.pdf,
    DocumentKind.POCKET_CARD: pocket_card_sheet.pdf,
}
_LOOSE = {
    DocumentKind.THINK_BEFORE: think_before_sheet.pdf,
    DocumentKind.GUIDE: guide_sheet.pdf,
    DocumentKind.PRIVACY: privacy_sheet.pdf,
    DocumentKind.BLANK_PLAN: blank_plan_sheet.pdf,
    DocumentKind.CLOSING_SLIPS: closing_slips_sheet.pdf,
}
# What is drawn from the record of the visits themselves, and says of itself which words people wrote.
Written = ProgressPaper | VisitPaper | LetterPaper
Record = PlanPaper | LoosePaper | Written


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished paper: its bytes, its pages, and amber sentences to read before it is handed out.

    ``better`` counts the words that are better said otherwise. ``gone`` are the parts that gave way, so that two pages
    hold the others.
    """

    data: bytes
    pages: int
    remarks: tuple[str, ...]
    better: int = 0
    gone: tuple[Section, ...] = ()


def draw(kind: DocumentKind, record: Record, paper: Paper, large: bool = False, grey: bool = False) -> Drawn:
    """Draw one paper in its language; the same record gives the same bytes. The remarks are for the therapist."""
    if isinstance(record, Written):
        return _written(record, paper, large, grey)
    with speaking(record.language):
        if isinstance(record, LoosePaper):
            data, pages = _LOOSE[kind](record, paper, large, grey)
        elif kind is DocumentKind.PLAN:
            data, pages, printed = plan_sheet.drawn(record, paper, large, grey)
        else:
            data, pages = _AT_HOME[kind](record, paper, large, grey)
    if isinstance(record, LoosePaper):
        return Drawn(data, pages, (*_unprinted(kind, record), *named_elsewhere(record.strangers)))
    if kind is DocumentKind.PLAN:
        many = len(better_words(printed, kind))
        gone = tuple(section for section in printed.withheld if section not in record.left_out)
        return Drawn(data, pages, (*_gave_way(gone), *plan_sheet.remarks(printed, pages, large)), many, gone)
    remarks = (*_unprinted(kind, record), *checks(record, kind, pages, large))
    return Drawn(data, pages, remarks, len(better_words(record, kind)))


def _written(record: Written, paper: Paper, large: bool, grey: bool) -> Drawn:
    """A paper that is not drawn from a plan's version alone."""
    own: tuple[str, ...] = ()
    practice = record.practice
    named = [practice.therapist, practice.title, practice.phone]
    with speaking(record.language):
        if isinstance(record, ProgressPaper):
            data, pages = progress_sheet.pdf(record, paper, large, grey)
        elif isinstance(record, VisitPaper):
            data, pages = visit_sheet.pdf(record, paper, large, grey)
        else:
            data, pages = letter_sheet.pdf(record, paper, large, grey)
    if isinstance(record, LetterPaper):
        named += [practice.name, practice.address, practice.email]
    else:
        named.append(record.called)
    if not isinstance(record, ProgressPaper):
        own = record.remarks()
    missing = plan_sheet.cannot_be_printed(plan_sheet.words_without_font([*named, *record.written]))
    return Drawn(data, pages, (*missing, *named_elsewhere(record.strangers), *own))


def _gave_way(gone: tuple[Section, ...]) -> tuple[str, ...]:
    """Say what is not on the paper although nobody left it out."""
    if not gone:
        return ()
    parts = _(", ").join(section.words for section in gone)
    return (_("Two pages hold it without: {parts}. Tick what is to be on it.").format(parts=parts),)


def _unprinted(kind: DocumentKind, record: PlanPaper | LoosePaper) -> tuple[str, ...]:
    """Name the words on a paper other than the plan that no font has."""
    if kind is DocumentKind.CLOSING_SLIPS:
        # Nobody is named on a slip.
        return ()
    practice = record.practice
    texts = [practice.therapist, practice.title, practice.phone, record.called]
    if isinstance(record, PlanPaper):
        texts += [text for _whose, text in told(read_on(record, kind))]
    elif kind is DocumentKind.THINK_BEFORE:
        texts += record.goals
    elif kind is DocumentKind.GUIDE:
        texts += record.texts.values()
    return plan_sheet.cannot_be_printed(plan_sheet.words_without_font(texts))
