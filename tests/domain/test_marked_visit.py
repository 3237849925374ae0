"""From one visit to the next: what is gone, weaker, as before, stronger or new on the body."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import Mark, MarkKind, at_point
from alliance_desktop.domain.body_share import ShareChange
from alliance_desktop.domain.marked_visit import Became, MarkedVisit, as_last_time, between, share_change
from alliance_desktop.domain.voice import Whose
from tests.domain.bodies import marks, shoulder

SOME = st.lists(marks(), max_size=6, unique_by=lambda mark: mark.uid)
ACHE = replace(shoulder(MarkKind.ACHE), strength=7)


def became(before: list[Mark], now: list[Mark]) -> list[tuple[Became, str]]:
    return [(change.became, change.words) for change in between(before, now)]


def test_each_thing_that_can_become_of_a_mark_is_said_in_a_few_words() -> None:
    stiff = shoulder(MarkKind.STIFF)
    assert became([ACHE], [replace(ACHE, uid="b", strength=4)]) == [
        (Became.WEAKER, "Left shoulder, front: aches, 7 → 4")
    ]
    assert became([ACHE], [replace(ACHE, strength=9)]) == [(Became.STRONGER, "Left shoulder, front: aches, 7 → 9")]
    assert became([ACHE], [stiff]) == [
        (Became.GONE, "Left shoulder, front: aches, 7 of 10"),
        (Became.NEW, "Left shoulder, front: stiff"),
    ]
    assert became([ACHE], [replace(ACHE, strength=None)]) == [(Became.SAME, "Left shoulder, front: aches")]


def test_what_one_of_the_two_marked_is_not_what_the_other_did() -> None:
    hers, mine = shoulder(MarkKind.ACHE), shoulder(MarkKind.ACHE, Whose.THERAPIST)
    assert [change.became for change in between([hers], [mine])] == [Became.GONE, Became.NEW]


def test_a_point_that_is_shown_a_little_beside_is_the_same_one() -> None:
    front = body.view("front")
    x, y = ACHE.place
    first = at_point("1", Whose.CLIENT, MarkKind.SHARP, front, (x, y))
    again = at_point("2", Whose.CLIENT, MarkKind.SHARP, front, (x + 0.005, y))
    assert [change.became for change in between([first], [again])] == [Became.SAME]


@given(SOME)
def test_the_same_marks_give_no_difference(some: list[Mark]) -> None:
    assert {change.became for change in between(some, some)} <= {Became.SAME}


@given(SOME, SOME)
def test_every_mark_is_told_exactly_once(before: list[Mark], now: list[Mark]) -> None:
    changes = between(before, now)
    assert Counter(change.before.uid for change in changes if change.before) == Counter(mark.uid for mark in before)
    assert Counter(change.now.uid for change in changes if change.now) == Counter(mark.uid for mark in now)
    assert all(change.words for change in changes)


@given(SOME, SOME, st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_marked_does_not_matter(
    before: list[Mark], now: list[Mark], chance: random.Random
) -> None:
    other_before, other_now = list(before), list(now)
    chance.shuffle(other_before)
    chance.shuffle(other_now)
    assert between(other_before, other_now) == between(before, now)


@given(SOME, SOME)
def test_looked_at_from_the_other_end_what_went_came_and_what_grew_shrank(before: list[Mark], now: list[Mark]) -> None:
    mirror = {Became.GONE: Became.NEW, Became.WEAKER: Became.STRONGER, Became.SAME: Became.SAME}
    mirror |= {other: one for one, other in mirror.items()}
    there = Counter(change.became for change in between(before, now))
    back = Counter(mirror[change.became] for change in between(now, before))
    assert (there[Became.GONE], there[Became.NEW]) == (back[Became.GONE], back[Became.NEW])


def test_as_last_time_takes_the_places_but_neither_the_numbers_nor_the_clients_words() -> None:
    numbers = count(1)
    said = replace(ACHE, note="When I lift my arm")
    found = replace(shoulder(MarkKind.HOLDING, Whose.THERAPIST), note="Lets go when held")
    taken = as_last_time((said, found), lambda: str(next(numbers)))
    assert taken == (replace(said, uid="1", strength=None, note=""), replace(found, uid="2"))
    assert {change.became for change in between((said, found), taken)} == {Became.SAME}


def test_the_share_of_the_body_is_told_once_the_client_marked_parts_of_it_in_two_visits() -> None:
    knee = body.view("front").regions[-1]
    both = (ACHE, replace(ACHE, uid="k", region=knee.id, place=knee.centre))
    first, later = MarkedVisit(1, 1, date(2026, 1, 5), both), MarkedVisit(2, 2, date(2026, 1, 19), (ACHE,))
    mine = MarkedVisit(3, 3, date(2026, 2, 2), (shoulder(MarkKind.WORKED, Whose.THERAPIST),))
    assert share_change((first,)) is None
    assert first.share is not None
    assert later.share is not None
    assert share_change((first, later, mine)) == ShareChange(first.share, later.share)
    assert mine.told == ()
    assert mine.worked == mine.marks
