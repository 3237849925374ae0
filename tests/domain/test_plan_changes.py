"""The list of changes is exact, and it reads like something a person would say."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.plan import (
    Agreement,
    Commitment,
    Goal,
    PlanContent,
    Reservation,
    changes_since,
    from_plain,
    plain,
)
from alliance_desktop.domain.plan_changes import Kind, in_words, put_onto
from alliance_desktop.domain.voice import Said, Whose

words = st.text(max_size=6)
days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
said = st.builds(Said, words, days, st.just(""))
uids = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=4)
numbers = st.none() | st.integers(0, 10)


def listed(build: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return uids.flatmap(
        lambda chosen: st.tuples(*(build.map(lambda item, uid=uid: replace(item, uid=uid)) for uid in chosen))
    )


contents = st.builds(
    PlanContent,
    said,
    listed(st.builds(Goal, st.just(""), said, words, words, numbers, numbers, days)),
    st.builds(Agreement, numbers, words, numbers, words, words),
    listed(st.builds(Commitment, st.just(""), st.sampled_from([Whose.CLIENT, Whose.THERAPIST]), words, words, days)),
    listed(st.builds(Reservation, st.just(""), said, words)),
    st.booleans(),
    days,
)


@given(contents, contents)
def test_putting_the_list_onto_one_version_gives_the_next(before: PlanContent, after: PlanContent) -> None:
    changes = changes_since(before, after)
    assert from_plain(put_onto(plain(before), changes)) == after
    assert bool(changes) == (before != after)


@given(contents, contents)
def test_every_change_has_words_or_is_silent_on_purpose(before: PlanContent, after: PlanContent) -> None:
    in_words(changes_since(before, after), {})


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
    lines = in_words(changes_since(before, after), {"g": "Sleep on my side", "c": "Walk"})
    assert [(line.kind, line.words) for line in lines] == [
        (Kind.CHANGED, "Sleep on my side, now: 3 → 5 of 10"),
        (Kind.NEW, "New goal: Garden again"),
        (Kind.CHANGED, "Visits: 6 → 4"),
        (Kind.DROPPED, "No longer on your list: Walk"),
        (Kind.NEW, "Not sure about: Will I keep it up?"),
        (Kind.NEW, "Next look together: no day → 2 June 2026"),
    ]


def test_the_clients_reason_stands_beside_the_change() -> None:
    change = replace(
        changes_since(PlanContent(agreement=Agreement(visits=6)), PlanContent(agreement=Agreement(visits=4)))[0],
        reason="It felt sore for days",
    )
    assert in_words((change,), {})[0].words == "Visits: 6 → 4: “It felt sore for days”"
