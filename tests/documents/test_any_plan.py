"""Whatever two people write, every sheet of it is whole: so many pages at the most, nothing cut, no heading alone."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alliance_desktop.documents import sheets
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition, span
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.loose_paper import LoosePaper
from alliance_desktop.domain.paper_section import FIRST_TO_GO
from alliance_desktop.domain.paper_text import PaperText
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.privacy import PrivacyFacts
from tests.documents.any_plan import Writer
from tests.documents.any_visits import by_chance, has_own_record
from tests.documents.looking import (
    bare_headings,
    fonts_of,
    images_of,
    ink_below,
    ink_outside,
    lines_of,
    sizes_of,
    told_about,
)

# How large a heading is, and how wide the column below it, in regular and in large print.
FACTS = PrivacyFacts(date(2026, 11, 26), in_a_cloud=True)
HEADINGS = {False: (13.5, span(3)), True: (20.0, LIVE_WIDTH)}
# Shrinking a drawn paper takes minutes and tells no more than the paper itself.
drawing = settings(
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
seeds = st.integers(0, 2**32)


def with_content(record: PlanPaper, content: PlanContent, signed: bool, new: int) -> PlanPaper:
    signatures = record.version.signatures if signed else ()
    changes = tuple(ChangeLine(Kind.NEW, f"You will: something new {n}", "commitments") for n in range(new))
    version = replace(record.version, content=content, signatures=signatures)
    return replace(record, version=version, changes=changes, may_go=FIRST_TO_GO)


def whole_and_neutral(made: sheets.Drawn, paper: Paper, large: bool, kind: DocumentKind = DocumentKind.PLAN) -> None:
    """What holds for every sheet, whatever is on it."""
    data, pages = made.data, lines_of(made.data)
    assert len(pages) == made.pages
    assert all(len(page) > 1 for page in pages), "no page is empty"
    # The guide's headings stand beside their text.
    assert kind is DocumentKind.GUIDE or bare_headings(data, *HEADINGS[large]) == []
    assert min(sizes_of(data)) >= (16 if large else 12)
    if kind is not DocumentKind.CLOSING_SLIPS:
        # The lines along which slips are cut run to the paper's edge.
        assert ink_outside(data) == 0
        assert ink_below(data, Edition(paper).bottom - 8) == 0
    fonts = fonts_of(data)
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert all(re.match(r"/[A-Z]{6}\+|/AAAAAA", font["/BaseFont"]) for font in fonts), "only the letters in use"
    assert images_of(data) == 0
    assert told_about(data) <= {""}


@settings(drawing, max_examples=20)
@given(seed=seeds, paper=st.sampled_from(Paper), large=st.booleans(), signed=st.booleans(), new=st.integers(0, 10))
def test_a_plan_as_people_write_it_takes_two_pages_or_three(
    record: PlanPaper, seed: int, paper: Paper, large: bool, signed: bool, new: int
) -> None:
    asked = with_content(record, Writer(seed, usual=True).content(), signed, new)
    made = sheets.draw(DocumentKind.PLAN, asked, paper, large)
    four = len(asked.version.content.goals) > 3
    assert made.pages <= (10 if large else 4 if four else 3)
    whole_and_neutral(made, paper, large)


@settings(drawing, max_examples=8)
@given(seed=seeds, paper=st.sampled_from(Paper), large=st.booleans(), grey=st.booleans(), new=st.integers(0, 20))
def test_a_plan_up_to_the_limits_takes_the_pages_its_words_need_and_is_the_same_again(
    record: PlanPaper, seed: int, paper: Paper, large: bool, grey: bool, new: int
) -> None:
    content = Writer(seed, usual=False).content()
    asked = with_content(record, content, bool(seed % 2), new)
    made = sheets.draw(DocumentKind.PLAN, asked, paper, large, grey)
    letters = sum(len(text) for _whose, text in told(content))
    assert made.pages <= (6 + letters / 350 if large else 3 + letters / 1000)
    whole_and_neutral(made, paper, large)
    assert sheets.draw(DocumentKind.PLAN, asked, paper, large, grey).data == made.data


@settings(drawing, max_examples=24)
@given(
    kind=st.sampled_from([kind for kind in DocumentKind if kind is not DocumentKind.PLAN]),
    seed=seeds,
    usual=st.booleans(),
    paper=st.sampled_from(Paper),
    large=st.booleans(),
    grey=st.booleans(),
)
def test_every_other_sheet_is_whole_and_the_same_again(
    record: PlanPaper, kind: DocumentKind, seed: int, usual: bool, paper: Paper, large: bool, grey: bool
) -> None:
    writer = Writer(seed, usual)
    asked: Any = with_content(record, writer.content(), True, 0)
    if has_own_record(kind):
        asked = by_chance(kind, record.practice, writer)
    elif not kind.needs_plan:
        own = {text: writer.area() for text in PaperText}
        asked = LoosePaper(record.practice, writer.line(20), (writer.line(), writer.line()), texts=own, facts=FACTS)
    made = sheets.draw(kind, asked, paper, large, grey)
    assert made.pages <= (4 if usual and not large else 40)
    whole_and_neutral(made, paper, large, kind)
    assert sheets.draw(kind, asked, paper, large, grey).data == made.data
