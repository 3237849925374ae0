"""The whole plan on paper: ladders, calls, ways, choice and every signature, whatever two people wrote into it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from alliance_desktop.documents import plan_sheet
from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.glossary import Explained
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import Choice, Commitment, Goal, Signs, Way
from alliance_desktop.domain.plan_changes import ChangeLine, Kind
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_runs import Run, RunKind
from tests.documents.looking import contrasts, lines_of, operators

Reader = Callable[[bytes], str]
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"


def drawn(record: PlanPaper, paper: Paper = Paper.A4, large: bool = False, grey: bool = False) -> bytes:
    return plan_sheet.pdf(record, paper, large, grey)[0]


def with_content(record: PlanPaper, **changed: Any) -> PlanPaper:
    version = record.version
    return replace(record, version=replace(version, content=replace(version.content, **changed)))


def with_goals(record: PlanPaper, **changed: Any) -> PlanPaper:
    return with_content(record, goals=tuple(replace(goal, **changed) for goal in record.version.content.goals))


def unsigned(record: PlanPaper) -> PlanPaper:
    return replace(record, version=replace(record.version, signatures=()))


def test_all_of_it_is_on_two_sides_in_the_order_two_people_talk(whole: PlanPaper, read: Reader) -> None:
    order = [
        "page 1 of 2",
        "Where we want to go today next step what we agreed to reach",
        "Lift Leo with no fear” I carry him up the stairs I lift him and think nothing of it",
        "Next: I lift him, fine within an hour Today: I lift him and hurt all day I do not lift him by 27 July",
        "Next: Most nights I sleep right through Today: I wake once and fall asleep again",
        "Next: I stand for one song Today: I stay at home",
        "I will Work on your back",
        "You will How sure are you? 8 of 10 Warm pack Each evening, 15 minutes, by 27 July Stop if the skin gets sore",
        "Cat stretch Each morning, 8 slow times Stop if pain runs down a leg",
        "When to stop and call Call Ana, 555 0142, if you hurt more for two days after a visit",
        "Get medical help at once if a leg goes weak or numb, or you lose control of your bladder or bowels.",
        "page 2 of 2",
        "Ways we talked about What is good What is less good",
        "Hands and home our choice Massage brings ease, stretches keep it. It asks patience. It takes: Six visits",
        "Stretches alone Free, and at your own pace. Slower. Easy to let slip.",
        "See the doctor first",
        "Why this one, in your words",
        "I want hands on first.”",
        "What you do not want",
        "No more tablets.”",
        "What already helps",
        "A warm bath and my choir.”",
        "What we think is going on The muscles of the low back hold tight after the fall. Nothing is broken.",
        "How we will know it works You lift Leo and are fine within an hour.",
        "When we stop or ask somebody else If nothing has moved by 27 July, we change the plan.",
        "What you are not sure about",
        "What we agreed 6 visits, every Monday, 50 minutes each We work on: back and hips",
        "Pressure: Firm Stop signal: I tap the table twice",
        "You said it back in your words",
        "You loosen my back and I keep it moving.”",
        "New since version 1 Visits: 4 → 6",
        "We agree I had time to ask. I can change my mind at any time. I have a copy.",
        "Your privacy",
    ]
    for paper in Paper:
        text = read(drawn(whole, paper))
        places = [text.find(words) for words in order]
        assert -1 not in places, order[places.index(-1)]
        assert places == sorted(places)


def test_steps_of_ladders_side_by_side_stand_on_one_line(whole: PlanPaper) -> None:
    first, *rest = whole.version.content.goals
    short = tuple(replace(goal, ladder=(goal.ladder[0], "Some", "Half", "Most", "All"), by=None) for goal in rest)
    pages = PdfDocument(drawn(with_content(whole, goals=(first, *short))))
    text = pages[0].get_textpage()
    tops = []
    for words in ("I do not lift him", "I wake four times", "Today: I stay"):
        found = text.search(words).get_next()
        assert found is not None
        tops.append(text.get_charbox(found[0], loose=True)[3])
    pages.close()
    assert tops == pytest.approx([tops[0]] * 3, abs=0.6)


def test_a_goal_whose_step_is_not_known_names_none(whole: PlanPaper, read: Reader) -> None:
    text = read(drawn(with_goals(whole, step=None)))
    assert "Today:" not in text
    assert "Next:" not in text


def test_on_the_highest_step_there_is_no_next_one(whole: PlanPaper, read: Reader) -> None:
    text = read(drawn(with_goals(whole, step=2)))
    assert text.count("Today:") == 3
    assert "Next:" not in text


def test_a_goal_without_a_ladder_keeps_its_line_beside_one_that_has_one(whole: PlanPaper, read: Reader) -> None:
    first, second, third = whole.version.content.goals
    text = read(drawn(with_content(whole, goals=(first, second, replace(third, ladder=(), step=None, now=2, hoped=6)))))
    assert "0 = I cannot yet, 10 = I can with ease" in text
    assert "now 2 hoped 6" in text
    assert text.count("Today:") == 2


def test_numbers_beside_a_ladder_are_said_in_words_and_the_score_is_never_printed(
    whole: PlanPaper, read: Reader
) -> None:
    text = read(drawn(with_goals(whole, now=4, hoped=8, importance=3, difficulty=2)))
    assert text.count("now 4, hoped 8 of 10, by") == 3
    assert "T-score" not in text
    assert read(drawn(with_goals(whole, importance=3, difficulty=2))) == read(drawn(whole))


def test_steps_of_unlike_certainty_each_say_theirs(whole: PlanPaper, read: Reader) -> None:
    mine, one, other = whole.version.content.commitments
    text = read(
        drawn(with_content(whole, commitments=(replace(mine, confidence=9), one, replace(other, confidence=5))))
    )
    assert "How sure am I? 9 of 10" in text
    assert [text.count(f"How sure are you? {n} of 10") for n in (8, 5)] == [1, 1]


def test_one_sign_stands_before_the_calls_and_none_without_them(whole: PlanPaper) -> None:
    octagon = re.compile(r"n [-\d.]+ [-\d.]+ m(?: [-\d.]+ [-\d.]+ l){7} h f")
    signs = [
        len(octagon.findall(operators(drawn(paper)).replace("\n", " ")))
        for paper in (whole, with_content(whole, signs=Signs()))
    ]
    assert signs == [1, 0]


@pytest.mark.parametrize("said", ["if you hurt", "If you hurt", "you hurt"])
def test_the_calls_read_as_one_sentence_however_they_were_begun(whole: PlanPaper, read: Reader, said: str) -> None:
    assert "Call Ana, 555 0142, if you hurt" in read(drawn(with_content(whole, signs=Signs(call_me=said))))


def test_only_the_chosen_way_has_a_filled_ring(whole: PlanPaper, read: Reader) -> None:
    undecided = with_content(whole, choice=Choice())
    filled = [len(re.findall(r"c\s+h\s+f\b|c\s+f\b", operators(drawn(paper)))) for paper in (whole, undecided)]
    assert filled[0] - filled[1] == 1
    assert "our choice" not in read(drawn(undecided))


@pytest.mark.parametrize("large", [False, True])
def test_guardian_and_interpreter_have_a_place_to_sign(whole: PlanPaper, read: Reader, large: bool) -> None:
    text = read(drawn(with_content(unsigned(whole), guardian="Rosa Feldner", interpreter="Ruth Stein"), large=large))
    assert "Rosa Feldner, guardian Date Ruth Stein, interpreter Date" in text
    assert "guardian" not in read(drawn(whole, large=large))


def test_what_the_client_agrees_to_is_ticked_with_the_clients_signature(whole: PlanPaper) -> None:
    # Every tick and every drawn signature rounds its corners; two signatures are drawn.
    ticks = [operators(drawn(paper)).count("1 j") for paper in (whole, unsigned(whole))]
    assert ticks[0] - ticks[1] == 3 + 2


def test_absent_parts_close_up(whole: PlanPaper, read: Reader) -> None:
    bare = with_content(
        whole, ways=(), choice=Choice(), strengths=Said(), understanding="", signs=Signs(), teach_back=Said()
    )
    text = read(drawn(bare))
    for absent in (
        "Ways we",
        "Why this",
        "do not want",
        "already helps",
        "going on",
        "How we will",
        "stop or",
        "back in",
    ):
        assert absent not in text, absent


def test_what_is_left_out_is_not_printed_and_the_paper_says_that_it_is_not_all(whole: PlanPaper, read: Reader) -> None:
    assert "Not all" not in read(drawn(whole))
    for large in (False, True):
        text = read(drawn(replace(whole, left_out=frozenset({Section.WAYS, Section.HELPS, Section.ROOM})), large=large))
        for gone in ("Ways we talked about", "Slower. Easy to let slip.", "A warm bath", "Room to write"):
            assert gone not in text
        assert "Not all of version 2 is on this paper. This plan stays between us." in text
        assert "When to stop and call" in text
    # Room to write is no part of what was signed.
    assert "Not all" not in read(drawn(replace(whole, left_out=frozenset({Section.ROOM, Section.CHANGES}))))


@pytest.mark.parametrize(("felt", "told"), [(True, "Maria: Yes, that is it."), (False, "Maria: Not quite yet.")])
def test_what_the_therapist_understood_stands_with_what_the_client_made_of_it(
    whole: PlanPaper, read: Reader, felt: bool, told: str
) -> None:
    text = read(drawn(with_content(whole, reflection="You want your hands free for Leo.", understood=felt)))
    assert f"What Ana understood You want your hands free for Leo. {told}" in text


def test_professional_words_are_explained_at_the_foot(whole: PlanPaper, read: Reader) -> None:
    explained = replace(whole, explained=(Explained("fascia", "the thin, tough layer around muscles"),))
    assert "Words we used fascia: the thin, tough layer around muscles" in read(drawn(explained))
    assert "Words we used" not in read(drawn(replace(explained, left_out=frozenset({Section.GLOSSARY}))))
    assert "Words we used" not in read(drawn(whole))


@pytest.mark.parametrize("paper", list(Paper))
def test_where_the_front_is_full_the_body_goes_overleaf_and_when_to_call_stays(whole: PlanPaper, paper: Paper) -> None:
    region = next(part for part in body.view("back").regions if part.id == "back.left.low_back")
    mark = Mark("m", Whose.CLIENT, MarkKind.ACHE, "back", region.id, region.centre)
    few = words_of(drawn(with_content(whole, marks=(mark,), goals=whole.version.content.goals[:1]), paper))
    assert "When to stop and call" in few[0]
    assert "aches" in few[0]
    crowd = tuple(
        Commitment(f"{whose}{n}", whose, "Warm pack", "Each evening, 15 minutes", stop_if="the skin gets sore")
        for whose in (Whose.CLIENT, Whose.THERAPIST)
        for n in range(3)
    )
    front, reverse, *_rest = words_of(drawn(with_content(whole, marks=(mark,), commitments=crowd), paper))
    assert "When to stop and call" in front
    assert "aches" not in front
    assert "Where it is" in reverse
    assert "aches" in reverse


def words_of(data: bytes) -> list[str]:
    """The words of each page."""
    return [" ".join(page) for page in lines_of(data)]


def long_goals() -> tuple[Goal, ...]:
    ladder = (
        "I leave the meeting before the first half hour is over",
        "I stay, but I stand at the back wall for most of the second hour",
        "I sit for one hour, then stand up once, and sit down again",
        "I sit through the whole meeting with a small cushion behind me",
        "I sit through it and do not think about my back at all",
    )
    return tuple(
        Goal(
            f"g{n}",
            Said("Sit through the monthly meeting at the office without standing up"),
            ladder=ladder,
            step=n - 2,
        )
        for n in range(4)
    )


@pytest.mark.parametrize("paper", list(Paper))
def test_four_long_goals_take_two_pages_and_with_everything_else_a_clean_third(
    record: PlanPaper, whole: PlanPaper, paper: Paper
) -> None:
    usual = with_content(record, goals=long_goals(), signs=whole.version.content.signs)
    assert plan_sheet.pdf(usual, paper)[1] == 2
    data, pages = plan_sheet.pdf(with_content(whole, goals=long_goals()), paper)
    assert pages == 3
    assert [page[-1] for page in lines_of(data) if page[-1] in HEADINGS] == []


def test_long_words_in_ladders_and_ways_are_broken_and_not_lost(whole: PlanPaper, read: Reader) -> None:
    goals = tuple(replace(goal, ladder=(LONG_WORD,) * 5) for goal in whole.version.content.goals)
    ways = (Way("w1", LONG_WORD, LONG_WORD, LONG_WORD, LONG_WORD),)
    text = re.sub("[\ufffe\x02] ?", "", read(drawn(with_content(whole, goals=goals, ways=ways))))
    assert text.count(LONG_WORD) == 15 + 4


@pytest.mark.parametrize("large", [False, True])
def test_endless_steps_ways_and_answers_are_printed_to_their_end(whole: PlanPaper, read: Reader, large: bool) -> None:
    endless = "word " * 900 + "enough"
    everywhere = with_content(
        whole,
        goals=(replace(whole.version.content.goals[0], ladder=(endless,) * 5),),
        ways=(Way("w1", endless, endless, endless, endless),),
        choice=Choice("w1", Said(endless), Said(endless)),
        signs=Signs(endless, endless, endless, endless),
        understanding=endless,
        commitments=(Commitment("c", Whose.CLIENT, "Walk", "daily", stop_if=endless),),
    )
    assert read(drawn(everywhere, large=large)).count("enough") == 5 + 4 + 2 + 4 + 1 + 1


def test_words_from_the_right_print_in_ladders_ways_and_calls(whole: PlanPaper, read: Reader) -> None:
    arabic = "أرفع ليو بلا خوف"
    told = with_content(
        with_goals(whole, ladder=(arabic,) * 5),
        ways=(Way("w1", arabic, arabic, arabic),),
        signs=Signs(arabic, arabic, arabic, arabic),
        teach_back=Said(arabic),
    )
    assert plan_sheet.unprintable(told) == ()
    assert "[?]" not in read(drawn(told))
    missing = with_content(with_goals(whole, ladder=("夜",) * 5), teach_back=Said("ぐっすり"))
    assert plan_sheet.unprintable(missing) == ("夜", "ぐっすり")


@pytest.mark.parametrize("grey", [False, True])
def test_every_mark_is_seen_in_greyscale(whole: PlanPaper, grey: bool) -> None:
    code = operators(drawn(whole, grey=grey))
    filled, lines = (contrasts(code, operator) for operator in ("rg", "RG"))
    assert filled[0] > 5, "words, bars, pennants, the octagon"
    # Hairlines are decoration; rails, rungs, boxes and lines to sign on are seen.
    assert [contrast for contrast in lines if contrast < 3.4] == lines[:1]


HEADINGS = (
    "Where we want to go", "I will", "You will", "When to stop and call", "Ways we talked about",
    "What you do not want",
    "Why this one, in your words", "What already helps", "What we think is going on", "How we will know it works",
    "When we stop or ask somebody else", "What you are not sure about", "What we agreed", "We agree",
    "You said it back in your words", "New since version 1", "Your privacy", "What matters to you, Maria",
)  # fmt: skip


def test_what_changed_inside_a_text_is_struck_through_or_bold(whole: PlanPaper, read: Reader) -> None:
    runs = (
        Run(RunKind.KEPT, "Where we do not work: feet "),
        Run(RunKind.OUT, "and face"),
        Run(RunKind.IN, "or calves"),
    )
    line = ChangeLine(Kind.CHANGED, "Where we do not work: feet and face → feet or calves", "agreement", runs)
    plain = replace(whole, changes=(replace(line, runs=()),))
    marked = replace(whole, changes=(line,))
    assert "Where we do not work: feet and face or calves" in read(drawn(marked))
    assert "feet and face → feet or calves" in read(drawn(plain))
    # The line through the words is drawn in their own ink, and nowhere else on the paper.
    ink = r"0?\.121569 0?\.164706 0?\.180392 RG"
    struck, whole_lines = (len(re.findall(ink, operators(drawn(paper)))) for paper in (marked, plain))
    assert struck == whole_lines + 1
