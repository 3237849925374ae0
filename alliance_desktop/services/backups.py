"""Backups that prove themselves: copied in one step, written, read back, opened and counted."""

import json
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from alliance_desktop.domain import backup
from alliance_desktop.domain.backup import BackupRun, Drive
from alliance_desktop.errors import AllianceError
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import audit, practice
from alliance_desktop.storage import atomic, cipher, container, keys, snapshot, upgrade
from alliance_desktop.storage.container import Header
from alliance_desktop.storage.database import database, transaction
from alliance_desktop.storage.drives import found
from alliance_desktop.storage.keys import DataKey
from alliance_desktop.storage.models import BackupRunRow
from alliance_desktop.words import _

STEPS = 4
_COUNTED = ("client", "signed_note", "plan_version", "signature", "document", "audit")

Report = Callable[[int, int, int], None]


class DriveNotThere(AllianceError):
    """The folder for backups is not there or cannot be written."""


class DriveFull(AllianceError):
    """There is not enough room."""


class BackupUnproven(AllianceError):
    """What was written could not be opened and counted; it was taken away again."""


class SourceDamaged(AllianceError):
    """The practice itself is damaged, so no backup was made of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """Everything a backup job needs, taken on the GUI thread."""

    folder: PracticeFolder
    key: DataKey
    sequence: int
    now: datetime
    sample: bool


@dataclass(frozen=True, slots=True)
class Proven:
    """What came back from the drive: the counts of the copy that was opened there."""

    target: str
    file_name: str
    size: int
    counts: dict[str, int]
    audit_seq: int
    audit_head: str
    sequence: int
    started_at: datetime
    removed: tuple[str, ...] = field(default=())

    @property
    def clients(self) -> int:
        return self.counts["client"]

    @property
    def notes(self) -> int:
        return self.counts["signed_note"]


def drives() -> tuple[Drive, ...]:
    """The drives that are there now, removable ones first."""
    return found.drives()


def cautions(target: Path, folder: PracticeFolder) -> tuple[str, ...]:
    """What to know before backups go to a folder; nothing stands in the way."""
    told = []
    if target.is_dir() and found.on_the_same_disk(target, folder.root):
        told.append(_("This folder is on the same disk as the practice: it does not help if the computer is lost."))
    if found.is_in_a_cloud(target):
        told.append(
            _("This folder seems to be copied to a service. The backup is encrypted, but it leaves your hands.")
        )
    return tuple(told)


def order(folder: PracticeFolder, now: datetime) -> Order:
    """Take what a backup job needs while the practice is open."""
    last = BackupRunRow.select(BackupRunRow.sequence).order_by(BackupRunRow.sequence.desc()).first()
    sequence = last.sequence + 1 if last is not None else 1
    return Order(folder, database.key.copy(), sequence, now, practice.current().sample)


def make(order: Order, target: Path, report: Report) -> Proven:
    """Make one backup and prove it (in a job); ``report(step, done, total)`` may raise to stop it, leaving nothing.

    Steps: 1 copy, 2 write, 3 read back, 4 open and count. Raises ``SourceDamaged``, ``DriveNotThere``, ``DriveFull``,
    ``BackupUnproven`` and what the container raises.
    """
    aside = order.folder.aside
    aside.mkdir(mode=0o700, exist_ok=True)
    copy, again = aside / f"backup-{order.sequence}.db", aside / f"rehearsal-{order.sequence}.db"
    name = backup.file_name(order.key.vault_id, order.now, order.sequence)
    part = target / (name + ".part")
    try:
        report(1, 0, 1)
        manifest = _copy(order, copy)
        _look_at_target(target, copy.stat().st_size)
        return _write_and_prove(order, copy, again, part, manifest, report)
    except OSError as trouble:
        raise DriveNotThere(
            _("The drive did not take the backup, or was unplugged. What was on it before is untouched.")
        ) from trouble
    finally:
        for path in (copy, again, part):
            _discard(path)


def _write_and_prove(
    order: Order, copy: Path, again: Path, part: Path, manifest: dict[str, object], report: Report
) -> Proven:
    file = keys.read(order.folder)
    header = Header(order.key.vault_id, order.now, order.sequence, file.sample, file.slots, copy.stat().st_size)
    mac_key = order.key.backup_mac
    container.write(copy, part, header, mac_key, lambda done, total: report(2, done, total))
    _discard(copy)
    container.unpack(part, mac_key, again, lambda done, total: report(3, done, total))
    report(4, 0, 1)
    counts = _rehearse(again, order.key, manifest)
    final = part.with_name(part.name.removesuffix(".part"))
    size = part.stat().st_size
    atomic.replace(part, final)
    removed = _rotate(final.parent, order.key.vault_id)
    report(4, 1, 1)
    seq, head = manifest["audit_seq"], manifest["audit_head"]
    return Proven(
        str(final.parent), final.name, size, counts, int(str(seq)), str(head), order.sequence, order.now, removed
    )


def _copy(order: Order, target: Path) -> dict[str, object]:
    """Copy the live file in one step, put the manifest into the copy, and close it as one plain file."""
    _discard(target)
    # The check takes as long as the copy, and the machine has a second core for it.
    with ThreadPoolExecutor(1) as other:
        whole = other.submit(_is_whole, order)
        copied = _copied(order, target)
        if not whole.result() or not copied:
            raise SourceDamaged(_("The practice's file is damaged. No backup was made; older ones are untouched."))
    with cipher.opened(target, order.key.sqlcipher) as copy:
        manifest = _manifest(copy)
        copy.execute("DELETE FROM backup_manifest")
        copy.execute("INSERT INTO backup_manifest VALUES (1, ?)", (json.dumps(manifest),))
        copy.execute("PRAGMA journal_mode=DELETE")
    return manifest


def _copied(order: Order, target: Path) -> bool:
    """Copy the live file in one step; False when it cannot be read to its end."""
    target.touch(mode=0o600)
    with (
        cipher.opened(order.folder.database, order.key.sqlcipher, read_only=True) as source,
        cipher.opened(target, order.key.sqlcipher, create=True) as copy,
    ):
        copy.execute("PRAGMA journal_mode=DELETE")
        try:
            source.backup(copy)
        except sqlcipher.DatabaseError as trouble:
            if trouble.sqlite_errorcode & 0xFF in (sqlcipher.SQLITE_FULL, sqlcipher.SQLITE_IOERR):
                raise DriveFull(
                    _("There is not enough room on this computer to make a copy first. Nothing was changed.")
                ) from trouble
            return False
    return True


def _is_whole(order: Order) -> bool:
    """Look through the live file; called on a thread of its own."""
    try:
        with snapshot.reading(order.folder.database, order.key.sqlcipher) as source:
            return bool(source.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlcipher.DatabaseError:
        return False


def _manifest(connection: sqlcipher.Connection) -> dict[str, object]:
    head = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone() or (0, audit.FIRST)
    return {
        "schema": connection.execute("PRAGMA user_version").fetchone()[0],
        "counts": _counts(connection),
        "audit_seq": head[0],
        "audit_head": head[1],
    }


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}


def _look_at_target(target: Path, size: int) -> None:
    if not target.is_dir():
        raise DriveNotThere(_("The drive is not there. Plug it in and try again; nothing was changed."))
    if shutil.disk_usage(target).free < size + (8 << 20):
        raise DriveFull(_("There is not enough room on the drive. Nothing on it was changed."))


def _rehearse(path: Path, key: DataKey, manifest: dict[str, object]) -> dict[str, int]:
    """Open what came back from the drive and compare it with what went in; raises ``BackupUnproven``."""
    refusal = BackupUnproven(_("What came back from the drive is not what was written. Please use another drive."))
    try:
        # Two looks at the same bytes at once; the first one that writes its mode opens before the other reads.
        with cipher.opened(path, key.sqlcipher) as connection, ThreadPoolExecutor(1) as other:
            whole = other.submit(_integrity, path, key)
            sound = (
                connection.execute("PRAGMA cipher_integrity_check").fetchone() is None
                and connection.execute("PRAGMA foreign_key_check").fetchone() is None
                and _manifest(connection) == manifest
                and json.loads(connection.execute("SELECT manifest FROM backup_manifest").fetchone()[0]) == manifest
            )
            _check_search(connection)
            counts = _counts(connection)
            sound = whole.result() and sound
    except (sqlcipher.Error, AllianceError) as trouble:
        raise refusal from trouble
    if not sound:
        raise refusal
    return counts


def _integrity(path: Path, key: DataKey) -> bool:
    with cipher.opened(path, key.sqlcipher, read_only=True) as connection:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def _check_search(connection: sqlcipher.Connection) -> None:
    for table in ("session", "voice", "plan_version", "plan_draft", "addendum"):
        connection.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('integrity-check')")


def _rotate(target: Path, vault_id: str) -> tuple[str, ...]:
    """Thin out our own older backups; returns what was taken away."""
    named = [backup.read_name(path.name) for path in target.iterdir()]
    ours = [file for file in named if file is not None and file.vault == vault_id[:8]]
    gone = sorted({file.name for file in ours} - backup.to_keep(ours))
    for name in gone:
        (target / name).unlink(missing_ok=True)
    return tuple(gone)


@transaction
def note(proven: Proven, now: datetime) -> BackupRun:
    """Write down a proven backup and remember where it went."""
    row_id = BackupRunRow.insert(
        sequence=proven.sequence,
        started_at=proven.started_at,
        finished_at=now,
        target=proven.target,
        file_name=proven.file_name,
        size=proven.size,
        clients=proven.clients,
        notes=proven.notes,
        audit_seq=proven.audit_seq,
        audit_head=proven.audit_head,
    ).execute()
    practice.choose_backup_folder(Path(proven.target), now)
    audit.record("backed up", "backup", row_id, now, str(proven.sequence))
    return lines(1)[0]


def lines(limit: int = 50) -> tuple[BackupRun, ...]:
    """The proven backups, newest first."""
    rows = BackupRunRow.select().order_by(BackupRunRow.sequence.desc()).limit(limit)
    return tuple(
        BackupRun(r.id, r.sequence, r.finished_at, r.target, r.file_name, r.size, r.clients, r.notes) for r in rows
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What a backup says of itself: made when, complete, and with its key also what is in it."""

    path: str
    made_at: datetime
    sequence: int
    vault_id: str
    counts: dict[str, int] | None = None


