"""The pocket card: what the client does at home, on a card that is cut out, folded and carried in a wallet.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable, PageBreak

from alliance_desktop.documents import wallet
from alliance_desktop.documents.columns import Stack, height_of
from alliance_desktop.documents.edition import LIVE_WIDTH, Edition
from alliance_desktop.documents.quote import Quote
from alliance_desktop.documents.ruling import RoomToWrite, lines_in
from alliance_desktop.documents.sheet import Strip, build, frame_height, strip_of
from alliance_desktop.documents.wallet import CardRow, Panel
from alliance_desktop.documents.when_to_call import sentences, sign, without_if
from alliance_desktop.domain.plan import Commitment
from alliance_desktop.domain.plan_paper import PlanPaper
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _, day_words, weekday_words

__all__ = ["pdf", "story"]


def pdf(record: PlanPaper, paper: Paper, large: bool = False, grey: bool = False) -> tuple[bytes, int]:
    """Return the PDF's bytes and its number of pages; the same record gives the same bytes.

    ``large`` is large print, set anew and never zoomed; ``grey`` uses black and greys only.
    """
    edition = Edition(paper, large, grey)
    return build(lambda: story(record, edition), edition, _strip(record), _("Pocket card"))


def story(record: PlanPaper, edition: Edition) -> list[Flowable]:
    """How to fold it, then the panels row by row; what one page does not hold is a card of its own on the next."""
    across = 1 if edition.large else 2
    panels = _panels(record, edition)
    while len(panels) % across:
        panels.append(_notes(edition))
    rows = [panels[start : start + across] for start in range(0, len(panels), across)]
    head: list[Flowable] = [
        edition.words(_("Cut along the dashed line, fold along the dots: it fits a wallet."), "small"),
        edition.gap(5),
    ]
    room = frame_height(edition, _strip(record))
    flow, used = head, height_of(head, LIVE_WIDTH)
    while rows:
        held = max(1, int((room - used) / wallet.TALL))
        card, rows = rows[:held], rows[held:]
        flow += [CardRow(edition, row, not place, place == len(card) - 1) for place, row in enumerate(card)]
        flow += [PageBreak()] if rows else []
        used = 0.0
    return flow


def _panels(record: PlanPaper, edition: Edition) -> list[Panel]:
    made = [_cover(record, edition)]
    for step in record.at_home:
        made += wallet.panels(_step(record, step, edition), edition)
    calls = _calls(record, edition)
    # Two panels about when to call stand beside each other.
    if len(calls) > 1 and len(made) % 2 and not edition.large:
        made.append(_notes(edition))
    return [*made, *calls]


def _calls(record: PlanPaper, edition: Edition) -> list[Panel]:
    """When to stop and call: both sentences on one panel where it holds them."""
    told = sentences(record, edition)
    if not told:
        return []
    width, height = wallet.room(edition)
    whole: list[Flowable] = [sign(edition), edition.gap(3), told[0]]
    for more in told[1:]:
        whole += [edition.gap(4), more]
    if height_of(whole, width) <= height:
        return [whole]
    return [
        *wallet.panels(whole[:3], edition),
        *(panel for more in told[1:] for panel in wallet.panels([more], edition)),
    ]


def _cover(record: PlanPaper, edition: Edition) -> Panel:
    """Whose card it is, until when it holds, whom to call; what matters where there is room for all of it."""
    content, practice = record.content, record.practice
    flow: Panel = [edition.words(_("At home, {name}").format(name=record.called), "strong")]
    if content.review_on is not None:
        flow.append(edition.words(_("until {day}").format(day=weekday_words(content.review_on)), "small"))
    named = " · ".join(words for words in (practice.therapist.strip(), practice.phone.strip()) if words)
    foot: Panel = [edition.gap(7), edition.words(named, "quiet")] if named else []
    if content.what_matters:
        said: Panel = [edition.gap(7), Quote(edition, content.what_matters.words)]
        if height_of([*flow, *said, *foot], wallet.room(edition)[0]) <= wallet.room(edition)[1]:
            return [*flow, *said, *foot]
    return [*flow, *foot]


def _step(record: PlanPaper, step: Commitment, edition: Edition) -> list[Flowable]:
    """What, when and how long, by which day, and when to stop."""
    what, how = step.what.strip() or step.how.strip(), step.how.strip() if step.what.strip() else ""
    flow: list[Flowable] = [edition.words(what, "strong")]
    due = _("by {day}").format(day=record.day_words(step.due)) if step.due is not None else ""
    flow += [edition.words(words[:1].upper() + words[1:], "small") for words in (how, due) if words]
    stop = without_if(step.stop_if)
    if stop:
        flow += [edition.gap(5), edition.told(_("Stop if"), stop, "small")]
    return flow


def _notes(edition: Edition) -> Panel:
    """A panel that nothing else needs is for the client's own words."""
    head = edition.words(_("What I noticed"), "head_client")
    lines = lines_in(edition, head, wallet.room(edition)[1])
    return [Stack([RoomToWrite(edition, head, 0.0, lines, lines)])]


def _strip(record: PlanPaper) -> Strip:
    told = _("For {name} · {version} · {day}")
    words = told.format(name=record.called, version=record.standing, day=day_words(record.day))
    return strip_of(record.practice, words)
