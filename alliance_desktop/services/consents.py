"""Consent: recorded in the words the client was shown, withdrawn by a date, never rewritten."""

from dataclasses import asdict
from datetime import date, datetime

from alliance_desktop.domain.consent import (
    ENDS_SOON,
    PER_VISIT,
    Consent,
    ConsentDraft,
    ConsentKind,
    ConsentSignature,
    digest_of,
    withdrawal_seal,
)
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.strokes import Strokes, from_json, is_blank, to_json
from alliance_desktop.domain.today import ConsentEnding
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.limit_models import ConsentWithdrawalRow
from alliance_desktop.storage.models import ConsentRow, ConsentSignatureRow
from alliance_desktop.words import _


class ConsentTextMissing(AllianceError):
    """A consent is to words; there are none."""


class ConsentFromTomorrow(AllianceError):
    """A consent cannot have been signed on a day to come."""


class ConsentUnsigned(AllianceError):
    """There is nothing drawn under the words."""


class ConsentEndsEarly(AllianceError):
    """The last day lies before the day of signing."""


class NotTheDayOfWithdrawal(AllianceError):
    """A consent cannot be taken back before it was given, nor on a day to come."""


@transaction
def record(client_id: int, draft: ConsentDraft, now: datetime) -> Consent:
    """Store that the client signed these words.

    Raises ``ConsentTextMissing``, ``ConsentFromTomorrow`` and ``ConsentEndsEarly``.
    """
    if not draft.text.strip():
        raise ConsentTextMissing(_("A consent needs the words that were agreed to."))
    if draft.signed_on > local_day(now):
        raise ConsentFromTomorrow(_("This day is still to come. Please look at the date."))
    if draft.expires_on is not None and draft.expires_on < draft.signed_on:
        raise ConsentEndsEarly(_("It ends before it begins. Please look at the two days."))
    row_id = ConsentRow.insert(client=client_id, recorded_at=now, **asdict(draft)).execute()
    clients.touch(client_id, now)
    audit.record("added", "consent", row_id, now, str(draft.kind))
    return _consent(ConsentRow.get_by_id(row_id))


@transaction
def record_signed(client_id: int, draft: ConsentDraft, strokes: Strokes, now: datetime) -> Consent:
    """Store a consent with the signature that the client just drew under its words.

    Raises ``ConsentUnsigned`` for nothing but dots, and what ``record`` raises.
    """
    if is_blank(strokes):
        raise ConsentUnsigned(_("There is no signature yet. Please sign in the field."))
    name = clients.one(client_id).full_name
    return _signed(record(client_id, draft, now), name, HowSigned.DRAWN, to_json(strokes), now)


@transaction
def record_typed(client_id: int, draft: ConsentDraft, name: str, now: datetime) -> Consent:
    """Store a consent with the name that the client, who cannot draw one, typed under its words.

    Raises ``ConsentUnsigned`` for no name, and what ``record`` raises.
    """
    if not name.strip():
        raise ConsentUnsigned(_("There is no name yet. Please type it in the field."))
    return _signed(record(client_id, draft, now), name.strip(), HowSigned.TYPED, "", now)


@transaction
def record_aloud(client_id: int, draft: ConsentDraft, now: datetime) -> Consent:
    """Store a consent that the client gave aloud, once its words were read to them; raises what ``record`` raises."""
    name = clients.one(client_id).full_name
    return _signed(record(client_id, draft, now), name, HowSigned.ALOUD, "", now)


def _signed(consent: Consent, name: str, how: HowSigned, strokes: str, now: datetime) -> Consent:
    ConsentSignatureRow.insert(
        consent=consent.id,
        name=name,
        how=how,
        digest=digest_of(consent.consent),
        strokes=strokes,
        reason="",
        at=now,
    ).execute()
    audit.record("signed", "consent", consent.id, now, str(how))
    return _consent(ConsentRow.get_by_id(consent.id))


def one(consent_id: int) -> Consent:
    """One consent by its number."""
    return _consent(ConsentRow.get_by_id(consent_id))


def intact(consent: Consent) -> bool:
    """True when the words are those that were signed; a consent that nobody signed here has nothing to fit."""
    return consent.signature is None or consent.signature.digest == digest_of(consent.consent)