def is_sample(path: Path) -> bool:
    """True for a backup of a sample practice, whose password is no secret."""
    return container.read_header(path).sample


def look(path: Path, report: Callable[[int, int], None]) -> Seen:
    """Check a backup without its password: complete and unchanged; nothing is opened (in a job)."""
    header = container.check_outer(path, report)
    return Seen(str(path), header.created_at, header.sequence, header.vault_id)


def open_backup(
    path: Path, aside: Path, password: str | None, code: str | None, report: Report
) -> tuple[Seen, DataKey]:
    """Open a backup with its password or recovery code, unpack it to ``aside`` and check everything (in a job).

    Raises ``WrongPassword``, ``WrongCode``, ``BackupUnproven`` and what the container raises; ``aside`` is then gone.
    """
    header = container.check_outer(path, lambda done, total: report(1, done, total))
    key = keys.unwrap(header.vault_id, header.slots, password=password, code=code)
    _discard(aside)
    try:
        container.unpack(path, key.backup_mac, aside, lambda done, total: report(2, done, total))
        report(3, 0, 1)
        with cipher.opened(aside, key.sqlcipher, read_only=True) as connection:
            manifest = json.loads(connection.execute("SELECT manifest FROM backup_manifest").fetchone()[0])
        upgrade.needed(aside, key.sqlcipher)
        counts = _rehearse(aside, key, manifest)
    except BaseException:
        _discard(aside)
        raise
    seen = Seen(str(path), header.created_at, header.sequence, header.vault_id, counts)
    return seen, key


