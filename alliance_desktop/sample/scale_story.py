"""The one scale of Ana's own, in questions that are nobody else's, and who filled it in when."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.scale import Item, Scale
from alliance_desktop.domain.scale_answers import AnswerDraft
from alliance_desktop.sample.event import Event, moment
from alliance_desktop.sample.person import Person, ScaleTold
from alliance_desktop.services import scales

_FILLED_IN = 6  # minutes after the visit began

SCALE = Scale(
    "Neck and jaw this week",
    (
        Item("How easily could you turn your head this week?"),
        Item("How loose was your jaw when you woke up?"),
        Item("How easily did your shoulders sink in the evening?"),
        Item("How much did the neck keep you from what you wanted to do?", reverse=True),
    ),
    low_words="not at all",
    high_words="entirely",
    licence="My own questions, written for this practice.",
    mcid=1.5,
    mcid_source="what fourteen people here called a real difference, 2025",
)


class ScaleStory:
    """Acts of one person, who is known once they were welcomed."""

    def __init__(self, person: Person, today: date, client_id: Callable[[], int]) -> None:
        self._person, self._today, self._client_id = person, today, client_id

    def events(self) -> Iterator[Event]:
        """Yield each time the scale was filled in, in no order."""
        for told in self._person.scaled:
            at = moment(self._today, told.ago, self._person.hour, _FILLED_IN)
            yield Event(at, partial(self._fill_in, told))

    def _fill_in(self, told: ScaleTold, at: datetime) -> None:
        kept = next((each for each in scales.in_use() if each.scale.name == SCALE.name), None)
        scale_id = kept.id if kept is not None else scales.make(SCALE, at).id
        scales.fill_in(self._client_id(), scale_id, AnswerDraft(local_day(at), told.answers), at)
