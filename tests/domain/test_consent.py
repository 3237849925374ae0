"""A consent holds from its signing to its end or its withdrawal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alliance_desktop.domain.consent import (
    Consent,
    ConsentDraft,
    ConsentKind,
    Standing,
    consent_words,
    ending_soon,
    standing,
    usual_end,
    usual_text,
)

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


@pytest.mark.parametrize(
    ("kind", "signed", "until"),
    [
        (ConsentKind.TREATMENT, DAY, date(2027, 5, 19)),
        (ConsentKind.PHOTOS, date(2028, 2, 29), date(2029, 2, 28)),
        (ConsentKind.SENSITIVE_AREA, DAY, DAY),
    ],
)
def test_a_consent_holds_a_year_and_one_for_a_visit_that_day(kind: ConsentKind, signed: date, until: date) -> None:
    assert usual_end(kind, signed) == until


def year() -> Consent:
    return Consent(1, 1, ConsentDraft(ConsentKind.TREATMENT, "I agree.", "", DAY, date(2027, 5, 19)))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (DAY - timedelta(days=1), Standing.MISSING),
        (DAY, Standing.HOLDS),
        (date(2027, 4, 18), Standing.HOLDS),
        (date(2027, 4, 19), Standing.ENDS_SOON),
        (date(2027, 5, 19), Standing.ENDS_SOON),
        (date(2027, 5, 20), Standing.ENDED),
    ],
)
def test_how_it_stands_changes_to_the_day(day: date, told: Standing) -> None:
    assert standing((year(),), ConsentKind.TREATMENT, day)[0] is told
    assert (ending_soon((year(),), day) != ()) is (told is Standing.ENDS_SOON)
    assert standing((year(),), ConsentKind.PHOTOS, day) == (Standing.MISSING, None)


def test_one_that_was_taken_back_or_renewed_says_so() -> None:
    taken_back = replace(year(), withdrawn_on=DAY + timedelta(days=1))
    assert standing((taken_back,), ConsentKind.TREATMENT, DAY + timedelta(days=1)) == (Standing.WITHDRAWN, taken_back)
    without_end = replace(year(), id=2, consent=replace(year().consent, expires_on=None))
    day = date(2027, 5, 19)
    assert standing((year(), without_end), ConsentKind.TREATMENT, day) == (Standing.HOLDS, without_end)
    assert ending_soon((year(), without_end), day) == ()


def test_one_for_a_visit_does_not_end_soon() -> None:
    today = Consent(3, 1, ConsentDraft(ConsentKind.SENSITIVE_AREA, "Yes.", "chest", DAY, DAY))
    assert standing((today,), ConsentKind.SENSITIVE_AREA, DAY)[0] is Standing.HOLDS
    assert standing((today,), ConsentKind.SENSITIVE_AREA, DAY + timedelta(days=1))[0] is Standing.ENDED
    assert ending_soon((today,), DAY) == ()
