"""What to look at before a plan is handed out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from alliance_desktop.domain import paper_checks
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.glossary import Explained
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Choice, Commitment, Goal, PlanContent, PlanVersion, Reservation, Signs, Way
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from alliance_desktop.words import speak

WALK = Commitment("c1", Whose.CLIENT, "Walk after lunch", "four days a week")
GOOD = PlanContent(
    what_matters=Said("I want to sleep again."),
    goals=(Goal("g1", Said("Sleep all night")),),
    commitments=(WALK,),
    reservations_asked=True,
    review_on=date(2026, 7, 27),
    signs=Signs(call_me="you hurt for two days", call_doctor="a leg goes weak"),
)
HOME = (DocumentKind.HOME_CARE, DocumentKind.POCKET_CARD)


def paper(content: PlanContent, **more: Any) -> PlanPaper:
    version = PlanVersion(0, 1, 2, content, (), "Maria", "Ana", "", "", datetime(2026, 6, 15, tzinfo=UTC))
    return PlanPaper(version, Practice("Ana Brandl"), "Maria", **({"draft": True} | more))


def checks(
    content: PlanContent, pages: int, large_print: bool, kind: DocumentKind = DocumentKind.PLAN, **more: Any
) -> tuple[str, ...]:
    return paper_checks.checks(paper(content, **more), kind, pages, large_print)


@pytest.fixture
def german() -> Iterator[None]:
    """A program that speaks German."""
    speak("de")
    yield
    speak("en")


def test_a_good_plan_has_no_remark() -> None:
    assert checks(GOOD, 2, large_print=False) == ()


def test_an_empty_plan_is_looked_at_too() -> None:
    assert checks(PlanContent(), 2, large_print=False)[0] == "The client’s own words are not on it yet."


def test_the_clients_words_are_asked_for_as_a_whole_and_goal_by_goal() -> None:
    without = replace(GOOD, what_matters=Said())
    assert checks(without, 2, False) == ("What matters to the client is not on it yet.",)
    foreign = replace(GOOD, goals=(Goal("g1", activity="Walk to the shop"),))
    assert checks(foreign, 2, False) == ("This goal is not in the client’s words: Walk to the shop",)


@pytest.mark.parametrize(("number", "remarks"), [(3, 0), (4, 1)])
def test_more_than_three_things_at_home_are_many(number: int, remarks: int) -> None:
    many = replace(GOOD, commitments=tuple(replace(WALK, uid=f"c{n}") for n in range(number)))
    assert len(checks(many, 2, False)) == remarks


def test_my_own_steps_and_blank_ones_are_not_counted() -> None:
    mine = tuple(Commitment(f"m{n}", Whose.THERAPIST, "Call you") for n in range(5))
    blank = tuple(Commitment(f"b{n}", Whose.CLIENT) for n in range(5))
    assert checks(replace(GOOD, commitments=(WALK, *mine, *blank)), 2, False) == ()


def test_each_thing_at_home_says_how_often_or_by_when() -> None:
    vague = Commitment("c2", Whose.CLIENT, "Stretch")
    dated = Commitment("c3", Whose.CLIENT, "Buy a cushion", due=date(2026, 7, 1))
    told = checks(replace(GOOD, commitments=(WALK, vague, dated)), 2, False)
    assert told == ("How often, or by when, is missing for: Stretch",)


def test_a_day_to_look_again_and_the_question_about_doubts_are_missed() -> None:
    told = checks(replace(GOOD, review_on=None, reservations_asked=False), 2, False)
    assert told == ("There is no day to look at it again.", "Doubts were not asked about yet.")
    voiced = replace(GOOD, reservations_asked=False, reservations=(Reservation("r", Said("Will it hurt?")),))
    assert checks(voiced, 2, False) == ()


def test_a_third_page_is_one_too_many_except_in_large_print() -> None:
    assert checks(GOOD, 3, False) == ("It takes 3 pages; two are read.",)
    assert checks(GOOD, 5, large_print=True) == ()


def test_no_remark_wears_the_clients_quotation_marks() -> None:
    told = " ".join(checks(PlanContent(commitments=(Commitment("c", Whose.CLIENT, "Stretch"),)), 9, False))
    assert "“" not in told


@pytest.mark.parametrize(
    ("signs", "remark"),
    [
        (Signs(), "It does not say yet when to stop and call."),
        (Signs(call_doctor="a leg goes weak"), "It does not say yet when to call you."),
        (Signs(call_me="you hurt"), "It does not say yet when to get medical help."),
    ],
)
def test_when_to_stop_and_call_is_missed(signs: Signs, remark: str) -> None:
    assert checks(replace(GOOD, signs=signs), 2, False) == (remark,)


def test_ways_without_a_choice_are_missed_and_a_plan_without_ways_is_not() -> None:
    ways = (Way("w1", "Hands and home"), Way("w2", "Wait"))
    assert checks(replace(GOOD, ways=ways), 2, False) == ("None of the ways is chosen yet.",)
    assert checks(replace(GOOD, ways=ways, choice=Choice("w2")), 2, False) == ()
    assert checks(replace(GOOD, ways=ways, choice=Choice("gone")), 2, False) != ()


HARD = (
    "Longstanding hypertonicity of the paravertebral musculature contributes significantly to restricted rotational "
    "mobility, following prolonged occupational immobilisation and insufficient recuperation, necessitating "
    "comprehensive multimodal rehabilitation."
)


def test_hard_words_of_ours_are_marked_down_and_the_clients_are_not() -> None:
    told = checks(replace(GOOD, understanding=HARD + " " + HARD), 2, False)
    assert len(told) == 1
    assert told[0].startswith("It reads at school grade ")
    assert checks(replace(GOOD, what_matters=Said(HARD + " " + HARD)), 2, False) == ()


def test_a_few_hard_words_are_no_measure() -> None:
    assert checks(replace(GOOD, understanding="Hypertonic paravertebral musculature"), 2, False) == ()


def test_short_forms_of_ours_are_named_once() -> None:
    spoken = replace(
        GOOD, understanding="ROM is less. We test ROM and the TMJ (jaw joint).", what_matters=Said("My MRI")
    )
    assert checks(spoken, 2, False) == ("These short forms are not explained: ROM",)


SWAPS = (
    WordSwap(SwapKind.KINDER, "en", "bad back", "back that hurts"),
    WordSwap(SwapKind.PLAINER, "en", "trapezius", "muscle from neck to shoulder"),
    WordSwap(SwapKind.PLAINER, "en", "ROM", "how far it moves"),
    WordSwap(SwapKind.PLAINER, "en", "fascia", "layer under the skin"),
    WordSwap(SwapKind.PLAINER, "en", "chronic", "long-standing"),
)


def test_unkind_and_hard_words_are_named_with_their_sentence_and_a_better_word() -> None:
    ours = replace(
        GOOD, understanding="The trapezius is tight. A bad back needs rest.", what_matters=Said("My trapezius")
    )
    assert checks(ours, 2, False, swaps=SWAPS) == (
        "2 words are better said otherwise:",
        "Kinder: back that hurts for bad back, in: A bad back needs rest",
        "Plainer: muscle from neck to shoulder for trapezius, in: The trapezius is tight",
    )


def test_from_the_fourth_word_on_only_the_better_ones_are_told() -> None:
    told = checks(replace(GOOD, understanding="Trapezius, fascia, chronic, bad back, ROM."), 2, False, swaps=SWAPS)
    assert told[0] == "5 words are better said otherwise:"
    assert told[4:] == ("Also: long-standing for chronic, how far it moves for ROM.",)


def test_the_clients_words_and_when_to_call_are_not_said_otherwise() -> None:
    signs = Signs(call_me="your trapezius hurts", call_doctor="a leg goes weak")
    theirs = replace(GOOD, what_matters=Said("A calm trapezius"), signs=signs)
    assert checks(theirs, 2, False, swaps=SWAPS) == ()


@pytest.mark.parametrize("kind", HOME)
def test_what_is_done_at_home_is_looked_at_on_its_own_papers(kind: DocumentKind) -> None:
    assert checks(replace(GOOD, what_matters=Said(), goals=(), reservations_asked=False), 2, False, kind) == ()
    vague = tuple(replace(WALK, uid=f"c{n}", how="") for n in range(4))
    bare = replace(GOOD, commitments=vague, signs=Signs(), review_on=None)
    assert checks(bare, 3, False, kind) == (
        "It does not say yet when to stop and call.",
        "4 things to do at home. Three at most are easier to keep.",
        "How often, or by when, is missing for: Walk after lunch, Walk after lunch, Walk after lunch, Walk after lunch",
        "There is no day to look at it again.",
        "It takes 3 pages; two are read.",
    )


@pytest.mark.parametrize("kind", HOME)
def test_only_the_words_on_a_paper_of_what_is_done_at_home_are_judged(kind: DocumentKind) -> None:
    elsewhere = replace(GOOD, understanding=f"{HARD} {HARD} ROM of the trapezius")
    assert checks(elsewhere, 2, False, kind, swaps=SWAPS[:2]) == ()
    here = replace(GOOD, commitments=(replace(WALK, what="Ease the trapezius, full ROM"),))
    assert checks(here, 2, False, kind, swaps=SWAPS[:2]) == (
        "These short forms are not explained: ROM",
        "1 word is better said otherwise:",
        "Plainer: muscle from neck to shoulder for trapezius, in: Ease the trapezius, full ROM",
    )


def test_words_in_a_part_that_is_left_out_are_not_judged() -> None:
    hard = replace(GOOD, understanding=f"{HARD} {HARD} ROM of the trapezius")
    assert checks(hard, 2, False, swaps=SWAPS[:2], left_out=frozenset({Section.GOING_ON})) == ()


def test_a_short_form_among_the_words_we_used_is_explained() -> None:
    short = replace(GOOD, understanding="The ROM is less")
    explained = (Explained("ROM", "how far it moves"),)
    assert checks(short, 2, False, explained=explained) == ()
    told = ("These short forms are not explained: ROM",)
    assert checks(short, 2, False, explained=explained, left_out=frozenset({Section.GLOSSARY})) == told


def test_another_client_s_name_is_told_first() -> None:
    told = checks(PlanContent(), 2, False, strangers=("Jonas Wehrling", "Priya Sandmoor"))
    assert told[0] == "Another client’s name stands on it: Jonas Wehrling, Priya Sandmoor"


SHORT_IN_GERMAN = (
    "Paravertebrale Muskulatur hyperton. Rotationsbeweglichkeit eingeschränkt. Multimodale Rehabilitation notwendig. "
) * 4
LONG_IN_GERMAN = (
    "Du gehst am Tag so weit es geht und ruhst dich aus wenn es weh tut und gehst dann noch ein Stück. " * 2
)


def test_a_german_plan_in_an_english_program_is_read_as_german() -> None:
    easy = replace(GOOD, understanding=LONG_IN_GERMAN)
    assert checks(easy, 2, False, language="de") == ()
    hard = replace(GOOD, understanding=SHORT_IN_GERMAN)
    assert checks(hard, 2, False, language="de") == (
        "3 words in a sentence on average; 100 of 100 words have 7 letters or more. Shorter ones are easier to read.",
    )
    assert checks(hard, 2, False)[0].startswith("It reads at school grade "), "in English"


@pytest.mark.usefixtures("german")
def test_an_english_plan_in_a_german_program_has_its_grade_told_in_german() -> None:
    (told,) = checks(replace(GOOD, understanding=f"{HARD} {HARD}"), 2, False, language="en")
    assert "Schulstufe" in told
    (own,) = checks(replace(GOOD, understanding=SHORT_IN_GERMAN), 2, False)
    assert "Wörter" in own, "a client without a language of their own reads the program's"
