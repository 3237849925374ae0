"""Letters: what each begins with is read from the record; what was written since is held until it is printed."""

from collections.abc import Mapping
from datetime import date, datetime

from alliance_desktop.domain import chart
from alliance_desktop.domain.call_words import without_if
from alliance_desktop.domain.client import Client
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import FORMS, LetterDraft, LetterPaper, LetterPart, ticked_at_first
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import Plan, PlanContent
from alliance_desktop.domain.progress_paper import GoalWay, goals_on_the_way
from alliance_desktop.domain.session import NoteKey
from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import clients, held_forms, outcomes, plans, practice, sessions
from alliance_desktop.storage.database import transaction
from alliance_desktop.words import _, counted, day_words, speaking


class LetterBegun(AllianceError):
    """Another letter was begun, which stays as it is."""


def begun(client_id: int, kind: DocumentKind) -> bool:
    """True while something was written that is not printed yet."""
    return bool(held_forms.of(client_id, FORMS[kind]))


def first(client_id: int, kind: DocumentKind, today: date) -> LetterDraft:
    """What a letter begins with: all of it from the record, and nothing that was thought or is private."""
    client = clients.one(client_id)
    with speaking(_language(client, kind)):
        words = _referral(client, today) if kind is DocumentKind.REFERRAL else _ending(client)
    return LetterDraft(kind, words, ticked_at_first(kind, words))


def paper(client_id: int, kind: DocumentKind, today: date) -> LetterPaper:
    """What a letter of today is drawn from: as it was written, or as it begins."""
    client = clients.one(client_id)
    draft = first(client_id, kind, today).with_typed(held_forms.of(client_id, FORMS[kind]))
    made = LetterPaper(practice.current(), client.called, today, draft, _language(client, kind))
    strangers = clients.named_in(made.written, client_id)
    return LetterPaper(made.practice, made.called, today, draft, made.language, strangers)


@transaction
def put_away(client_id: int, kind: DocumentKind, now: datetime) -> Mapping[str, str]:
    """Let go of what was written, and return it, so that ``bring_back`` can undo it."""
    typed = held_forms.of(client_id, FORMS[kind])
    held_forms.let_go(client_id, FORMS[kind], 0, now)
    return typed


@transaction
def bring_back(client_id: int, kind: DocumentKind, typed: Mapping[str, str], now: datetime) -> Mapping[str, str]:
    """Undo ``put_away``; raises ``LetterBegun`` when another one was begun since."""
    if begun(client_id, kind):
        raise LetterBegun(_("Another letter was begun since and stays as it is. The one before was not brought back."))
    held_forms.hold(client_id, FORMS[kind], 0, typed, now)
    return typed


def _language(client: Client, kind: DocumentKind) -> str:
    """A letter to the client is in their language."""
    return client.profile.language if kind is DocumentKind.ENDING else ""


def _referral(client: Client, today: date) -> dict[LetterPart, str]:
    plan, last = plans.current(client.id), sessions.last(client.id)
    content = _agreed(plan)
    born = client.profile.birth_day
    agreed = _("{name} agreed on {day} that I send you this letter.")
    words = {
        LetterPart.ABOUT: client.full_name,
        LetterPart.BORN: _("born {day}").format(day=day_words(born)) if born is not None else "",
        LetterPart.GREETING: _("Dear colleague,"),
        LetterPart.VISITS: _visits_for_others(client.id),
        LetterPart.AREAS: content.agreement.areas_yes,
        LetterPart.FOUND: last.note.shown(NoteKey.FOUND) if last is not None else "",
        LetterPart.DID: last.note.shown(NoteKey.DID) if last is not None else "",
        LetterPart.NUMBERS: _numbers(client.id),
        LetterPart.GOALS: _goals(plan),
        LetterPart.REQUEST: _("Please have a look at it, and let {name} or me know what you advise.").format(
            name=client.full_name
        ),
        LetterPart.AGREED: agreed.format(name=client.full_name, day=day_words(today)),
        LetterPart.CLOSING: _("With kind regards"),
    }
    return {part: said.strip() for part, said in words.items()}


