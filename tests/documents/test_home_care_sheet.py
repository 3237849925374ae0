"""The home care sheet: what the client does at home, large, on one page."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from alliance_desktop.documents import home_care_sheet
from alliance_desktop.domain.plan import Commitment, Signs
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.voice import Said, Whose

Reader = Callable[[bytes], str]
WALK = Commitment("c4", Whose.CLIENT, "Walk after lunch", "4 days a week", stop_if="If you start to limp")
DAYS = "Mon Tue Wed Thu Fri Sat Sun"


def with_content(record: PlanPaper, **changed: Any) -> PlanPaper:
    version = record.version
    return replace(record, version=replace(version, content=replace(version.content, **changed)))


@pytest.fixture
def three(whole: PlanPaper) -> PlanPaper:
    """The plan with three things to do at home, as many as are kept."""
    return with_content(whole, commitments=(*whole.version.content.commitments, WALK))


@pytest.mark.parametrize("paper", list(Paper))
def test_three_things_stand_on_one_page_with_days_to_tick(three: PlanPaper, read: Reader, paper: Paper) -> None:
    data, pages = home_care_sheet.pdf(three, paper)
    text = read(data)
    assert pages == 1
    order = [
        "For Maria · version 2 · 15 June 2026",
        "At home until Monday 27 July",
        "I want to pick up my grandson without fear.”",
        "3 small things. A little, often, beats a lot at once.",
        f"Warm pack When and how long Each evening, 15 minutes by 27 July Stop if the skin gets sore {DAYS}",
        f"Cat stretch When and how long Each morning, 8 slow times Stop if pain runs down a leg {DAYS}",
        f"Walk after lunch When and how long 4 days a week Stop if you start to limp {DAYS}",
        "When to stop and call Call Ana, 555 0142, if you hurt more for two days after a visit",
        "Get medical help at once if a leg goes weak or numb",
        "What I noticed",
    ]
    places = [text.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_the_therapists_steps_and_the_rest_of_the_plan_stay_off_it(three: PlanPaper, read: Reader) -> None:
    text = read(home_care_sheet.pdf(three, Paper.A4)[0])
    for elsewhere in ("Work on your back", "Leo", "tablets", "page 1", "Feldner", "example.org"):
        assert elsewhere not in text


def test_what_is_not_filled_in_leaves_no_label(three: PlanPaper, read: Reader) -> None:
    bare = with_content(
        three, commitments=(Commitment("c", Whose.CLIENT, "Rest"),), signs=Signs(), what_matters=Said(), review_on=None
    )
    text = read(home_care_sheet.pdf(bare, Paper.A4)[0])
    assert "At home 1 small thing." in text
    for absent in ("When", "Stop if", "until", "“"):
        assert absent not in text


def test_days_to_tick_give_way_before_a_second_page_begins(three: PlanPaper, read: Reader) -> None:
    many = with_content(three, commitments=tuple(replace(WALK, uid=f"c{n}") for n in range(6)))
    data, pages = home_care_sheet.pdf(many, Paper.LETTER)
    assert pages == 1
    assert read(data).count("Walk after lunch") == 6
    crowd = with_content(three, commitments=tuple(replace(WALK, uid=f"c{n}") for n in range(12)))
    data, pages = home_care_sheet.pdf(crowd, Paper.LETTER)
    assert pages > 1
    assert read(data).count(DAYS) == 12
    assert f"page {pages} of {pages}" in read(data)


def test_only_what_the_client_does_makes_a_sheet(three: PlanPaper) -> None:
    assert len(three.at_home) == 3
    mine = tuple(step for step in three.version.content.commitments if step.whose is Whose.THERAPIST)
    assert with_content(three, commitments=(*mine, Commitment("b", Whose.CLIENT))).at_home == ()


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("grey", [False, True])
def test_the_file_is_whole_the_same_again_and_names_nobody(
    three: PlanPaper, paper: Paper, large: bool, grey: bool
) -> None:
    data, pages = home_care_sheet.pdf(three, paper, large, grey)
    assert home_care_sheet.pdf(three, paper, large, grey) == (data, pages)
    reader = PdfReader(io.BytesIO(data))
    told = {key: value for key, value in (reader.metadata or {}).items() if not key.endswith("Date")}
    assert told.pop("/Title") == "Home care"
    assert {value for key, value in told.items() if key != "/Trapped"} <= {""}
    sheets: list[Any] = list(reader.pages)
    for page in sheets:
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
        drawn = page.get_contents().get_data().decode("latin-1")
        colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", drawn)
        assert not grey or all(len(set(colour)) == 1 for colour in colours)
