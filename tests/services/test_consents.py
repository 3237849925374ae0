"""A consent is kept in the words that were shown; what was signed here is sealed, once, and a change to it shows."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.consent import ConsentDraft, ConsentKind, digest_of
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, consents, integrity
from alliance_desktop.storage import cipher
from alliance_desktop.storage.database import database
from alliance_desktop.storage.keys import DataKey

pytestmark = pytest.mark.usefixtures("practice")
STROKES = (((0.1, 0.5), (0.4, 0.2), (0.8, 0.6)),)


@pytest.fixture
def maria(now: datetime) -> int:
    return clients.welcome(ClientDraft("Maria Feldner"), now).id


@pytest.fixture
def draft(now: datetime) -> ConsentDraft:
    return ConsentDraft(ConsentKind.SENSITIVE_AREA, "Ana may work there.", "chest", local_day(now))


def test_a_signed_consent_is_kept_with_its_strokes_and_its_seal(maria: int, draft: ConsentDraft, now: datetime) -> None:
    signed = consents.record_signed(maria, draft, STROKES, now)
    assert consents.of(maria) == (signed,)
    assert signed.signature is not None
    assert (signed.signature.how, signed.signature.name, signed.signature.at) == (HowSigned.DRAWN, "Maria Feldner", now)
    assert [len(stroke) for stroke in signed.signature.strokes] == [3]
    assert signed.signature.digest == digest_of(draft)
    assert consents.intact(signed)
    assert all(check.held for check in integrity.check())


def test_a_typed_name_is_kept_as_it_was_typed(maria: int, draft: ConsentDraft, now: datetime) -> None:
    signed = consents.record_typed(maria, draft, " Maria F. ", now)
    assert signed.signature is not None
    assert (signed.signature.how, signed.signature.name, signed.signature.strokes) == (HowSigned.TYPED, "Maria F.", ())
    assert consents.intact(signed)
    assert all(check.held for check in integrity.check())


def test_what_was_not_signed_is_not_stored_at_all(maria: int, draft: ConsentDraft, now: datetime) -> None:
    with pytest.raises(consents.ConsentUnsigned):
        consents.record_signed(maria, draft, (((0.5, 0.5),),), now)
    with pytest.raises(consents.ConsentUnsigned):
        consents.record_typed(maria, draft, "  ", now)
    with pytest.raises(consents.ConsentTextMissing):
        consents.record_signed(maria, replace(draft, text=" "), STROKES, now)
    assert consents.of(maria) == ()
    assert all(check.held for check in integrity.check())


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": ConsentKind.TREATMENT},
        {"text": "Ana may work there!"},
        {"areas": ""},
        {"signed_on": date(2026, 5, 18)},
        {"expires_on": date(2026, 12, 1)},
    ],
)
def test_the_seal_covers_all_that_was_agreed_to(draft: ConsentDraft, changed: dict[str, object]) -> None:
    assert digest_of(replace(draft, **changed)) != digest_of(draft)  # type: ignore[arg-type]  # whatever the case has


@pytest.mark.parametrize("statement", ["UPDATE consent_signature SET name = 'x'", "DELETE FROM consent_signature"])
def test_a_signature_can_be_neither_changed_nor_taken_away(
    maria: int, draft: ConsentDraft, now: datetime, statement: str
) -> None:
    consents.record_signed(maria, draft, STROKES, now)
    with pytest.raises(Exception, match="insert-only"):
        database.execute_sql(statement)


def test_words_that_no_longer_fit_their_signature_show(
    practice: PracticeFolder, data_key: DataKey, maria: int, draft: ConsentDraft, now: datetime
) -> None:
    consents.record(maria, draft, now)
    signed = consents.record_signed(maria, draft, STROKES, now)
    database.shut()
    with cipher.opened(practice.database, data_key.sqlcipher) as connection:
        asked = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'consent'"
        kept = connection.execute(asked).fetchall()
        for name, _sql in kept:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE consent SET text = 'Ana may do anything.' WHERE id = ?", (signed.id,))
        for _name, sql in kept:
            connection.execute(sql)
    database.open(practice.database, data_key.copy())
    assert not consents.intact(consents.one(signed.id))
    assert [check.name for check in integrity.check() if not check.held] == ["consents"]


def test_a_signed_consent_is_withdrawn_and_a_slip_is_mended(maria: int, draft: ConsentDraft, now: datetime) -> None:
    signed = consents.record_signed(maria, draft, STROKES, now)
    withdrawn = consents.withdraw(signed.id, now + timedelta(days=3))
    assert not withdrawn.holds(local_day(now + timedelta(days=3)))
    assert consents.intact(withdrawn)
    assert consents.undo_withdrawal(signed.id, now + timedelta(days=3)) == signed


def test_it_is_taken_back_in_words_on_a_day_and_a_slip_can_be_undone(
    maria: int, draft: ConsentDraft, now: datetime
) -> None:
    given = consents.record_aloud(maria, replace(draft, signed_on=local_day(now) - timedelta(days=3)), now)
    assert given.signature is not None
    assert given.signature.how is HowSigned.ALOUD
    day = local_day(now) - timedelta(days=1)
    taken_back = consents.withdraw(given.id, now, " I changed my mind ", day)
    assert (taken_back.withdrawn_on, taken_back.withdrawn_words) == (day, "I changed my mind")
    assert consents.undo_withdrawal(given.id, now).withdrawn_words == ""
    assert consents.withdraw(given.id, now).withdrawn_words == ""
    assert all(check.held for check in integrity.check())


@pytest.mark.parametrize("days", [-1, 1])
def test_it_is_not_taken_back_before_it_was_given_nor_on_a_day_to_come(
    maria: int, draft: ConsentDraft, now: datetime, days: int
) -> None:
    given = consents.record_aloud(maria, draft, now)
    with pytest.raises(consents.NotTheDayOfWithdrawal):
        consents.withdraw(given.id, now, "no", local_day(now) + timedelta(days=days))
    assert consents.one(given.id).withdrawn_on is None
