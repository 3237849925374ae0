"""The plan two people write: its content, its frozen versions, who signed which, and the state that follows."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.plan_changes import Change
from alliance_desktop.domain.strokes import Strokes
from alliance_desktop.domain.voice import Said, Whose

MOST_GOALS = 4
MOST_WAYS = 4
SURE_ENOUGH = 7
STEPS = (-2, -1, 0, 1, 2)


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: the client's words beside professional words, and a life activity rated 0 (unable) to 10 (able).

    ``ladder`` holds five steps in plain words, from much less (−2) over what was agreed to reach (0) to much more (+2)
    than hoped, or nothing; ``step`` is today's, −2 to +2. ``importance`` and ``difficulty`` are 0 to 3 (goal
    attainment scaling). ``source`` is the sentence of the client that the goal came from, as it was said.
    """

    uid: str
    said: Said = Said()
    professional: str = ""
    activity: str = ""
    now: int | None = None
    hoped: int | None = None
    by: date | None = None
    ladder: tuple[str, ...] = ()
    step: int | None = None
    importance: int | None = None
    difficulty: int | None = None
    source: Said = Said()

    @property
    def title(self) -> str:
        """The goal in one line: the client's words, else the activity, else the professional words."""
        return self.said.words or self.activity or self.professional

    @property
    def has_measure(self) -> bool:
        """True when how far it came can be seen later: five steps, or an activity with its number."""
        return any(self.ladder) or bool(self.activity.strip() and self.now is not None)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What both agreed about the visits; ``minutes`` is the length of one, ``pressure`` the word for how firm."""

    visits: int | None = None
    rhythm: str = ""
    minutes: int | None = None
    areas_yes: str = ""
    areas_no: str = ""
    pressure: str = ""
    stop_signal: str = ""

    @property
    def looks(self) -> tuple[int, ...]:
        """After how many visits both look again: half of them, and all."""
        return () if self.visits is None else tuple(sorted({(self.visits + 1) // 2, self.visits}))


@dataclass(frozen=True, slots=True)
class Commitment:
    """One "I will" (therapist) or "You will" (client): what, how often or for how long, and by which day.

    ``stop_if`` says when to leave it, ``confidence`` how sure the one who does it is, 0 to 10.
    """

    uid: str
    whose: Whose
    what: str = ""
    how: str = ""
    due: date | None = None
    stop_if: str = ""
    confidence: int | None = None

    @property
    def is_too_big(self) -> bool:
        """True when who does it is less sure than 7 of 10: better made smaller."""
        return self.confidence is not None and self.confidence < SURE_ENOUGH


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
class Way:
    """One way we could go: what it is, what is good and less good about it, and what it takes."""

    uid: str
    what: str = ""
    good: str = ""
    less_good: str = ""
    effort: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The way the client chose (its uid), why in their words, and what they do not want."""

    way: str = ""
    reason: Said = Said()
    not_wanted: Said = Said()


