"""How it goes, on paper: what the client rated, where each goal began and where it is, and only what was ticked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from alliance_desktop.documents import sheets
from alliance_desktop.domain.chart import Chart, Series
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.domain.progress_paper import ProgressPaper
from tests.documents.any_visits import BEGAN, progress
from tests.documents.looking import lines_of

Reader = Callable[[bytes], str]


@pytest.fixture
def page() -> ProgressPaper:
    return progress(Practice("Ana Brandl", "bodywork", phone="555 0142"))


def told(read: Reader, page: ProgressPaper, large: bool = False) -> str:
    return read(sheets.draw(DocumentKind.PROGRESS, page, Paper.A4, large).data)


@pytest.mark.parametrize("large", [False, True])
def test_numbers_are_told_as_a_sentence_as_lines_with_the_good_way_and_as_a_table(
    read: Reader, page: ProgressPaper, large: bool
) -> None:
    text = told(read, page, large)
    assert "Tension went from 8 to 3." in text
    assert "Sleep went from 3 to 7." in text
    assert ("less is better" in text, "more is better" in text) == (True, True)
    assert "1: plan, version 1, 4 May" in text
    table = text[text.index("The same numbers as a table") :]
    assert ("2 June: Tension 7, Sleep 3" if large else "2 June 7 3") in table


@pytest.mark.parametrize("large", [False, True])
def test_a_scale_has_its_finding_what_its_numbers_mean_its_line_and_its_table(
    read: Reader, page: ProgressPaper, large: bool
) -> None:
    text = told(read, page, large)
    assert "Neck this week went from 3.8 to 6.8." in text
    assert "Mean of the items, 0 to 10. Each answer: 0 = not at all, 10 = with ease." in " ".join(text.split())
    assert "How easily could you turn" not in text, "what is asked stays in the record"
    table = text[text.index("The same numbers as a table") :]
    assert ("25 October: Score 6.8" if large else "25 October 6.8") in table
    bare = replace(page, chart=None, goals=(), strands=(), share=None, left_out=frozenset({Section.SCALES}))
    assert "There are no numbers and no steps here yet." in told(read, bare)


def test_a_goal_says_where_it_began_and_where_it_is_today_and_never_a_score(read: Reader, page: ProgressPaper) -> None:
    text = told(read, page)
    assert "At first, 4 May: I do not lift him" in text
    assert "Today: I lift him, fine within an hour" in text
    assert "Next: I lift him and think nothing of it" in text
    assert all(words in text for words in ("Sleep through", "at first 3", "now 6", "hoped 8"))
    assert "Night pain" not in text, "professional words are the therapist's"
    assert "T-score" not in text


def test_each_part_is_left_out_by_its_tick(read: Reader, page: ProgressPaper) -> None:
    signs = {
        Section.LINES: "Tension went from",
        Section.SCALES: "Mean of the items, 0 to 10.",
        Section.PLANS_AGREED: "plan, version 1",
        Section.REPAIRS: "we talked about how we work",
        Section.LADDERS: "I carry him up the stairs",
        Section.ACTIVITIES: "Sleep through",
        Section.AREA: "now they cover 6 %",
        Section.TOGETHER: "The way we worked makes sense to me.",
        Section.TABLE: "The same numbers as a table",
    }
    assert set(page.held) == set(signs)
    whole = told(read, page)
    for section, words in signs.items():
        assert words in whole
        assert words not in told(read, replace(page, left_out=frozenset({section}))), section


def test_a_strain_is_in_words_that_blame_nobody(read: Reader, page: ProgressPaper) -> None:
    text = told(read, page)
    assert "2: we talked about how we work, 30 July" in text
    assert "repair" not in text


def test_of_many_days_the_table_has_the_newest_and_the_first_and_says_how_many_are_between(
    read: Reader, page: ProgressPaper
) -> None:
    days = [BEGAN + timedelta(days=7 * n) for n in range(40)]
    series = Series("Ease", tuple((day, n % 11) for n, day in enumerate(days)), Better.MORE)
    text = told(read, replace(page, chart=Chart((series,)), goals=(), strands=(), share=None, scales=()))
    table = text[text.index("The same numbers as a table") :]
    assert table.count(" Ease") == 1
    assert "4 May 2026 0" in table
    assert "24 days between the first and these are not listed." in table


def test_a_page_of_one_visit_and_one_of_nothing_stand_on_one_sheet(page: ProgressPaper) -> None:
    one = Chart((Series("Ease", ((BEGAN, 4),)),))
    for chart in (one, None):
        bare = replace(page, chart=chart, goals=(), strands=(), share=None, scales=())
        drawn = sheets.draw(DocumentKind.PROGRESS, bare, Paper.LETTER)
        assert drawn.pages == 1
        assert any("Ease is 4." in line for line in lines_of(drawn.data)[0]) == (chart is one)
