"""Room on the plan's paper: two sides hold a full plan, what gives way says so, and who signs sees all of it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from alliance_desktop.documents import plan_sheet, sheets
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.glossary import Explained
from alliance_desktop.domain.paper_section import FIRST_TO_GO, Section, held
from alliance_desktop.domain.plan import Agreement, Choice, PlanContent, Reservation, Way
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.progress_line import ProgressLine
from alliance_desktop.domain.voice import Said
from tests.documents.conftest import Reader
from tests.documents.looking import lines_of, operators, sizes_of

EXTRAS = {
    Section.SAID_BACK: "You loosen my back",
    Section.REFLECTION: "You want your Sundays back",
    Section.GOING_ON: "Your shoulder works for the whole back",
    Section.HELPS: "A warm bath",
    Section.UNDERSTOOD: "Kneeling and reaching",
}


def changed(record: PlanPaper, content: PlanContent) -> PlanPaper:
    return replace(record, version=replace(record.version, content=content))


@pytest.fixture
def full(whole: PlanPaper) -> PlanPaper:
    """A plan of two goals after a review: everything is said, much is new, and one goal has a line."""
    content = whole.version.content
    goals = (
        replace(content.goals[0], activity="Lift my grandson", now=5, hoped=8, professional="Kneeling and reaching"),
        replace(content.goals[1], activity="Sleep on my side", now=2, hoped=7, professional="Lying on one side"),
    )
    more = replace(
        content,
        goals=goals,
        reflection="You want your Sundays back.",
        understood=True,
        ways=(
            Way(
                "w1", "Hands and home", "Time to see what lasts\nFits around your work", "It asks patience", "6 visits"
            ),
            Way("w2", "Short and often", "You may feel it sooner", "Six trips in six weeks", "6 visits of 30 minutes"),
            Way("w3", "Stretches alone", "Costs you nothing but time", "Nobody to check how you do it", "10 minutes"),
        ),
        choice=Choice("w1", Said("I need to trust it first, and I cannot come every week."), Said("No more tablets.")),
        agreement=Agreement(6, "every two weeks", 60, "neck, back, arms", "feet, the right knee", "firm", "Pause"),
        understanding="Your shoulder works for the whole back when you kneel. It is tired and on guard, not torn.",
        signs=replace(content.signs, we_stop="If nothing has moved after three visits, we stop and ask your doctor."),
        reservations=(
            Reservation("r1", Said("Is massage all right with the blood thinner?"), "We stay light. Ask your doctor."),
            Reservation("r2", Said("I am not sure I will keep up the stretches.")),
        ),
    )
    new = [ChangeLine(Kind.CHANGED, f"Lift Leo: step {n} became step {n + 1}", "goals") for n in range(8)]
    new += [ChangeLine(Kind.NEW, "You will: Cat stretch", "commitments"), ChangeLine(Kind.NEW, "6 visits", "agreement")]
    line = ProgressLine(goals[0], ((date(2026, 5, 4), 3), (date(2026, 6, 15), 5)))
    return changed(replace(whole, changes=tuple(new), progress=line, may_go=FIRST_TO_GO), more)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_full_plan_takes_two_sides_and_no_letter_is_smaller(full: PlanPaper, read: Reader, paper: Paper) -> None:
    data, pages, printed = plan_sheet.drawn(full, paper)
    text = read(data)
    assert pages == 2
    assert min(sizes_of(data)) == 12
    assert 13 in sizes_of(data)
    for told in (
        "Ways we talked about", "Short and often Good: You may feel it sooner. Less good: Six trips in six weeks.",
        "Why this one, in your words", "What you do not want", "How we will know it works",
        "When we stop or ask somebody else", "we hope for 8 better 3 5", "What you are not sure about",
        "6 visits, every two weeks, 60 minutes each. We work on: neck, back, arms.",
        "New since version 1: goals · who does what · what we agreed", "I have a copy.",
        "Not all of version 2 is on this paper. This plan stays between us.",
    ):  # fmt: skip
        assert told in text, told
    gone = [section for section, words in EXTRAS.items() if words not in text]
    assert gone == [section for section in FIRST_TO_GO if section in printed.withheld]


def test_no_more_gives_way_than_has_to(full: PlanPaper) -> None:
    _data, _pages, printed = plan_sheet.drawn(full, Paper.A4)
    assert printed.withheld
    for section in printed.withheld:
        fewer = replace(full, left_out=frozenset(printed.withheld) - {section}, may_go=())
        assert plan_sheet.drawn(fewer, Paper.A4)[1] == 3, section


def test_what_turns_out_to_find_room_after_all_stays(full: PlanPaper) -> None:
    long = "Your shoulder works for the whole back when you kneel, and has not rested for a year. " * 11
    asked = changed(full, replace(full.version.content, understanding=long, reflection="", ways=()))
    _data, pages, printed = plan_sheet.drawn(asked, Paper.A4)
    assert (pages, printed.withheld) == (2, (Section.GOING_ON,))


def test_a_plan_with_room_gives_nothing_away_and_lists_what_is_new(whole: PlanPaper, read: Reader) -> None:
    data, pages, printed = plan_sheet.drawn(replace(whole, may_go=FIRST_TO_GO), Paper.A4)
    assert (pages, printed.withheld) == (2, ())
    assert "New since version 1 Visits: 4 → 6" in read(data)
    assert plan_sheet.pdf(whole, Paper.A4)[0] == data


def test_who_signs_sees_all_of_it_word_by_word(full: PlanPaper, read: Reader) -> None:
    data, pages, _printed = plan_sheet.drawn(replace(full, whole=True, may_go=()), Paper.A4)
    text = read(data)
    assert pages == 3
    assert [words for words in EXTRAS.values() if words not in text] == []
    assert [line.words for line in full.changes if line.words not in text] == []
    assert "Not all" not in text


def test_who_signs_sees_what_is_new_also_where_two_sides_would_name_it_in_short(full: PlanPaper, read: Reader) -> None:
    short = replace(full, left_out=frozenset(EXTRAS), may_go=())
    assert "New since version 1: goals" in read(plan_sheet.drawn(short, Paper.A4)[0])
    text = read(plan_sheet.drawn(replace(short, whole=True), Paper.A4)[0])
    assert [line.words for line in full.changes if line.words not in text] == []


def test_what_is_ticked_on_purpose_never_gives_way(full: PlanPaper, read: Reader) -> None:
    for section, words in EXTRAS.items():
        kept = replace(full, may_go=tuple(other for other in FIRST_TO_GO if other is not section))
        assert words in read(plan_sheet.drawn(kept, Paper.A4)[0]), section


def test_where_two_sides_never_hold_it_nothing_gives_way(full: PlanPaper) -> None:
    doubts = tuple(Reservation(f"r{n}", Said("Will it hurt me? " * 6), "We go slowly. " * 6) for n in range(8))
    data, pages, printed = plan_sheet.drawn(changed(full, replace(full.version.content, reservations=doubts)), Paper.A4)
    assert pages > 2
    assert printed.withheld == ()
    assert all(len(page) > 1 for page in lines_of(data))


def test_large_print_takes_the_pages_it_needs_and_gives_nothing_away(full: PlanPaper, read: Reader) -> None:
    text = read(plan_sheet.drawn(full, Paper.A4, large=True)[0])
    assert [words for words in EXTRAS.values() if words not in text] == []
    assert [line.words for line in full.changes if line.words not in text] == []


def test_the_therapist_is_told_what_gave_way(full: PlanPaper) -> None:
    made = sheets.draw(DocumentKind.PLAN, full, Paper.A4)
    assert made.gone
    parts = ", ".join(section.words for section in made.gone)
    assert made.remarks[0] == f"Two pages hold it without: {parts}. Tick what is to be on it."
    left_out = replace(full, left_out=frozenset(made.gone))
    assert sheets.draw(DocumentKind.PLAN, left_out, Paper.A4).gone == ()
    assert sheets.draw(DocumentKind.PLAN, left_out, Paper.A4).data == made.data


def test_what_gives_way_takes_its_news_and_its_words_along(full: PlanPaper) -> None:
    known = (Explained("torn", "broken through"), Explained("choir", "people who sing"))
    news = (ChangeLine(Kind.CHANGED, "What is going on: now torn", "understanding"), *full.changes)
    fewer = replace(full, explained=known, changes=news).giving_way((Section.GOING_ON,))
    assert "understanding" not in {line.about for line in fewer.changes}
    assert Explained("torn", "broken through") not in fewer.explained
    assert Section.GOING_ON not in held(fewer.content)


def test_that_the_client_has_a_copy_is_ticked_on_the_copy_alone(whole: PlanPaper) -> None:
    def ticks(record: PlanPaper) -> int:
        return len(re.findall("1 j", operators(plan_sheet.pdf(record, Paper.A4)[0])))

    unsigned = replace(whole, version=replace(whole.version, signatures=()))
    assert ticks(whole) - ticks(replace(whole, copied=False)) == 1
    assert ticks(unsigned) == ticks(replace(unsigned, copied=False))