@transaction
def withdraw(consent_id: int, now: datetime, words: str = "", day: date | None = None) -> Consent:
    """Note that the client took a consent back, today or on an earlier ``day``, in their ``words``; once.

    ``undo_withdrawal`` mends a slip. Raises ``NotTheDayOfWithdrawal``.
    """
    before, taken_on = one(consent_id), day or local_day(now)
    if not before.consent.signed_on <= taken_on <= local_day(now):
        raise NotTheDayOfWithdrawal(_("It is taken back after it was given, and not on a day to come."))
    if before.withdrawn_on is None:
        ConsentRow.update(withdrawn_on=taken_on).where(ConsentRow.id == consent_id).execute()
        told = {"consent": consent_id, "day": taken_on, "words": words.strip(), "at": now}
        row_id = ConsentWithdrawalRow.insert(**told).execute()
        seal = withdrawal_seal(consent_id, taken_on, words.strip())
        audit.record("taken back", "consent withdrawal", row_id, now, seal)
    audit.record("withdrawn", "consent", consent_id, now)
    return one(consent_id)


def withdrawal_intact(row_id: int, seal: str) -> bool:
    """True when a withdrawal says which consent was taken back, when and in which words."""
    row = ConsentWithdrawalRow.get_by_id(row_id)
    return withdrawal_seal(row.consent_id, row.day, row.words) == seal


@transaction
def undo_withdrawal(consent_id: int, now: datetime) -> Consent:
    """Take back a withdrawal that was a slip of the hand."""
    ConsentRow.update(withdrawn_on=None).where(ConsentRow.id == consent_id).execute()
    audit.record("withdrawal undone", "consent", consent_id, now)
    return _consent(ConsentRow.get_by_id(consent_id))


def of(client_id: int) -> tuple[Consent, ...]:
    """All consents of a client, newest first, those that ended too."""
    rows = ConsentRow.select().where(ConsentRow.client == client_id)
    return tuple(_consent(row) for row in rows.order_by(ConsentRow.signed_on.desc(), ConsentRow.id.desc()))


def to_treatment(client_id: int, today: date) -> Consent | None:
    """The consent to treatment that holds today, if there is one."""
    return next((c for c in of(client_id) if c.consent.kind is ConsentKind.TREATMENT and c.holds(today)), None)


def ending(today: date, limit: int = 12) -> tuple[ConsentEnding, ...]:
    """Consents of all who are here that end within thirty days and that none of their kind outlasts, soonest first."""
    visits = ", ".join("?" * len(PER_VISIT))
    rows = database.execute_sql(
        "SELECT k.id, k.client_id, c.full_name, c.chosen_name, k.kind, k.expires_on FROM consent k "
        "JOIN client c ON c.id = k.client_id WHERE c.deleted_at IS NULL AND c.archived_at IS NULL "
        f"AND k.withdrawn_on IS NULL AND k.expires_on BETWEEN ? AND ? AND k.kind NOT IN ({visits}) "
        "AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.client_id = k.client_id AND n.kind = k.kind "
        "AND n.withdrawn_on IS NULL AND (n.expires_on IS NULL OR (n.expires_on, n.id) > (k.expires_on, k.id))) "
        "ORDER BY k.expires_on, c.full_name LIMIT ?",
        (today.isoformat(), (today + ENDS_SOON).isoformat(), *map(str, PER_VISIT), limit),
    )
    return tuple(
        ConsentEnding(row_id, client_id, name, chosen, ConsentKind(kind), date.fromisoformat(on))
        for row_id, client_id, name, chosen, kind, on in rows.fetchall()
    )


def _consent(row: ConsentRow) -> Consent:
    draft = ConsentDraft(row.kind, row.text, row.areas, row.signed_on, row.expires_on)
    signed = ConsentSignatureRow.get_or_none(ConsentSignatureRow.consent == row.id)
    signature = None
    if signed is not None:
        strokes = from_json(signed.strokes) if signed.strokes else ()
        signature = ConsentSignature(signed.name, signed.how, signed.digest, signed.at, strokes, signed.reason)
    return Consent(row.id, row.client_id, draft, row.withdrawn_on, signature, _withdrawn_words(row))


def _withdrawn_words(row: ConsentRow) -> str:
    """The words it was taken back in; those of a withdrawal that was a slip stay in the file alone."""
    if row.withdrawn_on is None:
        return ""
    told = ConsentWithdrawalRow.select().where(ConsentWithdrawalRow.consent == row.id)
    newest = told.order_by(ConsentWithdrawalRow.id.desc()).first()
    return newest.words if newest is not None else ""
