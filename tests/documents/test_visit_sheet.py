"""A visit's summary on paper: what was said, done and felt, what comes next, and nothing that was thought."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from alliance_desktop.documents import sheets
from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import MarkKind, on_region
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Signs
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from tests.documents.any_visits import visit
from tests.domain.bodies import shoulder

Reader = Callable[[bytes], str]


@pytest.fixture
def page() -> VisitPaper:
    return visit(Practice("Ana Brandl", "bodywork", phone="555 0142"))


def told(read: Reader, page: VisitPaper, large: bool = False) -> str:
    return read(sheets.draw(DocumentKind.VISIT_SUMMARY, page, Paper.A4, large).data)


@pytest.mark.parametrize("large", [False, True])
def test_a_visit_is_told_in_plain_words(read: Reader, page: VisitPaper, large: bool) -> None:
    text = told(read, page, large)
    for words in (
        "Your visit on Thursday 26 November",
        "“I lifted Leo on Sunday. It was sore for an hour, then gone.”",
        "What we did Low back and hips, slow and firm. The neck only briefly.",
        "How it felt afterwards Warm and heavy, then sleepy.",
        "before 6",
        "after 3",
        "before 4",
        "Warm pack Each evening, 15 minutes by 26 November Stop if the skin gets sore",
        "I promise Look up the cushion for the choir chair",
        "Next visit Thursday 3 December, 10:00",
        "Call Ana, 555 0142, if you hurt more for two days after a visit",
    ):
        assert words in text, words


def test_it_stands_on_one_page(page: VisitPaper) -> None:
    assert sheets.draw(DocumentKind.VISIT_SUMMARY, page, Paper.A4).pages == 1
    assert sheets.draw(DocumentKind.VISIT_SUMMARY, page, Paper.LETTER).pages == 1


def test_each_part_is_left_out_by_its_tick_but_never_when_to_call(read: Reader, page: VisitPaper) -> None:
    signs = {
        Section.TOLD: "I lifted Leo",
        Section.DONE: "Low back and hips",
        Section.AFTERWARDS: "Warm and heavy",
        Section.BEFORE_AFTER: "before 6",
        Section.PROMISED: "cushion",
        Section.AT_HOME: "Warm pack",
        Section.NEXT_VISIT: "3 December",
    }
    assert set(page.held) == set(signs)
    for section, words in signs.items():
        assert words not in told(read, replace(page, left_out=frozenset({section}))), section
    text = told(read, replace(page, left_out=frozenset(signs)))
    assert "When to stop and call" in text


def test_what_was_not_said_has_no_heading(read: Reader, page: VisitPaper) -> None:
    bare = replace(page, asked="", response=" ", ratings=(), promise="", steps=(), signs=Signs(), next_visit=None)
    assert bare.held == (Section.DONE,)
    text = told(read, bare)
    assert "What we did" in text
    for heading in ("What you told me", "How it felt", "Before and after", "I promise", "At home", "Next visit"):
        assert heading not in text


def test_hard_words_and_a_later_addition_are_told_to_the_therapist(page: VisitPaper) -> None:
    swaps = (WordSwap(SwapKind.PLAINER, "en", "hips", "the hip joints"), WordSwap(SwapKind.PLAINER, "en", "Leo", "x"))
    told = sheets.draw(DocumentKind.VISIT_SUMMARY, replace(page, swaps=swaps, added=True), Paper.A4).remarks
    assert told[0].startswith("This note was added to later.")
    assert told[1] == "1 word is better said otherwise:"
    assert told[2].startswith("Plainer: the hip joints for hips")
    # The client's own words are theirs, and a part that is left out is not looked at.
    without = replace(page, swaps=swaps, left_out=frozenset({Section.DONE}))
    assert sheets.draw(DocumentKind.VISIT_SUMMARY, without, Paper.A4).remarks == ()


@pytest.fixture
def marked(page: VisitPaper) -> VisitPaper:
    """A page with three marks in as many views, the therapist's with a note."""
    said = replace(shoulder(MarkKind.ACHE), strength=7, note="When I lift Leo")
    back, sole = (
        on_region(view, Whose.THERAPIST, MarkKind.WORKED, body.view(view).regions[-1]) for view in ("back", "feet_sole")
    )
    return replace(page, marks=(said, replace(back, note="Watch it"), replace(sole, kind=MarkKind.HOLDING)))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_what_was_marked_on_the_body_is_drawn_and_said_once_in_words(
    read: Reader, marked: VisitPaper, paper: Paper, large: bool
) -> None:
    text = read(sheets.draw(DocumentKind.VISIT_SUMMARY, marked, paper, large).data)
    assert "Left shoulder, front: aches, 7 of 10, said by Maria: “When I lift Leo”" in text
    assert "Right heel and ankle, back: worked on, noted by Ana" in text
    assert text.count("noted by Ana") == 2
    for legend in ("aches", "worked on", "holding", "Round: Maria", "Square: Ana", "Number: how strong, 0 to 10"):
        assert legend in text
    # What the therapist noted at a mark is for the note.
    assert "Watch it" not in text


def test_the_body_is_left_out_by_its_tick(read: Reader, marked: VisitPaper) -> None:
    assert Section.BODY in marked.held
    without = replace(marked, left_out=frozenset({Section.BODY}))
    assert "On the body" not in told(read, without)
    assert "When I lift Leo" not in "".join(without.written)


def test_places_of_which_the_same_is_said_share_a_sentence(read: Reader, page: VisitPaper) -> None:
    calves = tuple(
        on_region(side, Whose.BOTH, MarkKind.AVOID, region)
        for side in ("left", "right")
        if (region := body.view("back").region(f"back.{side}.calf")) is not None
    )
    text = told(read, replace(page, marks=calves))
    assert "Left calf, back; Right calf, back: leave alone, agreed by Maria and Ana" in text
