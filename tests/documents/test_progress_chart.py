"""The progress line on paper: what it says, what is drawn of it, and that nothing is drawn where there is none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from alliance_desktop.documents import plan_sheet
from alliance_desktop.documents.edition import Edition
from alliance_desktop.documents.progress_chart import ProgressChart
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Goal
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.progress_line import ProgressLine
from alliance_desktop.domain.voice import Said
from tests.documents.conftest import Reader
from tests.documents.test_body_figure import printed

GOAL = Goal("g", Said("Lift Leo with no fear"), hoped=8)
LINE = ProgressLine(GOAL, ((date(2026, 5, 4), 3), (date(2026, 5, 20), 5), (date(2026, 6, 15), 6)))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("large", [False, True])
def test_the_second_page_shows_how_the_goal_went(whole: PlanPaper, read: Reader, paper: Paper, large: bool) -> None:
    text = read(plan_sheet.pdf(replace(whole, progress=LINE), paper, large)[0])
    told = "Lift Leo with no fear” 10 = with ease 0 = not yet we hope for 8 better 3 6 5 4 May 15 June"
    assert told.replace("3 6 5", "3 5 6") in text


def test_one_goal_alone_needs_no_name_over_its_line(record: PlanPaper, read: Reader) -> None:
    content = replace(record.version.content, goals=record.version.content.goals[:1])
    alone = replace(record, version=replace(record.version, content=content), progress=LINE)
    assert "How it goes 10 = with ease" in read(plan_sheet.pdf(alone, Paper.A4)[0])


def test_without_a_line_or_without_numbers_nothing_of_it_is_drawn(whole: PlanPaper, read: Reader) -> None:
    without = replace(whole, progress=LINE, left_out=frozenset({Section.NUMBERS}))
    for paper in (whole, without):
        assert "better" not in read(plan_sheet.pdf(paper, Paper.A4)[0])


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(st.tuples(st.integers(1, 60), st.integers(0, 10)), min_size=2, max_size=12),
    hoped=st.none() | st.integers(0, 10),
    low=st.booleans(),
    large=st.booleans(),
)
def test_whatever_the_numbers_no_words_lie_on_each_other(
    steps: list[tuple[int, int]], hoped: int | None, low: bool, large: bool
) -> None:
    day, numbers = date(2025, 11, 3), []
    for later, number in steps:
        day += timedelta(days=later)
        numbers.append((day, number))
    chart = ProgressChart(Edition(large=large), ProgressLine(replace(GOAL, hoped=hoped), tuple(numbers)), low)
    boxes = boxes_of(printed(chart))
    told = [words for words, _box in boxes]
    assert told.count(str(steps[0][1])) >= 1
    assert told.count(str(steps[-1][1])) >= 1
    clashes = [(one, other) for n, (one, box) in enumerate(boxes) for other, at in boxes[n + 1 :] if meet(box, at)]
    assert clashes == []


Box = tuple[float, float, float, float]


def boxes_of(data: bytes) -> list[tuple[str, Box]]:
    """Each run of words with the box of its ink."""
    document = PdfDocument(data)
    text = document[0].get_textpage()
    found = []
    for number in range(text.count_rects()):
        box = text.get_rect(number)
        found.append((text.get_text_bounded(*box).strip(), box))
    document.close()
    return found


def meet(one: Box, other: Box) -> bool:
    """True when two boxes (left, bottom, right, top) share more than a hair."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 0.5 and tall > 0.5
