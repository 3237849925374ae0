"""A scale is made, changed and ended without touching what was answered on it, and every set of answers is kept."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.scale import Item, ScaleUnclear
from alliance_desktop.domain.scale_answers import AnswerDraft, AnswersToCome, NothingAnswered
from alliance_desktop.services import clients, integrity, progress_papers, scales
from alliance_desktop.services.scales import ScaleChanged, ScaleThere
from tests.domain.any_scale import ITEMS, neck

pytestmark = pytest.mark.usefixtures("practice")


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("María Feldner"), now).id


def filled_in(maria: int, scale_id: int, now: datetime, ago: int, *answers: int | None) -> int:
    draft = AnswerDraft(local_day(now) - timedelta(days=ago), answers)
    return scales.fill_in(maria, scale_id, draft, now).id


def test_a_scale_is_kept_to_the_letter_and_found_among_those_in_use(now: datetime) -> None:
    scale = neck(reliability=0.9, sd=2.0, mcid=1.5, mcid_source="Counted here, 2026")
    kept = scales.make(scale, now)
    scales.make(neck(name="Arm"), now)
    assert scales.one(kept.id).scale == scale
    assert [each.scale.name for each in scales.in_use()] == ["Arm", "Neck this week"]
    with pytest.raises(LookupError):
        scales.one(99)


def test_what_cannot_be_a_scale_is_refused_and_leaves_nothing(now: datetime) -> None:
    with pytest.raises(ScaleUnclear):
        scales.make(neck(licence=""), now)
    scales.make(neck(), now)
    with pytest.raises(ScaleThere, match="of this name already"):
        scales.make(neck(name="NECK this week"), now)
    assert len(scales.in_use()) == 1


def test_a_changed_scale_leaves_what_was_answered_as_it_was(maria: int, now: datetime) -> None:
    first = scales.make(neck(), now)
    filled_in(maria, first.id, now, 14, 2, 3, 8, 2, 3)
    second = scales.change(first.id, neck(items=ITEMS[:1], highest=5), now)
    filled_in(maria, second.id, now, 0, 4)
    assert (second.uid, second.replaces) == (first.uid, first.id)
    assert scales.in_use() == (second,)
    today, before = scales.of(maria)
    assert (today.scale, today.former, [score for _day, score in today.scores]) == (second.scale, False, [4])
    assert (before.scale, before.former, [score for _day, score in before.scores]) == (first.scale, True, [2.4])
    assert len(scales.charts(maria)) == 1


def test_changed_back_a_line_goes_on_where_it_was(maria: int, now: datetime) -> None:
    first = scales.make(neck(), now)
    filled_in(maria, first.id, now, 14, 2, 3, 8, 2, 3)
    second = scales.change(first.id, neck(highest=5), now)
    third = scales.change(second.id, first.scale, now)
    filled_in(maria, third.id, now, 0, 6, 7, 3, 6, 8)
    (line,) = scales.of(maria)
    assert [score for _day, score in line.scores] == [2.4, 6.8]
    with pytest.raises(ScaleChanged):
        scales.change(first.id, neck(name="Other"), now)
    assert scales.change(third.id, third.scale, now) == third


def test_a_scale_that_ended_is_offered_no_longer_and_taken_up_again(maria: int, now: datetime) -> None:
    kept = scales.make(neck(), now)
    filled_in(maria, kept.id, now, 0, 2, 3, 8, 2, 3)
    assert scales.end(kept.id, now).ended_at == now
    assert (scales.in_use(), [each.id for each in scales.ended()]) == ((), [kept.id])
    assert len(scales.of(maria)) == 1
    other = scales.make(neck(), now)
    with pytest.raises(ScaleThere):
        scales.take_up(kept.id, now)
    scales.end(other.id, now)
    assert scales.take_up(kept.id, now).ended_at is None
    assert [each.id for each in scales.in_use()] == [kept.id]


def test_a_set_of_answers_is_left_out_and_brought_back(maria: int, now: datetime) -> None:
    kept = scales.make(neck(), now)
    first = filled_in(maria, kept.id, now, 7, 2, 3, 8, 2, 3)
    wrong = filled_in(maria, kept.id, now, 0, 9, 9, 9, 9, 9)
    scales.take_back(wrong, now)
    assert [each.id for each in scales.of(maria)[0].times] == [first]
    scales.bring_back(wrong, now)
    assert [each.id for each in scales.of(maria)[0].times] == [first, wrong]
    assert [check.words for check in integrity.check() if not check.held] == []


def test_too_few_answers_are_kept_without_a_score_and_none_are_not_kept(maria: int, now: datetime) -> None:
    kept = scales.make(neck(), now)
    filled_in(maria, kept.id, now, 0, 2, None, None, 2, 3)
    (line,) = scales.of(maria)
    assert (line.times[0].score, line.times[0].given, line.scores, line.chart) == (None, 3, (), None)
    with pytest.raises(NothingAnswered):
        filled_in(maria, kept.id, now, 0, *(None,) * 5)
    with pytest.raises(AnswersToCome):
        filled_in(maria, kept.id, now, -1, 1, 2, 3, 4, 5)
    with pytest.raises(ValueError):
        filled_in(maria, kept.id, now, 0, 1, 2, 3, 4, 11)


def test_everything_that_was_made_and_filled_in_is_sealed(maria: int, now: datetime) -> None:
    kept = scales.make(neck(), now)
    filled_in(maria, kept.id, now, 0, 2, 3, 8, 2, 3)
    changed = scales.change(kept.id, neck(items=(Item("How easily could you lift your arm?"),)), now)
    filled_in(maria, changed.id, now, 0, 2)
    scales.end(changed.id, now)
    assert "2 filled in scales are as they were." in [check.words for check in integrity.check()]
    assert [check.words for check in integrity.check() if not check.held] == []


def test_the_page_of_how_it_goes_has_the_scales_that_have_a_score(maria: int, now: datetime) -> None:
    today = local_day(now)
    assert not progress_papers.is_there(maria)
    kept = scales.make(neck(), now)
    filled_in(maria, kept.id, now, 7, 2, None, None, 2, 3)
    assert not progress_papers.is_there(maria)
    filled_in(maria, kept.id, now, 0, 2, 3, 8, 2, 3)
    assert progress_papers.is_there(maria)
    paper = progress_papers.of(maria, today)
    assert [(each.scale.name, chart.series[0].values) for each, chart in paper.printed_scales] == [
        ("Neck this week", ((today, 2.4),))
    ]
    changed = scales.change(kept.id, neck(highest=5), now)
    assert progress_papers.of(maria, today).printed_scales == ()
    scales.end(changed.id, now)
    assert not progress_papers.is_there(maria)
