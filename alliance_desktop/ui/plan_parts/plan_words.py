"""How parts of a plan are said in one line each, on screen."""

from datetime import date

from alliance_desktop.domain.plan import Commitment, PlanContent, PlanVersion, Signer, Signs
from alliance_desktop.words import _, counted, day_words, number_words


def agreement_words(content: PlanContent) -> list[str]:
    """What was agreed about the visits, a line for each thing."""
    agreement, told = content.agreement, []
    visits = [counted("{n} visit", "{n} visits", agreement.visits)] if agreement.visits is not None else []
    if agreement.rhythm:
        visits.append(agreement.rhythm)
    if agreement.minutes is not None:
        visits.append(_("{n} minutes each").format(n=agreement.minutes))
    if visits:
        told.append(", ".join(visits))
    if agreement.areas_yes:
        told.append(_("We work on: {areas}").format(areas=agreement.areas_yes))
    if agreement.areas_no:
        told.append(_("We do not work on: {areas}").format(areas=agreement.areas_no))
    if agreement.pressure:
        told.append(_("Pressure: {words}").format(words=agreement.pressure))
    if agreement.stop_signal:
        told.append(_("Stop signal: {words}").format(words=agreement.stop_signal))
    return told


def step_words(step: Commitment, today: date | None = None) -> str:
    """When somebody does something, by when, how sure they are and when they leave it."""
    told = [step.how] if step.how else []
    if step.due is not None:
        told.append(_("by {day}").format(day=day_words(step.due, today)))
    if step.confidence is not None:
        told.append(_("sure of it: {n} of 10").format(n=step.confidence))
    if step.stop_if:
        told.append(_("stop if {words}").format(words=step.stop_if))
    return _(" · ").join(told)


def sign_words(signs: Signs) -> list[tuple[str, str]]:
    """The signs that somebody filled in, each with what it is called."""
    named = (
        (_("How we will know it works"), signs.it_works),
        (_("When we stop or ask somebody else"), signs.we_stop),
        (_("When to call me"), signs.call_me),
        (_("When to call a doctor"), signs.call_doctor),
    )
    return [(name, words) for name, words in named if words.strip()]


def signer_names(version: PlanVersion) -> dict[Signer, str]:
    """Who signs a version, by the name that stands in it; guardian and interpreter with what they are."""
    content = version.content
    named = {
        Signer.CLIENT: version.client,
        Signer.THERAPIST: version.therapist,
        Signer.GUARDIAN: _("{name}, guardian").format(name=content.guardian),
        Signer.INTERPRETER: _("{name}, interpreter").format(name=content.interpreter),
    }
    return {signer: named[signer] for signer in content.signers}


def score_words(score: float | None, first: float | None) -> str:
    """The T-score of the goals, for the therapist alone, and how it changed since the version agreed first."""
    if score is None:
        return ""
    told = _("For you only: T-score {score}").format(score=number_words(score, 1))
    if first is None or round(score - first, 1) == 0:
        return told
    by = number_words(abs(score - first), 1)
    changed = (
        _("up {by} since the version agreed first") if score > first else _("down {by} since the version agreed first")
    )
    return _("{told}, {changed}").format(told=told, changed=changed.format(by=by))


def look_words(content: PlanContent, today: date) -> str:
    """When both look at the plan again: a day, or after so many of the visits."""
    looks = [str(look) for look in content.agreement.looks]
    after = ""
    if len(looks) > 1:
        after = _("after visits {first} and {last}").format(first=looks[0], last=looks[-1])
    elif looks:
        after = _("after visit {n}").format(n=looks[0])
    day = day_words(content.review_on, today) if content.review_on is not None else ""
    return _("{day}, or {after}").format(day=day, after=after) if day and after else day or after
