"""Tells one person's story through the real services, each act at its moment, so that all can be put in order."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from alliance_desktop.domain.alliance import ClosingCheck, Strand
from alliance_desktop.domain.consent import ConsentDraft, usual_text
from alliance_desktop.domain.health import HealthDraft
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.repair import RepairDraft
from alliance_desktop.domain.session import NoteDraft, NoteField, NoteKey, Rating
from alliance_desktop.sample.event import Event, moment
from alliance_desktop.sample.limit_story import LimitStory
from alliance_desktop.sample.person import (
    Added,
    Agreed,
    CheckTold,
    Comfort,
    Health,
    Person,
    PromiseTold,
    StrainTold,
    Visit,
    ahead,
    back,
)
from alliance_desktop.sample.plan_story import PlanStory
from alliance_desktop.sample.scale_story import ScaleStory
from alliance_desktop.services import (
    clients,
    closing_checks,
    comforts,
    consents,
    health,
    practice,
    promises,
    repairs,
    sessions,
)

# Minutes after the visit began: the hour is over, the note is kept and signed, the client says how it was.
_BEGUN, _KEPT, _SIGNED, _ANSWERED, _NOTED = 60, 62, 63, 72, 80


class Story:
    """One person's months with Ana; the events of all persons are performed together, in the order of their moments."""

    def __init__(self, person: Person, now: datetime) -> None:
        self.person = person
        self.client_id = 0
        self._today = local_day(now)

    def welcome(self, at: datetime) -> None:
        """Add the person to the practice; nothing when this was done before."""
        if not self.client_id:
            self.client_id = clients.welcome(self.person.profile, at).id

    def events(self, visits: tuple[Visit, ...]) -> Iterator[Event]:
        """Yield everything that happens, in no order; of the visits those that are given."""
        person = self.person
        yield Event(moment(self._today, person.welcomed, time(12, 40)), self.welcome)
        if person.visits:
            yield self._event(max(visit.ago for visit in person.visits), 4, self._first_talk)
        for comfort in person.comfort:
            if comfort.ago is not None:
                yield self._event(comfort.ago, 6, partial(self._keep_comfort, comfort))
        for agreed in person.consents:
            if agreed.withdrawn is not None:
                yield self._event(agreed.withdrawn, 2, partial(self._withdraw, agreed))
        for plan in person.plans:
            yield from PlanStory(plan, person, self._today, lambda: self.client_id).events()
        yield from LimitStory(person, self._today, lambda: self.client_id).events(visits)
        yield from ScaleStory(person, self._today, lambda: self.client_id).events()
        for visit in visits:
            yield from self._visit_events(visit)
        for promise in person.promises:
            yield from self._promise_events(promise)

    def _event(self, ago: int, minutes: int, act: Callable[[datetime], None], visit: bool = False) -> Event:
        return Event(moment(self._today, ago, self.person.hour, minutes), act, visit)

    def _first_talk(self, at: datetime) -> None:
        for comfort in self.person.comfort:
            if comfort.ago is None:
                self._keep_comfort(comfort, at)
        for item in self.person.health:
            health.note(self.client_id, self._health(item), at)
        for agreed in self.person.consents:
            text = usual_text(agreed.kind, practice.current().therapist)
            expires_on = None if agreed.expires is None else ahead(self._today, agreed.expires)
            draft = ConsentDraft(agreed.kind, text, agreed.areas, local_day(at), expires_on)
            consents.record(self.client_id, draft, at)

    def _keep_comfort(self, comfort: Comfort, at: datetime) -> None:
        comforts.keep(self.client_id, comfort.kind, comfort.words, comfort.whose, at)

    def _withdraw(self, agreed: Agreed, at: datetime) -> None:
        held = next(c for c in consents.of(self.client_id) if c.consent.kind is agreed.kind)
        consents.withdraw(held.id, at)

    def _health(self, item: Health) -> HealthDraft:
        since, until = self._past(item.since), self._past(item.until)
        return HealthDraft(item.kind, item.name, item.caution, item.area, item.advice, since, until)

    def _past(self, ago: int | None) -> date | None:
        return None if ago is None else self._today - timedelta(days=ago)

    def _visit_events(self, visit: Visit) -> Iterator[Event]:
        yield self._event(visit.ago, _BEGUN, self._begin)
        yield self._event(visit.ago, _KEPT, partial(self._keep, visit), visit=True)
        if visit.signed:
            yield self._event(visit.ago, _SIGNED, self._finish)
        if visit.check is not None:
            yield self._event(visit.ago, _ANSWERED, partial(self._answer, visit.check))
        if visit.strain is not None:
            yield from self._strain_events(visit.ago, visit.strain)
        for added in visit.added:
            yield self._event(visit.ago - added.after, 90, partial(self._add, visit, added))
        if visit.promise and visit.kept is not None:
            yield self._event(visit.kept, 50, partial(self._kept, visit.promise))

    def _begin(self, at: datetime) -> None:
        sessions.begin(self.client_id, at)

    def _keep(self, visit: Visit, at: datetime) -> None:
        begun = sessions.begin(self.client_id, at)
        before = sessions.last(self.client_id, begun)
        carried_from = before.note.day if before is not None else None
        fields = tuple(
            self._field(key, words, carried_from if key in visit.carried else None, visit.signed)
            for key, words in visit.words
            if words
        )
        ratings = tuple(Rating(*rated) for rated in visit.rated)
        marks = tuple(told.mark(str(uuid.uuid4())) for told in visit.marks)
        note = NoteDraft(
            begun.note.day, self.person.format, fields, ratings, visit.promise, marks=marks, home=visit.home
        )
        sessions.keep(begun.id, note, at)

    def _finish(self, at: datetime) -> None:
        sessions.finish(sessions.begin(self.client_id, at).id, practice.current().therapist, at)

    def _answer(self, told: CheckTold, at: datetime) -> None:
        guess = dict(zip(Strand, told.guess, strict=True)) if told.guess is not None else {}
        check = ClosingCheck(local_day(at), dict(zip(Strand, told.answers, strict=True)), told.keep, told.change)
        first = closing_checks.begins_with_words(self.client_id)
        closing_checks.keep(self.client_id, check, first, at)
        waiting = closing_checks.waiting(self.client_id)
        if told.seen and waiting is not None:
            closing_checks.look(waiting.id, guess, at)

    def _strain_events(self, ago: int, told: StrainTold) -> Iterator[Event]:
        yield self._event(ago, _NOTED, partial(self._note_strain, told))
        if told.looked is not None:
            yield self._event(told.looked, _NOTED, partial(self._look_again, told))

    def _note_strain(self, told: StrainTold, at: datetime) -> None:
        day = local_day(at)
        draft = RepairDraft(
            day, told.noticed_by, told.kind, told.strand, frozenset(told.markers),
            told.client_said, told.i_said, told.we_changed, check_on=day + timedelta(days=14),
        )  # fmt: skip
        repairs.note(self.client_id, draft, at)

    def _look_again(self, told: StrainTold, at: datetime) -> None:
        for entry in repairs.of(self.client_id):
            if entry.draft.we_changed == told.we_changed:
                repairs.look_again(entry.id, told.outcome, at)

    def _field(self, key: NoteKey, words: str, carried_from: date | None, touched: bool) -> NoteField:
        return NoteField(key, words, carried_from, touched or carried_from is None)

    def _add(self, visit: Visit, added: Added, at: datetime) -> None:
        day = back(self._today, visit.ago)
        line = next((line for line in sessions.lines(self.client_id) if line.day == day), None)
        if line is not None:
            sessions.add(line.id, added.words, added.reason, practice.current().therapist, at)

    def _promise_events(self, told: PromiseTold) -> Iterator[Event]:
        yield self._event(told.ago, 66, partial(self._promise, told))
        if told.kept is not None:
            yield self._event(told.kept, 50, partial(self._kept, told.words))

    def _promise(self, told: PromiseTold, at: datetime) -> None:
        due = None if told.due is None else ahead(self._today, told.due)
        promises.make(self.client_id, told.words, told.said, at, due=due)

    def _kept(self, words: str, at: datetime) -> None:
        for promise in promises.of(self.client_id):
            if promise.words == words and promise.done_on is None:
                promises.mark(promise.id, True, at)
