"""What was promised stays in sight until it is kept."""

from datetime import datetime, timedelta

import pytest

from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, promises
from alliance_desktop.services.promises import PromiseEmpty


@pytest.fixture
def ida(practice: PracticeFolder, now: datetime) -> int:
    return clients.welcome(ClientDraft("Ida Holm"), now).id


def test_a_promise_has_words(ida: int, now: datetime) -> None:
    with pytest.raises(PromiseEmpty):
        promises.make(ida, "  ", "", now)
    assert promises.of(ida) == ()


def test_no_open_promise_is_hidden_behind_others(ida: int, now: datetime) -> None:
    made = [promises.make(ida, f"Promise {n}", "", now).id for n in range(9)]
    promises.mark(made[0], True, now)
    assert [promise.id for promise in promises.of(ida)] == made[:0:-1]


def test_kept_promises_come_after_the_open_ones(ida: int, now: datetime) -> None:
    kept, still_open = promises.make(ida, "Send the sheet", "", now), promises.make(ida, "Warm oil", "", now)
    promises.mark(kept.id, True, now)
    assert [promise.words for promise in promises.of(ida)] == ["Warm oil", "Send the sheet"]
    assert promises.mark(kept.id, False, now).done_on is None
    assert still_open.is_due(now.date())


def test_due_are_those_whose_day_has_come_and_those_for_the_next_visit(ida: int, now: datetime) -> None:
    today = now.date()
    promises.make(ida, "Next visit", "", now)
    promises.make(ida, "Tomorrow", "", now, due=today + timedelta(days=1))
    promises.make(ida, "Yesterday", "", now, due=today - timedelta(days=1))
    due = promises.due(today)
    assert [(line.promise.words, line.called) for line in due] == [("Yesterday", "Ida"), ("Next visit", "Ida")]
    assert [line.promise.is_due(today) for line in due] == [True, True]
    clients.archive(ida, now)
    assert promises.due(today) == ()
