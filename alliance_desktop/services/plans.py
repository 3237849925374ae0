"""What two people do with a plan: write it, get it ready, sign it, tick it off, look again, end it."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import EndedBy, HowSigned, Plan, PlanContent, PlanVersion, Signer
from alliance_desktop.domain.plan_changes import Change, ChangeLine, in_words
from alliance_desktop.domain.plan_snapshot import changes_since, digest_of, from_plain, plain
from alliance_desktop.domain.strokes import Strokes, is_blank, to_json
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import audit, clients, held_forms, plan_rows, practice, voices
from alliance_desktop.storage.database import transaction
from alliance_desktop.storage.models import CommitmentDoneRow, PlanEventRow, PlanRow, PlanVersionRow, SignatureRow
from alliance_desktop.words import _


class NoSuchPlan(AllianceError):
    """There is no plan with this number."""


class NotReady(AllianceError):
    """The draft cannot be signed as it stands; ``part`` names the part of the plan where that is mended."""

    def __init__(self, sentence: str, part: str) -> None:
        super().__init__(sentence)
        self.part = part


class NothingToSign(NotReady):
    """The plan is empty."""


class NothingChanged(AllianceError):
    """The draft says just what was agreed before."""


class AlreadySigned(AllianceError):
    """This person has signed this version."""


class NoLongerOffered(AllianceError):
    """The version was withdrawn, and another took its place."""


class SignatureMissing(AllianceError):
    """There is nothing drawn."""


class ReasonMissing(AllianceError):
    """Who does not sign by hand says why."""


class SignatureNotAsked(AllianceError):
    """A guardian or an interpreter signs only where the plan names one."""


class LineUnsaid(NotReady):
    """A line of the plan says when or how, but not what."""


class PlanEnded(AllianceError):
    """An ended plan stays as it is."""


class NoDraft(AllianceError):
    """There is no draft under work."""


class DraftOpen(AllianceError):
    """A plan has one draft at a time, and none while a version waits for signatures."""


def current(client_id: int) -> Plan | None:
    """The newest plan of a client, ended or not, or None."""
    row = PlanRow.select().where(PlanRow.client == client_id).order_by(PlanRow.id.desc()).first()
    return plan_rows.plan(row) if row is not None else None


def of(client_id: int) -> tuple[Plan, ...]:
    """All plans of a client, newest first."""
    rows = PlanRow.select().where(PlanRow.client == client_id).order_by(PlanRow.id.desc())
    return tuple(plan_rows.plan(row) for row in rows)


def one(plan_id: int) -> Plan:
    """One plan with its versions; raises ``NoSuchPlan``."""
    row = PlanRow.get_or_none(PlanRow.id == plan_id)
    if row is None:
        raise NoSuchPlan(_("There is no plan with the number {n}.").format(n=plan_id))
    return plan_rows.plan(row)


def to_go_on_with(client_id: int, now: datetime) -> Plan:
    """The plan as ``begin`` would open it, with its draft; nothing is stored, and the id of a new plan is 0.

    What the client was not sure about goes along into a new plan until it is answered.
    """
    plan = current(client_id)
    if plan is None or plan.ending is not None:
        doubts = plan.open_reservations if plan is not None else ()
        return Plan(0, "", client_id, now, draft=PlanContent(reservations=doubts))
    if plan.draft is not None:
        return plan
    return replace(plan, draft=plan.next_draft)


@transaction
def begin(client_id: int, now: datetime) -> Plan:
    """Open a draft: the running plan's (a signed or offered version is the text to change), else a new plan's.

    A version that was ready but not signed by both is withdrawn: it keeps its number, marked as not agreed, and the
    reasons of what it changes go along.
    """
    before, plan = current(client_id), to_go_on_with(client_id, now)
    content = plan.draft or PlanContent()
    if plan == before:
        return plan
    if not plan.id:
        plan = one(PlanRow.insert(client=client_id, uid=str(uuid.uuid4()), started_at=now).execute())
        audit.record("begun", "plan", plan.id, now)
    elif plan.waiting is not None:
        _event(plan.id, "withdrawn", now, version=plan.waiting.id)
        audit.record("withdrawn", "plan version", plan.waiting.id, now)
    else:
        audit.record("reopened", "plan", plan.id, now)
    told = plan.waiting.changes if plan.waiting is not None else ()
    held_forms.hold(client_id, Form.REASONS, plan.id, {c.path: c.reason for c in told if c.reason}, now)
    return _open_draft(plan, content, now)


def says_nothing_new(plan: Plan) -> bool:
    """True while the draft says no more than what was agreed, or nothing at all."""
    if plan.draft is None or plan.agreed is None:
        return plan.draft is None or plan.draft.is_empty
    return not upcoming_changes(plan)


def _open_draft(plan: Plan, content: PlanContent, now: datetime) -> Plan:
    content = plan.with_standing_doubts(content)
    # Composed letters, as in a version's canonical bytes: else a sentence would differ from itself once signed.
    plan_rows.write_draft(plan.id, from_plain(json.loads(canonical(plain(content)))), now)
    clients.touch(plan.client_id, now)
    return one(plan.id)


@transaction
def keep_draft(plan_id: int, content: PlanContent, now: datetime) -> Plan:
    """Store the draft as it stands; raises ``PlanEnded``, and ``NoDraft`` when it was made ready or dropped.

    A doubt that was signed open stays in it until a version with its answer is signed.
    """
    plan = _running(plan_id)
    if plan.draft is None:
        raise NoDraft(_("This draft was put away. What was made ready or signed stays as it is."))
    return _open_draft(plan, content, now)


@transaction
def bring_back_draft(plan_id: int, content: PlanContent, now: datetime) -> Plan:
    """Undo ``drop_draft``; raises ``PlanEnded``, and ``DraftOpen`` when another draft was begun since."""
    plan = _running(plan_id)
    if plan.draft is not None:
        raise DraftOpen(_("Another draft was begun since, and it stays as it is."))
    if plan.waiting is not None:
        raise DraftOpen(_("A version waits for signatures since, and it stays as it is."))
    return _open_draft(plan, content, now)


def _running(plan_id: int) -> Plan:
    plan = one(plan_id)
    if plan.ending is not None:
        raise PlanEnded(_("This plan has ended and stays as it is. You can begin a new one."))
    return plan


@transaction
def settle(plan_id: int, now: datetime) -> Plan:
    """Write down for good what the client said in the draft: each new wording becomes a Voice that stays."""
    plan = one(plan_id)
    if plan.draft is not None:
        content = _settled(plan.client_id, plan.draft, now)
        if content != plan.draft:
            plan_rows.write_draft(plan.id, content, now)
    return one(plan_id)


def _settled(client_id: int, draft: PlanContent, now: datetime) -> PlanContent:
    def settled(said: Said, where: str) -> Said:
        return voices.settle(client_id, said, where, now)

    for mark in draft.marks:
        if mark.whose is Whose.CLIENT:
            # A mark keeps its words itself; the Voice keeps every wording there was.
            settled(Said(mark.note), "mark")
    choice = replace(
        draft.choice,
        reason=settled(draft.choice.reason, "choice"),
        not_wanted=settled(draft.choice.not_wanted, "not_wanted"),
    )
    return replace(
        draft,
        what_matters=settled(draft.what_matters, "what_matters"),
        strengths=settled(draft.strengths, "strengths"),
        goals=tuple(
            replace(g, said=settled(g.said, "goal"), source=settled(g.source, "what_matters")) for g in draft.goals
        ),
        choice=choice,
        reservations=tuple(replace(r, said=settled(r.said, "reservation")) for r in draft.reservations),
        teach_back=settled(draft.teach_back, "teach_back"),
    )


@transaction
def drop_draft(plan_id: int, now: datetime) -> PlanContent:
    """Throw the draft away and return it, so that ``bring_back_draft`` can undo it."""
    plan = settle(plan_id, now)
    plan_rows.remove_draft(plan_id)
    audit.record("draft dropped", "plan", plan_id, now)
    return plan.draft or PlanContent()


@transaction
def discuss(plan_id: int, now: datetime) -> Plan:
    """Note that both talked the draft through; raises ``PlanEnded``."""
    _running(plan_id)
    _event(plan_id, "discussed", now)
    audit.record("discussed", "plan", plan_id, now)
    return one(plan_id)


def upcoming_changes(plan: Plan) -> tuple[Change, ...]:
    """What the draft changes in the version agreed last; nothing for a first version."""
    if plan.draft is None or plan.agreed is None:
        return ()
    return changes_since(plan.agreed.content, plan.draft)


@transaction
def make_ready(plan_id: int, reasons: Mapping[str, str], now: datetime) -> PlanVersion:
    """Freeze the draft as the next version, to be signed; ``reasons`` maps a change's path to the client's words.

    Raises ``NothingToSign`` for an empty plan, ``LineUnsaid`` for a line that says nothing but a day or an answer, and
    ``NothingChanged`` when it says what was agreed before.
    """
    settle(plan_id, now)
    coming = upcoming(one(plan_id), reasons, now)
    version_id = int(
        PlanVersionRow.insert(
            plan=plan_id,
            number=coming.number,
            content=canonical(plain(coming.content)).decode(),
            changes=canonical([change.plain() for change in coming.changes]).decode(),
            client=coming.client,
            therapist=coming.therapist,
            previous_digest=coming.previous_digest,
            digest=coming.digest,
            folded=folded(plan_rows.text_of(coming.content)),
            made_at=now,
        ).execute()
    )
    plan_rows.remove_draft(plan_id)
    client_id = one(plan_id).client_id
    held_forms.let_go(client_id, Form.REASONS, plan_id, now)
    clients.touch(client_id, now)
    audit.record("made ready", "plan version", version_id, now)
    return version(version_id)


def upcoming(plan: Plan, reasons: Mapping[str, str], now: datetime) -> PlanVersion:
    """The version that the draft would become, without a number of a row; raises what ``make_ready`` does."""
    draft = plan.draft
    if draft is None or draft == PlanContent(reservations_asked=draft.reservations_asked, review_on=draft.review_on):
        raise NothingToSign(_("There is nothing to sign yet. One sentence of what matters is enough."), "what_matters")
    if any(not step.what.strip() for step in draft.commitments):
        line = _("One line under “I will” or “You will” does not say what. Please fill it in or remove it.")
        raise LineUnsaid(line, "commitments")
    if any(not doubt.said for doubt in draft.reservations):
        answer = _("One answer stands without the doubt it answers. Please fill it in or remove it.")
        raise LineUnsaid(answer, "reservations")
    changes = tuple(replace(c, reason=reasons.get(c.path, "").strip()) for c in upcoming_changes(plan))
    if plan.agreed is not None and not changes:
        raise NothingChanged(_("Nothing changed since version {n}.").format(n=plan.agreed.number))
    previous = plan.versions[-1] if plan.versions else None
    number = previous.number + 1 if previous else 1
    client, therapist = clients.one(plan.client_id).called, practice.current().first_name
    before = previous.digest if previous else ""
    digest = digest_of(plan.uid, number, draft, changes, (client, therapist), before)
    return PlanVersion(0, plan.id, number, draft, changes, client, therapist, before, digest, now)


def version(version_id: int) -> PlanVersion:
    """One version with its signatures; raises ``NoSuchPlan``."""
    row = PlanVersionRow.get_or_none(PlanVersionRow.id == version_id)
    if row is None:
        raise NoSuchPlan(_("There is no version with the number {n}.").format(n=version_id))
    return next(v for v in one(row.plan_id).versions if v.id == version_id)


@transaction
def sign(
    version_id: int, signer: Signer, how: HowSigned, now: datetime, strokes: Strokes = (), reason: str = ""
) -> PlanVersion:
    """Record one signature over the version's digest.

    Raises ``AlreadySigned``, ``NoLongerOffered``, ``SignatureNotAsked``, ``PlanEnded``, ``SignatureMissing`` (drawn,
    with nothing but dots) and ``ReasonMissing`` (agreed aloud or on paper, without saying why).
    """
    offered = version(version_id)
    if one(offered.plan_id).ending is not None:
        raise PlanEnded(_("This plan has ended and stays as it is. You can begin a new one."))
    if offered.withdrawn_at is not None:
        raise NoLongerOffered(_("This version was taken back and changed. Please sign the newer one."))
    if signer not in offered.content.signers:
        raise SignatureNotAsked(_("This version does not name anybody who signs in that place."))
    if offered.signature_of(signer) is not None:
        raise AlreadySigned(_("This version is signed already; it stays as it is."))
    if how is HowSigned.DRAWN and is_blank(strokes):
        raise SignatureMissing(_("There is no signature yet. Please sign in the field, or choose “agreed aloud”."))
    if how is not HowSigned.DRAWN and not reason.strip():
        raise ReasonMissing(_("Please say in a few words why it is not signed here."))
    name = _signers_name(offered, signer)
    SignatureRow.insert(
        version=version_id,
        signer=signer,
        name=name,
        how=how,
        digest=offered.digest,
        strokes=to_json(strokes) if how is HowSigned.DRAWN else "",
        reason=reason.strip(),
        at=now,
    ).execute()
    client_id, done = one(offered.plan_id).client_id, version(version_id)
    if done.agreed:
        held_forms.let_go(client_id, Form.REASONS, offered.plan_id, now)
    clients.touch(client_id, now)
    audit.record("signed", "plan version", version_id, now, f"{signer} {how}")
    return done


@transaction
def sign_draft(
    plan_id: int,
    reasons: Mapping[str, str],
    signer: Signer,
    how: HowSigned,
    now: datetime,
    strokes: Strokes = (),
    reason: str = "",
) -> PlanVersion:
    """Make the draft ready and record its first signature; what either refuses leaves the draft as it was."""
    return sign(make_ready(plan_id, reasons, now).id, signer, how, now, strokes, reason)


def _signers_name(offered: PlanVersion, signer: Signer) -> str:
    if signer is Signer.THERAPIST:
        return practice.current().therapist or offered.therapist
    if signer is Signer.CLIENT:
        return clients.one(one(offered.plan_id).client_id).full_name
    return offered.content.guardian if signer is Signer.GUARDIAN else offered.content.interpreter


@transaction
def tick(plan_id: int, uid: str, done: bool, now: datetime) -> Plan:
    """Mark one "I will" or "You will" as done today, or as still open."""
    CommitmentDoneRow.delete().where(CommitmentDoneRow.plan == plan_id, CommitmentDoneRow.uid == uid).execute()
    if done:
        CommitmentDoneRow.insert(plan=plan_id, uid=uid, done_on=local_day(now)).execute()
    audit.record("ticked" if done else "unticked", "plan", plan_id, now)
    return one(plan_id)


@transaction
def end(plan_id: int, by: EndedBy, reason: str, now: datetime) -> Plan:
    """End a plan, by whom and why; a draft under work is settled and put away. Raises ``PlanEnded``.

    Of the draft only a doubt that is open stays, so that it goes along into the plan to come.
    """
    plan = settle(plan_id, now)
    if plan.ending is not None:
        raise PlanEnded(_("This plan has ended already."))
    if set(plan.open_reservations) - set(plan.standing_doubts):
        plan_rows.write_draft(plan_id, PlanContent(reservations=plan.open_reservations), now)
    else:
        plan_rows.remove_draft(plan_id)
    held_forms.let_go(plan.client_id, Form.REASONS, plan_id, now)
    _event(plan_id, "ended", now, by=str(by), reason=reason.strip())
    clients.touch(plan.client_id, now)
    audit.record("ended", "plan", plan_id, now, str(by))
    return one(plan_id)


def _event(plan_id: int, kind: str, now: datetime, version: int | None = None, by: str = "", reason: str = "") -> None:
    PlanEventRow.insert(plan=plan_id, version=version, kind=kind, by=by, reason=reason, at=now).execute()


def change_lines(version: PlanVersion) -> tuple[ChangeLine, ...]:
    """What this version changed in the one agreed before it, in plain words; nothing for a first version."""
    before = next((v for v in reversed(one(version.plan_id).versions) if v.number < version.number and v.agreed), None)
    titles = plan_rows.titles(version.content) | (plan_rows.titles(before.content) if before else {})
    return in_words(version.changes, titles)


def draft_change_lines(plan: Plan) -> tuple[tuple[Change, ChangeLine], ...]:
    """What the draft would change, each change with its plain words."""
    titles = plan_rows.titles(plan.draft or PlanContent())
    if plan.agreed is not None:
        titles = plan_rows.titles(plan.agreed.content) | titles
    return tuple((change, line) for change in upcoming_changes(plan) for line in in_words((change,), titles))


def intact(version: PlanVersion) -> bool:
    """True when the stored content still has the digest that was signed, and so has every signature."""
    row = PlanVersionRow.get_by_id(version.id)
    if row.content.encode() != canonical(plain(version.content)):
        return False
    uid = PlanRow.get_by_id(version.plan_id).uid
    changes = tuple(Change(**change) for change in json.loads(row.changes))
    between = (version.client, version.therapist)
    digest = digest_of(uid, version.number, version.content, changes, between, version.previous_digest)
    return digest == version.digest and all(s.digest == digest for s in version.signatures)
