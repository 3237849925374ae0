"""The plan's second page: the choice, how both will know, how it went, doubts, what was agreed, what is new.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from alliance_desktop.documents import plan_visits, plan_ways
from alliance_desktop.documents.columns import Columns, Stack, height_of
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Dotted
from alliance_desktop.documents.packing import Fit, Half
from alliance_desktop.documents.progress_chart import ProgressChart
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import RoomToWrite, lines_in
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import PlanContent, Reservation
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.voice import Said, quoted
from alliance_desktop.words import _

_MOST_LINES = 8
_MOST_LETTERS = 140
# So few lines that are new stay below each other.
_FEW = 4
# A taller part would leave a hole beside it.
_TALLEST_HALF = 150.0


def above(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """What stands before the room to write, in reading order; parts that are empty close up."""
    return [*plan_ways.pieces(record.content, edition), *_laid(_parts(record, edition), edition)]


def halves(record: PlanPaper, edition: Edition, fit: Fit) -> tuple[list[Half], list[Half]]:
    """The same without the ways, as wide as half of the page: part by part, and what is new line by line.

    Compact, what is new is told in short where both sign, but not to who is about to sign it.
    """
    apart = edition.gap({Fit.LOOSE: 13, Fit.TIGHT: 8, Fit.COMPACT: 6}[fit]).height
    compact = fit is Fit.COMPACT
    parts = [Half(Stack(part.half), apart, part.floats) for part in _said_parts(record, edition, compact)]
    lines = [] if compact and not record.whole else _news(record, edition)
    head = [_new_since(record, edition), edition.gap(3)]
    if len(lines) < _FEW:
        return parts, [Half(Stack([*head, *_list(lines, edition)]), apart)] if lines else []
    first = Half(Stack([*head, lines[0]]), apart)
    return parts, [first, *(Half(line, edition.gap(3).height, goes_on=True) for line in lines[1:])]


def news(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """What is new over the whole width, under its heading; nothing where nothing is."""
    return [piece for part in _changes(record, edition) for piece in part.wide]


def room_to_write(edition: Edition, following: list[Flowable], least: int) -> list[Flowable]:
    """Lines to write on that take what their page has left above ``following``; ``least`` where these go overleaf."""
    air, head = edition.gap(14), edition.words(_("Room to write"), "head")
    wanted = height_of([air, *following], LIVE_WIDTH) + 2
    return [RoomToWrite(edition, head, wanted, least, _MOST_LINES), air]


def lines_to_write(edition: Edition, spare: float) -> list[Flowable]:
    """As many lines to write on as ``spare`` points hold; nothing where there is no room for one."""
    head = edition.words(_("Room to write"), "head")
    number = min(_MOST_LINES, lines_in(edition, head, spare - 18))
    return [RoomToWrite(edition, head, 0.0, number, number), edition.gap(17, 10)] if number > 0 else []


@dataclass(frozen=True, slots=True)
class _Part:
    """One part under its heading: as it stands beside another one, and as it stands alone over the whole width."""

    half: list[Flowable]
    wide: list[Flowable]
    floats: bool = False


def _laid(parts: list[_Part], edition: Edition) -> list[Flowable]:
    """Short parts two beside each other in the order they are read, then the long ones; none leaves a hole."""
    if edition.large:
        return [piece for part in parts for piece in (*part.wide, edition.gap(16))]
    short = [part for part in parts if height_of(part.half, span(3)) <= _TALLEST_HALF]
    alone = [part for part in parts if part not in short]
    if len(short) % 2:
        alone.insert(0, short.pop())
    flow: list[Flowable] = []
    for start in range(0, len(short), 2):
        flow += [Columns([part.half for part in short[start : start + 2]], [span(3)] * 2, GUTTER), edition.gap(15, 10)]
    for part in alone:
        flow += [*part.wide, edition.gap(15, 10)]
    return flow


def _parts(record: PlanPaper, edition: Edition) -> list[_Part]:
    return [*_said_parts(record, edition), *_changes(record, edition)]


def _said_parts(record: PlanPaper, edition: Edition, compact: bool = False) -> list[_Part]:
    content = record.content
    choice, signs = content.choice, content.signs
    told: tuple[tuple[str, Said | str], ...] = (
        (_("Why this one, in your words"), choice.reason),
        (_("What you do not want"), choice.not_wanted),
        (_("What already helps"), content.strengths),
        (_("What we think is going on"), content.understanding.strip()),
        (_("How we will know it works"), signs.it_works.strip()),
        (_("When we stop or ask somebody else"), signs.we_stop.strip()),
    )
    back = (_("You said it back in your words"), content.teach_back)
    said = [_said(heading, words, edition) for heading, words in (*told, back) if words]
    # What the client said back comes after all that was agreed.
    last = [said.pop()] if content.teach_back else []
    agreed = [*_doubts(content, edition, compact), *_visits(record, edition, compact)]
    return [
        *_reflection(record, edition),
        *_asked(record, edition, compact),
        *said,
        *_progress(record, edition, compact),
        *agreed,
        *last,
    ]


def _progress(record: PlanPaper, edition: Edition, compact: bool) -> list[_Part]:
    """How one goal went, as a line of points; over it stands which goal it is, where there are several."""
    line = record.progress
    if line is None or not record.prints(Section.NUMBERS):
        return []
    goal, title = line.goal, edition.words(_("How it goes"), "head")
    if len(record.content.goals) > 1:
        title = Quote(edition, goal.said.words, "strong") if goal.said else edition.words(goal.title, "strong")
    part: list[Flowable] = [Stack([title, edition.gap(3), ProgressChart(edition, line, compact)])]
    return [_Part(part, part, floats=True)]


def _reflection(record: PlanPaper, edition: Edition) -> list[_Part]:
    """What the therapist understood of what matters, and whether the client felt understood."""
    content = record.content
    if not content.reflection.strip():
        return []
    heading = _("What {name} understood").format(name=record.therapist or _("I"))
    flow = [edition.words(heading, "head"), edition.gap(3), edition.words(content.reflection.strip())]
    if content.understood is not None:
        answer = _("Yes, that is it.") if content.understood else _("Not quite yet.")
        flow += [edition.gap(3), edition.told(f"{record.called}:", answer, ink="quiet")]
    return [_Part([Stack(flow)], [Stack(flow)])]


def _asked(record: PlanPaper, edition: Edition, compact: bool) -> list[_Part]:
    """What the client asked for since the last agreement, and what was done about it."""
    if not record.kept or not record.prints(Section.ASKED):
        return []
    head = [edition.words(_("Since then you asked"), "head_client"), edition.gap(3)]
    if compact:
        # Beside what was agreed, where it needs no heading of its own.
        return []
    lines: list[Flowable] = [
        Stack([Quote(edition, each.said), edition.gap(2), edition.told(_("We did:"), each.words, ink="quiet")])
        for each in record.kept
    ]
    return [_Part([Stack([*head, *_list(lines, edition, 6)])], _kept(head, _list(lines, edition, 6)))]


def _said(heading: str, words: Said | str, edition: Edition) -> _Part:
    """What the client said, or what both say."""
    if isinstance(words, Said):
        piece = Stack([edition.words(heading, "head_client"), edition.gap(3), Quote(edition, words.words)])
    else:
        piece = Stack([edition.words(heading, "head"), edition.gap(3), edition.words(words)])
    return _Part([piece], [piece])


def _visits(record: PlanPaper, edition: Edition, compact: bool) -> list[_Part]:
    kept = record.kept if compact and record.prints(Section.ASKED) else ()
    asked = [(_("You asked:"), _("{said} We did: {words}").format(said=quoted(e.said), words=e.words)) for e in kept]
    lines = plan_visits.lines(record.content.agreement, edition, compact, asked)
    if not lines:
        return []
    part: list[Flowable] = [Stack([edition.words(_("What we agreed"), "head"), edition.gap(3), *lines])]
    return [_Part(part, part)]


def _doubts(content: PlanContent, edition: Edition, compact: bool) -> list[_Part]:
    if not (content.reservations or content.reservations_asked):
        return []
    head = [edition.words(_("What you are not sure about"), "head_client"), edition.gap(3)]
    doubts = [doubt for doubt in content.reservations if doubt.said or doubt.answer.strip()]
    if not doubts:
        part: list[Flowable] = [Stack([*head, edition.words(_("We asked. There was nothing."))])]
        return [_Part(part, part)]
    style = "small" if compact else "body"
    half = [_doubt(doubt, edition, False, style) for doubt in doubts]
    wide = [_doubt(doubt, edition, True, style) for doubt in doubts]
    return [_Part([Stack([*head, *_list(half, edition, 5 if compact else 7)])], _kept(head, _list(wide, edition, 8)))]


def _kept(head: list[Flowable], lines: list[Flowable]) -> list[Flowable]:
    """A heading that never stands without the first of its lines."""
    return [Stack([*head, lines[0]]), *lines[1:]]


def _doubt(doubt: Reservation, edition: Edition, beside: bool, style: str) -> Flowable:
    """A doubt and its answer, the answer beside it or below."""
    answer = doubt.answer.strip()
    if answer:
        told = edition.told(_("We said:"), answer, style, ink="quiet")
    else:
        told = edition.words(_("Still open. We come back to it."), style)
    if not doubt.said:
        return told
    if beside and not edition.large:
        return Columns([[Quote(edition, doubt.said.words)], [told]], [span(3)] * 2, GUTTER)
    return Stack([Quote(edition, doubt.said.words), edition.gap(3), told])


def _changes(record: PlanPaper, edition: Edition) -> list[_Part]:
    lines = _news(record, edition)
    if not lines:
        return []
    head = [_new_since(record, edition), edition.gap(3)]
    middle = (len(lines) + 1) // 2
    half: list[Flowable] = [Stack([*head, *_list(lines, edition)])]
    if len(lines) < _FEW or edition.large:
        return [_Part(half, _kept(head, _list(lines, edition)))]
    cells = [_list(part, edition) for part in (lines[:middle], lines[middle:])]
    return [_Part(half, [Stack([*head, Columns(cells, [span(3)] * 2, GUTTER)])])]


def _new_since(record: PlanPaper, edition: Edition) -> Flowable:
    told = _("New since version {n}").format(n=record.since) if record.since else _("New in this version")
    return edition.words(told, "head")


def _news(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """What is new, line by line."""
    if not record.prints(Section.CHANGES):
        return []
    told = [edition.changed(line.runs) if line.runs else edition.words(line.words, "small") for line in record.news]
    return [Dotted(edition, [line], "small") for line in told]


def _list(lines: Sequence[Flowable], edition: Edition, apart: float = 3) -> list[Flowable]:
    return [piece for place, line in enumerate(lines) for piece in ((edition.gap(apart), line) if place else (line,))]
