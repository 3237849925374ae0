"""The plan two people write: its content, its frozen versions, who signed which, and the state that follows."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.plan_changes import Change, changes_between
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.domain.voice import Said, Whose

SCHEMA = 1
MOST_GOALS = 4


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: the client's words beside professional words, and a life activity rated 0 (unable) to 10 (able)."""

    uid: str
    said: Said = Said()
    professional: str = ""
    activity: str = ""
    now: int | None = None
    hoped: int | None = None
    by: date | None = None

    @property
    def title(self) -> str:
        """The goal in one line: the client's words, else the activity, else the professional words."""
        return self.said.words or self.activity or self.professional


@dataclass(frozen=True, slots=True)
class Agreement:
    """What both agreed about the visits; ``minutes`` is the length of one."""

    visits: int | None = None
    rhythm: str = ""
    minutes: int | None = None
    areas_yes: str = ""
    areas_no: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One "I will" (therapist) or "You will" (client): what, how often or for how long, and by which day."""

    uid: str
    whose: Whose
    what: str = ""
    how: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Reservation:
    """Something the client is not sure about, and how it was answered; open while there is no answer."""

    uid: str
    said: Said = Said()
    answer: str = ""

    @property
    def is_open(self) -> bool:
        return bool(self.said) and not self.answer.strip()


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Everything two people agree on and sign; equal contents have equal canonical bytes."""

    what_matters: Said = Said()
    goals: tuple[Goal, ...] = ()
    agreement: Agreement = Agreement()
    commitments: tuple[Commitment, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    reservations_asked: bool = False
    review_on: date | None = None

    @property
    def is_empty(self) -> bool:
        return self == PlanContent()

    @property
    def open_reservations(self) -> tuple[Reservation, ...]:
        return tuple(reservation for reservation in self.reservations if reservation.is_open)

    def promised(self, whose: Whose) -> tuple[Commitment, ...]:
        """The commitments of one of the two."""
        return tuple(commitment for commitment in self.commitments if commitment.whose is whose)


class Signer(StrEnum):
    """Whose signature a version needs."""

    CLIENT = "client"
    THERAPIST = "therapist"


class HowSigned(StrEnum):
    """How somebody agreed; whatever is not drawn carries its reason."""

    DRAWN = "drawn"
    ALOUD = "aloud"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature over one digest."""

    signer: Signer
    name: str
    how: HowSigned
    digest: str
    at: datetime
    strokes: Strokes = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One frozen version; ``digest`` covers its content, its number, the version before and what changed."""

    id: int
    plan_id: int
    number: int
    content: PlanContent
    changes: tuple[Change, ...]
    client: str
    therapist: str
    previous_digest: str
    digest: str
    made_at: datetime
    signatures: tuple[Signature, ...] = ()
    withdrawn_at: datetime | None = None

    @property
    def agreed(self) -> bool:
        """True once client and therapist have both signed this very content."""
        return {s.signer for s in self.signatures if s.digest == self.digest} >= {Signer.CLIENT, Signer.THERAPIST}

    @property
    def agreed_at(self) -> datetime | None:
        """The moment of the last signature needed, or None."""
        return max(s.at for s in self.signatures) if self.agreed else None

    @property
    def waiting_for(self) -> tuple[Signer, ...]:
        """Who has still to sign; empty once withdrawn."""
        if self.withdrawn_at is not None:
            return ()
        done = {s.signer for s in self.signatures}
        return tuple(signer for signer in Signer if signer not in done)

    def signature_of(self, signer: Signer) -> Signature | None:
        """The signature of one of the two, if there is one."""
        return next((s for s in self.signatures if s.signer is signer), None)


class PlanState(StrEnum):
    """Where a plan stands; derived, never stored."""

    DRAFT = "draft"
    DISCUSSED = "discussed"
    HALF_SIGNED = "half signed"
    TO_SIGN = "to sign"
    AGREED = "agreed"
    REVIEW_DUE = "review due"
    ENDED = "ended"


class EndedBy(StrEnum):
    """How a plan came to its end."""

    COMPLETED = "completed"
    CLIENT = "client"
    THERAPIST = "therapist"


@dataclass(frozen=True, slots=True)
class EndingDraft:
    """How somebody wants to end a plan, and why."""

    by: EndedBy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """That a plan ended: when, by whom, why."""

    at: datetime
    by: EndedBy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of one client with all its versions, oldest first, and the draft under work if there is one."""

    id: int
    uid: str
    client_id: int
    started_at: datetime
    versions: tuple[PlanVersion, ...] = ()
    draft: PlanContent | None = None
    discussed_at: datetime | None = None
    ending: Ending | None = None
    done: frozenset[str] = field(default_factory=frozenset)

    @property
    def agreed(self) -> PlanVersion | None:
        """The newest version both have signed."""
        return next((v for v in reversed(self.versions) if v.agreed), None)

    @property
    def waiting(self) -> PlanVersion | None:
        """The version that is ready and waits for signatures."""
        newest = self.versions[-1] if self.versions else None
        return newest if newest is not None and newest.withdrawn_at is None and not newest.agreed else None

    @property
    def shown(self) -> PlanContent:
        """What a reader should see first: what waits for signatures, else what is agreed, else the draft."""
        version = self.waiting or self.agreed
        return version.content if version is not None else (self.draft or PlanContent())

    def state(self, today: date) -> PlanState:
        """Where the plan stands today."""
        if self.ending is not None:
            return PlanState.ENDED
        if self.waiting is not None:
            return PlanState.HALF_SIGNED if self.waiting.signatures else PlanState.TO_SIGN
        if self.draft is not None or self.agreed is None:
            return PlanState.DISCUSSED if self.discussed_at is not None else PlanState.DRAFT
        review_on = self.agreed.content.review_on
        return PlanState.REVIEW_DUE if review_on is not None and review_on <= today else PlanState.AGREED


def changes_since(before: PlanContent, after: PlanContent) -> tuple[Change, ...]:
    """Return what differs, structured; putting it onto ``before`` gives ``after``."""
    return changes_between(plain(before), plain(after))


def digest_of(
    plan_uid: str,
    number: int,
    content: PlanContent,
    changes: tuple[Change, ...],
    between: tuple[str, str],
    previous_digest: str,
) -> str:
    """Return the SHA-256 (hex) that signatures are given over; ``between`` names client and therapist."""
    covered = {
        "schema": SCHEMA,
        "plan": plan_uid,
        "number": number,
        "client": between[0],
        "therapist": between[1],
        "content": plain(content),
        "changes": [change.plain() for change in changes],
        "previous": previous_digest,
    }
    return hashlib.sha256(canonical(covered)).hexdigest()


def plain(content: PlanContent) -> dict[str, object]:
    """Return the content as plain JSON values: what is stored in a version and covered by its digest."""
    return {
        "what_matters": _plain_said(content.what_matters),
        "goals": [
            {
                "uid": goal.uid,
                "said": _plain_said(goal.said),
                "professional": goal.professional,
                "activity": goal.activity,
                "now": goal.now,
                "hoped": goal.hoped,
                "by": _plain_day(goal.by),
            }
            for goal in content.goals
        ],
        "agreement": {
            "visits": content.agreement.visits,
            "rhythm": content.agreement.rhythm,
            "minutes": content.agreement.minutes,
            "areas_yes": content.agreement.areas_yes,
            "areas_no": content.agreement.areas_no,
        },
        "commitments": [
            {"uid": c.uid, "whose": str(c.whose), "what": c.what, "how": c.how, "due": _plain_day(c.due)}
            for c in content.commitments
        ],
        "reservations": [{"uid": r.uid, "said": _plain_said(r.said), "answer": r.answer} for r in content.reservations],
        "reservations_asked": content.reservations_asked,
        "review_on": _plain_day(content.review_on),
    }


def from_plain(stored: dict) -> PlanContent:  # type: ignore[type-arg]  # JSON: its shape is what plain() wrote
    """Return the content that ``plain`` made these values of."""
    return PlanContent(
        what_matters=_said(stored["what_matters"]),
        goals=tuple(
            Goal(
                uid=goal["uid"],
                said=_said(goal["said"]),
                professional=goal["professional"],
                activity=goal["activity"],
                now=goal["now"],
                hoped=goal["hoped"],
                by=_day(goal["by"]),
            )
            for goal in stored["goals"]
        ),
        agreement=Agreement(**stored["agreement"]),
        commitments=tuple(
            Commitment(c["uid"], Whose(c["whose"]), c["what"], c["how"], _day(c["due"])) for c in stored["commitments"]
        ),
        reservations=tuple(Reservation(r["uid"], _said(r["said"]), r["answer"]) for r in stored["reservations"]),
        reservations_asked=stored["reservations_asked"],
        review_on=_day(stored["review_on"]),
    )


def _plain_said(said: Said) -> dict[str, object]:
    return {"words": said.words, "day": _plain_day(said.day), "voice": said.voice}


def _said(stored: dict) -> Said:  # type: ignore[type-arg]
    return Said(stored["words"], _day(stored["day"]), stored["voice"])


def _plain_day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored is not None else None
