"""Tells how one plan came to be: written, talked through, signed by both, changed, ended."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

from alliance_desktop.domain.plan import Choice, Commitment, Goal, HowSigned, PlanContent, Reservation, Signer, Way
from alliance_desktop.domain.voice import Said
from alliance_desktop.sample.event import Event, moment
from alliance_desktop.sample.handwriting import another_day, signature
from alliance_desktop.sample.person import (
    ChoiceTold,
    Ended,
    GoalTold,
    Person,
    PlanTold,
    Signed,
    Step,
    Told,
    VersionTold,
    ahead,
    back,
)
from alliance_desktop.services import plans, practice

_NAMESPACE = uuid.UUID("6f1b6b52-5d7a-4f0a-9f0e-2d8a1c64a7b1")
_LISTS = ("goals", "ways", "commitments", "reservations")


class PlanStory:
    """One plan of one person; ``client_id`` answers once the person was welcomed."""

    def __init__(self, plan: PlanTold, person: Person, today: date, client_id: Callable[[], int]) -> None:
        self._plan = plan
        self._person = person
        self._today = today
        self._client_id = client_id

    def events(self) -> Iterator[Event]:
        """Yield what happens with the plan, in no order."""
        for version in self._plan.versions:
            yield from self._version_events(version)
        for key, ago in self._plan.ticked:
            yield self._event(ago, 45, partial(self._tick, key))
        if self._plan.ended is not None:
            yield self._event(self._plan.ended.ago, 70, partial(self._end, self._plan.ended))

    def _event(self, ago: int, minutes: int, act: Callable[[datetime], None]) -> Event:
        return Event(moment(self._today, ago, self._person.hour, minutes), act)

    def _version_events(self, version: VersionTold) -> Iterator[Event]:
        yield self._event(version.ago, 20, partial(self._write, version))
        if version.discussed:
            yield self._event(version.ago, 24, self._discuss)
        if not version.ready:
            yield self._event(version.ago, 26, self._settle)
        else:
            yield self._event(version.ago, 28, partial(self._make_ready, version))
            for place, signed in enumerate(version.signed):
                yield self._event(version.ago, 30 + place, partial(self._sign, signed))

    def _current(self) -> int:
        plan = plans.current(self._client_id())
        assert plan is not None, "a plan was written before"
        return plan.id

    def _write(self, version: VersionTold, at: datetime) -> None:
        plan = plans.begin(self._client_id(), at)
        plans.keep_draft(plan.id, self._content(version.told, plan.draft or PlanContent()), at)

    def _discuss(self, at: datetime) -> None:
        plans.discuss(self._current(), at)

    def _settle(self, at: datetime) -> None:
        plans.settle(self._current(), at)

    def _make_ready(self, version: VersionTold, at: datetime) -> None:
        plans.make_ready(self._current(), {self._path(where): words for where, words in version.reasons}, at)

    def _path(self, where: str) -> str:
        first, second, *rest = where.split("/")
        return "/".join([first, self._uid(second) if first in _LISTS else second, *rest])

    def _sign(self, signed: Signed, at: datetime) -> None:
        plan = plans.one(self._current())
        offered = plan.versions[-1]
        client = signed.signer is Signer.CLIENT
        name = self._person.profile.full_name if client else practice.current().therapist
        strokes = another_day(signature(name), offered.number + plan.id) if signed.how is HowSigned.DRAWN else ()
        plans.sign(offered.id, signed.signer, signed.how, at, strokes, signed.reason)

    def _tick(self, key: str, at: datetime) -> None:
        plans.tick(self._current(), self._uid(key), True, at)

    def _end(self, ended: Ended, at: datetime) -> None:
        plans.end(self._current(), ended.by, ended.reason, at)

    def _content(self, told: Told, before: PlanContent) -> PlanContent:
        known = {said.words: said for said in _everything_said(before)}

        def said(words: str, ago: int) -> Said:
            return known.get(words, Said(words, back(self._today, ago)))

        matters = said(told.matters, told.matters_ago)
        return PlanContent(
            what_matters=matters,
            goals=tuple(self._goal(goal, said(goal.words, goal.ago), matters) for goal in told.goals),
            agreement=told.agreement,
            commitments=tuple(self._step(step) for step in told.steps),
            reservations=tuple(Reservation(self._uid(d.key), said(d.words, d.ago), d.answer) for d in told.doubts),
            reservations_asked=told.asked,
            review_on=self._day(told.review),
            strengths=said(told.strengths, told.matters_ago) if told.strengths else Said(),
            understanding=told.understanding,
            ways=tuple(Way(self._uid(w.key), w.what, w.good, w.less_good, w.effort) for w in told.ways),
            choice=self._choice(told.choice, said) if told.choice is not None else Choice(),
            signs=told.signs,
            marks=tuple(m.mark(self._uid(f"mark/{m.region}/{m.kind}")) for m in told.marks),
            teach_back=said(told.said_back, told.matters_ago) if told.said_back else Said(),
        )

    def _goal(self, told: GoalTold, said: Said, matters: Said) -> Goal:
        rated = (told.importance, told.difficulty)
        worded = (told.professional, told.activity, told.now, told.hoped, self._day(told.by))
        return Goal(
            self._uid(told.key), said, *worded, told.ladder, told.step, *rated, matters if told.from_matters else Said()
        )

    def _step(self, told: Step) -> Commitment:
        due = self._day(told.due)
        return Commitment(self._uid(told.key), told.whose, told.what, told.how, due, told.stop_if, told.sure)

    def _choice(self, told: ChoiceTold, said: Callable[[str, int], Said]) -> Choice:
        reason, not_wanted = (said(words, told.ago) if words else Said() for words in (told.reason, told.not_wanted))
        return Choice(self._uid(told.way), reason, not_wanted)

    def _uid(self, key: str) -> str:
        return str(uuid.uuid5(_NAMESPACE, f"{self._person.profile.full_name}/{key}"))

    def _day(self, days: int | None) -> date | None:
        return None if days is None else ahead(self._today, days)


def _everything_said(content: PlanContent) -> tuple[Said, ...]:
    goals = tuple(goal.said for goal in content.goals)
    doubts = tuple(doubt.said for doubt in content.reservations)
    choice = (content.choice.reason, content.choice.not_wanted)
    return (content.what_matters, content.strengths, *goals, *choice, *doubts, content.teach_back)
