"""What both sign on the plan's paper: what the client agrees to, the signatures, the promise of privacy, the words.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Headed, Ticked
from alliance_desktop.documents.ruling import Rule
from alliance_desktop.documents.signature import LITTLE_ROOM, ROOM, Signed, ToSign
from alliance_desktop.documents.text_runs import width_of
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.paper_section import Section
from alliance_desktop.domain.plan import HowSigned, Signer
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.words import _, day_words

_MOST_LETTERS = 140
_APART = 12.0


def pieces(record: PlanPaper, edition: Edition, compact: bool = False) -> list[Flowable]:
    """What stands last on the paper, in one piece; ``compact`` names what is new, which then has no list above."""
    apart = edition.gap(8 if compact else 16)
    return [
        Stack(
            [*_agreed(record, edition, compact), apart, *foot(_glossary(record, edition), edition, _withheld(record))]
        )
    ]


def _agreed(record: PlanPaper, edition: Edition, compact: bool) -> list[Flowable]:
    new = record.new_in_short if compact else ""
    head = Headed(edition, _("We agree"), "head", new) if new else edition.words(_("We agree"), "head")
    flow = [head, edition.gap(4), *_given(record, edition), edition.gap(4 if compact else 8)]
    fields = [_signature(record, signer, edition, compact) for signer in record.version.content.signers]
    # Wet ink in large letters needs the whole width.
    across = 1 if edition.large and record.version.waiting_for else 2
    rows = [fields[start : start + across] for start in range(0, len(fields), across)]
    for place, row in enumerate(rows):
        flow += [edition.gap(10)] if place else []
        flow += row if across == 1 else [Columns([[field] for field in row], [span(3)] * len(row), GUTTER)]
    return [Stack(flow)]


def _given(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """What the client agrees to; that they have a copy is ticked on the copy itself, and never before there is one.

    A paper that is drawn to be handed out is that copy: whoever holds it has it. What is only read on the screen before
    it is signed is none, so the box stays open there until this version was printed or saved.
    """
    signed = record.version.signature_of(Signer.CLIENT) is not None
    return promises(edition, signed, signed and record.copied)


def promises(edition: Edition, given: bool, copied: bool = False) -> list[Flowable]:
    """What the client agrees to, ticked where it was ``given`` with the signature, else to tick by hand."""
    told = (
        (_("I had time to ask."), given),
        (_("I can change my mind at any time."), given),
        (_("I have a copy."), copied),
    )
    body = edition.styles["body"]
    ticks = [Ticked(edition, [edition.words(words, ours=True)], ticked) for words, ticked in told]
    widths = [
        tick.inset + width_of(words, body.fontName, body.fontSize) + 3
        for tick, (words, _ticked) in zip(ticks, told, strict=True)
    ]
    rows: list[list[int]] = [[]]
    for place, width in enumerate(widths):
        if rows[-1] and sum(widths[each] + _APART for each in rows[-1]) + width > LIVE_WIDTH:
            rows.append([])
        rows[-1].append(place)
    # A full row goes from edge to edge.
    apart = (LIVE_WIDTH - sum(widths)) / (len(told) - 1) if len(rows) == 1 else _APART
    flow: list[Flowable] = []
    for row in rows:
        flow += [edition.gap(3)] if flow else []
        flow += [Columns([[ticks[place]] for place in row], [widths[place] for place in row], apart)]
    return flow


def _signature(record: PlanPaper, signer: Signer, edition: Edition, compact: bool) -> Flowable:
    content, given = record.content, record.version.signature_of(signer)
    name, role = {
        Signer.CLIENT: (record.called, _("client")),
        Signer.THERAPIST: (record.practice.therapist or record.version.therapist, _("therapist")),
        Signer.GUARDIAN: (content.guardian.strip(), _("guardian")),
        Signer.INTERPRETER: (content.interpreter.strip(), _("interpreter")),
    }[signer]
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
    room = LITTLE_ROOM if compact else ROOM
    return Signed(edition, given.strokes, how.format(reason=_shortened(given.reason)), below, room)


def _withheld(record: PlanPaper) -> str:
    """Say that this paper is not all of what is signed; empty where it is."""
    if not record.withheld:
        return ""
    if record.draft:
        return _("Not all of the plan is on this paper.")
    return _("Not all of version {n} is on this paper.").format(n=record.version.number)


def _shortened(reason: str) -> str:
    """A reason that fits above a line; the record holds all of it."""
    if len(reason) <= _MOST_LETTERS:
        return reason
    return reason[:_MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def foot(used: list[Flowable], edition: Edition, withheld: str = "") -> list[Flowable]:
    """The promise of privacy, and beside it what the professional words mean where any were used.

    Where something is ``withheld`` it says so, right before the words that it can be seen.
    """
    text = _(
        "This plan stays between us. It is kept locked on one computer, never online. You can ask to see it, "
        "correct it or take a copy."
    )
    title = _("Your privacy")
    head = Headed(edition, title, "head", withheld) if withheld else edition.words(title, "head")
    private = [edition.gap(2), edition.words(text, "small")]
    if edition.large:
        return [head, *private, *([edition.gap(16), *used] if used else [])]
    if used:
        return [Rule(edition), edition.gap(9), Columns([[head, *private], used], [span(3)] * 2, GUTTER)]
    # Alone it is as wide as one reads with ease.
    return [Rule(edition), edition.gap(9), head, Columns([private], [span(5)], GUTTER)]


def _glossary(record: PlanPaper, edition: Edition) -> list[Flowable]:
    if not record.explained or not record.prints(Section.GLOSSARY):
        return []
    told = [edition.told(_("{word}:").format(word=each.word), each.meaning, "small") for each in record.explained]
    return [edition.words(_("Words we used"), "head"), edition.gap(2), *told]
