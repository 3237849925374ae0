"""Consent: what the client agreed to, in the exact words they were shown, from when until when."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.words import _, day_words


class ConsentKind(StrEnum):
    """What a consent is for."""

    TREATMENT = "treatment"
    RECORDS = "records"
    SENSITIVE_AREA = "sensitive_area"
    CONTACT = "contact"
    PHOTOS = "photos"
    SHARING = "sharing"


# So many days before a consent ends it is named, so that there is a visit to renew it.
ENDS_SOON = timedelta(days=30)
# Agreed for one visit only, and asked again at the next.
PER_VISIT = (ConsentKind.SENSITIVE_AREA,)


class Standing(StrEnum):
    """How it stands with a consent on a day."""

    HOLDS = "holds"
    ENDS_SOON = "ends soon"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What the consent form yields; ``text`` is what the client was shown, to the letter."""

    kind: ConsentKind
    text: str
    areas: str
    signed_on: date
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentSignature:
    """The client's own signature over a consent, or the name they typed; ``digest`` is of all that was agreed to."""

    name: str
    how: HowSigned
    digest: str
    at: datetime
    strokes: Strokes = ()
    reason: str = ""


def digest_of(consent: ConsentDraft) -> str:
    """Return the SHA-256 (hex) of what is signed: the kind, the words to the letter, the areas and the days."""
    until = consent.expires_on
    return hashlib.sha256(
        canonical(
            {
                "kind": str(consent.kind),
                "text": consent.text,
                "areas": consent.areas,
                "signed_on": consent.signed_on.isoformat(),
                "expires_on": until.isoformat() if until is not None else None,
            }
        )
    ).hexdigest()


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent as stored; withdrawing it keeps the row, with the words it was taken back in."""

    id: int
    client_id: int
    consent: ConsentDraft
    withdrawn_on: date | None = None
    signature: ConsentSignature | None = None
    withdrawn_words: str = ""

    def holds(self, day: date) -> bool:
        """True on the days between signing and the end or the withdrawal."""
        ended = [end for end in (self.consent.expires_on, self.withdrawn_on) if end is not None]
        return self.consent.signed_on <= day and all(day <= end for end in ended) and self.withdrawn_on != day


def consent_words(kind: ConsentKind) -> str:
    """Name a kind of consent."""
    return {
        ConsentKind.TREATMENT: _("Treatment"),
        ConsentKind.RECORDS: _("Keeping records"),
        ConsentKind.SENSITIVE_AREA: _("Sensitive areas"),
        ConsentKind.CONTACT: _("Being contacted"),
        ConsentKind.PHOTOS: _("Photos"),
        ConsentKind.SHARING: _("Telling others"),
    }[kind]


def usual_end(kind: ConsentKind, signed_on: date) -> date:
    """Return until when a consent holds unless agreed otherwise: the same day for one visit, else a year."""
    if kind in PER_VISIT:
        return signed_on
    try:
        return signed_on.replace(year=signed_on.year + 1)
    except ValueError:
        # Signed on 29 February.
        return date(signed_on.year + 1, 2, 28)


def standing(consents: Iterable[Consent], kind: ConsentKind, day: date) -> tuple[Standing, Consent | None]:
    """Return how it stands with a kind on a day, and the consent that says so: the one that holds longest."""
    known = [each for each in consents if each.consent.kind is kind and each.consent.signed_on <= day]
    holding = [each for each in known if each.holds(day)]
    if holding:
        longest = max(holding, key=lambda each: each.consent.expires_on or date.max)
        until = longest.consent.expires_on
        soon = kind not in PER_VISIT and until is not None and until - day <= ENDS_SOON
        return (Standing.ENDS_SOON if soon else Standing.HOLDS), longest
    if not known:
        return Standing.MISSING, None
    newest = max(known, key=lambda each: (each.consent.signed_on, each.id))
    return (Standing.ENDED if newest.withdrawn_on is None else Standing.WITHDRAWN), newest


def ending_soon(consents: Iterable[Consent], day: date) -> tuple[Consent, ...]:
    """The consents that end within thirty days and that nothing takes over, in the order of their kinds."""
    known = tuple(consents)
    stands = (standing(known, kind, day) for kind in ConsentKind)
    return tuple(each for state, each in stands if state is Standing.ENDS_SOON and each is not None)


def names_something(kind: ConsentKind) -> bool:
    """True where the words speak of areas or people "named here"."""
    return kind in (ConsentKind.SENSITIVE_AREA, ConsentKind.PHOTOS, ConsentKind.SHARING)


def standing_words(state: Standing, consent: Consent | None, today: date) -> str:
    """Say in a few words how it stands, as the chip does."""
    if consent is None or state is Standing.MISSING:
        return _("No consent yet")
    until, back = consent.consent.expires_on, consent.withdrawn_on
    if state is Standing.ENDS_SOON and until is not None:
        return _("Consent ends on {day}").format(day=day_words(until, today))
    if state is Standing.ENDED and until is not None:
        return _("Consent ended on {day}").format(day=day_words(until, today))
    if state is Standing.WITHDRAWN and back is not None:
        return _("Consent withdrawn on {day}").format(day=day_words(back, today))
    return _("Consent holds")


def withdrawal_seal(consent_id: int, day: date, words: str) -> str:
    """Return the SHA-256 (hex) of which consent was taken back, when, and in which words."""
    told = {"consent": consent_id, "day": day.isoformat(), "words": words}
    return hashlib.sha256(canonical(told)).hexdigest()


def usual_text(kind: ConsentKind, therapist: str) -> str:
    """Return our own wording of a consent, for the therapist to change before it is shown."""
    text = {
        ConsentKind.TREATMENT: _(
            "{therapist} has told me what the sessions are like, what good they may do and what may be unpleasant. "
            "I could ask everything I wanted. I may say stop at any moment, and I may change my mind at any time."
        ),
        ConsentKind.RECORDS: _(
            "{therapist} may keep notes about me and our sessions. They stay encrypted on one computer that is not "
            "connected to any service. I may read them, correct them and have a copy."
        ),
        ConsentKind.SENSITIVE_AREA: _(
            "{therapist} may work on the areas named here. I was told why and how I stay covered, and I was given "
            "time to think. A no to any of them changes nothing else."
        ),
        ConsentKind.CONTACT: _("{therapist} may call me or write to me about my appointments."),
        ConsentKind.PHOTOS: _(
            "{therapist} may take photos of the areas named here, to see how they change. The photos stay with my "
            "record, nobody else sees them, and I may take this back at any time."
        ),
        ConsentKind.SHARING: _(
            "{therapist} may tell the people named here what is needed for my care, and nothing more. I am told "
            "before it happens, and I may take this back at any time."
        ),
    }[kind]
    return text.format(therapist=therapist or _("My therapist"))
