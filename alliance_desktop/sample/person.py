"""How somebody in the sample practice is told: days are counted back from today, so that the sample never ages."""

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from alliance_desktop.domain import body
from alliance_desktop.domain.alliance import Strand
from alliance_desktop.domain.body_mark import Mark, MarkKind, on_region
from alliance_desktop.domain.boundary import BoundaryKind
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.comfort import ComfortKind
from alliance_desktop.domain.consent import ConsentKind
from alliance_desktop.domain.health import Caution, HealthKind
from alliance_desktop.domain.plan import Agreement, EndedBy, HowSigned, Signer, Signs
from alliance_desktop.domain.red_flag import Decision, RedFlag
from alliance_desktop.domain.repair import Marker, NoticedBy, RepairOutcome, RuptureKind
from alliance_desktop.domain.session import NoteFormat, NoteKey
from alliance_desktop.domain.statement import StatementDraft
from alliance_desktop.domain.voice import Whose

Rated = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Comfort:
    """One wish about touch, in whose words, told at a first visit or ``ago`` days ago."""

    kind: ComfortKind
    words: str
    whose: Whose = Whose.THERAPIST
    ago: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """One thing about health; ``since`` and ``until`` are days ago."""

    kind: HealthKind
    name: str
    caution: Caution = Caution.NONE
    area: str = ""
    advice: str = ""
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """One consent, in our own usual words; ``expires`` is in days from today, ``withdrawn`` in days ago."""

    kind: ConsentKind
    areas: str = ""
    expires: int | None = None
    withdrawn: int | None = None


@dataclass(frozen=True, slots=True)
class GoalTold:
    """One goal; ``key`` keeps it the same goal over versions, ``by`` is in days from today (negative is past).

    ``step`` is today's on the ladder, −2 to +2; ``from_matters`` says that the goal came from what matters.
    """

    key: str
    words: str
    ago: int
    professional: str = ""
    activity: str = ""
    now: int | None = None
    hoped: int | None = None
    by: int | None = None
    ladder: tuple[str, ...] = ()
    step: int | None = None
    importance: int | None = None
    difficulty: int | None = None
    from_matters: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One "I will" or "You will"; ``due`` is in days from today."""

    key: str
    whose: Whose
    what: str
    how: str = ""
    due: int | None = None
    sure: int | None = None
    stop_if: str = ""


@dataclass(frozen=True, slots=True)
class WayTold:
    """One way that two people could go; ``key`` keeps it the same over versions."""

    key: str
    what: str
    good: str = ""
    less_good: str = ""
    effort: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceTold:
    """The way that was chosen, by its key, why, and what is not wanted, said ``ago`` days ago."""

    way: str
    ago: int
    reason: str = ""
    not_wanted: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the client was not sure about, said ``ago`` days ago; open while there is no answer."""

    key: str
    words: str
    ago: int
    answer: str = ""


@dataclass(frozen=True, slots=True)
class MarkTold:
    """What was marked on one region of the body in a visit or a plan: whose, what, how strong, and in what words."""

    region: str
    kind: MarkKind
    strength: int | None = None
    note: str = ""
    whose: Whose = Whose.CLIENT

    def mark(self, uid: str) -> Mark:
        """The mark itself; raises ``KeyError`` for a region that there is not."""
        region = body.view(self.region.partition(".")[0]).region(self.region)
        if region is None:
            raise KeyError(self.region)
        return replace(on_region(uid, self.whose, self.kind, region), strength=self.strength, note=self.note)


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in a plan; ``review`` is in days from today; ``said_back`` is from the day of ``matters_ago``."""

    matters: str
    matters_ago: int
    goals: tuple[GoalTold, ...] = ()
    agreement: Agreement = Agreement()
    steps: tuple[Step, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    asked: bool = True
    review: int | None = None
    strengths: str = ""
    understanding: str = ""
    ways: tuple[WayTold, ...] = ()
    choice: ChoiceTold | None = None
    signs: Signs = Signs()
    said_back: str = ""
    marks: tuple[MarkTold, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed a version and how; whatever is not drawn has its reason."""

    signer: Signer
    how: HowSigned = HowSigned.DRAWN
    reason: str = ""


BY_HAND = (Signed(Signer.CLIENT), Signed(Signer.THERAPIST))