@dataclass(frozen=True, slots=True)
class Signs:
    """How both will know: that it works or is done, when to stop or refer, when to call the therapist or a doctor."""

    it_works: str = ""
    we_stop: str = ""
    call_me: str = ""
    call_doctor: str = ""


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Everything two people agree on and sign; equal contents have equal canonical bytes.

    ``reflection`` is how the therapist said back what matters, ``understood`` whether the client felt understood by
    it (None: not asked). ``teach_back`` is the plan said back by the client. ``guardian`` and ``interpreter`` name who
    has to sign as well.
    """

    what_matters: Said = Said()
    goals: tuple[Goal, ...] = ()
    agreement: Agreement = Agreement()
    commitments: tuple[Commitment, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    reservations_asked: bool = False
    review_on: date | None = None
    strengths: Said = Said()
    understanding: str = ""
    ways: tuple[Way, ...] = ()
    choice: Choice = Choice()
    signs: Signs = Signs()
    teach_back: Said = Said()
    guardian: str = ""
    interpreter: str = ""
    marks: tuple[Mark, ...] = ()
    reflection: str = ""
    understood: bool | None = None

    @property
    def chosen_way(self) -> Way | None:
        """The way that was chosen, if it is still among them."""
        return next((way for way in self.ways if way.uid == self.choice.way), None)

    @property
    def signers(self) -> tuple["Signer", ...]:
        """Whose signatures make it agreed: always client and therapist, guardian and interpreter where named."""
        also = ((Signer.GUARDIAN, self.guardian), (Signer.INTERPRETER, self.interpreter))
        return (Signer.CLIENT, Signer.THERAPIST, *(signer for signer, name in also if name.strip()))

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
    """Whose signature a version needs: client and therapist always, the others where the plan names them."""

    CLIENT = "client"
    THERAPIST = "therapist"
    GUARDIAN = "guardian"
    INTERPRETER = "interpreter"


class HowSigned(StrEnum):
    """How somebody agreed; what was said aloud or lies on paper carries its reason.

    Only a consent is signed with a typed name, by clients who cannot draw one.
    """

    DRAWN = "drawn"
    ALOUD = "aloud"
    PAPER = "paper"
    TYPED = "typed"


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
        """True once everybody whose signature it needs has signed this very content."""
        return {s.signer for s in self.signatures if s.digest == self.digest} >= set(self.content.signers)

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
        return tuple(signer for signer in self.content.signers if signer not in done)

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
    """One plan of one client with all its versions, oldest first, and the draft under work if there is one.

    ``visits_done`` counts the visits after the day on which the agreed version was agreed. ``brought`` holds the
    doubts that were open in the plan before.
    """

    id: int
    uid: str
    client_id: int
    started_at: datetime
    versions: tuple[PlanVersion, ...] = ()
    draft: PlanContent | None = None
    discussed_at: datetime | None = None
    ending: Ending | None = None
    done: frozenset[str] = field(default_factory=frozenset)
    visits_done: int = 0
    brought: tuple[Reservation, ...] = ()

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

    @property
    def next_draft(self) -> PlanContent:
        """What the next draft begins with; what was withdrawn before anybody agreed is not lost either."""
        if self.waiting is None and self.agreed is None and self.versions:
            return self.versions[-1].content
        return self.shown

    @property
    def standing_doubts(self) -> tuple[Reservation, ...]:
        """The doubts that somebody signed as open: they stay until a version with their answer is signed.

        While nothing of this plan is signed, they are those that were brought along.
        """
        signed = next((version for version in reversed(self.versions) if version.signatures), None)
        return signed.content.open_reservations if signed is not None else self.brought

    def with_standing_doubts(self, content: PlanContent) -> PlanContent:
        """Return a content with the standing doubts that it lacks, in the words in which they were said."""
        standing = {doubt.uid: doubt for doubt in self.standing_doubts}
        said = tuple(
            doubt if doubt.said or doubt.uid not in standing else replace(doubt, said=standing[doubt.uid].said)
            for doubt in content.reservations
        )
        there = {doubt.uid for doubt in said}
        return replace(content, reservations=(*(d for d in standing.values() if d.uid not in there), *said))

    @property
    def open_reservations(self) -> tuple[Reservation, ...]:
        """What the client is not sure about as things stand, said in a draft that nobody signed as well."""
        return self.with_standing_doubts(self.draft or self.next_draft).open_reservations

    def state(self, today: date) -> PlanState:
        """Where the plan stands today."""
        if self.ending is not None:
            return PlanState.ENDED
        if self.waiting is not None:
            return PlanState.HALF_SIGNED if self.waiting.signatures else PlanState.TO_SIGN
        if self.draft is not None or self.agreed is None:
            return PlanState.DISCUSSED if self.discussed_at is not None else PlanState.DRAFT
        review_on, looks = self.agreed.content.review_on, self.agreed.content.agreement.looks
        due = (review_on is not None and review_on <= today) or any(self.visits_done >= look for look in looks)
        return PlanState.REVIEW_DUE if due else PlanState.AGREED
