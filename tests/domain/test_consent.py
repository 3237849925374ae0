"""A consent holds from its signing to its end or its withdrawal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alliance_desktop.domain.consent import Consent, ConsentDraft, ConsentKind, consent_words, usual_text

DAY = date(2026, 5, 19)
CONSENT = Consent(1, 1, ConsentDraft(ConsentKind.TREATMENT, "I agree.", "", DAY, DAY + timedelta(days=10)))


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (10, True), (11, False)])
def test_it_holds_from_the_first_to_the_last_day(days: int, holds: bool) -> None:
    assert CONSENT.holds(DAY + timedelta(days=days)) is holds


@pytest.mark.parametrize(("days", "holds"), [(3, True), (4, False), (5, False)])
def test_it_holds_no_longer_from_the_day_it_was_taken_back(days: int, holds: bool) -> None:
    assert replace(CONSENT, withdrawn_on=DAY + timedelta(days=4)).holds(DAY + timedelta(days=days)) is holds


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_each_kind_has_a_name_and_words_of_its_own(kind: ConsentKind) -> None:
    assert consent_words(kind)
    assert "{" not in usual_text(kind, "Ana Brandl")
    assert "My therapist" in usual_text(kind, "") or kind is ConsentKind.SENSITIVE_AREA
