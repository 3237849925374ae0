"""The plan on paper: what matters and who does what on the first page, doubts and signatures on the second.

Loaded late by everybody, because it brings ReportLab.
"""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from reportlab.platypus import Flowable, KeepTogether, PageBreak

from alliance_desktop.documents.columns import Columns, Stack, height_of
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, has_letter, span
from alliance_desktop.documents.marks import NowHoped, Quote, RoomToWrite, Rule, Signed, Ticked
from alliance_desktop.documents.sheet import Strip, build
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_checks import checks
from alliance_desktop.domain.plan import Commitment, Goal, HowSigned, PlanContent, PlanVersion, Signer
from alliance_desktop.domain.plan_changes import ChangeLine
from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.domain.voice import Whose
from alliance_desktop.words import _, counted, day_words, weekday_words


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """Everything that is printed: one version, whose practice, how the client is called, what is ticked off."""

    version: PlanVersion
    practice: Practice
    called: str
    done: frozenset[str] = frozenset()
    changes: tuple[ChangeLine, ...] = ()


def pdf(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes."""
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Plan"))


def remarks(record: PlanPaper, pages: int, large: bool) -> tuple[str, ...]:
    """What to look at before handing it out, in amber sentences; words that no font has come first."""
    missing = unprintable(record)
    told = checks(record.version.content, pages, large)
    if not missing:
        return told
    return (_("These words cannot be printed yet: {words}").format(words=", ".join(missing)), *told)


def unprintable(record: PlanPaper) -> tuple[str, ...]:
    """Words with letters that no packaged font draws as they should be, each once, in reading order."""
    texts = [record.practice.therapist, record.practice.title, record.called, *_texts(record.version.content)]
    words = [word for text in texts for word in text.split()]
    return tuple(dict.fromkeys(word for word in words if not all(has_letter(letter) for letter in word)))


def _texts(content: PlanContent) -> list[str]:
    texts = [content.what_matters.words, content.agreement.rhythm]
    texts += [content.agreement.areas_yes, content.agreement.areas_no]
    for goal in content.goals:
        texts += [goal.said.words, goal.professional, goal.activity]
    for step in content.commitments:
        texts += [step.what, step.how]
    for doubt in content.reservations:
        texts += [doubt.said.words, doubt.answer]
    return texts


def _strip(record: PlanPaper) -> Strip:
    practice = record.practice
    more = f", {practice.title}" if practice.title else ""
    if practice.phone:
        more += f" · {practice.phone}"

    def running(page: int, pages: int) -> str:
        return _("For {name} · version {version} · page {page} of {pages}").format(
            name=record.called, version=record.version.number, page=page, pages=pages
        )

    return Strip(practice.therapist, more, running, practice.sample)


def story(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """The paper's pieces in reading order; parts that are empty close up."""
    return [*_first_page(record, edition), *_second_page(record, edition)]


def _first_page(record: PlanPaper, edition: Edition) -> list[Flowable]:
    content = record.version.content
    title = _("Our plan, {client} and {therapist}").format(
        client=record.called, therapist=record.practice.first_name or _("I")
    )
    flow: list[Flowable] = [edition.words(title, "title"), edition.gap(8)]
    flow += _main_message(record, edition)
    if content.goals:
        flow += [edition.words(_("Where we want to go"), "head"), edition.gap(5)]
        flow += _goals(content.goals, record.version.therapist, edition)
    flow += _deal(record, edition)
    flow += _agreement(content, edition)
    return flow


def _main_message(record: PlanPaper, edition: Edition) -> list[Flowable]:
    content, said = record.version.content, list[Flowable]()
    if content.what_matters:
        heading = _("What matters to you, {name}").format(name=record.called)
        said = [edition.words(heading, "head_client"), edition.gap(4)]
        said.append(Quote(edition, content.what_matters.words, "quote"))
        if content.what_matters.day is not None:
            said += [edition.gap(2), edition.words(day_words(content.what_matters.day), "quiet")]
    dates: list[Flowable] = []
    if content.review_on is not None:
        dates = [edition.words(_("We look again"), "head"), edition.words(weekday_words(content.review_on))]
    if edition.large:
        return [*said, edition.gap(12), *dates, edition.gap(14)] if said or dates else []
    if not said:
        return [*dates, edition.gap(14)] if dates else []
    return [Columns([said, dates], [span(4), span(2)], GUTTER), edition.gap(16)]


def _goals(goals: tuple[Goal, ...], therapist: str, edition: Edition) -> list[Flowable]:
    """Three beside each other, four as two and two; in large print one below the other."""
    across = 1 if edition.large else {1: 1, 2: 2, 3: 3}.get(len(goals), 2)
    width = {1: LIVE_WIDTH, 2: span(3), 3: span(2)}[across]
    flow: list[Flowable] = []
    for start in range(0, len(goals), across):
        cells = [_goal(goal, therapist, edition) for goal in goals[start : start + across]]
        flow += [Columns(cells, [width] * len(cells), GUTTER), edition.gap(14)]
    return flow


def _goal(goal: Goal, therapist: str, edition: Edition) -> list[Flowable]:
    cell: list[Flowable] = []
    if goal.said:
        cell += [Quote(edition, goal.said.words, "goal"), edition.gap(3)]
    if goal.activity:
        cell.append(edition.words(goal.activity))
    if goal.now is not None or goal.hoped is not None:
        cell.append(NowHoped(edition, goal.now, goal.hoped))
    if goal.by is not None:
        cell.append(edition.words(_("by {day}").format(day=day_words(goal.by)), "small"))
    if goal.professional:
        label = _("{name} understands:").format(name=therapist)
        cell += [edition.gap(2), edition.told(label, goal.professional, "small")]
    return cell


def _deal(record: PlanPaper, edition: Edition) -> list[Flowable]:
    content = record.version.content
    mine, yours = content.promised(Whose.THERAPIST), content.promised(Whose.CLIENT)
    if not mine and not yours:
        return []
    heads = edition.words(_("I will"), "head"), edition.words(_("You will"), "head_client")
    if edition.large:
        flow: list[Flowable] = []
        for head, steps in ((heads[1], yours), (heads[0], mine)):
            if steps:
                flow.append(KeepTogether([head, edition.gap(4), _step(record, steps[0], edition)]))
                for step in steps[1:]:
                    flow += [edition.gap(5), _step(record, step, edition)]
                flow.append(edition.gap(14))
        return flow
    widths = [span(3), span(3)]
    flow = []
    for place, (one, other) in enumerate(zip_longest(mine, yours)):
        cells: list[list[Flowable]] = [[] if step is None else [_step(record, step, edition)] for step in (one, other)]
        if not place:
            cells = [[head, edition.gap(4), *cell] for head, cell in zip(heads, cells, strict=True)]
        flow += [Columns(cells, widths, GUTTER), edition.gap(5)]
    return [*flow, edition.gap(9)]


def _step(record: PlanPaper, step: Commitment, edition: Edition) -> Flowable:
    lines = [edition.words(step.what or step.how, "strong")]
    how = [step.how] if step.how and step.what else []
    if step.due is not None:
        how.append(_("by {day}").format(day=day_words(step.due)))
    if how:
        told = ", ".join(how)
        lines.append(edition.words(told[:1].upper() + told[1:]))
    return Ticked(edition, lines, step.uid in record.done)


def _agreement(content: PlanContent, edition: Edition) -> list[Flowable]:
    agreement, lines = content.agreement, list[Flowable]()
    visits = [counted("{n} visit", "{n} visits", agreement.visits)] if agreement.visits is not None else []
    if agreement.rhythm:
        visits.append(agreement.rhythm)
    if agreement.minutes is not None:
        visits.append(_("{n} minutes each").format(n=agreement.minutes))
    if visits:
        lines.append(edition.words(", ".join(visits)))
    areas: list[Flowable] = []
    if agreement.areas_yes:
        areas.append(edition.told(_("We work on:"), agreement.areas_yes))
    if agreement.areas_no:
        areas.append(edition.told(_("We do not work on:"), agreement.areas_no))
    if not lines and not areas:
        return []
    head = edition.words(_("What we agreed"), "head")
    if edition.large or not (lines and areas):
        return [Stack([Rule(edition), edition.gap(8), head, edition.gap(4), *lines, *areas])]
    # The second column begins beside the first line under the heading.
    beside = [edition.gap(edition.styles["head"].leading + 4), *areas]
    both = Columns([[head, edition.gap(4), *lines], beside], [span(3), span(3)], GUTTER)
    return [Stack([Rule(edition), edition.gap(8), both])]


def _second_page(record: PlanPaper, edition: Edition) -> list[Flowable]:
    flow: list[Flowable] = [edition.gap(14) if edition.large else PageBreak()]
    flow += _doubts(record.version.content, edition)
    flow += _changes(record, edition)
    closing = [*_agree(record, edition), *_privacy(record, edition)]
    room = edition.words(_("Room to write"), "head")
    return [*flow, RoomToWrite(edition, room, height_of(closing, LIVE_WIDTH) + 2), *closing]


def _doubts(content: PlanContent, edition: Edition) -> list[Flowable]:
    if not (content.reservations or content.reservations_asked):
        return []
    flow: list[Flowable] = [edition.words(_("What you are not sure about"), "head_client"), edition.gap(4)]
    if not content.reservations:
        flow.append(edition.words(_("We asked. There was nothing.")))
    for doubt in content.reservations:
        answer = doubt.answer or _("Still open. We come back to it.")
        told = edition.told(_("We said:"), answer) if doubt.answer else edition.words(answer)
        if edition.large:
            flow += [Quote(edition, doubt.said.words), edition.gap(3), told, edition.gap(8)]
        else:
            flow += [Columns([[Quote(edition, doubt.said.words)], [told]], [span(3), span(3)], GUTTER), edition.gap(8)]
    return [*flow, edition.gap(8)]


def _changes(record: PlanPaper, edition: Edition) -> list[Flowable]:
    if not record.changes:
        return []
    flow: list[Flowable] = [edition.words(_("New in this version"), "head"), edition.gap(4)]
    for line in record.changes:
        flow += [edition.words(line.words), edition.gap(3)]
    return [*flow, edition.gap(12)]


def _agree(record: PlanPaper, edition: Edition) -> list[Flowable]:
    version = record.version
    promise = _("I had time to ask. I can change my mind at any time. I have a copy.")
    flow: list[Flowable] = [
        edition.words(_("We agree"), "head"),
        edition.gap(4),
        edition.words(promise),
        edition.gap(4),
    ]
    names = {Signer.CLIENT: (record.called, _("client")), Signer.THERAPIST: (record.practice.therapist, _("therapist"))}
    fields = [_signature(version, signer, *names[signer], edition) for signer in Signer]
    if edition.large:
        return [Stack([*flow, fields[0], edition.gap(8), fields[1]]), edition.gap(14)]
    return [Stack([*flow, Columns([[field] for field in fields], [span(3), span(3)], GUTTER)]), edition.gap(14)]


def _signature(version: PlanVersion, signer: Signer, name: str, role: str, edition: Edition) -> Flowable:
    given = version.signature_of(signer)
    if given is None:
        return Signed(edition, (), _("{name}, {role} · date").format(name=name, role=role))
    day: date = local_day(given.at)
    below = _("{name}, {role} · {day}").format(name=name, role=role, day=day_words(day))
    if given.how is HowSigned.ALOUD:
        below = _("{who}. Agreed aloud: {why}").format(who=below, why=given.reason)
    elif given.how is HowSigned.PAPER:
        below = _("{who}. Signed on paper: {why}").format(who=below, why=given.reason)
    return Signed(edition, given.strokes, below)


def _privacy(record: PlanPaper, edition: Edition) -> list[Flowable]:
    text = _(
        "This plan stays between us. It is kept locked on one computer, never online. You can ask to see it, "
        "correct it or take a copy."
    )
    return [
        Stack([Rule(edition), edition.gap(8), edition.words(_("Your privacy"), "head"), edition.words(text, "small")])
    ]
