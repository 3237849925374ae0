"""Restoring: a backup is looked at, opened in a place apart and counted, and only then put in the practice's place."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain import backup
from alliance_desktop.domain.backup import Copy, Here, Newer, Seen, Study
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, rehearsals
from alliance_desktop.storage import cipher, container, exchange, keys, snapshot, upgrade
from alliance_desktop.storage.container import Header
from alliance_desktop.storage.drives import found
from alliance_desktop.storage.keys import DataKey
from alliance_desktop.words import _

STEPS = 3

Report = Callable[[int, int, int], None]


class BackupUnreadable(AllianceError):
    """The drive does not give the backup, or this computer does not take it."""


class SampleOverPractice(AllianceError):
    """A sample's backup would take the place of a real practice."""


class AnotherPractice(AllianceError):
    """The backup would take the place of another practice than the one that it is of."""


def is_sample(path: Path) -> bool:
    """True for a backup of a sample practice, whose password is no secret."""
    with _reachable():
        return container.read_header(path).sample


def look(path: Path, report: Callable[[int, int], None], folder: PracticeFolder | None = None) -> Seen:
    """Check a backup without its password: complete and unchanged; nothing is opened (in a job).

    With a ``folder`` it is also seen what the backup would take the place of. Raises ``BackupUnreadable``,
    ``SampleOverPractice`` and what the container raises.
    """
    with _reachable():
        header = container.check_outer(path, report)
        here = Here.NOTHING if folder is None else _here(header, folder)
    return Seen(str(path), header.created_at, header.sequence, header.vault_id, here=here)


def prove(path: Path, apart: Path, password: str | None, code: str | None, report: Report) -> Seen:
    """Open a backup with its password or recovery code in the file ``apart``, check and count it (in a job).

    Steps: 1 read, 2 unpack, 3 open and count. Raises ``WrongPassword``, ``WrongCode``, ``BackupUnproven``,
    ``BackupUnreadable`` and what the container raises; ``apart`` is then gone.
    """
    with _reachable():
        seen, key, _header = _opened(path, apart, password, code, report)
    key.forget()
    return seen


def study(path: Path, folder: PracticeFolder, password: str | None, code: str | None, report: Report) -> Study:
    """Open a backup and tell what is in it and what is newer in the practice here (in a job, while that is shut).

    Nothing of it stays but the answer. Raises what ``prove`` and ``look`` raise.
    """
    apart = folder.aside / "study.db"
    with _reachable():
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.aside.mkdir(mode=0o700, exist_ok=True)
        try:
            seen, key, header = _opened(path, apart, password, code, report)
            try:
                here = _here(header, folder)
                newer = _newer(apart, folder, key) if here is Here.THE_SAME else None
                return Study(replace(seen, here=here), _practice_of(apart, key), newer)
            finally:
                key.forget()
        finally:
            snapshot.discard(apart)


def _practice_of(path: Path, key: DataKey) -> str:
    with cipher.opened(path, key.sqlcipher, read_only=True) as copy:
        name, therapist = copy.execute("SELECT name, therapist FROM practice").fetchone() or ("", "")
    return str(name or therapist)


def _newer(path: Path, folder: PracticeFolder, key: DataKey) -> Newer | None:
    """What the practice here holds beyond a copy of it; None where it cannot be read."""
    try:
        with cipher.opened(path, key.sqlcipher, read_only=True) as copy:
            then = _contents(copy)
        with snapshot.reading(folder.database, key.sqlcipher) as here:
            now = _contents(here)
    except (sqlcipher.Error, AllianceError, OSError):
        return None
    return Newer(*(len(each - before) for each, before in zip(now, then, strict=True)))


def _contents(connection: sqlcipher.Connection) -> tuple[set[str], set[str]]:
    """What tells clients and signed notes apart, whatever numbers they have."""
    asked = ("SELECT uid FROM client", "SELECT digest FROM signed_note")
    clients, notes = ({str(row[0]) for row in connection.execute(each)} for each in asked)
    return clients, notes


def on_drives(folder: PracticeFolder) -> tuple[Copy, ...]:
    """The backups on the drives that are there now, newest first: those of the practice here where that is known.

    Looks at names only, in each drive and the folders that lie directly on it (in a job).
    """
    try:
        vault: str | None = keys.read(folder).vault_id[:8]
    except AllianceError:
        vault = None
    copies: dict[str, Copy] = {}
    for drive in found.drives():
        for place in _places(Path(drive.root)):
            with suppress(OSError):
                for path in place.iterdir():
                    file = backup.read_name(path.name)
                    if file is not None and vault in (None, file.vault):
                        copies[str(path)] = Copy(str(path), drive.name, file.made_at)
    return tuple(sorted(copies.values(), key=lambda copy: copy.made_at, reverse=True))


