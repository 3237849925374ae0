"""A client's statement has words where it adds; its seal covers the note it stands under."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.statement import (
    Stance,
    Statement,
    StatementDraft,
    StatementEmpty,
    how_words,
    seal_of,
    stance_words,
    told_words,
)

AT = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
SAID = Statement(
    1, 1, StatementDraft(Stance.DISAGREE, "Left"), date(2026, 5, 19), HowSigned.ALOUD, "Maria", (), "Ana", AT
)


def test_an_addition_needs_words_and_a_no_may_stand_alone() -> None:
    with pytest.raises(StatementEmpty):
        StatementDraft(Stance.ADD, "  ").checked()
    assert StatementDraft(Stance.DISAGREE, " ").checked() == StatementDraft(Stance.DISAGREE, "")


def test_the_seal_covers_words_stance_signature_and_note() -> None:
    others = [
        replace(SAID, draft=StatementDraft(Stance.AGREE, "Left")),
        replace(SAID, draft=StatementDraft(Stance.DISAGREE, "Right")),
        replace(SAID, strokes=(((0.1, 0.2), (0.3, 0.4)),)),
        replace(SAID, day=date(2026, 5, 20)),
    ]
    seals = {seal_of(SAID, "d"), seal_of(SAID, "other note"), *(seal_of(other, "d") for other in others)}
    assert len(seals) == 6


def test_how_it_was_given_is_said() -> None:
    assert how_words(SAID) == "said aloud, written down by Ana"
    assert len({how_words(replace(SAID, how=how)) for how in (HowSigned.ALOUD, HowSigned.TYPED, HowSigned.DRAWN)}) == 3
    assert len({stance_words(stance) for stance in Stance}) == len({told_words(s, "Maria") for s in Stance}) == 3
