"""An entry of the repair notebook says something, on a day that has come, and is looked at again later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.repair import (
    CheckTooEarly,
    Marker,
    NothingNoted,
    NoticedBy,
    NotYet,
    RepairDraft,
    RepairOutcome,
    RuptureKind,
    coach_card,
    coach_source_words,
    kind_hint,
    kind_words,
    marker_words,
    noticed_words,
    outcome_words,
)

DAY = date(2026, 5, 19)
NEXT = DAY + timedelta(days=14)
ENTRY = RepairDraft(
    DAY,
    NoticedBy.CLIENT,
    RuptureKind.WITHDRAWAL,
    Strand.TOUCH,
    frozenset({Marker.HELD_BREATH, Marker.FINE_TWICE}),
    "It was too much and I did not dare to say so",
    "Thank you for telling me",
    "I ask before I go deeper",
    True,
    NEXT,
)


def test_an_entry_that_can_be_kept_is_kept_as_it_is() -> None:
    assert ENTRY.checked(DAY) is ENTRY


@pytest.mark.parametrize(
    "entry",
    [
        RepairDraft(DAY, markers=frozenset({Marker.DRAPING})),
        RepairDraft(DAY, client_said="Too hard"),
        RepairDraft(DAY, i_said="x"),
        RepairDraft(DAY, we_changed="x"),
    ],
)
def test_a_word_or_a_tick_is_enough(entry: RepairDraft) -> None:
    assert not entry.is_empty
    assert entry.checked(DAY) is entry


def test_an_entry_without_a_word_or_a_tick_is_refused() -> None:
    blank = RepairDraft(DAY, NoticedBy.CLIENT, RuptureKind.WITHDRAWAL, Strand.BOND, client_said=" \n", check_on=NEXT)
    assert blank.is_empty
    with pytest.raises(NothingNoted):
        blank.checked(DAY)


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(NotYet):
        ENTRY.checked(DAY - timedelta(days=1))


def test_it_is_looked_at_again_on_a_later_day() -> None:
    with pytest.raises(CheckTooEarly):
        replace(ENTRY, check_on=DAY).checked(NEXT)
    assert replace(ENTRY, check_on=DAY + timedelta(days=1)).checked(NEXT)
    assert replace(ENTRY, check_on=None).checked(NEXT)


def test_it_is_due_from_its_day_on_while_it_is_open() -> None:
    assert not ENTRY.is_due(NEXT - timedelta(days=1))
    assert ENTRY.is_due(NEXT)
    assert not replace(ENTRY, check_on=None).is_due(NEXT)
    closed = [replace(ENTRY, outcome=outcome) for outcome in RepairOutcome if outcome is not RepairOutcome.OPEN]
    assert len(closed) == 3
    assert not any(entry.is_due(NEXT) for entry in closed)


def test_the_order_of_the_ticks_makes_no_difference() -> None:
    assert replace(ENTRY, markers=frozenset([Marker.FINE_TWICE, Marker.HELD_BREATH])) == ENTRY


def test_everything_that_can_be_chosen_has_words_of_its_own() -> None:
    words = [
        *(marker_words(marker) for marker in Marker),
        *(kind_words(kind) for kind in RuptureKind),
        *(kind_hint(kind) for kind in RuptureKind),
        *(noticed_words(who) for who in NoticedBy),
        *(outcome_words(outcome) for outcome in RepairOutcome),
    ]
    assert len(Marker) == 8
    assert len(set(words)) == len(words) == 18


def test_the_coach_card_has_three_steps_in_their_order() -> None:
    assert [step.title for step in coach_card()] == ["Validate", "Explore", "Agree one change"]
    told = [words for step in coach_card() for words in (step.what, step.example)]
    assert len(set(told)) == 6
    # Quotation marks belong to the client; these are the therapist's sentences.
    assert not any("“" in words for words in told)
    assert "134" in coach_source_words()
