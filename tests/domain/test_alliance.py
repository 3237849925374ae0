"""What the client answered at the end of a visit: scores, index, stories, and the guess beside it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.alliance import ASKED, ClosingCheck, Strand, gaps, index, scores, stories, strand_score

DAY = date(2026, 5, 19)
ANSWERS = st.dictionaries(st.sampled_from(Strand), st.integers(1, 5))


def on(days: int, answers: dict[Strand, int]) -> ClosingCheck:
    return ClosingCheck(DAY + timedelta(days=days), answers)


@pytest.mark.parametrize(("answer", "score"), [(1, 0.0), (2, 2.5), (3, 5.0), (4, 7.5), (5, 10.0)])
def test_an_answer_lies_on_zero_to_ten(answer: int, score: float) -> None:
    assert strand_score(answer) == score


def test_the_index_is_the_mean_of_what_was_answered() -> None:
    assert index(on(0, {Strand.BOND: 5, Strand.TOUCH: 3})) == 7.5
    assert scores(on(0, {Strand.BOND: 5})) == {Strand.BOND: 10.0}


def test_no_answer_is_never_zero() -> None:
    assert index(on(0, {})) is None
    assert stories([on(0, {}), on(7, {Strand.BOND: 4})])[0].change is None
    assert [story.strand for story in stories([on(0, {Strand.BOND: 4})])] == [Strand.BOND]


def test_a_strand_tells_how_far_it_moved_from_the_median_of_three() -> None:
    past = [on(days, {Strand.TOUCH: answer}) for days, answer in ((0, 1), (7, 4), (14, 5), (21, 4))]
    (story,) = stories([*past, on(28, {Strand.TOUCH: 3})])
    assert (story.score, story.change, story.days[-1]) == (5.0, -2.5, DAY + timedelta(days=28))


def test_a_skipped_visit_is_passed_over_by_its_strand() -> None:
    (story,) = stories([on(0, {Strand.GOALS: 3}), on(7, {}), on(14, {Strand.GOALS: 4})])
    assert (story.score, story.change) == (7.5, 2.5)


@given(st.lists(ANSWERS, max_size=8), st.randoms())
def test_stories_do_not_depend_on_the_order_of_the_rows(answers: list[dict[Strand, int]], chance: object) -> None:
    checks = [on(7 * place, told) for place, told in enumerate(answers)]
    shuffled = list(checks)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out a Random
    assert stories(shuffled) == stories(checks)


def test_the_gap_is_what_was_guessed_too_high() -> None:
    check = ClosingCheck(DAY, {Strand.BOND: 5, Strand.TOUCH: 3}, guess={Strand.TOUCH: 5, Strand.GOALS: 4})
    assert gaps(check) == {Strand.TOUCH: 5.0}


@pytest.mark.parametrize("answer", [0, 6])
def test_an_answer_beyond_the_five_is_refused(answer: int) -> None:
    with pytest.raises(ValueError, match="Strand"):
        ClosingCheck(DAY, {Strand.BOND: answer})


def test_every_strand_is_asked_once() -> None:
    assert sorted(ASKED) == sorted(Strand)


def test_a_check_with_nothing_in_it_is_none() -> None:
    assert not ClosingCheck(DAY)
    assert ClosingCheck(DAY, keep="the warm room")
