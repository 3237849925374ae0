"""Consent: what the client agreed to, in the exact words they were shown, from when until when."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.plan import HowSigned
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.words import _


class ConsentKind(StrEnum):
    """What a consent is for."""

    TREATMENT = "treatment"
    RECORDS = "records"
    SENSITIVE_AREA = "sensitive_area"
    CONTACT = "contact"


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
    """One consent as stored; withdrawing it keeps the row."""

    id: int
    client_id: int
    consent: ConsentDraft
    withdrawn_on: date | None = None
    signature: ConsentSignature | None = None

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
    }[kind]


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
    }[kind]
    return text.format(therapist=therapist or _("My therapist"))