def restore(
    path: Path, folder: PracticeFolder, password: str | None, code: str | None, now: datetime, report: Report
) -> Seen:
    """Put a backup in the place of the practice (in a job, while nothing has it open).

    What was there is kept in a folder ``replaced-<time>``; killed anywhere, the next start finishes the exchange.
    """
    folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = PracticeFolder(folder.root / "restoring")
    if fresh.root.exists():
        shutil.rmtree(fresh.root)
    fresh.root.mkdir(mode=0o700)
    try:
        seen, key = open_backup(path, fresh.database, password, code, report)
        header = container.read_header(path)
        keys.place(fresh, key, header.slots, sample=header.sample)
    except BaseException:
        shutil.rmtree(fresh.root, ignore_errors=True)
        raise
    plan = {"from": fresh.root.name, "aside": f"replaced-{now:%Y%m%dT%H%M%SZ}" if folder.exists else ""}
    atomic.write(_plan_of(folder), json.dumps(plan).encode())
    finish_restore(folder)
    return seen


def finish_restore(folder: PracticeFolder) -> bool:
    """Finish an exchange that was begun; True when there was one. Safe to call again and again."""
    path = _plan_of(folder)
    if not path.exists():
        return False
    plan = json.loads(path.read_bytes())
    fresh = PracticeFolder(folder.root / plan["from"])
    moves = ((fresh.keys, folder.keys), (fresh.keys_copy, folder.keys_copy), (fresh.database, folder.database))
    if plan["aside"]:
        old = folder.root / plan["aside"]
        old.mkdir(mode=0o700, exist_ok=True)
        for source, here in moves:
            # What is here is still the old one as long as the new one waits in its folder.
            if source.exists():
                for name in (here.name, here.name + "-wal", here.name + "-shm"):
                    _move(folder.root / name, old / name)
    for source, here in moves:
        if source.exists():
            _move(source, here)
    path.unlink()
    shutil.rmtree(fresh.root, ignore_errors=True)
    atomic.sync_folder(folder.root)
    return True


def _plan_of(folder: PracticeFolder) -> Path:
    return folder.root / "restoring.json"


def _move(source: Path, target: Path) -> None:
    if source.exists():
        atomic.replace(source, target)


def _discard(path: Path) -> None:
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        for pause in (0.0, 0.1, 0.3):
            # Something may hold a file for a moment on Windows; ciphertext under work is swept at the next start.
            time.sleep(pause)
            with suppress(OSError):
                each.unlink(missing_ok=True)
                break


def as_values(seen: Seen) -> dict[str, object]:
    """A backup's facts as plain values."""
    return {**asdict(seen), "made_at": seen.made_at.isoformat()}
