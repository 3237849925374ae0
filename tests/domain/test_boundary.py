"""An entry of the private log says what happened, on a day that has come; every kind has kind words to say it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alliance_desktop.domain.boundary import (
    BoundaryDraft,
    BoundaryKind,
    BoundaryNote,
    BoundaryToCome,
    NothingHappened,
    kind_hint,
    kind_words,
    seal_of,
    wording_cards,
)

DAY = date(2026, 5, 19)
DRAFT = BoundaryDraft(DAY, BoundaryKind.GIFT, " Wine ", " Thanks ", "")


def test_blanks_are_left_away_and_an_empty_entry_is_refused() -> None:
    assert DRAFT.checked(DAY) == BoundaryDraft(DAY, BoundaryKind.GIFT, "Wine", "Thanks", "")
    with pytest.raises(NothingHappened):
        replace(DRAFT, happened=" ").checked(DAY)


def test_today_is_the_last_day() -> None:
    assert DRAFT.checked(DAY).day == DAY
    with pytest.raises(BoundaryToCome):
        DRAFT.checked(DAY - timedelta(days=1))


def test_another_word_or_client_breaks_the_seal() -> None:
    notes = [BoundaryNote(1, 1, DRAFT), BoundaryNote(1, 2, DRAFT), BoundaryNote(1, 1, replace(DRAFT, next="Ask"))]
    assert len({seal_of(note) for note in notes}) == 3


@pytest.mark.parametrize("kind", list(BoundaryKind))
def test_each_kind_has_a_name_a_hint_and_kind_words(kind: BoundaryKind) -> None:
    assert kind_words(kind)
    assert kind_hint(kind)
    assert len(wording_cards(kind)) == 2