@dataclass(frozen=True, slots=True)
class VersionTold:
    """One version, written ``ago`` days ago; with ``ready`` False it is still a draft.

    ``reasons`` maps a change (``commitments/<key>``, ``agreement/areas_no``) to the client's words.
    """

    ago: int
    told: Told
    signed: tuple[Signed, ...] = BY_HAND
    ready: bool = True
    discussed: bool = False
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a plan came to its end, ``ago`` days ago."""

    ago: int
    by: EndedBy
    reason: str


@dataclass(frozen=True, slots=True)
class PlanTold:
    """One plan; ``ticked`` names the steps that are done, with days ago."""

    versions: tuple[VersionTold, ...]
    ticked: tuple[tuple[str, int], ...] = ()
    ended: Ended | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What was added to a signed note ``after`` days later."""

    after: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckTold:
    """A closing check: goals, tasks, bond and touch from 1 to 5, and what Ana guessed; not ``seen`` it still waits."""

    answers: tuple[int, int, int, int]
    keep: str = ""
    change: str = ""
    guess: tuple[int, int, int, int] | None = None
    seen: bool = True


@dataclass(frozen=True, slots=True)
class StrainTold:
    """An entry of the repair notebook, written after a visit; ``looked`` days ago it had its outcome."""

    kind: RuptureKind
    strand: Strand
    markers: tuple[Marker, ...] = ()
    client_said: str = ""
    i_said: str = ""
    we_changed: str = ""
    noticed_by: NoticedBy = NoticedBy.THERAPIST
    outcome: RepairOutcome = RepairOutcome.OPEN
    looked: int | None = None


@dataclass(frozen=True, slots=True)
class AnswersTold:
    """What the client answered alone to the health questions, some days ago: code, yes or no, words."""

    ago: int
    answers: tuple[tuple[str, bool, str], ...]


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """What Ana decided some days ago about a red flag that waited."""

    ago: int
    flag: RedFlag
    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class EdgeTold:
    """An entry of the private log, some days ago."""

    ago: int
    kind: BoundaryKind
    happened: str
    did: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class ScaleTold:
    """What was answered on Ana's own scale some days ago, in the order of its questions."""

    ago: int
    answers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit with its note; ``kept`` says how many days ago its promise was kept, None while it is open."""

    ago: int
    asked: str = ""
    found: str = ""
    did: str = ""
    response: str = ""
    then: str = ""
    think: str = ""
    rated: Rated = ()
    promise: str = ""
    kept: int | None = None
    added: tuple[Added, ...] = ()
    carried: tuple[NoteKey, ...] = ()
    signed: bool = True
    check: CheckTold | None = None
    strain: StrainTold | None = None
    stated: StatementDraft | None = None
    home: tuple[str, ...] = ()
    marks: tuple[MarkTold, ...] = ()

    @property
    def words(self) -> tuple[tuple[NoteKey, str], ...]:
        """The fields of the note in their order."""
        told = (self.asked, self.found, self.did, self.response, self.think, self.then)
        return tuple(zip(NoteKey, told, strict=True))


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """A promise made outside a note; ``due`` is in days from today, ``kept`` in days ago."""

    ago: int
    said: str
    words: str
    due: int | None = None
    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes to Ana; ``hour`` is when they like to come, ``welcomed`` how many days ago they called."""

    profile: ClientDraft
    welcomed: int
    hour: time = time(10, 30)
    format: NoteFormat = NoteFormat.QUICK
    comfort: tuple[Comfort, ...] = ()
    health: tuple[Health, ...] = ()
    consents: tuple[Agreed, ...] = ()
    plans: tuple[PlanTold, ...] = ()
    visits: tuple[Visit, ...] = ()
    promises: tuple[PromiseTold, ...] = field(default=())
    answered: tuple[AnswersTold, ...] = ()
    decided: tuple[DecisionTold, ...] = ()
    edges: tuple[EdgeTold, ...] = ()
    scaled: tuple[ScaleTold, ...] = ()


def ahead(today: date, days: int) -> date:
    """Return the working day that lies ``days`` ahead (or back, when negative); a weekend ahead becomes Monday."""
    if days <= 0:
        return back(today, -days)
    day = today + timedelta(days=days)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def back(today: date, ago: int) -> date:
    """Return the working day that lies ``ago`` days back; a weekend becomes the Friday before it."""
    day = today - timedelta(days=ago)
    return day - timedelta(days=max(0, day.weekday() - 4))
