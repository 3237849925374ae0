"""What a client’s progress page is drawn from: their numbers, their agreed plan, their own closing checks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from alliance_desktop.domain.alliance import stories
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.marked_visit import share_change
from alliance_desktop.domain.paper_section import OFF_AT_FIRST
from alliance_desktop.domain.progress_paper import ProgressPaper, goals_on_the_way, share_of
from alliance_desktop.services import (
    clients,
    closing_checks,
    left_out,
    marked_visits,
    outcomes,
    plans,
    practice,
    scales,
)
from alliance_desktop.words import speaking

_KIND = DocumentKind.PROGRESS


def of(client_id: int, today: date, chosen: Sequence[str] = ()) -> ProgressPaper:
    """What the page of today is drawn from: the chosen numbers, or those rated most often, as the screen shows them."""
    client = clients.one(client_id)
    plan = plans.current(client_id)
    # What the page says of its own is in the client's language.
    with speaking(client.profile.language):
        chart = outcomes.of(client_id, chosen)
    paper = ProgressPaper(
        practice.current(),
        client.called,
        today,
        chart,
        goals_on_the_way(plan) if plan is not None else (),
        stories(kept.check for kept in closing_checks.of(client_id)),
        share_change(marked_visits.of(client_id)) or (share_of(plan) if plan is not None else None),
        left_out.of(client_id, _KIND) | (OFF_AT_FIRST - left_out.always(client_id, _KIND)),
        client.profile.language,
        scales=tuple(each for each in scales.of(client_id) if not each.former and each.scores),
    )
    return replace(paper, strangers=clients.named_in(paper.written, client_id))


def is_there(client_id: int) -> bool:
    """True when there is a number, a score, a goal or a change on the body to tell of."""
    return (
        bool(outcomes.measures(client_id) or scales.charts(client_id))
        or any(
            way.has_steps or way.has_numbers
            for plan in [plans.current(client_id)]
            if plan
            for way in goals_on_the_way(plan)
        )
        or share_change(marked_visits.of(client_id)) is not None
    )
