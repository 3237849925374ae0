"""A plan's content as plain values: what a version stores, what its digest covers, what a list of changes speaks of.

A part that nobody filled in is not written, so that what an older program froze keeps its bytes and its digest.
"""

import hashlib
from dataclasses import fields
from datetime import date
from typing import Any

from alliance_desktop.domain import body_mark
from alliance_desktop.domain.canonical import canonical
from alliance_desktop.domain.plan import (
    Agreement,
    Choice,
    Commitment,
    Goal,
    PlanContent,
    Reservation,
    Signs,
    Way,
)
from alliance_desktop.domain.plan_changes import Change, changes_between
from alliance_desktop.domain.voice import Said, Whose

SCHEMA = 1

Plain = dict[str, Any]


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


def plain(content: PlanContent) -> Plain:
    """Return the content as plain JSON values."""
    written: Plain = {
        "what_matters": _plain_said(content.what_matters),
        "goals": [_plain_goal(goal) for goal in content.goals],
        "agreement": _plain_agreement(content.agreement),
        "commitments": [_plain_commitment(step) for step in content.commitments],
        "reservations": [{"uid": r.uid, "said": _plain_said(r.said), "answer": r.answer} for r in content.reservations],
        "reservations_asked": content.reservations_asked,
        "review_on": _plain_day(content.review_on),
    }
    if content.ways:
        written["ways"] = [
            {"uid": w.uid, "what": w.what, "good": w.good, "less_good": w.less_good, "effort": w.effort}
            for w in content.ways
        ]
    if content.marks:
        written["marks"] = body_mark.plain(content.marks)
    written |= _filled(
        strengths=_plain_said(content.strengths) if content.strengths != Said() else None,
        understanding=content.understanding,
        choice=_plain_choice(content.choice),
        signs=_filled(**{field.name: getattr(content.signs, field.name) for field in fields(Signs)}) or None,
        teach_back=_plain_said(content.teach_back) if content.teach_back != Said() else None,
        guardian=content.guardian,
        interpreter=content.interpreter,
        reflection=content.reflection,
        understood=content.understood,
    )
    return written


def _filled(**values: Any) -> Plain:
    """Only what somebody filled in."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _plain_goal(goal: Goal) -> Plain:
    return {
        "uid": goal.uid,
        "said": _plain_said(goal.said),
        "professional": goal.professional,
        "activity": goal.activity,
        "now": goal.now,
        "hoped": goal.hoped,
        "by": _plain_day(goal.by),
    } | _filled(
        ladder=list(goal.ladder) if goal.ladder else None,
        step=goal.step,
        importance=goal.importance,
        difficulty=goal.difficulty,
        source=_plain_said(goal.source) if goal.source != Said() else None,
    )


def _plain_agreement(agreement: Agreement) -> Plain:
    return {
        "visits": agreement.visits,
        "rhythm": agreement.rhythm,
        "minutes": agreement.minutes,
        "areas_yes": agreement.areas_yes,
        "areas_no": agreement.areas_no,
    } | _filled(pressure=agreement.pressure, stop_signal=agreement.stop_signal)


def _plain_commitment(step: Commitment) -> Plain:
    return {
        "uid": step.uid,
        "whose": str(step.whose),
        "what": step.what,
        "how": step.how,
        "due": _plain_day(step.due),
    } | _filled(stop_if=step.stop_if, confidence=step.confidence)


def _plain_choice(choice: Choice) -> Plain | None:
    written = _filled(
        way=choice.way,
        reason=_plain_said(choice.reason) if choice.reason != Said() else None,
        not_wanted=_plain_said(choice.not_wanted) if choice.not_wanted != Said() else None,
    )
    return written or None


def from_plain(stored: Plain) -> PlanContent:
    """Return the content that ``plain`` made these values of."""
    return PlanContent(
        what_matters=_said(stored["what_matters"]),
        goals=tuple(_goal(goal) for goal in stored["goals"]),
        agreement=Agreement(**stored["agreement"]),
        commitments=tuple(
            Commitment(**c | {"whose": Whose(c["whose"]), "due": _day(c["due"])}) for c in stored["commitments"]
        ),
        reservations=tuple(Reservation(r["uid"], _said(r["said"]), r["answer"]) for r in stored["reservations"]),
        reservations_asked=stored["reservations_asked"],
        review_on=_day(stored["review_on"]),
        strengths=_said(stored.get("strengths")),
        understanding=stored.get("understanding", ""),
        ways=tuple(Way(**way) for way in stored.get("ways", ())),
        choice=_choice(stored.get("choice", {})),
        signs=Signs(**stored.get("signs", {})),
        teach_back=_said(stored.get("teach_back")),
        guardian=stored.get("guardian", ""),
        interpreter=stored.get("interpreter", ""),
        marks=body_mark.from_plain(stored.get("marks", ())),
        reflection=stored.get("reflection", ""),
        understood=stored.get("understood"),
    )


def _goal(stored: Plain) -> Goal:
    read = {"said": _said(stored["said"]), "by": _day(stored["by"]), "ladder": tuple(stored.get("ladder", ()))}
    return Goal(**stored | read | {"source": _said(stored.get("source"))})


def _choice(stored: Plain) -> Choice:
    return Choice(stored.get("way", ""), _said(stored.get("reason")), _said(stored.get("not_wanted")))


def _plain_said(said: Said) -> Plain:
    return {"words": said.words, "day": _plain_day(said.day), "voice": said.voice}


def _said(stored: Plain | None) -> Said:
    return Said() if stored is None else Said(stored["words"], _day(stored["day"]), stored["voice"])


def _plain_day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored is not None else None