def _places(root: Path) -> tuple[Path, ...]:
    try:
        return (root, *(path for path in root.iterdir() if path.is_dir()))
    except OSError:
        return ()


def restore(
    path: Path,
    folder: PracticeFolder,
    password: str | None,
    code: str | None,
    now: datetime,
    report: Report,
    over_another: bool = False,
) -> Seen:
    """Put a backup in the place of the practice (in a job, while nothing has it open); raises as ``prove`` does.

    What was there is kept in a folder ``replaced-<time>``; killed anywhere, whoever next takes the folder finishes
    the exchange. Raises ``ExchangeUnfinished`` where that is left to be done, ``SampleOverPractice``, and
    ``AnotherPractice`` where the one that is here is another and that was not said to be wanted.
    """
    exchange.finish(folder)
    fresh = PracticeFolder(folder.restoring)
    with _reachable():
        if _here(container.read_header(path), folder) is Here.ANOTHER and not over_another:
            raise AnotherPractice(
                _("This backup is of another practice than the one that is here. Nothing was changed.")
            )
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if fresh.root.exists():
            shutil.rmtree(fresh.root)
        fresh.root.mkdir(mode=0o700)
        try:
            seen, key, header = _opened(path, fresh.database, password, code, report)
            try:
                keys.place(fresh, key, header.slots, sample=header.sample)
            finally:
                key.forget()
            exchange.begin(folder, now, header.sequence)
        except BaseException:
            shutil.rmtree(fresh.root, ignore_errors=True)
            raise
    exchange.finish(folder)
    return seen


def note(folder: PracticeFolder, now: datetime) -> None:
    """Write down in the trail what was put in place since the practice was last open; inside a transaction."""
    done = exchange.last(folder)
    if done is not None:
        action = "brought back" if done.back else "restored"
        audit.record(action, "practice", 1, now, f"{done.sequence} {done.aside}".rstrip())


def highest_number(after: int) -> int | None:
    """The number of the backup that was put in place after a link of the trail; None when nothing was."""
    line = audit.newest(("restored", "brought back"), after)
    return None if line is None else int(line.detail.partition(" ")[0])


def put_aside(folder: PracticeFolder) -> Path | None:
    """What the last restore replaced, as long as it can be brought back: it is whole, and it was not done already."""
    line = audit.newest(("restored", "brought back"), 0)
    if line is None or line.action != "restored":
        return None
    aside = PracticeFolder(folder.root / line.detail.partition(" ")[2])
    whole = aside.root != folder.root and aside.database.exists() and aside.keys.exists()
    return aside.root if whole else None


def bring_back(folder: PracticeFolder, aside: Path, now: datetime) -> None:
    """Undo a restore: what it put aside is the practice again, and what is here is put aside (while it is shut).

    Killed anywhere, whoever next takes the folder finishes it. Raises ``FileNotWritten`` and ``ExchangeUnfinished``.
    """
    exchange.finish(folder)
    exchange.begin(folder, now, source=aside)
    exchange.finish(folder)


def _here(header: Header, folder: PracticeFolder) -> Here:
    """What a backup would take the place of; raises ``SampleOverPractice``."""
    if not folder.exists:
        return Here.NOTHING
    try:
        here = keys.read(folder)
    except AllianceError:
        here = None
    if header.sample and not (here is not None and here.sample):
        raise SampleOverPractice(
            _("This is a backup of the sample. It does not take the place of a practice of your own.")
        )
    if here is None:
        return Here.UNREADABLE
    return Here.THE_SAME if here.vault_id == header.vault_id else Here.ANOTHER


def _opened(
    path: Path, apart: Path, password: str | None, code: str | None, report: Report
) -> tuple[Seen, DataKey, Header]:
    header = container.check_outer(path, lambda done, total: report(1, done, total))
    key = keys.unwrap(header.vault_id, header.slots, password=password, code=code)
    snapshot.discard(apart)
    try:
        container.unpack(path, key.backup_mac, apart, lambda done, total: report(2, done, total))
        report(3, 0, 1)
        manifest = rehearsals.stored_manifest(apart, key.sqlcipher)
        upgrade.needed(apart, key.sqlcipher)
        counts = rehearsals.rehearse(apart, key.sqlcipher, manifest)
    except BaseException:
        key.forget()
        snapshot.discard(apart)
        raise
    return Seen(str(path), header.created_at, header.sequence, header.vault_id, counts), key, header


@contextmanager
def _reachable() -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        raise BackupUnreadable(
            _(
                "The backup cannot be read, or this computer does not take it. Is its drive still plugged in, and is "
                "there room on this disk? Nothing was changed."
            )
        ) from trouble
