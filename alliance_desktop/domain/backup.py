"""Backups: how a file is named, what a run or a look found out, which files are kept, and when one is due."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

SUFFIX = ".alliance"
_NAME = re.compile(r"alliance-([0-9a-f]{8})-(\d{8}T\d{6}Z)-(\d{4,9})\.alliance")

# How many are kept: everything of the last days, then one for each day, week, month and year.
EVERYTHING = timedelta(days=2)
DAILY, WEEKLY, MONTHLY, YEARLY = 12, 10, 12, 7
FEWEST = 3


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as its name tells it."""

    name: str
    vault: str
    made_at: datetime
    sequence: int


def file_name(vault_id: str, made_at: datetime, sequence: int) -> str:
    """Name a backup: ASCII, no person, no practice, sorted by time."""
    return f"alliance-{vault_id[:8]}-{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{sequence:04d}{SUFFIX}"


def read_name(name: str) -> BackupFile | None:
    """Read a backup's name; None when it is no backup's."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    vault, moment, sequence = found.groups()
    try:
        made_at = datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupFile(name, vault, made_at, int(sequence))


def next_sequence(files: Iterable[BackupFile], least: int) -> int:
    """The number of the next backup: above all that are there, and ``least`` at least."""
    return max([least, *(file.sequence + 1 for file in files)])


def to_keep(files: Iterable[BackupFile]) -> set[str]:
    """Return the names to keep: thinned out with age, by time and by number, never fewer than three.

    A file goes only when its time and its number both let it go: neither a wrong clock nor numbers that a restore
    set back delete anything on their own. The age is measured from the newest backup, never from a clock.
    """
    all_files = tuple(files)
    by_time = sorted(all_files, key=lambda file: (file.made_at, file.sequence), reverse=True)
    by_number = sorted(all_files, key=lambda file: (file.sequence, file.made_at), reverse=True)
    return _thinned(by_time) | _thinned(by_number)


def _thinned(ordered: Sequence[BackupFile]) -> set[str]:
    """Thin out files, the newest first, by whichever order that is."""
    kept = {file.name for file in ordered[:FEWEST]}
    newest = max((file.made_at for file in ordered), default=datetime.min.replace(tzinfo=UTC))
    kept |= {file.name for file in ordered if newest - file.made_at <= EVERYTHING}
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month), (YEARLY, _year)):
        seen: dict[tuple[int, ...], str] = {}
        for file in ordered:
            seen.setdefault(period(file.made_at.date()), file.name)
        kept |= set(list(seen.values())[:count])
    return kept


def _day(day: date) -> tuple[int, ...]:
    return (day.year, day.month, day.day)


def _week(day: date) -> tuple[int, ...]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)


def _year(day: date) -> tuple[int, ...]:
    return (day.year,)


@dataclass(frozen=True, slots=True)
class Drive:
    """Somewhere a backup can go: its name as people know it, where it is, and what room it has (bytes)."""

    name: str
    root: str
    free: int
    removable: bool
    filesystem: str = ""
    writable: bool = True


@dataclass(frozen=True, slots=True)
class BackupRun:
    """One backup that was read back, opened and counted."""

    id: int
    sequence: int
    finished_at: datetime
    target: str
    file_name: str
    size: int
    clients: int
    notes: int


@dataclass(frozen=True, slots=True)
class Proven:
    """What came back from the drive: the counts of the copy that was opened there, and what to know about it."""

    target: str
    file_name: str
    size: int
    counts: Mapping[str, int]
    audit_seq: int
    audit_head: str
    sequence: int
    started_at: datetime
    removed: tuple[str, ...] = ()
    caution: str = ""

    @property
    def clients(self) -> int:
        return self.counts["client"]

    @property
    def notes(self) -> int:
        return self.counts["signed_note"]


class Here(StrEnum):
    """What a backup would take the place of."""

    NOTHING = "nothing"
    THE_SAME = "the same practice"
    ANOTHER = "another practice"
    UNREADABLE = "a practice whose keys are gone"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a backup says of itself: made when, complete, and with its key also what is in it.

    ``here`` is what lies where it would be put, where that was asked.
    """

    path: str
    made_at: datetime
    sequence: int
    vault_id: str
    counts: Mapping[str, int] | None = None
    here: Here = Here.NOTHING

    @property
    def clients(self) -> int:
        """How many came back; none before it was opened."""
        return (self.counts or {}).get("client", 0)

    @property
    def notes(self) -> int:
        """How many signed notes came back; none before it was opened."""
        return (self.counts or {}).get("signed_note", 0)


@dataclass(frozen=True, slots=True)
class Newer:
    """What is in the practice that is here and not in a backup of it."""

    clients: int
    notes: int


@dataclass(frozen=True, slots=True)
class Study:
    """A backup that was opened and counted, whose it is, and what is newer here; None where that cannot be told."""

    seen: Seen
    practice: str
    newer: Newer | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup that lies on a drive."""

    path: str
    drive: str
    made_at: datetime


class Urgency(StrEnum):
    """How loudly to say that a backup is due."""

    FRESH = "fresh"
    DUE = "due"
    OVERDUE = "overdue"


def urgency(last: datetime | None, now: datetime) -> Urgency:
    """Fresh for two days, due for a week, overdue after that or when there never was one."""
    if last is None or now - last > timedelta(days=7):
        return Urgency.OVERDUE
    return Urgency.DUE if now - last > timedelta(days=2) else Urgency.FRESH
