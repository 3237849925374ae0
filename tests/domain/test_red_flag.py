"""What waits for a decision follows from answers and items, to the day; a decision is whole or refused in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alliance_desktop.domain.health import Caution, HealthDraft, HealthItem, HealthKind
from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.red_flag import (
    AFTER_SURGERY,
    DECISIONS,
    URGENCY,
    Decision,
    DecisionMissing,
    FlagMissing,
    ReasonOfDecisionMissing,
    RedFlag,
    RedFlagDraft,
    RedFlagEntry,
    Urgency,
    decision_words,
    entry_words,
    flag_words,
    live,
    prompt_words,
    seal_of,
    waiting,
)

DAY = date(2026, 5, 19)
AT = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
NIGHT = RedFlagDraft(frozenset({RedFlag.NIGHT_PAIN}), Decision.REFERRED, "to her doctor")


def item(**told: object) -> HealthItem:
    return HealthItem(7, 1, HealthDraft(**{"name": "Knee", **told}))  # type: ignore[arg-type]


def test_a_yes_waits_and_a_no_does_not() -> None:
    answers = (HealthAnswer("clot", True, "my left calf", AT), HealthAnswer("breath", False, "", AT))
    (prompt,) = waiting(answers, (), (), DAY)
    assert (prompt.flag, prompt.named, prompt.day) == (RedFlag.CLOT, "my left calf", DAY)
    assert prompt_words(prompt) == flag_words(RedFlag.CLOT)
    assert waiting(answers, (), {prompt.about}, DAY) == ()


def test_a_yes_of_another_day_waits_anew() -> None:
    (before,) = waiting((HealthAnswer("clot", True, "", AT),), (), (), DAY)
    (after,) = waiting((HealthAnswer("clot", True, "", AT + timedelta(days=1)),), (), {before.about}, DAY)
    assert after.about != before.about


def test_an_answer_that_is_no_sign_waits_for_nothing() -> None:
    assert waiting((HealthAnswer("allergy", True, "nuts", AT),), (), (), DAY) == ()


@pytest.mark.parametrize(
    ("days", "waits"), [(-1, False), (0, True), (AFTER_SURGERY.days, True), (AFTER_SURGERY.days + 1, False)]
)
def test_an_operation_asks_for_half_a_year(days: int, waits: bool) -> None:
    told = item(kind=HealthKind.SURGERY, since=DAY)
    found = waiting((), (told,), (), DAY + timedelta(days=days))
    assert [prompt.flag for prompt in found] == ([RedFlag.AFTER] if waits else [])


@pytest.mark.parametrize(("until", "waits"), [(DAY, True), (DAY - timedelta(days=1), False), (None, True)])
def test_an_item_that_says_stop_asks_while_it_holds(until: date | None, waits: bool) -> None:
    found = waiting((), (item(caution=Caution.STOP, until=until),), (), DAY)
    assert [prompt_words(prompt) for prompt in found] == (["Knee"] if waits else [])
    assert waiting((), (item(caution=Caution.AVOID),), (), DAY) == ()


def test_a_decision_is_whole_or_refused_in_words() -> None:
    assert NIGHT.checked() == NIGHT
    with pytest.raises(DecisionMissing):
        RedFlagDraft(frozenset({RedFlag.CLOT})).checked()
    with pytest.raises(FlagMissing):
        RedFlagDraft(decision=Decision.WENT_ON, reason="fine").checked()
    with pytest.raises(ReasonOfDecisionMissing):
        RedFlagDraft(frozenset({RedFlag.CLOT}), Decision.ADAPTED, " ").checked()
    assert RedFlagDraft().checked().decision is Decision.NONE_SEEN
    assert RedFlagDraft(named="Knee", decision=Decision.ADAPTED, reason="x").checked().named == "Knee"


def test_a_corrected_entry_is_no_longer_live_and_another_word_breaks_the_seal() -> None:
    first = RedFlagEntry(1, 1, DAY, NIGHT, AT)
    second = RedFlagEntry(2, 1, DAY, RedFlagDraft(NIGHT.flags, Decision.WENT_ON, "known"), AT, 1)
    assert live((second, first)) == (second,)
    assert len({seal_of(first), seal_of(second), seal_of(RedFlagEntry(1, 2, DAY, NIGHT, AT))}) == 3
    assert entry_words(first) == "Pain that wakes at night"


def test_every_sign_and_decision_has_words_and_the_list_is_ordered_by_urgency() -> None:
    assert len({flag_words(flag) for flag in RedFlag}) == len(RedFlag)
    assert len({decision_words(decision) for decision in Decision}) == len(Decision)
    assert Decision.NONE_SEEN not in DECISIONS
    assert sorted(URGENCY.values(), key=list(Urgency).index) == list(URGENCY.values())
    assert [list(URGENCY.values()).count(urgency) for urgency in Urgency] == [6, 7, 3]