def _ending(client: Client) -> dict[LetterPart, str]:
    plan = plans.current(client.id)
    content = _agreed(plan)
    phone = practice.current().phone.strip()
    back = _("You can come back whenever you like. You need no reason, and we begin where you are then.")
    if phone:
        back += " " + _("A call is enough: {phone}.").format(phone=phone)
    helped = [quoted(content.strengths.words)] if content.strengths else []
    way = content.chosen_way
    helped += [way.what.strip()] if way is not None else []
    steps = content.promised(Whose.CLIENT)
    home = [_(", ").join(filter(None, (step.what.strip(), step.how.strip()))) for step in steps]
    words = {
        LetterPart.GREETING: _("Dear {name},").format(name=client.called),
        LetterPart.VISITS: _visits_together(client.id, plan),
        LetterPart.GOALS: _goals(plan),
        LetterPart.NUMBERS: _numbers(client.id),
        LetterPart.HELPED: _listed(helped),
        LetterPart.AT_HOME: _listed([step for step in home if step]),
        LetterPart.CALLS: _calls(content),
        LetterPart.COME_BACK: back,
        LetterPart.THANKS: _("Thank you for your trust, and for saying what was right for you and what was not."),
        LetterPart.CLOSING: _("All the best"),
    }
    return {part: said.strip() for part, said in words.items()}


def _agreed(plan: Plan | None) -> PlanContent:
    return plan.agreed.content if plan is not None and plan.agreed is not None else PlanContent()


def _signed_days(client_id: int) -> list[date]:
    return sorted(line.day for line in sessions.lines(client_id) if line.signed)


def _visits_for_others(client_id: int) -> str:
    days = _signed_days(client_id)
    if len(days) < 2:
        return _("One visit, on {day}.").format(day=day_words(days[0])) if days else ""
    visits = counted("{n} visit", "{n} visits", len(days))
    first, last = day_words(days[0], days[-1]), day_words(days[-1])
    return _("{visits}, from {first} to {last}.").format(visits=visits, first=first, last=last)


def _visits_together(client_id: int, plan: Plan | None) -> str:
    began = next((v.agreed_at for v in plan.versions if v.agreed_at is not None), None) if plan is not None else None
    told = [_("We have come to an end for now.")]
    if began is not None:
        day = day_words(local_day(began))
        told = [_("The plan that we agreed on {day} has come to its end.").format(day=day)]
    visits = len(_signed_days(client_id))
    if visits:
        told.append(counted("You were here {n} time.", "You were here {n} times.", visits))
    return " ".join(told)


def _goals(plan: Plan | None) -> str:
    ways = goals_on_the_way(plan) if plan is not None else ()
    return "\n\n".join(_goal(way) for way in ways if way.goal.title.strip())


def _goal(way: GoalWay) -> str:
    """A goal in the client's words with where it began and where it is: in steps, else in numbers; never a score."""
    goal = way.goal
    title = quoted(goal.title) if goal.said else goal.title
    told = []
    if way.began:
        told.append(_("At first: {step}.").format(step=way.began.rstrip(".")))
    if way.has_steps and goal.step is not None:
        told.append(_("Today: {step}.").format(step=goal.ladder[goal.step + 2].strip().rstrip(".")))
    if way.has_numbers and goal.activity:
        told.append(_activity(way))
    return "\n".join([title, *told])


def _activity(way: GoalWay) -> str:
    activity, now = way.goal.activity, way.goal.now
    if way.began_number is None or way.began_number == now:
        return _("{activity}: {now} of 10.").format(activity=activity, now=now)
    words = _("{activity}: {first} of 10 at first, {now} today.")
    return words.format(activity=activity, first=way.began_number, now=now)


def _numbers(client_id: int) -> str:
    visits = outcomes.rated(client_id)
    shown = chart.chart_of((chart.series_of(name, visits) for name in chart.measures(visits)), ())
    return "\n".join(series.told for series in shown.series) if shown is not None else ""


def _calls(content: PlanContent) -> str:
    both = (
        (_("Call me if {what}"), without_if(content.signs.call_me)),
        (_("Get medical help at once if {what}"), without_if(content.signs.call_doctor)),
    )
    return "\n".join(told.format(what=what) for told, what in both if what)


def _listed(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
