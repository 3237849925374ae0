"""The list of changes is exact, and it reads like something a person would say."""

import json
import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body_mark import Mark, MarkKind
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.plan import Agreement, Choice, Commitment, Goal, PlanContent, Reservation, Signs, Way
from alliance_desktop.domain.plan_changes import Change, Kind, in_words, put_onto
from alliance_desktop.domain.plan_snapshot import changes_since, from_plain, plain
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_runs import RunKind
from alliance_desktop.words import day_words

DAY = re.compile(r"\d{4}-\d\d-\d\d")

words = st.text(max_size=6)
days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
numbers = st.none() | st.integers(0, 10)
levels = st.none() | st.integers(-2, 2)
thirds = st.none() | st.integers(0, 3)


def every(record: type[Any], **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records of which every part varies: one that is added later has to be added here."""
    assert set(parts) == {field.name for field in fields(record)} - {"uid"}
    return st.builds(record, **({"uid": st.just("")} if "uid" in record.__dataclass_fields__ else {}), **parts)


def named(item: Any, uid: str) -> Any:
    return replace(item, uid=uid)


def listed(build: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of these in any order."""
    uids = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=4)
    return uids.flatmap(lambda chosen: st.tuples(*(st.builds(named, build, st.just(uid)) for uid in chosen)))


said = every(Said, words=words, day=days, voice=st.sampled_from(["", "v", "w"]))
# On a region, and at a point of its own.
places = [(region.view, region.id, region.centre) for region in body.view("front").regions[:3]]
places += [("front", "", (0.31, 0.22)), ("feet_sole", "", (0.4, 0.5)), ("feet_sole", "", (0.4, 0.6))]
marks = st.builds(
    lambda place, **rest: Mark("", view=place[0], region=place[1], place=place[2], **rest),
    st.sampled_from(places),
    whose=st.sampled_from(Whose),
    kind=st.sampled_from(MarkKind),
    strength=numbers,
    note=words,
)
contents = every(
    PlanContent,
    what_matters=said,
    goals=listed(
        every(
            Goal,
            said=said,
            professional=words,
            activity=words,
            now=numbers,
            hoped=numbers,
            by=days,
            ladder=st.just(()) | st.tuples(words, words, words, words, words),
            step=levels,
            importance=thirds,
            difficulty=thirds,
            source=said,
        )
    ),
    agreement=every(
        Agreement,
        visits=numbers,
        rhythm=words,
        minutes=numbers,
        areas_yes=words,
        areas_no=words,
        pressure=words,
        stop_signal=words,
    ),
    commitments=listed(
        every(
            Commitment,
            whose=st.sampled_from(Whose),
            what=words,
            how=words,
            due=days,
            stop_if=words,
            confidence=numbers,
        )
    ),
    reservations=listed(every(Reservation, said=said, answer=words)),
    reservations_asked=st.booleans(),
    review_on=days,
    strengths=said,
    understanding=words,
    ways=listed(every(Way, what=words, good=words, less_good=words, effort=words)),
    choice=every(Choice, way=st.sampled_from(["", *"abcdefg"]), reason=said, not_wanted=said),
    signs=every(Signs, it_works=words, we_stop=words, call_me=words, call_doctor=words),
    teach_back=said,
    guardian=words,
    interpreter=words,
    marks=listed(marks),
    reflection=words,
    understood=st.none() | st.booleans(),
)


@given(contents, contents)
def test_putting_the_list_onto_one_version_gives_the_next(before: PlanContent, after: PlanContent) -> None:
    changes = changes_since(before, after)
    assert from_plain(put_onto(plain(before), changes)) == after
    assert bool(changes) == (before != after)


@given(contents, contents)
def test_the_list_survives_being_stored(before: PlanContent, after: PlanContent) -> None:
    changes = changes_since(before, after)
    stored = json.loads(canonical([change.plain() for change in changes]))
    again = put_onto(plain(before), (Change(**change) for change in stored))
    assert canonical(again) == canonical(plain(after))


@given(contents, contents)
@settings(max_examples=40)
def test_every_change_has_words_unless_only_day_or_voice_of_a_sentence_changed(
    before: PlanContent, after: PlanContent
) -> None:
    for change in changes_since(before, after):
        silent = not in_words((change,), {})
        both = (change.before, change.after)
        same_words = all(isinstance(s, dict) and "words" in s for s in both) and both[0]["words"] == both[1]["words"]
        # Marks are read by their place on the body, so their order says nothing.
        assert silent == (same_words or change.path == "marks/order" or only_something_new_between(change))


