"""What was agreed and what was done of it: each side apart, and nothing due is not nothing done."""

from datetime import date

from alliance_desktop.domain.adherence import Adherence, adherence
from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.voice import Whose

TODAY = date(2026, 5, 19)
PAST, LATER = date(2026, 5, 12), date(2026, 5, 26)


def test_each_side_is_told_apart() -> None:
    agreed = (
        Commitment("a", Whose.CLIENT, due=PAST),
        Commitment("b", Whose.CLIENT, due=TODAY),
        Commitment("c", Whose.THERAPIST, due=PAST),
    )
    kept = adherence(agreed, {"a", "c"}, TODAY)
    assert kept == {Whose.CLIENT: Adherence(1, 2), Whose.THERAPIST: Adherence(1, 1)}
    assert kept[Whose.CLIENT].share == 0.5


def test_what_is_not_due_yet_counts_only_once_it_is_done() -> None:
    agreed = (Commitment("a", Whose.CLIENT, due=LATER), Commitment("b", Whose.CLIENT))
    assert adherence(agreed, (), TODAY) == {}
    assert adherence(agreed, {"a"}, TODAY) == {Whose.CLIENT: Adherence(1, 1)}


def test_a_side_with_nothing_due_is_left_out() -> None:
    assert adherence((Commitment("a", Whose.CLIENT, due=PAST),), (), TODAY) == {Whose.CLIENT: Adherence(0, 1)}
