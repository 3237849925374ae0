"""Every text of a plan in the order of its paper, with whose words it is."""

from collections.abc import Iterator

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.voice import Whose

Told = tuple[Whose, str]


def told(content: PlanContent) -> Iterator[Told]:
    """Yield each text that somebody filled in; the client's sayings and ladders are the client's."""
    return ((whose, text) for whose, text in (*_front(content), *_reverse(content)) if text.strip())


def _front(content: PlanContent) -> Iterator[Told]:
    yield Whose.CLIENT, content.what_matters.words
    for goal in content.goals:
        yield Whose.CLIENT, goal.said.words
        yield Whose.BOTH, goal.activity
        yield from ((Whose.CLIENT, step) for step in goal.ladder)
        yield Whose.THERAPIST, goal.professional
    for step in content.commitments:
        yield from ((Whose.BOTH, text) for text in (step.what, step.how, step.stop_if))
    yield from ((Whose.BOTH, text) for text in (content.signs.call_me, content.signs.call_doctor))


def _reverse(content: PlanContent) -> Iterator[Told]:
    for way in content.ways:
        yield from ((Whose.BOTH, text) for text in (way.what, way.effort, way.good, way.less_good))
    yield from ((Whose.CLIENT, said.words) for said in (content.choice.reason, content.choice.not_wanted))
    yield Whose.CLIENT, content.strengths.words
    agreed = content.agreement
    for text in (
        content.reflection,
        content.understanding,
        content.signs.it_works,
        content.signs.we_stop,
        agreed.rhythm,
        agreed.areas_yes,
        agreed.areas_no,
        agreed.pressure,
        agreed.stop_signal,
    ):
        yield Whose.BOTH, text
    for doubt in content.reservations:
        yield Whose.CLIENT, doubt.said.words
        yield Whose.THERAPIST, doubt.answer
    yield Whose.CLIENT, content.teach_back.words
    yield from ((Whose.BOTH, name) for name in (content.guardian, content.interpreter))