def only_something_new_between(change: Change) -> bool:
    if not change.path.endswith("/order"):
        return False
    old, new = (
        [uid for uid in side if uid in change.before and uid in change.after] for side in (change.before, change.after)
    )
    return old == new


@given(contents, contents)
@settings(max_examples=40)
def test_the_words_name_what_stood_there_and_what_stands_there_now(before: PlanContent, after: PlanContent) -> None:
    for change in changes_since(before, after):
        lines = in_words((change,), {})
        if not lines or change.path.endswith(
            (
                *("/order", "reservations_asked", "/whose", "/way", "/step", "/importance", "/difficulty"),
                *("/kind", "/view", "/region", "/place"),
            )
        ):
            continue
        for side in (change.before, change.after):
            assert all(said in lines[0].words for said in spoken(side)), change


def spoken(side: Any) -> list[str]:
    if isinstance(side, dict) and "kind" in side:
        return [body_mark.words(body_mark.from_plain([side])[0])]
    if isinstance(side, dict) and "uid" in side:
        said = side["said"]["words"] if "said" in side else side["what"]
        return [said.strip()]
    if isinstance(side, dict):
        return [side["words"]]
    if isinstance(side, str) and DAY.fullmatch(side):
        return [day_words(date.fromisoformat(side))]
    if isinstance(side, list):
        return [str(each) for each in side]
    if isinstance(side, bool):
        return ["yes" if side else "not quite"]
    return [] if side is None else [str(side)]


def test_how_much_a_goal_matters_is_said_in_words() -> None:
    before, after = Goal("g", importance=1), Goal("g", importance=3, difficulty=0)
    changes = changes_since(PlanContent(goals=(before,)), PlanContent(goals=(after,)))
    assert [line.words for line in in_words(changes, {"g": "“Kneel”"})] == [
        "“Kneel”, how much it matters: a little → very",
        "“Kneel”, how hard it is: not asked → not at all",
    ]


def test_a_goal_that_points_to_another_sentence_says_which() -> None:
    goal = Goal("g", Said("Kneel"))
    changes = changes_since(
        PlanContent(goals=(goal,)), PlanContent(goals=(replace(goal, source=Said("My garden", None, "v")),))
    )
    assert [line.words for line in in_words(changes, {"g": "“Kneel”"})] == [
        "“Kneel”, the sentence it came from: nothing → “My garden”"
    ]


def test_changes_read_like_something_a_person_would_say() -> None:
    goal = Goal("g", Said("Sleep on my side"), now=3, hoped=8)
    walk = Commitment("c", Whose.CLIENT, "Walk")
    before = PlanContent(goals=(goal,), agreement=Agreement(visits=6), commitments=(walk,))
    after = PlanContent(
        goals=(replace(goal, now=5), Goal("h", Said("Garden again"))),
        agreement=Agreement(visits=4),
        reservations=(Reservation("r", Said("Will I keep it up?")),),
        review_on=date(2026, 6, 2),
    )
    lines = in_words(changes_since(before, after), {"g": "“Sleep on my side”", "c": "Walk"})
    assert [(line.kind, line.words) for line in lines] == [
        (Kind.CHANGED, "“Sleep on my side”, now: 3 → 5 of 10"),
        (Kind.NEW, "New goal: “Garden again”"),
        (Kind.CHANGED, "Visits: 6 → 4"),
        (Kind.DROPPED, "No longer on your list: Walk"),
        (Kind.NEW, "Not sure about: “Will I keep it up?”"),
        (Kind.NEW, "Next look together: no day → 2 June 2026"),
    ]


def test_the_clients_reason_stands_beside_the_change() -> None:
    change = replace(
        changes_since(PlanContent(agreement=Agreement(visits=6)), PlanContent(agreement=Agreement(visits=4)))[0],
        reason="It felt sore for days",
    )
    assert in_words((change,), {})[0].words == "Visits: 6 → 4: “It felt sore for days”"


def test_the_reason_for_a_new_goal_stands_beside_it_too() -> None:
    change = changes_since(PlanContent(), PlanContent(goals=(Goal("g", Said("Dance")),)))[0]
    assert (
        in_words((replace(change, reason="My sister marries"),), {})[0].words
        == "New goal: “Dance”: “My sister marries”"
    )


def test_a_zero_is_a_number_that_was_given() -> None:
    goal = Goal("g", Said("Kneel"), now=0)
    line = in_words(changes_since(PlanContent(goals=(goal,)), PlanContent(goals=(replace(goal, now=4),))), {})[0]
    assert (line.kind, line.words) == (Kind.CHANGED, "A goal without words yet, now: 0 → 4 of 10")


