"""Everything that two people may change in a draft, one small edit at a time, for Hypothesis to put together."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from alliance_desktop.domain import body
from alliance_desktop.domain.body_mark import MarkKind, on_region
from alliance_desktop.domain.plan import Choice, Commitment, Goal, PlanContent, Reservation, Way
from alliance_desktop.domain.voice import Said, Whose

UIDS = ("a", "b", "c")
NECK = body.view("front").regions[0]
WORDS = st.sampled_from(["rain", "garden", "é", "e\u0301", "It's the left"])
NAMES = st.sampled_from(["", "Eva Feldner"])
Edit = tuple[Any, ...]

EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("said"), st.text(min_size=1, max_size=5)),
        st.tuples(st.just("visits"), st.none() | st.integers(1, 4)),
        st.tuples(st.just("review"), st.none() | st.integers(1, 40)),
        st.tuples(st.just("guardian"), NAMES),
        st.tuples(st.just("interpreter"), NAMES),
        st.tuples(st.sampled_from(["goals", "commitments", "ways", "marks"]), st.sampled_from(UIDS), WORDS),
        st.tuples(st.just("reservations"), st.sampled_from(UIDS), WORDS),
        st.tuples(st.just("drop"), st.sampled_from(["goals", "commitments", "ways", "marks"]), st.sampled_from(UIDS)),
        st.tuples(st.just("turn"), st.sampled_from(["goals", "commitments", "ways", "reservations"])),
        st.tuples(st.just("choose"), st.sampled_from(UIDS), WORDS),
        st.tuples(st.just("answer"), st.sampled_from(UIDS), WORDS),
    ),
    min_size=1,
    max_size=4,
)


def edited(content: PlanContent, edits: list[Edit], today: date) -> PlanContent:
    """Return the content with every edit made, one after the other."""
    for what, *values in edits:
        content = _edited(content, what, values, today)
    return content


def _edited(content: PlanContent, what: str, values: list[Any], today: date) -> PlanContent:
    if what == "said":
        return replace(content, what_matters=Said(values[0], None, content.what_matters.voice))
    if what == "visits":
        return replace(content, agreement=replace(content.agreement, visits=values[0]))
    if what == "review":
        return replace(content, review_on=values[0] and today + timedelta(days=values[0]))
    if what in ("guardian", "interpreter"):
        return replace(content, **{what: values[0]})
    if what == "choose":
        return replace(content, choice=Choice(values[0], Said(values[1])))
    if what == "drop":
        return _with(content, values[0], [one for one in getattr(content, values[0]) if one.uid != values[1]])
    if what == "turn":
        return _with(content, values[0], list(reversed(getattr(content, values[0]))))
    if what == "answer":
        answered = [replace(r, answer=values[1]) if r.uid == values[0] else r for r in content.reservations]
        return _with(content, "reservations", answered)
    return _put(content, what, *values)


def _put(content: PlanContent, part: str, uid: str, words: str) -> PlanContent:
    """The content with one item of a list written anew in its place, or as the last."""
    made: Any = {
        "goals": Goal(uid, Said(words)),
        "commitments": Commitment(uid, Whose.CLIENT, words),
        "ways": Way(uid, words),
        "marks": replace(on_region(uid, Whose.CLIENT, MarkKind.ACHE, NECK), note=words),
        "reservations": Reservation(uid, Said(words)),
    }[part]
    items = {item.uid: item for item in getattr(content, part)}
    return _with(content, part, [*(items | {uid: made}).values()])


def _with(content: PlanContent, part: str, items: list[Any]) -> PlanContent:
    parts: dict[str, Any] = {part: tuple(items)}
    return replace(content, **parts)
