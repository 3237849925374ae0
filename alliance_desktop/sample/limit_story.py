"""Tells where one person's limits lie: what they answered, what was decided, what they state, what stays private."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

from alliance_desktop.domain.boundary import BoundaryDraft
from alliance_desktop.domain.health_questions import HealthAnswer
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.red_flag import RedFlagDraft
from alliance_desktop.domain.statement import StatementDraft
from alliance_desktop.sample.event import Event, moment
from alliance_desktop.sample.person import AnswersTold, DecisionTold, EdgeTold, Person, Visit, back
from alliance_desktop.services import boundaries, health_answers, red_flags, sessions, statements

# Minutes after the visit began.
_ANSWERED, _DECIDED, _STATED, _NOTED = 8, 12, 68, 84


class LimitStory:
    """Acts of one person, who is known once they were welcomed."""

    def __init__(self, person: Person, today: date, client_id: Callable[[], int]) -> None:
        self._person, self._today, self._client_id = person, today, client_id

    def events(self, visits: tuple[Visit, ...]) -> Iterator[Event]:
        """Yield everything that happens, in no order; of the visits those that are given."""
        for answers in self._person.answered:
            yield self._event(answers.ago, _ANSWERED, partial(self._answer, answers))
        for decision in self._person.decided:
            yield self._event(decision.ago, _DECIDED, partial(self._decide, decision))
        for edge in self._person.edges:
            yield self._event(edge.ago, _NOTED, partial(self._note, edge))
        for visit in visits:
            if visit.stated is not None:
                yield self._event(visit.ago, _STATED, partial(self._state, visit.ago, visit.stated))

    def _event(self, ago: int, minutes: int, act: Callable[[datetime], None]) -> Event:
        return Event(moment(self._today, ago, self._person.hour, minutes), act, False)

    def _answer(self, told: AnswersTold, at: datetime) -> None:
        given = tuple(HealthAnswer(code, yes, words) for code, yes, words in told.answers)
        health_answers.keep(self._client_id(), given, at)

    def _decide(self, told: DecisionTold, at: datetime) -> None:
        waiting = red_flags.waiting(self._client_id(), at)
        prompt = next(each for each in waiting if each.flag is told.flag)
        draft = RedFlagDraft(frozenset({told.flag}), told.decision, told.reason, prompt.about, prompt.named)
        red_flags.decide(self._client_id(), draft, at)

    def _note(self, told: EdgeTold, at: datetime) -> None:
        draft = BoundaryDraft(local_day(at), told.kind, told.happened, told.did, told.next)
        boundaries.note(self._client_id(), draft, at)

    def _state(self, ago: int, stated: StatementDraft, at: datetime) -> None:
        day = back(self._today, ago)
        line = next((line for line in sessions.lines(self._client_id()) if line.day == day and line.signed), None)
        if line is not None:
            statements.dictate(line.id, stated, at)