def test_whose_step_it_is_and_a_changed_answer_are_said_with_before_and_after() -> None:
    step, doubt = Commitment("c", Whose.CLIENT, "Stretch"), Reservation("r", Said("Time?"), "Ten minutes")
    before = PlanContent(commitments=(step,), reservations=(doubt,))
    after = PlanContent(
        commitments=(replace(step, whose=Whose.THERAPIST),), reservations=(replace(doubt, answer="Five will do"),)
    )
    lines = in_words(changes_since(before, after), {"c": "Stretch", "r": "Time?"})
    assert [line.words for line in lines] == [
        "Stretch: You will → I will",
        "Time?, our answer: Ten minutes → Five will do",
    ]


def test_a_moved_goal_is_told_with_what_moved() -> None:
    one, two = Goal("g", Said("Kneel")), Goal("h", Said("Sleep"))
    changes = changes_since(PlanContent(goals=(one, two)), PlanContent(goals=(two, one)))
    assert [line.words for line in in_words(changes, {"g": "“Kneel”", "h": "“Sleep”"})] == [
        "Moved among the goals: “Sleep”"
    ]


def test_something_new_between_moves_nothing() -> None:
    one, two, new = (Commitment(uid, Whose.CLIENT, uid) for uid in "abc")
    changes = changes_since(PlanContent(commitments=(one, two)), PlanContent(commitments=(one, new, two)))
    assert [line.words for line in in_words(changes, {})] == ["You will: c"]


def test_other_words_of_the_client_stand_in_quotation_marks_on_both_sides() -> None:
    changes = changes_since(PlanContent(Said("Garden")), PlanContent(Said("Dance")))
    assert [line.words for line in in_words(changes, {})] == ["What matters: “Garden” → “Dance”"]


def test_a_long_text_that_changed_a_little_is_told_word_by_word() -> None:
    before, after = PlanContent(Said("I want to garden for an hour")), PlanContent(Said("I want to walk for an hour"))
    (change,) = changes_since(before, after)
    (line,) = in_words((replace(change, reason="My knees"),), {})
    assert [(run.kind, run.words) for run in line.runs] == [
        (RunKind.KEPT, "What matters: “"),
        (RunKind.KEPT, "I want to "),
        (RunKind.OUT, "garden"),
        (RunKind.IN, "walk"),
        (RunKind.KEPT, " for an hour"),
        (RunKind.KEPT, "”"),
        (RunKind.KEPT, ": “My knees”"),
    ]
    assert line.words == "What matters: “I want to garden for an hour” → “I want to walk for an hour”: “My knees”"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            PlanContent(commitments=(Commitment("c", Whose.CLIENT, "Walk for an hour"),)),
            PlanContent(commitments=(Commitment("c", Whose.CLIENT, "Walk for half an hour"),)),
            "Step in other words: Walk for[+ half] an hour",
        ),
        (
            PlanContent(ways=(Way("w", "Hands on, six visits"),)),
            PlanContent(ways=(Way("w", "Hands on, four visits"),)),
            "Way in other words: Hands on, [-six][+four] visits",
        ),
        (
            PlanContent(goals=(Goal("g", ladder=("I stay at home", "I walk to the gate", "", "", "I dance")),)),
            PlanContent(goals=(Goal("g", ladder=("I stay at home", "I walk to the shop", "", "", "I dance")),)),
            "“Kneel”, the five steps: I stay at home / I walk to the [-gate][+shop] /  /  / I dance",
        ),
        (
            PlanContent(goals=(Goal("g", ladder=("I stay at home", "", "", "", "")),)),
            PlanContent(goals=(Goal("g", ladder=("Every day I dance", "", "", "", "")),)),
            "",
        ),
    ],
)
def test_steps_ways_and_ladders_are_told_word_by_word_too(before: PlanContent, after: PlanContent, told: str) -> None:
    (line,) = in_words(changes_since(before, after), {"g": "“Kneel”"})
    signs = {RunKind.KEPT: "{}", RunKind.OUT: "[-{}]", RunKind.IN: "[+{}]"}
    said = "".join(signs[run.kind].format(run.words) for run in line.runs)
    assert said == told


@given(contents, contents)
@settings(max_examples=40)
def test_the_runs_of_a_line_hold_both_wordings(before: PlanContent, after: PlanContent) -> None:
    for change in changes_since(before, after):
        for line in in_words((change,), {}):
            for kind, side in ((RunKind.OUT, change.before), (RunKind.IN, change.after)) if line.runs else ():
                words = side["words"] if isinstance(side, dict) else side
                words = " / ".join(words) if isinstance(words, list) else words
                assert words in "".join(run.words for run in line.runs if run.kind in (RunKind.KEPT, kind))
