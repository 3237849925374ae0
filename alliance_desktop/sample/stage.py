"""Writes the sample practice: told persons through the services, the many streamed, all in the order of time."""

import os
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter

from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.practice import Practice
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import day_book
from alliance_desktop.sample.cast import PEOPLE
from alliance_desktop.sample.crowd import THEMES
from alliance_desktop.sample.event import Event
from alliance_desktop.sample.guests import Guest, Guests
from alliance_desktop.sample.opening_hours import Calendar
from alliance_desktop.sample.story import Story
from alliance_desktop.sample.visits import Receiver, Visits
from alliance_desktop.services import clients as stored_clients
from alliance_desktop.services import practice_file
from alliance_desktop.storage import keys
from alliance_desktop.storage.database import database
from alliance_desktop.words import _, number_words

PRACTICE = Practice(
    "Ana Brandl",
    "Bodywork",
    "",
    "0664 55 01 23",
    "ana@example.org",
    "Quellgasse 7\n8010 Graz",
    sample=True,
)
MOST_CLIENTS, MOST_SESSIONS = 50_000, 1_000_000
# How far back the many visits reach, in days, and how many there are a day until that is not enough.
_LONGEST, _SHORTEST, _A_DAY = 20 * 365, 400, 8
# Pages of the file kept in memory while it is written, in KiB; more makes nothing faster.
_KEPT_IN_MEMORY = 48 * 1024
# The journal may grow to 64 MB, so that pages written again and again reach the file only once.
_PAGES_BEFORE_CHECKPOINT = 16_000
Report = Callable[[int, int], object]


class SampleTooLarge(AllianceError):
    """Nobody, or more was asked for than a sample can hold."""


def write(
    folder: PracticeFolder,
    *,
    now: datetime,
    clients: int = len(PEOPLE),
    sessions: int = 80,
    seed: int = 1,
    password: str | None = None,
    report: Report | None = None,
) -> None:
    """Make a sample practice in a folder that has none: the same words, days and numbers for the same seed and now.

    Without a password it is "sample", with a cheap key, shown wherever it is asked for. ``report`` is told how many
    sessions of all are written; what it raises stops the work, and nothing is left behind. Raises ``SampleTooLarge``
    and what ``keys.create`` raises.
    """
    check(clients, sessions)
    cost = keys.CHEAP if password is None else keys.PRODUCTION
    code = recovery_code.new(os.urandom(recovery_code.RANDOM_BYTES))
    key = keys.create(folder, password or keys.SAMPLE_PASSWORD, code, cost=cost, sample=password is None)
    try:
        stage = _Stage(now.astimezone(UTC).replace(microsecond=0), clients, sessions, seed, report)
        practice_file.found(folder, key, PRACTICE, stage.founded)
        stage.perform()
        practice_file.shut()
    except BaseException:
        practice_file.shut()
        _sweep(folder)
        raise


def check(clients: int, sessions: int) -> None:
    """Raise ``SampleTooLarge`` unless there is somebody, and no more than can be held."""
    if not 1 <= clients <= MOST_CLIENTS or not 0 <= sessions <= MOST_SESSIONS:
        sentence = _("A sample has 1 to {clients} clients and up to {sessions} sessions.")
        raise SampleTooLarge(sentence.format(clients=number_words(MOST_CLIENTS), sessions=number_words(MOST_SESSIONS)))


def _sweep(folder: PracticeFolder) -> None:
    """Take away a half-written sample, so that the next try finds the folder as it was."""
    files = [folder.database.with_name(folder.database.name + end) for end in ("", "-wal", "-shm")]
    for path in (*files, folder.keys, folder.keys_copy):
        path.unlink(missing_ok=True)


