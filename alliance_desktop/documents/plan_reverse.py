"""The plan's second page: doubts and answers, what is new, room to write, both signatures, the promise of privacy.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable, PageBreak

from alliance_desktop.documents.columns import Columns, Stack, height_of, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Dotted
from alliance_desktop.documents.plan_paper import PlanPaper
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import RoomToWrite, Rule, lines_in
from alliance_desktop.documents.signature import Signed, ToSign
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.plan import HowSigned, PlanContent, Reservation, Signer
from alliance_desktop.domain.plan_changes import Kind
from alliance_desktop.words import _, day_words

_MOST_LINES = 8
_MOST_LETTERS = 140
_LEAST_IN_LARGE = 2


def pieces(record: PlanPaper, edition: Edition, room: float) -> list[Flowable]:
    """The second page in reading order; lines to write on take what ``room`` points have left."""
    above = [*_doubts(record.version.content, edition), *_changes(record, edition)]
    below = [*_agreed(record, edition), edition.gap(16, 10), *_privacy(edition)]
    head = edition.words(_("Room to write"), "head")
    if edition.large:
        air = edition.gap(14)
        following = height_of([air, *below], LIVE_WIDTH) + 2
        return [*above, RoomToWrite(edition, head, following, _LEAST_IN_LARGE, _MOST_LINES), air, *below]
    spare = room - height_of([*above, *below], LIVE_WIDTH) - 18
    number = min(_MOST_LINES, lines_in(edition, head, spare))
    writing = [RoomToWrite(edition, head, 0.0, number, number), edition.gap(17, 10)] if number > 0 else []
    flow = [*above, *writing, *below]
    spread(flow, LIVE_WIDTH, room)
    return [PageBreak(), *flow]


def _doubts(content: PlanContent, edition: Edition) -> list[Flowable]:
    if not (content.reservations or content.reservations_asked):
        return []
    head = [edition.words(_("What you are not sure about"), "head_client"), edition.gap(4)]
    doubts = [doubt for doubt in content.reservations if doubt.said or doubt.answer.strip()]
    if not doubts:
        return [Stack([*head, edition.words(_("We asked. There was nothing."))]), edition.gap(16, 10)]
    flow: list[Flowable] = []
    for place, doubt in enumerate(doubts):
        said = _doubt(doubt, edition)
        flow += [Stack([*head, *said]), edition.gap(9)] if not place else [*said, edition.gap(9)]
    return [*flow[:-1], edition.gap(16, 10)]


def _doubt(doubt: Reservation, edition: Edition) -> list[Flowable]:
    answer = doubt.answer.strip()
    if answer:
        told = edition.told(_("We said:"), answer, ink="quiet")
    else:
        told = edition.words(_("Still open. We come back to it."), "body")
    if not doubt.said:
        return [told]
    if edition.large:
        return [Quote(edition, doubt.said.words), edition.gap(4), told]
    return [Columns([[Quote(edition, doubt.said.words)], [told]], [span(3)] * 2, GUTTER)]


def _changes(record: PlanPaper, edition: Edition) -> list[Flowable]:
    # What somebody is not sure about stands above, in full.
    told = [line for line in record.changes if line.about != "reservations" or line.kind is Kind.DROPPED]
    if not told:
        return []
    lines = [Dotted(edition, [edition.words(line.words)]) for line in told]
    head = edition.words(_("New in this version"), "head")
    flow: list[Flowable] = [Stack([head, edition.gap(4), lines[0]])]
    for line in lines[1:]:
        flow += [edition.gap(3), line]
    return [*flow, edition.gap(16, 10)]


def _agreed(record: PlanPaper, edition: Edition) -> list[Flowable]:
    promise = _("I had time to ask. I can change my mind at any time. I have a copy.")
    flow = [edition.words(_("We agree"), "head"), edition.gap(4), edition.words(promise), edition.gap(8)]
    fields = [_signature(record, signer, edition) for signer in Signer]
    if edition.large and record.version.waiting_for:
        # Wet ink in large letters needs the whole width.
        return [Stack([*flow, fields[0], edition.gap(10), fields[1]])]
    return [Stack([*flow, Columns([[field] for field in fields], [span(3)] * 2, GUTTER)])]


def _signature(record: PlanPaper, signer: Signer, edition: Edition) -> Flowable:
    client = signer is Signer.CLIENT
    name = record.called if client else record.practice.therapist or record.version.therapist
    role = _("client") if client else _("therapist")
    given = record.version.signature_of(signer)
    if given is None:
        return ToSign(edition, _("{name}, {role}").format(name=name, role=role))
    day = day_words(local_day(given.at))
    who = _("{name}, {role}").format(name=name, role=role)
    # Large letters have no room for both in one line.
    below = (who, day) if edition.large else (_("{who} · {day}").format(who=who, day=day),)
    how = ""
    if given.how is HowSigned.ALOUD:
        how = _("Agreed aloud, because {reason}") if given.reason else _("Agreed aloud")
    elif given.how is HowSigned.PAPER:
        how = _("Signed on paper, because {reason}") if given.reason else _("Signed on paper")
    return Signed(edition, given.strokes, how.format(reason=_shortened(given.reason)), below)


def _shortened(reason: str) -> str:
    """A reason that fits above a line; the record holds all of it."""
    if len(reason) <= _MOST_LETTERS:
        return reason
    return reason[:_MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def _privacy(edition: Edition) -> list[Flowable]:
    text = _(
        "This plan stays between us. It is kept locked on one computer, never online. You can ask to see it, "
        "correct it or take a copy."
    )
    words = [edition.words(_("Your privacy"), "head"), edition.gap(2), edition.words(text, "small")]
    return [Stack(words if edition.large else [Rule(edition), edition.gap(9), *words])]