class _Stage:
    """Everything that happens, told or streamed, in the order of its moments."""

    def __init__(self, now: datetime, clients: int, sessions: int, seed: int, report: Report | None) -> None:
        self._now = now
        self._today = local_day(now)
        self._sessions = sessions
        self._report = report
        self._done = 0
        self._chance = random.Random(seed)  # not for secrets: only which phrase comes when
        self._stories = [Story(person, now) for person in PEOPLE[:clients]]
        self._events = self._told(sessions)
        self._more_clients = clients - len(self._stories)
        self._more_sessions = sessions - sum(event.visit for event in self._events)
        self._guests: list[Guest] = []
        first = self._events[0].at
        # With guests the many visits go on until yesterday; without, they come before everything that is told.
        last = self._today - timedelta(days=1) if self._more_clients else local_day(first) - timedelta(days=2)
        days = max(_SHORTEST, min(_LONGEST, self._more_sessions * 7 // (5 * _A_DAY)))
        self._calendar = Calendar(last - timedelta(days=days), last, self._more_sessions)
        self.founded = first - timedelta(days=1)
        if self._more_clients or self._more_sessions:
            self.founded = _at(self._calendar.first - timedelta(days=14), time(9))

    def _told(self, sessions: int) -> list[Event]:
        """Everything told, with the newest visits where fewer are wanted than are told."""
        told = sorted(
            ((nth, visit) for nth, story in enumerate(self._stories) for visit in story.person.visits),
            key=lambda told: told[1].ago,
        )
        wanted = told[:sessions]
        events: list[Event] = []
        for nth, story in enumerate(self._stories):
            events += story.events(tuple(visit for whose, visit in wanted if whose == nth))
        events.append(Event(_at(self._today - timedelta(days=1), time(19, 30)), self._book))
        return sorted(events, key=attrgetter("at"))

    def _book(self, at: datetime) -> None:
        """The evening before, Ana looks at who comes."""
        clients = {story.person.profile.full_name: story.client_id for story in self._stories}
        day_book.book(clients, self._now, at)

    def perform(self) -> None:
        """Write it all into the open practice."""
        database.execute_sql(f"PRAGMA cache_size = -{_KEPT_IN_MEMORY}")
        database.execute_sql(f"PRAGMA wal_autocheckpoint = {_PAGES_BEFORE_CHECKPOINT}")
        visits = self._many()
        if visits is not None:
            visits.write_until(self._events[0].at)
        # Nobody waits for a single step to be saved: all that is told is one transaction.
        with database.transaction("IMMEDIATE"):
            for event in self._events:
                if visits is not None:
                    visits.write_until(event.at)
                event.act(event.at)
                self._count(int(event.visit))
        if visits is not None:
            visits.write_until(self._now)
            _count_visits()

    def _many(self) -> Visits | None:
        """Welcome the many and return their visits, still to be written; None where there are none."""
        if not self._more_clients and not self._more_sessions:
            return None
        for nth, story in enumerate(self._stories):
            story.welcome(self.founded + timedelta(minutes=1 + nth))
        self._welcome_guests()
        receivers = [guest.receiver for guest in self._guests] or [
            Receiver(story.client_id, stored_clients.one(story.client_id).uid, THEMES[nth % len(THEMES)])
            for nth, story in enumerate(self._stories)
            if story.person.visits
        ]
        unsigned = bool(self._guests)
        return Visits(receivers, self._calendar, PRACTICE.therapist, self._chance, self._count, unsigned=unsigned)

    def _welcome_guests(self) -> None:
        if not self._more_clients:
            return
        guests = Guests(PRACTICE.therapist, self._today, self._chance)
        self._guests = guests.welcome(self._more_clients, self.founded + timedelta(hours=1))
        evening = _at(local_day(self._events[0].at) - timedelta(days=3), time(20))
        self._events.insert(0, Event(evening, lambda at: guests.plan(self._guests, at)))

    def _count(self, visits: int) -> None:
        self._done += visits
        if visits and self._report is not None:
            self._report(self._done, self._sessions)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour).astimezone(UTC)


def _count_visits() -> None:
    """Bring every client's count of visits and last day up to what was streamed."""
    latest = "(SELECT saved_at FROM session WHERE client_id = client.id ORDER BY day DESC, id DESC LIMIT 1)"
    with database.transaction("IMMEDIATE"):
        database.execute_sql(
            "UPDATE client SET visits = (SELECT count(*) FROM session WHERE client_id = client.id), "
            "last_seen = (SELECT max(day) FROM session WHERE client_id = client.id), "
            f"touched_at = max(touched_at, coalesce({latest}, ''))"
        )
